/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fold.h"

static void
test_same_words_have_the_same_key (void)
{
  static const struct {
    const char *one;
    const char *other;
  } cases[] = {
    { "葛󠄀城", "葛城" },          /* variation sequence */
    { "ｱ", "ア" },                     /* width */
    { "ひらがな", "ヒラガナ" },        /* kana */
    { "がぎぐ", "ガギグ" },            /* voiced */
    { "ｶﾞｷﾞ", "ガギ" },                /* half-width voiced */
    { "カ゛ハ゜", "ガパ" },            /* marks that stand alone */
    { "ゔゝゞ", "ヴヽヾ" },            /* rare ones */
    { "ABC", "ａｂｃ" },               /* case and width */
    { "データ", "デ-タ" },             /* prolonged sound */
    { "ﾃﾞｰﾀ", "データ" },              /* half-width prolonged sound */
    { "1‐2–3—4−5－6", "1-2-3-4-5-6" }, /* dashes */
    { "9〜10～11", "9~10~11" },        /* waves */
    { "山田　太郎", "山田太郎" },      /* spaces */
    { "a\tb\nc", "abc" },              /* white space */
    { "㈱ひなた", "(株)ひなた" },      /* one sign for several */
    { "\xEF\xA8\x99", "神" },          /* compatibility ideograph */
    { "Ⅲ①", "iii1" },                  /* numerals */
    { "e\xCC\x81", "é" },              /* composed */
    { "a\xE2\x80\x8B"
      "b",
      "ab" }, /* nothing to see */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *one = sgn_fold (cases[i].one);
    g_autofree char *other = sgn_fold (cases[i].other);

    g_assert_cmpstr (one, ==, other);
  }
}

/* Most texts are folded without normalising; a variation selector, which is left out, makes sure
 * that one is normalised. */
static char *
fold_the_long_way (const char *text)
{
  g_autofree char *marked = g_strconcat (text, "\xEF\xB8\x80", NULL);

  return sgn_fold (marked);
}

static void
test_the_short_way_leads_to_the_same_key (void)
{
  for (gunichar c = 1; c < 0x30000; c++) {
    char text[7] = { 0 };
    g_autofree char *key = NULL;
    g_autofree char *long_way = NULL;

    if (!g_unichar_validate (c))
      continue;
    g_unichar_to_utf8 (c, text);
    key = sgn_fold (text);
    long_way = fold_the_long_way (text);
    if (!g_str_equal (key, long_way))
      g_error ("U+%04X has two keys", c);
  }
}

typedef struct {
  gunichar first;
  gunichar last;
} Range;

/* What Japanese texts are made of; from the seventh on, what lies beside it and what joins it. */
static const Range ranges[] = {
  { 0x20, 0x7e },     { 0x3000, 0x3002 },   { 0x3008, 0x3011 },   { 0x3041, 0x3096 },
  { 0x30a1, 0x30fe }, { 0x4e00, 0x9fff },   { 0xff01, 0xff5e },   { 0x01, 0x17f },
  { 0x300, 0x36f },   { 0x1100, 0x11ff },   { 0x2000, 0x206f },   { 0x2f00, 0x33ff },
  { 0x3099, 0x309e }, { 0xac00, 0xd7a3 },   { 0xf900, 0xfaff },   { 0xfe00, 0xfe4f },
  { 0xff00, 0xffef }, { 0x1f300, 0x1f64f }, { 0x20000, 0x2a6d6 },
};

