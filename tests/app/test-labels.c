/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-labels.h"
#include "sgn-text-size.h"

#define NOW "2026-11-23T10:15:00+09:00"

static const SgnItem *
get_item (SgnLibrary *library)
{
  return sgn_catalogue_find_item (sgn_library_find_catalogue (library, "ipa-self-check", NULL),
                                  "SD-11");
}

static void
points_have_a_real_minus (void)
{
  g_autofree char *one = sgn_label_points (1);
  g_autofree char *four = sgn_label_points (4);
  g_autofree char *minus = sgn_label_points (-1);

  g_assert_cmpstr (one, ==, "1 point");
  g_assert_cmpstr (four, ==, "4 points");
  g_assert_cmpstr (minus, ==, "−1 point");
}

static const struct {
  const char *time;
  SgnLanguage language;
  const char *clock;
} clocks[] = {
  { "2026-11-23T09:05:00+09:00", SGN_LANGUAGE_EN, "09:05" },
  { "2026-11-20T16:42:00+09:00", SGN_LANGUAGE_EN, "20 November 16:42" },
  { "2026-11-20T16:42:00+09:00", SGN_LANGUAGE_JA, "11月20日 16:42" },
  { "2025-11-14T16:42:00+09:00", SGN_LANGUAGE_JA, "2025年11月14日 16:42" },
  { "yesterday", SGN_LANGUAGE_EN, "" },
  { NULL, SGN_LANGUAGE_EN, "" },
};

static void
a_size_has_as_many_digits_as_one_reads (void)
{
  static const struct {
    gint64 bytes;
    const char *words;
  } cases[] = {
    { 0, "0.0 kB" },       { 1, "0.1 kB" },         { 660, "0.7 kB" },
    { 1540, "1.5 kB" },    { 999949, "999.9 kB" },  { 999950, "1.0 MB" },
    { 2345678, "2.3 MB" }, { 999950000, "1.0 GB" }, { G_MAXINT64, "9223372036.9 GB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = sgn_label_size (cases[i].bytes);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
clock_says_no_more_than_needed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++) {
    g_autofree char *words = sgn_label_clock (clocks[i].time, NOW, clocks[i].language);

    g_assert_cmpstr (words, ==, clocks[i].clock);
  }
}

static void
saved_line_works_without_a_time (void)
{
  g_autofree char *with = sgn_label_saved ("2026-11-23T09:05:00+09:00", NOW, SGN_LANGUAGE_EN);
  g_autofree char *without = sgn_label_saved (NULL, NOW, SGN_LANGUAGE_EN);

  g_assert_cmpstr (with, ==, "Saved 09:05");
  g_assert_cmpstr (without, ==, "Saved");
}

static void
remaining_says_when_all_is_answered (void)
{
  g_autofree char *none = sgn_label_remaining (0);
  g_autofree char *one = sgn_label_remaining (1);
  g_autofree char *three = sgn_label_remaining (3);

  g_assert_cmpstr (none, ==, "All answered");
  g_assert_cmpstr (one, ==, "1 question left");
  g_assert_cmpstr (three, ==, "3 questions left");
}

static void
section_summary_has_points_only_where_there_are_any (void)
{
  g_autofree char *with = sgn_label_section_summary (5, 5, "16 / 20 points");
  g_autofree char *without = sgn_label_section_summary (4, 6, NULL);

  g_assert_cmpstr (with, ==, "All 5 questions answered ・ 16 / 20 points");
  g_assert_cmpstr (without, ==, "4 of 6 questions answered");
}

static const struct {
  gunichar key;
  const char *value; /* NULL: no answer */
} keys[] = {
  { '1', "done" },           { '2', "partial" }, { '3', "not-done" },   { '4', "unknown" },
  { '?', "unknown" },        { 0xff11, "done" }, { 0xff1f, "unknown" }, { '0', "not-applicable" },
  { '-', "not-applicable" }, { '5', NULL },      { 'x', NULL },         { 0, NULL },
};

static void
keys_stand_for_answers_also_in_full_width (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const SgnScaleValue *value = sgn_label_find_value (get_item (library), keys[i].key);

    g_assert_cmpstr (value != NULL ? value->key : NULL, ==, keys[i].value);
  }
}

static void
unknown_has_the_same_key_in_every_scale (void)
{
  static const char *const catalogues[] = { "ipa-self-check", "ipa-rules", "meti-management",
                                            "scs" };
  g_autoptr (SgnLibrary) library = app_support_load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++) {
    const SgnItem *item =
      g_ptr_array_index (sgn_library_find_catalogue (library, catalogues[i], NULL)->items, 0);
    const SgnScaleValue *unknown = sgn_label_find_value (item, '?');

    g_assert_cmpint (unknown->mark, ==, SGN_MARK_UNKNOWN);
    g_assert_cmpint (sgn_label_key (item, unknown), ==, '?');
  }
}

