/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fields-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"

#include <string.h>

/* One field of each kind. */
typedef struct {
  char *text;
  char *nullable;
  gint64 number;
  gint64 count;
  gint64 reference;
  int star;
  gboolean flag;
  gboolean mark;
  gboolean state;
} Thing;

static const SgnField fields[] = {
  { "text", G_STRUCT_OFFSET (Thing, text), SGN_FIELD_TEXT },
  { "nullable", G_STRUCT_OFFSET (Thing, nullable), SGN_FIELD_NULLABLE },
  { "number", G_STRUCT_OFFSET (Thing, number), SGN_FIELD_NUMBER },
  { "count", G_STRUCT_OFFSET (Thing, count), SGN_FIELD_COUNT },
  { "reference", G_STRUCT_OFFSET (Thing, reference), SGN_FIELD_REFERENCE },
  { "star", G_STRUCT_OFFSET (Thing, star), SGN_FIELD_STAR },
  { "flag", G_STRUCT_OFFSET (Thing, flag), SGN_FIELD_FLAG },
  { "mark", G_STRUCT_OFFSET (Thing, mark), SGN_FIELD_MARK },
  { "state", G_STRUCT_OFFSET (Thing, state), SGN_FIELD_CLOSED },
  { NULL },
};

static const char full_row[] = "{\"count\":3,\"flag\":1,\"mark\":1,\"nullable\":\"b\",\"number\":0,"
                               "\"reference\":9,\"star\":2,\"state\":\"closed\",\"text\":\"𠮷\"}";
static const char bare_row[] =
  "{\"count\":null,\"flag\":0,\"mark\":null,\"nullable\":null,\"number\":7,"
  "\"reference\":null,\"star\":1,\"state\":\"open\",\"text\":\"\"}";

static json_t *
parse (const char *text)
{
  json_t *json = json_loads (text, 0, NULL);

  g_assert_nonnull (json);
  return json;
}

static void
assert_written (const Thing *thing, const char *expected)
{
  g_autoptr (json_t) row = json_object ();
  g_autofree char *text = NULL;

  sgn_fields_write (fields, thing, row);
  text = sgn_json_to_canonical (row);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_rows_come_back_as_they_went (void)
{
  const char *const rows[] = { full_row, bare_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (json_t) row = parse (rows[i]);
    g_autoptr (GError) error = NULL;
    Thing thing = { 0 };
    Thing copy = { 0 };

    g_assert_true (sgn_fields_read (fields, "thing", row, &thing, &error));
    g_assert_no_error (error);
    assert_written (&thing, rows[i]);

    sgn_fields_copy (fields, &thing, &copy);
    sgn_fields_clear (fields, &thing);
    g_assert_null (thing.text);
    assert_written (&copy, rows[i]);
    sgn_fields_clear (fields, &copy);
  }
}

static void
test_null_means_not_said (void)
{
  g_autoptr (json_t) row = parse (bare_row);
  Thing thing = { 0 };

  g_assert_true (sgn_fields_read (fields, "thing", row, &thing, NULL));

  g_assert_null (thing.nullable);
  g_assert_cmpint (thing.count, ==, -1);
  g_assert_cmpint (thing.reference, ==, 0);
  g_assert_false (thing.state);
  sgn_fields_clear (fields, &thing);
}

static void
test_wrong_columns_are_damage (void)
{
  static const struct {
    const char *name;
    const char *value;
  } cases[] = {
    { "text", "null" },   { "text", "1" },       { "nullable", "1" },  { "nullable", "[]" },
    { "number", "null" }, { "number", "\"1\"" }, { "number", "-1" },   { "number", "1.0" },
    { "count", "-1" },    { "count", "\"3\"" },  { "reference", "0" }, { "reference", "true" },
    { "star", "0" },      { "star", "3" },       { "star", "null" },   { "flag", "true" },
    { "flag", "2" },      { "flag", "null" },    { "state", "null" },  { "state", "\"half\"" },
    { "state", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (json_t) row = parse (full_row);
    g_autoptr (GError) error = NULL;
    g_autoptr (json_t) value = json_loads (cases[i].value, JSON_DECODE_ANY, NULL);
    g_autofree char *words = sgn_entry_column_to_words (cases[i].name);
    Thing thing = { 0 };

    json_object_set (row, cases[i].name, value);
    g_assert_false (sgn_fields_read (fields, "thing", row, &thing, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, words));
    sgn_fields_clear (fields, &thing);
  }
}

static gboolean
may_be_null (SgnFieldKind kind)
{
  return kind == SGN_FIELD_NULLABLE || kind == SGN_FIELD_COUNT || kind == SGN_FIELD_REFERENCE ||
         kind == SGN_FIELD_MARK;
}

static void
test_only_a_column_that_may_be_null_may_be_missing (void)
{
  for (const SgnField *field = fields; field->name != NULL; field++) {
    g_autoptr (json_t) row = parse (full_row);
    g_autoptr (GError) error = NULL;
    Thing thing = { 0 };

    json_object_del (row, field->name);
    g_assert_cmpint (sgn_fields_read (fields, "thing", row, &thing, &error), ==,
                     may_be_null (field->kind));
    if (!may_be_null (field->kind))
      g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
    sgn_fields_clear (fields, &thing);
  }
}

static void
test_columns_of_a_later_version_are_passed_over (void)
{
  g_autoptr (json_t) row = parse (full_row);
  Thing thing = { 0 };

  sgn_json_set_string (row, "colour", "green");
  g_assert_true (sgn_fields_read (fields, "thing", row, &thing, NULL));
  assert_written (&thing, full_row);
  sgn_fields_clear (fields, &thing);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/rows-come-back-as-they-went", test_rows_come_back_as_they_went);
  g_test_add_func ("/fields/null-means-not-said", test_null_means_not_said);
  g_test_add_func ("/fields/wrong-columns-are-damage", test_wrong_columns_are_damage);
  g_test_add_func ("/fields/only-a-column-that-may-be-null-may-be-missing",
                   test_only_a_column_that_may_be_null_may_be_missing);
  g_test_add_func ("/fields/columns-of-a-later-version-are-passed-over",
                   test_columns_of_a_later_version_are_passed_over);
  return g_test_run ();
}
