/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-road.h"

#include "sample-record.h"
#include "sgn-form.h"

static void
declare (SgnRecord *record, gint64 id, int star, const char *date, const char *edition)
{
  const SgnDeclaration declaration = {
    .id = id,
    .star = star,
    .number = (char *) "50000000000",
    .date = (char *) date,
    .edition = (char *) edition,
  };

  add_numbered_row (record, SGN_KIND_DECLARATION, id, sgn_declaration_to_row (&declaration));
}

static void
wish (SgnRecord *record, const char *goal)
{
  add_row (record, SGN_KIND_SETTING, SGN_SETTING_GOAL, sgn_setting_to_row (goal));
}

static void
add_check (SgnRecord *record, gint64 id, const char *catalogue, const char *edition)
{
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, make_assessment_row (catalogue, edition));
}

/* What the company has done, a letter each: r one of the rules, s one question of the self-check,
 * c one criterion of SCS that is met; 1 2 a declaration; w W the wish for one star or two. */
static void
live (SgnRecord *record, const char *story)
{
  for (const char *act = story; *act != '\0'; act++) {
    if (*act == 'r') {
      add_check (record, 1, "ipa-rules", "4.0");
      add_answer (record, 1, "RU-1", "done");
    } else if (*act == 's') {
      add_check (record, 2, "ipa-self-check", "4.0");
      add_answer (record, 2, "SD-01", "done");
    } else if (*act == 'c') {
      add_check (record, 3, "scs", "2026-03-27");
      add_answer (record, 3, "4-1-2-4", "met");
    } else if (*act == '1') {
      declare (record, 1, 1, "2025-11-20", "3.1");
    } else if (*act == '2') {
      declare (record, 2, 2, "2026-11-23", "4.0");
    } else {
      wish (record, *act == 'w' ? "star-1" : "star-2");
    }
  }
}

static void
test_the_stars_follow_what_the_company_did (void)
{
  static const struct {
    const char *story;
    const char *states;
    int goal;
    int from; /* where the company is, in hundredths: at least and at most */
    int to;
  } cases[] = {
    { "", "next later later later", 1, 0, 30 },      { "r", "now later later later", 1, 1, 80 },
    { "s", "later now later later", 2, 1, 80 },      { "W", "later next later later", 2, 0, 30 },
    { "w", "next later later later", 1, 0, 30 },     { "sw", "next later later later", 1, 0, 30 },
    { "1", "done next later later", 2, 100, 130 },   { "1s", "done now later later", 2, 101, 180 },
    { "1w", "done later later later", 0, 100, 130 }, { "12", "done done later later", 0, 200, 230 },
    { "2", "done done later later", 0, 200, 230 },   { "2c", "done done now later", 0, 200, 280 },
    { "1c", "done next later later", 2, 100, 130 },
  };
  g_autoptr (SgnLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (GString) states = g_string_new (NULL);
    g_autoptr (SgnRoad) road = NULL;

    live (record, cases[i].story);
    road = sgn_road_new (library, record, NULL);
    for (guint j = 0; j < SGN_N_ROAD_STOPS; j++)
      g_string_append_printf (states, "%s%s", j > 0 ? " " : "",
                              sgn_road_state_to_key (road->stops[j].state));
    g_test_message ("“%s”: %s, at %.2f", cases[i].story, states->str, road->here);
    g_assert_cmpstr (states->str, ==, cases[i].states);
    g_assert_cmpint (sgn_road_find_goal (record), ==, cases[i].goal);
    g_assert_cmpfloat (road->here * 100, >=, cases[i].from);
    g_assert_cmpfloat (road->here * 100, <=, cases[i].to);
    g_assert_null (road->opens);
  }
}

static void
test_each_star_has_its_facts (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnRoad) road = NULL;

  live (record, "1sc");
  road = sgn_road_new (library, record, NULL);
  g_assert_cmpstr (road->stops[0].word, ==, "Declared");
  g_assert_cmpstr (road->stops[0].content, ==, "5 rules (edition 3.1)");
  g_assert_cmpstr (road->stops[0].fact, ==, "20 November 2025");
  g_assert_null (road->stops[0].missing);
  g_assert_cmpstr (road->stops[1].word, ==, "In preparation");
  g_assert_cmpstr (road->stops[1].fact, ==, "0 of 6 steps done");
  g_assert_nonnull (strstr (road->stops[1].missing, "answers to the self-check, the basic policy"));
  g_assert_cmpstr (road->stops[2].fact, ==, "Own check 1 / 81");
  g_assert_cmpstr (road->stops[3].fact, ==, "Own check 1 / 153");
}

static void
test_the_sample_has_declared_both_stars_of_its_own (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (SgnRoad) road = sgn_road_new (library, record, NULL);
  g_autofree char *words = sgn_road_dup_words (road);
  g_autofree char *sentences = sgn_road_stop_dup_sentences (&road->stops[1]);

  g_assert_cmpstr (words, ==, "★★ declared");
  g_assert_cmpstr (sentences, ==, "★★: Declared. Self-check and policy. 23 November 2026.");
  g_assert_cmpuint (road->stops[2].done, ==, 55);
  g_assert_cmpstr (road->stops[2].word, ==, "Checking ourselves");
}

static void
test_few_words_say_where_a_company_is (void)
{
  static const struct {
    const char *story;
    const char *words;
  } cases[] = {
    { "", "★ comes next" },   { "r", "Preparing ★" }, { "1", "★★ comes next" },
    { "1s", "Preparing ★★" }, { "1w", "★ declared" }, { "2c", "★★ declared" },
  };
  g_autoptr (SgnLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (SgnRoad) road = NULL;
    g_autofree char *words = NULL;

    live (record, cases[i].story);
    road = sgn_road_new (library, record, NULL);
    words = sgn_road_dup_words (road);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

/* An edition that this version does not know hides nothing else. */
static void
test_an_unknown_edition_is_only_the_rules (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnRoad) road = NULL;

  declare (record, 1, 1, "2031-01-01", "9.9");
  road = sgn_road_new (library, record, NULL);
  g_assert_cmpstr (road->stops[0].content, ==, "The rules");
  g_assert_cmpint (road->stops[0].state, ==, SGN_ROAD_DONE);
}

static void
test_the_guide_says_when_the_other_scheme_opens (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnStarGuide) guide = sgn_star_guide_load (g_getenv ("SENGEN_DATA_DIR"), &error);
  g_autoptr (SgnRoad) road = NULL;

  g_assert_no_error (error);
  road = sgn_road_new (library, record, guide);
  g_assert_cmpstr (road->opens, !=, "");
  g_assert_nonnull (road->opens);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/road/the-stars-follow-what-the-company-did",
                   test_the_stars_follow_what_the_company_did);
  g_test_add_func ("/road/each-star-has-its-facts", test_each_star_has_its_facts);
  g_test_add_func ("/road/the-sample-has-declared-both-stars-of-its-own",
                   test_the_sample_has_declared_both_stars_of_its_own);
  g_test_add_func ("/road/few-words-say-where-a-company-is", test_few_words_say_where_a_company_is);
  g_test_add_func ("/road/an-unknown-edition-is-only-the-rules",
                   test_an_unknown_edition_is_only_the_rules);
  g_test_add_func ("/road/the-guide-says-when-the-other-scheme-opens",
                   test_the_guide_says_when_the_other_scheme_opens);
  return g_test_run ();
}