static void
levels_of_maturity_keep_their_own_words (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();
  const SgnItem *item =
    g_ptr_array_index (sgn_library_find_catalogue (library, "meti-management", NULL)->items, 0);

  g_assert_cmpint (sgn_item_get_mark (item, "2"), ==, sgn_item_get_mark (item, "3"));
  g_assert_cmpstr (sgn_label_value (item, "3", SGN_LANGUAGE_JA), ==, "レベル3：決まりがある");
  g_assert_cmpstr (sgn_label_value (item, NULL, SGN_LANGUAGE_EN), ==, "Not answered");
  g_assert_cmpstr (sgn_label_value (item, "met", SGN_LANGUAGE_EN), ==, "Not answered");
  g_assert_cmpint (sgn_label_key (item, sgn_item_find_value (item, "5")), ==, '5');
}

static const struct {
  const char *catalogue;
  guint section;
  const char *title;
  const char *name;
} sections[] = {
  { "scs", 5, "6　インシデントへの対応", "6 事故への対応" },
  { "scs", 3, "4　攻撃等の防御", "4 攻撃等の防御" },
  { "meti-management", 1, "3.1　サイバーセキュリティリスクの管理体制構築", "3.1 管理体制の構築" },
  { "ipa-self-check", 0, "基本的対策", "基本的対策" },
};

static void
sections_are_short_where_there_is_little_room (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    const SgnSection *section = g_ptr_array_index (
      sgn_library_find_catalogue (library, sections[i].catalogue, NULL)->sections,
      sections[i].section);
    g_autofree char *title = sgn_label_section (section, SGN_LANGUAGE_JA);
    g_autofree char *name = sgn_label_section_short (section, SGN_LANGUAGE_JA);

    g_assert_cmpstr (title, ==, sections[i].title);
    g_assert_cmpstr (name, ==, sections[i].name);
  }
}

static void
answer_row_is_said_in_one_breath (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();
  const SgnItem *item = get_item (library);
  g_autofree char *words =
    sgn_label_answer (item, sgn_item_find_value (item, "done"), "1", SGN_LANGUAGE_EN);
  g_autofree char *not_applicable =
    sgn_label_answer (item, sgn_item_find_value (item, "not-applicable"), NULL, SGN_LANGUAGE_EN);

  g_assert_cmpstr (words, ==,
                   "Done, 4 points, Kept for all people and devices, with evidence to show, key 1");
  g_assert_null (strstr (not_applicable, "point"));
}

static void
letters_grow_and_shrink_in_steps (void)
{
  g_assert_cmpint (sgn_text_size_step (100, 1), ==, 125);
  g_assert_cmpint (sgn_text_size_step (150, 1), ==, 200);
  g_assert_cmpint (sgn_text_size_step (300, 1), ==, 300);
  g_assert_cmpint (sgn_text_size_step (100, -1), ==, 100);
  g_assert_cmpint (sgn_text_size_step (250, -1), ==, 200);
  g_assert_cmpint (sgn_text_size_step (250, 0), ==, 100);
  g_assert_cmpint (sgn_text_size_round (170), ==, 150);
  g_assert_cmpint (sgn_text_size_round (7), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/labels/points-have-a-real-minus", points_have_a_real_minus);
  g_test_add_func ("/app/labels/a-size-has-as-many-digits-as-one-reads",
                   a_size_has_as_many_digits_as_one_reads);
  g_test_add_func ("/app/labels/clock-says-no-more-than-needed", clock_says_no_more_than_needed);
  g_test_add_func ("/app/labels/saved-line-works-without-a-time", saved_line_works_without_a_time);
  g_test_add_func ("/app/labels/remaining-says-when-all-is-answered",
                   remaining_says_when_all_is_answered);
  g_test_add_func ("/app/labels/section-summary-has-points-only-where-there-are-any",
                   section_summary_has_points_only_where_there_are_any);
  g_test_add_func ("/app/labels/keys-stand-for-answers-also-in-full-width",
                   keys_stand_for_answers_also_in_full_width);
  g_test_add_func ("/app/labels/unknown-has-the-same-key-in-every-scale",
                   unknown_has_the_same_key_in_every_scale);
  g_test_add_func ("/app/labels/levels-of-maturity-keep-their-own-words",
                   levels_of_maturity_keep_their_own_words);
  g_test_add_func ("/app/labels/sections-are-short-where-there-is-little-room",
                   sections_are_short_where_there_is_little_room);
  g_test_add_func ("/app/labels/answer-row-is-said-in-one-breath",
                   answer_row_is_said_in_one_breath);
  g_test_add_func ("/app/labels/letters-grow-and-shrink-in-steps",
                   letters_grow_and_shrink_in_steps);

  return g_test_run ();
}
