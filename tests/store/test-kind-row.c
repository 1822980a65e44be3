/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-kind-private.h"

static void
test_ids_and_rows_are_held_together (void)
{
  static const struct {
    const char *kind;
    const char *id;
    const char *row;
    const char *normal; /* (nullable): refused */
  } cases[] = {
    { "person", "1", "{'name':'田中'}",
      "{'department':null,'department_en':null,'kana':null,'left_on':null,'name':'田中','name_en':"
      "null,"
      "'role':null,'role_en':null}" },
    { "site", "12", "{'name':'本社','employees':3}",
      "{'address':null,'employees':3,'name':'本社'}" },
    { "evidence-link", "3/answer/1/SD-01", "{}", "{'evidence':3,'kind':'answer','ref':'1/SD-01'}" },
    { "evidence-link", "3/answer/1/SD-01", "{'evidence':4,'kind':'answer','ref':'1/SD-01'}", NULL },
    { "answer", "1/SD-01", "{'assessment':2,'item':'SD-01'}", NULL },
    { "answer", "1/SD-01", "{'assessment':1,'item':'SD-02'}", NULL },
    { "answer", "1", "{}", NULL },
    { "answer", "1/", "{}", NULL },
    { "answer", "/SD-01", "{}", NULL },
    { "person", "", "{'name':'田中'}", NULL },
    { "person", "0", "{'name':'田中'}", NULL },
    { "person", "-1", "{'name':'田中'}", NULL },
    { "person", "+1", "{'name':'田中'}", NULL },
    { "person", " 1", "{'name':'田中'}", NULL },
    { "person", "01", "{'name':'田中'}", NULL },
    { "person", "1x", "{'name':'田中'}", NULL },
    { "person", "9223372036854775808", "{'name':'田中'}", NULL },
    { "person", "1", "{'name':'田中','shoe_size':27}", NULL },
    { "person", "1", "{'name':1}", NULL },
    { "person", "1", "{'name':true}", NULL },
    { "person", "1", "{'name':['田中']}", NULL },
    { "site", "1", "{'name':'本社','employees':'3'}", NULL },
    { "site", "1", "{'name':'本社','employees':3.5}", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (json_t) row = row_new (cases[i].row);
    g_autoptr (GError) error = NULL;
    g_autoptr (json_t) normal =
      sgn_kind_normalise (sgn_kind_find (cases[i].kind), cases[i].id, row, &error);
    g_autoptr (json_t) expected = cases[i].normal != NULL ? row_new (cases[i].normal) : NULL;

    if (expected == NULL)
      assert_said (error, SGN_ERROR_INVALID);
    else
      g_assert_no_error (error);
    g_assert_cmpint (normal != NULL, ==, expected != NULL);
    g_assert_true (expected == NULL || json_equal (normal, expected));
  }
}

static void
test_a_text_with_a_zero_is_refused (void)
{
  g_autoptr (json_t) row = json_object ();
  g_autoptr (GError) error = NULL;

  json_object_set_new (row, "name", json_stringn ("a\0b", 3));
  g_assert_null (sgn_kind_normalise (sgn_kind_find (SGN_KIND_PERSON), "1", row, &error));
  assert_said (error, SGN_ERROR_INVALID);
}

typedef struct {
  GPtrArray *ids;
} Ids;

static gboolean
collect (const SgnKind *kind,
         const char *id,
         json_t *row,
         const GError *damage,
         gpointer user_data,
         GError **error)
{
  g_ptr_array_add (((Ids *) user_data)->ids, g_strdup (id));
  return TRUE;
}

static void
test_rows_come_in_the_order_of_ids (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Ids collection = { ids };
  SgnCompanyFile *file = create_file (place);
  g_autoptr (sqlite3) db = NULL;

  for (int i = 11; i > 0; i--) {
    g_autofree char *id = g_strdup_printf ("%d", i);

    put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, id, "{'name':'x'}");
  }
  close_file (file);
  db = sgn_db_open (place->path, SGN_DB_READ, NULL);
  g_assert_true (
    sgn_kind_foreach (sgn_kind_find (SGN_KIND_PERSON), db, collect, &collection, NULL));
  g_assert_cmpuint (ids->len, ==, 11);
  g_assert_cmpstr (ids->pdata[0], ==, "1");
  g_assert_cmpstr (ids->pdata[1], ==, "2");
  g_assert_cmpstr (ids->pdata[10], ==, "11");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind-row/ids-and-rows-are-held-together", test_ids_and_rows_are_held_together);
  g_test_add_func ("/kind-row/a-text-with-a-zero-is-refused", test_a_text_with_a_zero_is_refused);
  ADD ("/kind-row/rows-come-in-the-order-of-ids", test_rows_come_in_the_order_of_ids);

  return g_test_run ();
}
