/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-text-diff.h"

/* “[-removed-]”, “{+added+}”. */
static char *
to_words (GPtrArray *pieces)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const SgnTextPiece *piece = g_ptr_array_index (pieces, i);

    if (piece->change == SGN_TEXT_SAME)
      g_string_append (words, piece->text);
    else
      g_string_append_printf (words, piece->change == SGN_TEXT_REMOVED ? "[-%s-]" : "{+%s+}",
                              piece->text);
  }
  return g_string_free (words, FALSE);
}

static const struct {
  const char *name;
  const char *before;
  const char *after;
  const char *expected;
} cases[] = {
  { "nothing", NULL, NULL, "" },
  { "the-same", "同じ文です。", "同じ文です。", "同じ文です。" },
  { "all-new", NULL, "新しい文", "{+新しい文+}" },
  { "all-gone", "前の文", "", "[-前の文-]" },
  { "words-of-a-sentence", "事故が起きたときは対処し、再発を防ぎます。",
    "事故が起きたときは速やかに対処し、再発を防ぎます。",
    "事故が起きたときは{+速やかに+}対処し、再発を防ぎます。" },
  { "one-word-for-another", "We act at once.", "We act soon.", "We act [-at once-]{+soon+}." },
  { "at-both-ends", "古い方針です", "新しい方針でした",
    "[-古い-]{+新しい+}方針[-です-]{+でした+}" },
  { "in-several-places", "a b c d e", "a x c y e", "a [-b-]{+x+} c [-d-]{+y+} e" },
  { "rare-characters", "𠮷田と葛󠄀西", "𠮷田と葛󠄀城",
    "𠮷田と[-葛󠄀西-]{+葛󠄀城+}" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) pieces = sgn_text_diff (cases[i].before, cases[i].after);
  g_autofree char *found = to_words (pieces);

  g_assert_cmpstr (found, ==, cases[i].expected);
}

/* Texts too long for a table are still both there. */
static void
test_long_texts_differ_as_a_whole (void)
{
  g_autoptr (GString) before = g_string_new ("begin ");
  g_autoptr (GString) after = g_string_new ("begin ");
  g_autoptr (GPtrArray) pieces = NULL;

  for (guint i = 0; i < 3000; i++) {
    g_string_append_printf (before, "a%u ", i);
    g_string_append_printf (after, "b%u ", i);
  }
  g_string_append (before, "end");
  g_string_append (after, "end");

  pieces = sgn_text_diff (before->str, after->str);

  g_assert_cmpuint (pieces->len, ==, 4);
  g_assert_cmpint (((SgnTextPiece *) pieces->pdata[1])->change, ==, SGN_TEXT_REMOVED);
  g_assert_cmpint (((SgnTextPiece *) pieces->pdata[2])->change, ==, SGN_TEXT_ADDED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/text-diff/", cases[i].name, NULL);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/text-diff/long-texts-differ-as-a-whole", test_long_texts_differ_as_a_whole);
  return g_test_run ();
}
