/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-phrase-private.h"

static GArray *
find (const SgnPhraseText *text, const char *phrase)
{
  char *words[] = { (char *) phrase, NULL };
  g_autoptr (SgnPhrases) phrases = sgn_phrases_new (words);

  return sgn_phrase_text_find (text, phrases);
}

static void
test_finds_whatever_the_writing (void)
{
  static const struct {
    const char *text;
    const char *phrase;
    guint count;
  } cases[] = {
    { "認定を取得", "認定", 1 },
    { "認定認定", "認定", 2 },
    { "認 定", "認定", 1 },
    { "認\n　定", "認定", 1 },
    { "認\u200b定", "認定", 1 },
    { "認\u3099定", "認定", 1 },
    { "ＩＰＡの", "IPA", 1 },
    { "ipaの", "IPA", 1 },
    { "SECURITY　ACTION", "SECURITY ACTION", 1 },
    { "Security-Action", "SECURITY ACTION", 1 },
    { "SECURITYACTION", "SECURITY ACTION", 1 },
    { "two-star", "two star", 1 },
    { "２つ星", "2つ星", 1 },
    { "participant", "IPA", 0 },
    { "IPA2", "IPA", 0 },
    { "XIPA", "IPA", 0 },
    { "certificates", "certificate", 1 },
    { "certificated", "certificate", 0 },
    { "bypassed", "passed", 0 },
    { "★★", "★", 2 },
    { "", "IPA", 0 },
    { "認", "認定", 0 },
    { "定認", "認定", 0 },
    { "何か", "", 0 },
    { "- -", "-", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnPhraseText) text = sgn_phrase_text_new (cases[i].text);
    g_autoptr (GArray) spans = find (text, cases[i].phrase);

    if (spans->len != cases[i].count)
      g_error ("“%s” in “%s”: %u times", cases[i].phrase, cases[i].text, spans->len);
  }
}

/* Kana and kanji are not folded at all, which must be what folding would give. */
static void
test_folding_leaves_kana_and_kanji (void)
{
  static const gunichar ranges[][2] = { { 0x3041, 0x3096 },
                                        { 0x30a1, 0x30fa },
                                        { 0x4e00, 0x9fff } };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++) {
      char typed[7] = { 0 };
      g_autofree char *composed = NULL;
      g_autofree char *folded = NULL;

      g_unichar_to_utf8 (c, typed);
      composed = g_utf8_normalize (typed, -1, G_NORMALIZE_NFKC);
      folded = g_utf8_casefold (composed, -1);
      g_assert_cmpstr (folded, ==, typed);
    }
}

static void
test_no_phrases_are_nowhere (void)
{
  g_autoptr (SgnPhraseText) text = sgn_phrase_text_new ("何か");
  g_autoptr (SgnPhrases) none = sgn_phrases_new (NULL);
  g_autoptr (GArray) spans = sgn_phrase_text_find (text, none);

  g_assert_cmpuint (spans->len, ==, 0);
}

static void
test_span_is_given_as_typed (void)
{
  g_autoptr (SgnPhraseText) text = sgn_phrase_text_new ("当社はＩＰＡの㈱認 定です");
  g_autoptr (GArray) first = find (text, "IPA");
  g_autoptr (GArray) second = find (text, "認定");
  SgnSpan span = { g_array_index (first, SgnSpan, 0).start,
                   g_array_index (second, SgnSpan, 0).end };
  g_autofree char *words = sgn_phrase_text_dup_span (text, span);

  g_assert_cmpstr (words, ==, "ＩＰＡの㈱認 定");
}

static void
test_sentences_end (void)
{
  static const struct {
    const char *text;
    gboolean stop;
  } cases[] = {
    { "星。認定", TRUE },   { "星！認定", TRUE },  { "星? 認定", TRUE },  { "星. 認定", TRUE },
    { "星3.0認定", FALSE }, { "星、認定", FALSE }, { "星\n認定", FALSE }, { "星｡認定", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnPhraseText) text = sgn_phrase_text_new (cases[i].text);
    g_autoptr (GArray) claims = find (text, "認定");
    guint end = g_array_index (claims, SgnSpan, 0).start;

    g_assert_cmpint (sgn_phrase_text_has_stop (text, 0, end), ==, cases[i].stop);
  }
}

static void
test_broken_text_does_no_harm (void)
{
  g_autoptr (SgnPhraseText) text = sgn_phrase_text_new ("\xE8\xAA IPA\xFF");
  g_autoptr (GArray) spans = find (text, "IPA");

  g_assert_cmpuint (spans->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/folding-leaves-kana-and-kanji", test_folding_leaves_kana_and_kanji);
  g_test_add_func ("/phrase/finds-whatever-the-writing", test_finds_whatever_the_writing);
  g_test_add_func ("/phrase/no-phrases-are-nowhere", test_no_phrases_are_nowhere);
  g_test_add_func ("/phrase/span-is-given-as-typed", test_span_is_given_as_typed);
  g_test_add_func ("/phrase/sentences-end", test_sentences_end);
  g_test_add_func ("/phrase/broken-text-does-no-harm", test_broken_text_does_no_harm);
  return g_test_run ();
}