static char *
make_random_text (gint n_ranges)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint32 length = g_test_rand_int_range (0, 30); length > 0; length--) {
    const Range *range = &ranges[g_test_rand_int_range (0, n_ranges)];

    g_string_append_unichar (text, (gunichar) g_test_rand_int_range ((gint32) range->first,
                                                                     (gint32) range->last + 1));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Single characters do not show what becomes of those that stand side by side. */
static void
test_the_short_way_leads_to_the_same_key_of_any_text (void)
{
  static const gint n_ranges[] = { 1, 5, 7, 8, G_N_ELEMENTS (ranges) };

  for (guint i = 0; i < 20000; i++) {
    g_autofree char *text = make_random_text (n_ranges[i % G_N_ELEMENTS (n_ranges)]);
    g_autofree char *key = sgn_fold (text);
    g_autofree char *long_way = fold_the_long_way (text);

    g_assert_cmpstr (key, ==, long_way);
  }
}

static void
test_different_words_have_different_keys (void)
{
  static const struct {
    const char *one;
    const char *other;
  } cases[] = {
    { "カ", "ガ" }, { "髙", "高" }, { "ハ", "パ" }, { "ツ", "ッ" }, { "a", "b" }, { "𠮷", "吉" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *one = sgn_fold (cases[i].one);
    g_autofree char *other = sgn_fold (cases[i].other);

    g_assert_cmpstr (one, !=, other);
  }
}

static void
test_a_key_folds_to_itself (void)
{
  static const char *const texts[] = { "葛󠄀城", "ｶﾞ",     "データ", "㈱ＡＢＣ",
                                       "カ゛",       "1−2〜3", "",       "ǅ" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *key = sgn_fold (texts[i]);
    g_autofree char *again = sgn_fold (key);

    g_assert_cmpstr (again, ==, key);
  }
}

static void
test_broken_utf8_still_has_a_key (void)
{
  g_autofree char *key = sgn_fold ("ab\xFF\xE3\x81");

  g_assert_true (g_str_has_prefix (key, "ab"));
  g_assert_true (g_utf8_validate (key, -1, NULL));
}

/* Bytes that begin characters, go on with them, end too early or say a short one at length. */
static void
test_broken_utf8_has_the_key_of_what_can_be_read (void)
{
  static const char bytes[] =
    "aZ -\x7F\x80\x81\x82\xBF\xC1\xC3\xE0\xE3\xE3\xE4\xE9\xED\xEF\xF0\xFF";

  for (guint i = 0; i < 20000; i++) {
    char text[9] = { 0 };
    g_autofree char *key = NULL;
    g_autofree char *valid = NULL;
    g_autofree char *of_valid = NULL;

    for (gsize at = 0; at < sizeof text - 1; at++)
      text[at] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
    key = sgn_fold (text);
    valid = g_utf8_make_valid (text, -1);
    of_valid = fold_the_long_way (valid);
    g_assert_cmpstr (key, ==, of_valid);
  }
}

static void
test_codes_lose_width_spaces_and_dashes (void)
{
  static const struct {
    const char *typed;
    const char *code;
  } cases[] = {
    { "〒３９４－００００", "〒3940000" },
    { " 0266-00-0000 ", "0266000000" },
    { "０９０ー１２３４ー５６７８", "09012345678" },
    { "abc", "abc" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *code = sgn_fold_code (cases[i].typed);

    g_assert_cmpstr (code, ==, cases[i].code);
  }
}

static void
test_typed_text_is_kept_as_typed (void)
{
  static const struct {
    const char *typed;
    const char *text;
    const char *line;
  } cases[] = {
    { "髙﨑𠮷葛󠄀城 \xEF\xA8\x99 ㈱ ①", "髙﨑𠮷葛󠄀城 \xEF\xA8\x99 ㈱ ①",
      "髙﨑𠮷葛󠄀城 \xEF\xA8\x99 ㈱ ①" },
    { "カ゛ｶﾞ e\xCC\x81", "カ゛ｶﾞ e\xCC\x81", "カ゛ｶﾞ e\xCC\x81" },
    { "  a  b 　\t\n", "  a  b", "  a  b" },
    { "一行目\r\n二行目\r三行目\n", "一行目\n二行目\n三行目", "一行目 二行目 三行目" },
    { "a\tb", "a\tb", "a b" },
    { "a\x01\x07\x1F\x7F"
      "b",
      "ab", "ab" },
    { "a\xC2\x85"
      "b",
      "ab", "ab" },
    { "evil\xE2\x80\xAEtxt\xE2\x81\xA6", "eviltxt", "eviltxt" },
    { "\xE2\x80\x8F\xE2\x80\x8E\xD8\x9C", "", "" },
    { "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = sgn_clean_typed (cases[i].typed);
    g_autofree char *line = sgn_clean_line (cases[i].typed);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpstr (line, ==, cases[i].line);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/same-words-have-the-same-key", test_same_words_have_the_same_key);
  g_test_add_func ("/fold/the-short-way-leads-to-the-same-key",
                   test_the_short_way_leads_to_the_same_key);
  g_test_add_func ("/fold/the-short-way-leads-to-the-same-key-of-any-text",
                   test_the_short_way_leads_to_the_same_key_of_any_text);
  g_test_add_func ("/fold/different-words-have-different-keys",
                   test_different_words_have_different_keys);
  g_test_add_func ("/fold/a-key-folds-to-itself", test_a_key_folds_to_itself);
  g_test_add_func ("/fold/broken-utf8-still-has-a-key", test_broken_utf8_still_has_a_key);
  g_test_add_func ("/fold/broken-utf8-has-the-key-of-what-can-be-read",
                   test_broken_utf8_has_the_key_of_what_can_be_read);
  g_test_add_func ("/fold/codes-lose-width-spaces-and-dashes",
                   test_codes_lose_width_spaces_and_dashes);
  g_test_add_func ("/fold/typed-text-is-kept-as-typed", test_typed_text_is_kept_as_typed);
  return g_test_run ();
}
