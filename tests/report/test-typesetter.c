/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-typesetter.h"

#include <string.h>

static char *
join_lines (GPtrArray *lines)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SgnLine *line = g_ptr_array_index (lines, i);
    g_string_append (all, i > 0 ? "|" : "");
    g_string_append (all, line->text);
  }
  return g_string_free (all, FALSE);
}

/* Cells of 8.5 pt, @width in points. */
static const struct {
  const char *name;
  const char *text;
  double width;
  const char *lines;
} cases[] = {
  { "one-line", "実施", 100, "実施" },
  { "empty", "", 100, "" },
  { "line-ends", "一\n二\r\n三", 100, "一|二|三" },
  { "long-word-breaks", "WWWWWWWWWW", 40, "WWWW|WWWW|WW" },
  { "space-at-the-break-goes", "alpha beta", 30, "alpha|beta" },
};

static void
test_break (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (typesetter, SGN_TYPE_CELL, cases[i].text, cases[i].width);
  g_autofree char *joined = join_lines (lines);

  g_assert_cmpstr (joined, ==, cases[i].lines);
}

/* Kinsoku: a comma never starts a line. */
static void
test_comma_stays (void)
{
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
  double four = sgn_typesetter_measure (typesetter, SGN_TYPE_CELL, "あいうえ");
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (typesetter, SGN_TYPE_CELL, "あいうえ、かき", four + 0.5);
  g_autofree char *joined = join_lines (lines);

  g_assert_cmpstr (joined, ==, "あいう|え、かき");
}

/* Every line fits, nothing is lost, and a line of one to three characters does not end the cell
 * where another measure avoids it. */
static void
test_orphans (void)
{
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
  const char *text = "私物スマートフォンの業務連絡での利用実態を確かめていない。";
  double full = sgn_typesetter_measure (typesetter, SGN_TYPE_CELL, text);
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (typesetter, SGN_TYPE_CELL, text, full - 12);
  const SgnLine *last = g_ptr_array_index (lines, lines->len - 1);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (g_utf8_strlen (last->text, -1), >, 3);
}

static void
test_width_is_what_is_measured (void)
{
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
  const char *text = "図面サーバーの共用IDが2つ残っており、1月までに廃止する。";
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (typesetter, SGN_TYPE_CELL, text, 90);

  g_assert_cmpuint (lines->len, >, 2);
  for (guint i = 0; i < lines->len; i++) {
    const SgnLine *line = g_ptr_array_index (lines, i);
    double width = sgn_typesetter_measure (typesetter, SGN_TYPE_CELL, line->text);
    g_assert_cmpfloat (line->width, <=, 90);
    g_assert_cmpfloat_with_epsilon (line->width, width, 0.01);
  }
}

/* Digits of the number face are all as wide as each other. */
static void
test_digits_align (void)
{
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
  double ones = sgn_typesetter_measure (typesetter, SGN_TYPE_NUMBER, "1111");

  g_assert_cmpfloat_with_epsilon (sgn_typesetter_measure (typesetter, SGN_TYPE_NUMBER, "8888"),
                                  ones, 0.001);
  g_assert_cmpfloat_with_epsilon (sgn_typesetter_measure (typesetter, SGN_TYPE_NUMBER, "+−/-"),
                                  ones, 0.001);
}

static const struct {
  const char *text;
  const char *joined; /* _ for a joiner */
} joins[] = {
  { "第4.0版", "第_4.0_版" },
  { "証拠 36件", "証拠 36_件" },
  { "No. 12", "No. _12" },
  { "2→4", "2_→_4" },
  { "23 November 2026", "23 _November _2026" },
  { "alpha beta", "alpha beta" },
  { "", "" },
};

static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++) {
    g_autofree char *joined = sgn_text_join (joins[i].text);
    g_auto (GStrv) parts = g_strsplit (joined, "\u2060", -1);
    g_autofree char *shown = g_strjoinv ("_", parts);
    g_assert_cmpstr (shown, ==, joins[i].joined);
  }
}

static void
test_joiners_never_reach_the_paper (void)
{
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_EN);
  g_autofree char *glued = sgn_text_glue ("3 (0 → 2)");
  g_autofree char *text = g_strconcat ("alpha ", glued, NULL);
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (typesetter, SGN_TYPE_CELL, text, 45);
  g_autofree char *joined = join_lines (lines);

  g_assert_cmpstr (joined, ==, "alpha|3 (0 → 2)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/typesetter/break/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_break);
  }
  g_test_add_func ("/typesetter/a-comma-stays-with-its-word", test_comma_stays);
  g_test_add_func ("/typesetter/orphans-are-avoided", test_orphans);
  g_test_add_func ("/typesetter/width-is-what-is-measured", test_width_is_what_is_measured);
  g_test_add_func ("/typesetter/digits-align", test_digits_align);
  g_test_add_func ("/typesetter/join", test_join);
  g_test_add_func ("/typesetter/joiners-never-reach-the-paper", test_joiners_never_reach_the_paper);
  return g_test_run ();
}
