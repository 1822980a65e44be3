/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-entry.h"

#include <string.h>

/* What cannot be, and the other entry that stands in the way. */
static const struct {
  const char *kind;
  const char *id;
  const char *row; /* NULL: removed */
  const char *other_kind;
  const char *other;
} conflicts[] = {
  { SGN_KIND_SITE, "1", NULL, SGN_KIND_ASSESSMENT, "1" },
  { SGN_KIND_PERSON, "1", NULL, SGN_KIND_ASSESSMENT, "1" },
  { SGN_KIND_DECLARATION, "1", NULL, SGN_KIND_PLACE, "1" },
  { SGN_KIND_EVIDENCE, "1", NULL, SGN_KIND_EVIDENCE_LINK, "1/answer/1/SD-01" },
  { SGN_KIND_ASSESSMENT, "1", NULL, SGN_KIND_ANSWER, "1/SD-01" },
  { SGN_KIND_ANSWER, "9/SD-01", "{'value':'done','at':'2026-11-20T16:42:00+09:00'}",
    SGN_KIND_ASSESSMENT, "9" },
  { SGN_KIND_PLACE, "1", "{'declaration':8,'place':'名刺'}", SGN_KIND_DECLARATION, "8" },
  { SGN_KIND_EVIDENCE, "1",
    "{'sha256':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','size':1,"
    "'title':'t','file_name':'f','media_type':'m','added_at':'2026-11-20T16:42:00+09:00',"
    "'retired':0}",
    NULL, "aaaaaaaaaaaa" },
};

static void
test_what_stands_in_the_way_is_named (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  for (guint i = 0; i < G_N_ELEMENTS (conflicts); i++) {
    g_autoptr (json_t) row = conflicts[i].row != NULL ? row_new (conflicts[i].row) : NULL;
    g_autofree char *entry = sgn_entry_to_words (conflicts[i].kind, conflicts[i].id);
    g_autofree char *other = conflicts[i].other_kind != NULL
                               ? sgn_entry_to_words (conflicts[i].other_kind, conflicts[i].other)
                               : g_strdup (conflicts[i].other);
    g_autoptr (GError) error = NULL;

    g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
    g_assert_false (sgn_company_file_put (file, conflicts[i].kind, conflicts[i].id, row, &error));
    assert_said (error, SGN_ERROR_INVALID);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, entry));
    g_assert_nonnull (strstr (error->message, other));
  }
  assert_verifies (file);
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reference/what-stands-in-the-way-is-named", test_what_stands_in_the_way_is_named);

  return g_test_run ();
}
