/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-match.h"

static const struct {
  const char *typed;
  const char *words; /* joined by a bar */
} splits[] = {
  { "", "" },
  { "　 \t", "" },
  { "バックアップ", "バックアップ" },
  { "ﾊﾞｯｸｱｯﾌﾟ　ばっくあっぷ", "バックアップ|バックアップ" },
  { " Ｕｓｂ  鍵 ", "usb|鍵" },
};

static void
test_words_are_parted_and_folded (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++) {
    g_autoptr (GPtrArray) words = sgn_match_split (splits[i].typed);
    g_autofree char *joined = NULL;

    g_ptr_array_add (words, NULL);
    joined = g_strjoinv ("|", (char **) words->pdata);
    g_assert_cmpstr (joined, ==, splits[i].words);
  }
}

static const struct {
  const char *text;
  const char *typed;
  SgnFit fit;
} fits[] = {
  { "台帳", "台帳", SGN_FIT_WHOLE },
  { "台帳を作る", "台帳", SGN_FIT_BEGINNING },
  { "資産台帳", "台帳", SGN_FIT_INSIDE },
  { "資産台帳", "資産 台帳", SGN_FIT_INSIDE },
  { "資産台帳", "資産 名簿", SGN_FIT_NOT },
  { "ぱすわーど", "パスワード", SGN_FIT_WHOLE },
  { "台帳", "", SGN_FIT_NOT },
  { "", "台帳", SGN_FIT_NOT },
};

static void
test_the_worst_word_decides (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++) {
    g_autoptr (GString) texts = g_string_new (NULL);
    g_autoptr (GPtrArray) words = sgn_match_split (fits[i].typed);

    sgn_match_append (texts, fits[i].text);
    g_assert_cmpint (sgn_match_fit (texts->str, words), ==, fits[i].fit);
  }
}

static void
test_each_text_has_its_own_beginning (void)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GPtrArray) words = sgn_match_split ("鍵");
  g_autoptr (GPtrArray) across = sgn_match_split ("名簿鍵");

  sgn_match_append (texts, "名簿");
  sgn_match_append (texts, NULL);
  sgn_match_append (texts, "鍵の管理");

  g_assert_cmpint (sgn_match_fit (texts->str, words), ==, SGN_FIT_BEGINNING);
  g_assert_cmpint (sgn_match_fit (texts->str, across), ==, SGN_FIT_NOT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/match/words-are-parted-and-folded", test_words_are_parted_and_folded);
  g_test_add_func ("/match/the-worst-word-decides", test_the_worst_word_decides);
  g_test_add_func ("/match/each-text-has-its-own-beginning", test_each_text_has_its_own_beginning);

  return g_test_run ();
}
