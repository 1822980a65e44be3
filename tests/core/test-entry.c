/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-entry.h"

static const struct {
  const char *kind;
  const char *id;
  const char *column;
  const char *words; /* of the entry, or of its column */
} cases[] = {
  { "answer", "2/SD-03", NULL, "No. 3 (check 2)" },
  { "answer", "2/SD-03", "note", "Note of No. 3 (check 2)" },
  { "answer", "1/1-2-1-1", "value", "Answer of 1-2-1-1 (check 1)" },
  { "answer", "1/with/slash", NULL, "with/slash (check 1)" },
  { "answer", "bare", NULL, "Answer bare" },
  { "answer", "", NULL, "Answer " },
  { "company", "1", "name", "Name of the company" },
  { "evidence-link", "5/item/SD-03", NULL, "What evidence 5 proves" },
  { "policy", "3", "published_on", "Day of publication of Version 3 of the basic policy" },
  { "issue", "DG-2026-0001", NULL, "Document DG-2026-0001" },
  { "catalogue", "customer@1", "text", "Text of Guideline “customer@1”" },
  { "person", "%s%s", "name", "Name of Person %s%s" },
  { "moon", "1", NULL, "moon 1" },
  { "person", "1", "moon", "moon of Person 1" },
};

static void
test_entries_have_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words =
      cases[i].column != NULL
        ? sgn_entry_value_to_words (cases[i].kind, cases[i].id, cases[i].column)
        : sgn_entry_to_words (cases[i].kind, cases[i].id);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_kinds_have_words (void)
{
  g_autofree char *known = sgn_entry_kind_to_words ("answer");
  g_autofree char *unknown = sgn_entry_kind_to_words ("moon");

  g_assert_cmpstr (known, ==, "Answers");
  g_assert_cmpstr (unknown, ==, "moon");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry/entries-have-words", test_entries_have_words);
  g_test_add_func ("/entry/kinds-have-words", test_kinds_have_words);

  return g_test_run ();
}
