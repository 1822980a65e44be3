/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-support.h"

#include "sgn-event-log-private.h"

#include "sgn-entry.h"

#include <string.h>

static void
test_an_act_is_one_group_of_one_time (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *first = NULL;
  const SgnEvent *last = NULL;

  fill_file (file);
  events = sgn_company_file_get_history (file, NULL);
  first = events->pdata[0];
  last = events->pdata[2];
  g_assert_cmpint (first->group, ==, 1);
  g_assert_cmpint (last->group, ==, 1);
  g_assert_cmpstr (first->at, ==, last->at);
  g_assert_cmpint (((SgnEvent *) events->pdata[3])->group, ==, 4);
  close_file (file);
}

/* What does not fit is refused, and the act with it. */
static const struct {
  const char *kind;
  const char *id;
  const char *row; /* (nullable): removal */
} misfits[] = {
  { "person", "1", NULL },                              /* answers refer to it */
  { "assessment", "1", NULL },                          /* it has answers */
  { "answer", "99/SD-01", "{'at':'2026-11-20'}" },      /* no such assessment */
  { "answer", "1/SD-09", "{'at':'t','person':99}" },    /* no such person */
  { "answer", "1/SD-09", "{'value':'done'}" },          /* no time */
  { "company", "2", "{'name':'もう一社','sample':0}" }, /* there is one company */
  { "company", "1", "{'name':'','sample':0}" },         /* without a name */
  { "assessment", "2", "{'catalogue':'c','edition':'1','state':'ajar','opened_at':'t'}" },
  { "evidence-link", "9/answer/1/SD-01", "{}" },     /* no such evidence */
  { "place", "2", "{'declaration':9,'place':'x'}" }, /* no such declaration */
  { "site", "2", "{'name':'x','employees':-1}" },
  { "evidence", "2",
    "{'sha256':'0000000000000000000000000000000000000000000000000000000000000000','size':1,"
    "'title':'','file_name':'','media_type':'','added_at':'t','retired':0}" }, /* no such file */
};

static void
test_misfits_are_refused (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  for (gsize i = 0; i < G_N_ELEMENTS (misfits); i++) {
    g_autoptr (json_t) row = misfits[i].row != NULL ? row_new (misfits[i].row) : NULL;
    g_autofree char *words = sgn_entry_to_words (misfits[i].kind, misfits[i].id);
    g_autoptr (GError) error = NULL;

    g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
    if (sgn_company_file_put (file, misfits[i].kind, misfits[i].id, row, &error))
      g_error ("%s %s was taken", misfits[i].kind, misfits[i].id);
    assert_said (error, SGN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, words));
  }
  assert_verifies (file);
  close_file (file);
}

static void
test_an_unknown_kind_is_refused (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) row = row_new ("{}");
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_false (sgn_company_file_put (file, "asset", "1", row, &error));
  assert_said (error, SGN_ERROR_USAGE);
  close_file (file);
}

static void
test_a_lone_file_is_kept (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GBytes) bytes = g_bytes_new ("x", 1);
  g_autofree char *sha256 = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  g_assert_true (sgn_company_file_put_blob (file, bytes, &sha256, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  assert_verifies (file);
  close_file (file);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM blob"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/act/an-act-is-one-group-of-one-time", test_an_act_is_one_group_of_one_time);
  ADD ("/act/misfits-are-refused", test_misfits_are_refused);
  ADD ("/act/an-unknown-kind-is-refused", test_an_unknown_kind_is_refused);
  ADD ("/act/a-lone-file-is-kept", test_a_lone_file_is_kept);

  return g_test_run ();
}
