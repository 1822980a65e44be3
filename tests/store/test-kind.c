/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-kind-private.h"

#include "sgn-entry.h"

static void
test_kinds_are_found_by_name (void)
{
  g_assert_cmpstr (sgn_kind_find ("evidence-link")->table, ==, "evidence_link");
  g_assert_null (sgn_kind_find ("evidence_link"));
  g_assert_null (sgn_kind_find ("event"));
  g_assert_null (sgn_kind_find (""));
}

static void
test_tables_have_words (void)
{
  static const struct {
    const char *table;
    const char *words;
  } cases[] = { { "task_link", "What tasks are for" },
                { "event", "History" },
                { "lease", "lease" } };

  g_assert_cmpstr (sgn_kind_find_by_table ("evidence_link")->kind, ==, "evidence-link");
  g_assert_null (sgn_kind_find_by_table ("evidence-link"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = sgn_kind_table_to_words (cases[i].table);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_kinds_and_columns_have_words (void)
{
  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *kind = sgn_kinds ()[i];
    g_autofree char *entries = sgn_entry_kind_to_words (kind->kind);

    g_assert_cmpstr (entries, !=, kind->kind);
    for (guint k = 0; kind->columns[k].name != NULL; k++) {
      g_autofree char *column = sgn_entry_column_to_words (kind->columns[k].name);

      g_assert_cmpstr (column, !=, kind->columns[k].name);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/kinds-are-found-by-name", test_kinds_are_found_by_name);
  g_test_add_func ("/kind/tables-have-words", test_tables_have_words);
  g_test_add_func ("/kind/kinds-and-columns-have-words", test_kinds_and_columns_have_words);

  return g_test_run ();
}
