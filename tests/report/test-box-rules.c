/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of pages themselves: a sound sheet keeps them all, and each is broken by a sheet that
 * differs from the sound one in what the rule speaks of. */
#include "box-rules.h"

#include <string.h>

/* A sheet with a block, a table whose second row goes on overleaf, and two headings. */
static const char sound[] = "p1 text 17.0 bold 185.4,98.3 235.7x22.0 <H1> 証拠一覧\n"
                            "p1 line 56.7,138.0 493.2x0.0 pen=ink:0.9\n"
                            "p1 rect 56.7,138.0 66.9x18.0 fill=tint\n"
                            "p1 text 8.5 regular 61.7,150.3 25.5x13.0 <TH> 会社名\n"
                            "p1 text 9.0 bold 129.6,150.5 108.0x13.0 <TD> 株式会社甲\n"
                            "p1 line 56.7,156.0 493.2x0.0 pen=ink:0.9\n"
                            "p1 text 11.5 bold 65.7,201.4 60.9x16.0 <H2> 1　証拠\n"
                            "p1 rect 56.7,190.4 3.4x13.0 fill=accent\n"
                            "p1 rect 56.7,210.0 493.2x18.0 fill=tint\n"
                            "p1 line 56.7,210.0 493.2x0.0 pen=ink:0.9\n"
                            "p1 text 8.0 bold 60.6,222.1 15.0x12.0 <TH> No.\n"
                            "p1 text 8.0 bold 82.4,222.1 30.4x12.0 <TH> 内容\n"
                            "p1 line 56.7,228.0 493.2x0.0 pen=ink:0.6\n"
                            "p1 text 9.5 regular 65.7,242.0 4.8x13.0 <TD> 1\n"
                            "p1 text 9.0 regular 82.4,242.0 60.5x13.0 <TH> 台帳\n"
                            "p1 line 56.7,249.0 493.2x0.0 pen=ink:0.5\n"
                            "p1 text 9.5 regular 65.7,720.0 4.8x13.0 <TD> 2\n"
                            "p1 text 9.0 regular 82.4,720.0 60.5x13.0 <TH> 一行目\n"
                            "p1 text 9.0 regular 82.4,732.5 60.5x13.0 <TH> 二行目\n"
                            "p1 text 9.0 regular 82.4,745.0 60.5x13.0 <TH> 三行目\n"
                            "p1 line 56.7,750.0 493.2x0.0 pen=ink:0.9\n"
                            "p1 line 56.7,767.9 493.2x0.0 pen=ink:0.4\n"
                            "p1 text 7.0 regular 56.7,785.5 101.0x10.0 様式 S-10\n"
                            "p1 text 7.0 regular 56.7,795.5 136.2x10.0 設問 ipa-self-check 4.0\n"
                            "p1 text 7.0 regular 56.7,805.5 188.4x10.0 記録 3f9a 27c1 e08b\n"
                            "p1 text 9.0 regular 292.4,796.3 21.8x13.0 1 / 2\n"
                            "p1 qr 510.2,773.9 39.7x39.7 fill=ink <Figure>\n"
                            "p1 text 7.0 regular 463.2,801.2 42.0x10.0 <P> 記録の照合用\n"
                            "p2 rect 56.7,68.8 493.2x18.0 fill=tint\n"
                            "p2 line 56.7,68.8 493.2x0.0 pen=ink:0.9\n"
                            "p2 text 8.0 bold 60.6,80.9 15.0x12.0 No.\n"
                            "p2 text 8.0 bold 82.4,80.9 30.4x12.0 内容\n"
                            "p2 line 56.7,86.8 493.2x0.0 pen=ink:0.6\n"
                            "p2 text 9.5 regular 0.0,9.5 0.0x13.0 <TD> \n"
                            "p2 text 9.0 regular 82.4,101.4 60.5x13.0 <TH> 四行目\n"
                            "p2 text 9.0 regular 82.4,114.0 60.5x13.0 <TH> 五行目\n"
                            "p2 text 9.0 regular 82.4,126.5 60.5x13.0 <TH> 六行目\n"
                            "p2 text 9.0 regular 82.4,139.0 60.5x13.0 <TH> 七行目\n"
                            "p2 line 56.7,145.0 493.2x0.0 pen=ink:0.9\n"
                            "p2 text 11.5 bold 65.7,201.4 60.9x16.0 <H2> 2　ほかに\n"
                            "p2 rect 56.7,190.4 3.4x13.0 fill=accent\n"
                            "p2 text 9.5 regular 56.7,222.0 200.0x15.0 <P> ほかにはありません。\n"
                            "p2 text 8.5 bold 475.0,47.1 72.9x14.0 EL-2026-0001\n"
                            "p2 line 56.7,54.9 493.2x0.0 pen=ink:0.9\n"
                            "p2 line 56.7,767.9 493.2x0.0 pen=ink:0.4\n"
                            "p2 text 7.0 regular 56.7,785.5 101.0x10.0 様式 S-10\n"
                            "p2 text 7.0 regular 56.7,795.5 136.2x10.0 設問 ipa-self-check 4.0\n"
                            "p2 text 7.0 regular 56.7,805.5 188.4x10.0 記録 3f9a 27c1 e08b\n"
                            "p2 text 9.0 regular 292.4,796.3 21.8x13.0 2 / 2\n"
                            "p2 qr 510.2,773.9 39.7x39.7 fill=ink <Figure>\n"
                            "p2 text 7.0 regular 463.2,801.2 42.0x10.0 <P> 記録の照合用\n";

/* What is taken away: lines that have one of the words between bars; then @from becomes @to. */
static const struct {
  const char *rule;
  const char *without;
  const char *from;
  const char *to;
} cases[] = {
  { "every line of the dump is a box", "", "ほかには", "ほかに\nは" },
  { "texts stay in the text area", "", "56.7,222.0 200.0x15.0", "56.7,222.0 500.0x15.0" },
  { "texts stay in the text area", "", "65.7,242.0", "51.0,242.0" },
  { "texts stay in the text area", "", "185.4,98.3", "185.4,40.0" },
  { "texts lie apart", "", "129.6,150.5", "80.6,150.5" },
  { "texts lie apart", "", "82.4,732.5", "82.4,724.5" },
  { "texts lie apart", "", "292.4,796.3 21.8x13.0 1",
    "205.4,796.3 21.8x13.0 1\np1 text 9.0 regular "
    "150.0,786.0 80.0x10.0 写し" },
  { "no line goes through a text", "", "p1 line 56.7,249.0", "p1 line 56.7,239.0" },
  { "no line goes through a text", "", "p1 line 56.7,249.0 493.2x0.0",
    "p1 line 100.0,230.0 0.0x20.0" },
  { "texts stay in their frames", "", "61.7,150.3 25.5x13.0", "61.7,150.3 64.5x13.0" },
  { "texts stay in their frames", "", "8.0 bold 82.4,222.1", "12.0 bold 82.4,229.5" },
  { "every page has its foot", "p2 qr", "", "" },
  { "every page has its foot", "p1 line 56.7,767.9", "", "" },
  { "every page has its foot", "p2 text 7.0 regular 56.7,805.5|795.5", "", "" },
  { "every page has its foot", "", "56.7,222.0 200.0x15.0", "56.7,777.0 200.0x15.0" },
  { "every page has its number", "", "2 / 2", "2 / 3" },
  { "every page has its number", "1 / 2", "", "" },
  { "no heading ends a page", "ほかにはありません", "", "" },
  { "no group row ends a page", "一行目|二行目|三行目|p2 text 9.5 regular 0.0",
    "p1 text 9.5 regular 65.7,720.0 4.8x13.0 <TD> 2",
    "p1 text 9.0 bold 65.7,720.0 4.8x13.0 <TH> 第2部" },
  { "heads are repeated", "p2 rect 56.7,68.8", "", "" },
  { "heads are repeated", "80.9", "", "" },
  { "blocks stay whole", "", "p2 rect 56.7,68.8 493.2x18.0", "p2 rect 56.7,68.8 66.9x18.0" },
  { "rows are split with three lines on each side", "三行目", "", "" },
  { "rows are split with three lines on each side", "五行目|六行目", "", "" },
  { "rows are split with three lines on each side", "七行目", "", "" },
  { "the last page is not bare", "五行目|六行目|七行目|H2> 2|ほかには", "", "" },
};

static gboolean
has_one (const char *line, char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (line, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static BoxDump *
break_sound (gsize i)
{
  g_auto (GStrv) lines = g_strsplit (sound, "\n", -1);
  g_auto (GStrv) words = g_strsplit (cases[i].without, "|", -1);
  GString *text = g_string_new (NULL);
  BoxDump *dump = NULL;

  for (guint k = 0; lines[k] != NULL && lines[k + 1] != NULL; k++)
    if (!has_one (lines[k], words))
      g_string_append_printf (text, "%s\n", lines[k]);
  if (*cases[i].from != '\0')
    g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 0), ==, 1);
  dump = box_dump_new (text->str);
  g_string_free (text, TRUE);
  return dump;
}

static const BoxRuleEntry *
find_rule (const char *name)
{
  guint n = 0;
  const BoxRuleEntry *rules = box_rules_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rules[i].name, name))
      return &rules[i];
  return NULL;
}

static void
test_a_sound_sheet_keeps_all (void)
{
  g_autoptr (BoxDump) dump = box_dump_new (sound);
  g_autofree char *broken = box_rules_check (dump, FALSE);

  g_assert_cmpuint (dump->pages, ==, 2);
  g_assert_cmpstr (broken, ==, NULL);
}

static void
test_broken (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const BoxRuleEntry *rule = find_rule (cases[i].rule);
  g_autoptr (BoxDump) dump = break_sound (i);
  g_autofree char *where = NULL;

  g_assert_nonnull (rule);
  where = rule->check (dump);
  g_assert_nonnull (where);
  g_test_message ("%s", where);
}

static void
test_each_rule_has_been_broken (void)
{
  guint n = 0;
  const BoxRuleEntry *rules = box_rules_get (&n);

  for (guint i = 0; i < n; i++) {
    gboolean found = FALSE;

    for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
      found |= g_str_equal (cases[k].rule, rules[i].name);
    g_assert_true (found);
  }
}

static void
test_nothing_is_no_sheet (void)
{
  g_autoptr (BoxDump) dump = box_dump_new ("");
  g_autofree char *broken = box_rules_check (dump, FALSE);

  g_assert_nonnull (strstr (broken, "no page"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/box-rules/a-sound-sheet-keeps-all", test_a_sound_sheet_keeps_all);
  g_test_add_func ("/box-rules/each-has-been-broken", test_each_rule_has_been_broken);
  g_test_add_func ("/box-rules/nothing-is-no-sheet", test_nothing_is_no_sheet);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path =
      g_strdup_printf ("/box-rules/broken/%s/%" G_GSIZE_FORMAT, cases[i].rule, i);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_broken);
  }
  return g_test_run ();
}
