/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Golden pages: `test-pages --write` writes golden/ anew. */
#include "report-fixture.h"

#include "sgn-error.h"

#include <string.h>

static const char *const golden[] = {
  "action-plan-bare-ja",
  "action-plan-en",
  "action-plan-ja",
  "action-plan-long-ja",
  "action-plan-partner-ja",
  "answer-sheet-blank-en",
  "answer-sheet-blank-ja",
  "answer-sheet-filled-ja",
  "answer-sheet-long-ja",
  "basic-policy-en",
  "basic-policy-ja",
  "basic-policy-long-ja",
  "comparison-en",
  "comparison-both-ja",
  "comparison-ja",
  "comparison-long-ja",
  "comparison-partner-ja",
  "comparison-two-ja",
  "comparison-with-unmet-en",
  "declaration-preparation-en",
  "declaration-preparation-era-ja",
  "declaration-preparation-ja",
  "declaration-preparation-long-ja",
  "declaration-preparation-new-ja",
  "calendar-bare-ja",
  "calendar-both-ja",
  "calendar-en",
  "calendar-guidelines-en",
  "calendar-guidelines-ja",
  "calendar-ja",
  "calendar-long-ja",
  "declaration-record-bare-ja",
  "declaration-record-both-ja",
  "declaration-record-en",
  "declaration-record-ja",
  "declaration-record-partner-ja",
  "evidence-list-en",
  "evidence-list-ja",
  "evidence-list-long-ja",
  "evidence-list-partner-en",
  "evidence-list-partner-ja",
  "evidence-list-with-unmet-ja",
  "history-contradictions-ja",
  "history-en",
  "history-ja",
  "management-result-en",
  "management-result-ja",
  "management-result-long-ja",
  "management-result-none-listed-ja",
  "management-result-partner-en",
  "management-result-partner-ja",
  "management-result-unfinished-ja",
  "management-result-with-unmet-ja",
  "poster-bare-ja",
  "poster-en",
  "poster-ja",
  "poster-long-ja",
  "poster-vertical-bare-ja",
  "poster-vertical-ja",
  "poster-vertical-long-ja",
  "poster-vertical-longest-ja",
  "rules-result-en",
  "rules-result-ja",
  "rules-result-kept-back-ja",
  "rules-result-long-ja",
  "rules-result-none-listed-ja",
  "rules-result-partner-en",
  "rules-result-partner-ja",
  "scs-declaration-draft-en",
  "scs-declaration-draft-ja",
  "scs-declaration-draft-long-ja",
  "scs-declaration-draft-none-met-ja",
  "scs-declaration-draft-open-en",
  "scs-declaration-draft-open-ja",
  "scs-declaration-draft-seen-ja",
  "scs-documents-blank-en",
  "scs-documents-blank-ja",
  "scs-documents-en",
  "scs-documents-ja",
  "scs-self-assessment-en",
  "scs-self-assessment-four-ja",
  "scs-self-assessment-ja",
  "scs-self-assessment-looks-ja",
  "scs-self-assessment-partner-en",
  "scs-self-assessment-partner-ja",
  "self-check-first-ja",
  "self-check-internal-en",
  "self-check-internal-ja",
  "self-check-long-ja",
  "self-check-one-answer-en",
  "self-check-partner-en",
  "self-check-partner-ja",
  "self-check-partner-with-unmet-ja",
  "self-check-sites-en",
  "self-check-sites-ja",
  "self-check-stamps-ja",
  "self-check-unfinished-ja",
  "unknown-list-en",
  "unknown-list-ja",
  "unknown-list-long-ja",
  "unknown-list-person-ja",
};

static char *
lay_out_to_text (const char *name)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (name);
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);

  return sgn_pages_to_text (pages);
}

static char *
build_golden_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".boxes", NULL);
  return g_test_build_filename (G_TEST_DIST, "report", "golden", file, NULL);
}

static void
write_golden (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++) {
    g_autofree char *text = lay_out_to_text (golden[i]);
    g_autofree char *path = build_golden_path (golden[i]);
    g_autoptr (GError) error = NULL;

    g_file_set_contents (path, text, -1, &error);
    g_assert_no_error (error);
  }
}

/* Names the first line that differs rather than print both pages. */
static void
assert_same_lines (const char *found, const char *expected)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (found_lines), ==, g_strv_length (expected_lines));
}

static void
test_golden (gconstpointer data)
{
  g_autofree char *text = lay_out_to_text (data);
  g_autofree char *path = build_golden_path (data);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);

  g_assert_no_error (error);
  assert_same_lines (text, expected);
}

/* Every page of every sheet: nothing leaves the paper, and text stays between the margins. */
static void
test_inside_paper (gconstpointer data)
{
  g_autofree char *text = lay_out_to_text (data);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    gboolean is_text = strstr (lines[i], " text ") != NULL || strstr (lines[i], " column ") != NULL;
    const char *place = is_text ? strchr (lines[i], ',') : NULL;
    g_autofree char *words =
      place != NULL ? g_strndup (lines[i], (gsize) (place - lines[i])) : NULL;
    double x, y, width;

    if (words == NULL)
      continue;
    x = g_ascii_strtod (strrchr (words, ' '), NULL);
    y = g_ascii_strtod (place + 1, NULL);
    width = g_ascii_strtod (strchr (place, ' '), NULL);
    if (x == 0 && width == 0)
      continue; /* an empty cell */
    g_assert_cmpfloat (x, >=, 50);
    g_assert_cmpfloat (x + width, <=, 551);
    g_assert_cmpfloat (y, >, 36);
    g_assert_cmpfloat (y, <, 814);
  }
}

static void
test_same_twice (void)
{
  g_autofree char *first = lay_out_to_text ("self-check-internal-ja");
  g_autofree char *second = lay_out_to_text ("self-check-internal-ja");

  g_assert_cmpstr (first, ==, second);
}

static void
test_page_counts (void)
{
  static const struct {
    const char *name;
    guint pages;
  } cases[] = {
    { "answer-sheet-blank-ja", 2 },
    { "answer-sheet-filled-ja", 3 },
    { "comparison-ja", 1 },
    { "comparison-en", 1 },
    { "comparison-partner-ja", 1 },
    { "self-check-internal-ja", 3 },
    { "self-check-internal-en", 3 },
    { "self-check-partner-ja", 2 },
    { "self-check-unfinished-ja", 3 },
    { "management-result-ja", 3 },
    { "management-result-en", 3 },
    { "management-result-unfinished-ja", 3 },
    { "basic-policy-ja", 1 },
    { "basic-policy-en", 1 },
    { "basic-policy-long-ja", 3 },
    { "declaration-record-ja", 1 },
    { "poster-ja", 1 },
    { "self-check-sites-ja", 3 },
    { "self-check-sites-en", 3 },
    { "action-plan-ja", 1 },
    { "action-plan-en", 1 },
    { "action-plan-partner-ja", 1 },
    { "action-plan-bare-ja", 1 },
    { "calendar-ja", 2 },
    { "calendar-bare-ja", 2 },
    { "rules-result-ja", 1 },
    { "scs-declaration-draft-en", 1 },
    { "scs-declaration-draft-ja", 1 },
    { "scs-declaration-draft-none-met-ja", 1 },
    { "scs-declaration-draft-open-en", 1 },
    { "scs-declaration-draft-open-ja", 1 },
    { "scs-declaration-draft-seen-ja", 1 },
    { "unknown-list-ja", 1 },
    { "unknown-list-person-ja", 1 },
    { "declaration-preparation-ja", 1 },
    { "declaration-preparation-en", 1 },
    { "rules-result-en", 1 },
    { "rules-result-partner-ja", 1 },
    { "rules-result-partner-en", 1 },
    { "scs-documents-ja", 2 },
    { "scs-documents-en", 2 },
    { "scs-documents-blank-ja", 2 },
    { "scs-documents-blank-en", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (ReportFixture) fixture = report_fixture_new (cases[i].name);
    g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
    g_assert_cmpuint (sgn_pages_get_n_pages (pages), ==, cases[i].pages);
  }
}

static void
test_copy_has_no_number (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) pages = NULL;
  g_autofree char *text = NULL;

  fixture->sheet.number = NULL;
  pages = report_fixture_lay_out (fixture);
  text = sgn_pages_to_text (pages);

  g_assert_nonnull (strstr (text, " 写し\n"));
  g_assert_null (strstr (text, "SC-2026"));
  g_assert_cmpuint (sgn_pages_get_n_pages (pages), ==, 3);
}

static void
test_training_banner_on_each_page (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) pages = NULL;
  g_autofree char *text = NULL;

  fixture->sheet.training = TRUE;
  pages = report_fixture_lay_out (fixture);
  text = sgn_pages_to_text (pages);

  g_assert_nonnull (strstr (text, "p1 banner "));
  g_assert_nonnull (strstr (text, "p2 banner "));
  g_assert_nonnull (strstr (text, "p3 banner "));
}

/* What partners must not see is not on the paper. */
static void
test_partner_sheet_keeps_silent (void)
{
  g_autofree char *text = lay_out_to_text ("self-check-partner-ja");

  g_assert_null (strstr (text, "山﨑"));
  g_assert_null (strstr (text, "パソコン"));
  g_assert_null (strstr (text, "私物端末の利用"));
  g_assert_nonnull (strstr (text, "載っていない項目は、対策がないという意味ではありません。"));
}

/* Nothing is sworn to while a criterion is open, and the page says on itself what it is not. */
static void
test_draft_swears_to_nothing_open (void)
{
  static const struct {
    const char *name;
    gboolean sworn;
  } cases[] = {
    { "scs-declaration-draft-ja", TRUE },
    { "scs-declaration-draft-seen-ja", TRUE },
    { "scs-declaration-draft-open-ja", FALSE },
    { "scs-declaration-draft-none-met-ja", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = lay_out_to_text (cases[i].name);

    g_assert_true ((strstr (text, "誓います") != NULL) == cases[i].sworn);
    g_assert_true ((strstr (text, "満たしていない基準が ") != NULL) != cases[i].sworn);
    g_assert_nonnull (strstr (text, " 下書き・公式様式ではありません\n"));
  }
}

/* Answers given so far are circled, and a blank sheet circles none. */
static void
test_answers_given_are_circled (void)
{
  g_autofree char *blank = lay_out_to_text ("answer-sheet-blank-ja");
  g_autofree char *filled = lay_out_to_text ("answer-sheet-filled-ja");
  g_auto (GStrv) rings = g_strsplit (filled, " circle ", -1);

  g_assert_null (strstr (blank, " circle "));
  g_assert_cmpuint (g_strv_length (rings), ==, 25 + 1);
  g_assert_nonnull (strstr (blank, " 点 ／ 20点\n"));
  g_assert_nonnull (strstr (filled, " 16点 ／ 20点\n"));
  g_assert_nonnull (strstr (filled, "直子\n"));
}

/* Fields and items would name what a partner is not to see. */
static void
test_partner_comparison_keeps_to_parts (void)
{
  g_autofree char *partner = lay_out_to_text ("comparison-partner-ja");
  g_autofree char *internal = lay_out_to_text ("comparison-ja");

  g_assert_nonnull (strstr (internal, "分野別の達成率"));
  g_assert_nonnull (strstr (internal, " mark "));
  g_assert_null (strstr (partner, "分野別の達成率"));
  g_assert_null (strstr (partner, " mark "));
  g_assert_nonnull (strstr (partner, "項目ごとの内容はこの版に載せません。"));
}

static void
test_draft_says_so (void)
{
  g_autofree char *draft = lay_out_to_text ("basic-policy-long-ja");
  g_autofree char *published = lay_out_to_text ("basic-policy-ja");

  g_assert_nonnull (strstr (draft, " 下書き\n"));
  g_assert_null (strstr (published, " 下書き\n"));
}

/* An unfinished self-check has no band and no finding. */
static void
test_unfinished_has_no_finding (void)
{
  g_autofree char *text = lay_out_to_text ("self-check-unfinished-ja");

  g_assert_nonnull (strstr (text, " 途中の点\n"));
  g_assert_nonnull (strstr (text, "該当なし 2件。公式の扱いは未確認"));
  g_assert_null (strstr (text, "white <Figure> 70–99"));
}

/* The text of @name for a company that chose era dates and three boxes for seals. */
static char *
lay_out_formal (const char *name)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (name);
  g_autoptr (SgnPages) pages = NULL;

  json_object_set_new (fixture->projection, "form",
                       json_pack ("{s:s, s:[s, s, s]}", "dates", "era", "stamps", "作成", "確認",
                                  "承認"));
  report_fixture_update (fixture);
  pages = report_fixture_lay_out (fixture);
  return sgn_pages_to_text (pages);
}

static void
test_sheets_follow_the_company (void)
{
  g_autofree char *record = lay_out_formal ("declaration-record-ja");
  g_autofree char *check = lay_out_formal ("self-check-internal-ja");
  g_autofree char *plan = lay_out_formal ("action-plan-ja");
  g_autofree char *english = lay_out_formal ("declaration-record-en");
  g_autofree char *plain = lay_out_to_text ("declaration-record-ja");

  g_assert_nonnull (strstr (record, " 令和8年11月23日\n"));
  g_assert_nonnull (strstr (record, " R06.06.03\n"));
  g_assert_nonnull (strstr (record, "（R08＝令和8年＝2026年）"));
  g_assert_nonnull (strstr (record, "記録時点 R08."));
  g_assert_null (strstr (record, "2026年11月"));
  g_assert_nonnull (strstr (record, "<TH> 確認\n"));
  g_assert_nonnull (strstr (check, "<TH> 承認\n"));
  g_assert_nonnull (strstr (plan, " R08.12.18\n"));
  g_assert_nonnull (strstr (plan, "<TH> 作成\n"));
  g_assert_nonnull (strstr (english, " 23 November 2026\n"));
  g_assert_null (strstr (english, "R08."));
  g_assert_null (strstr (plain, "<TH> 確認\n"));
}

static guint
count_words (const char *text, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

/* A task is overdue by the day of issue, not by the record. */
static void
test_a_plan_is_as_of_its_day_of_issue (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("action-plan-ja");
  g_autoptr (SgnPages) pages = NULL;
  g_autofree char *text = NULL;

  fixture->sheet.issued = "2026-12-25T10:00:00+09:00";
  pages = report_fixture_lay_out (fixture);
  text = sgn_pages_to_text (pages);

  /* In the legend, and twice in the list. */
  g_assert_cmpuint (count_words (text, " 期限超過\n"), ==, 3);
  g_assert_nonnull (strstr (text, "2026年12月25日現在"));
}

/* The day of issue decides which business year is shown, and what of it has passed. */
static void
test_a_calendar_is_of_the_year_of_issue (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("calendar-ja");
  g_autoptr (SgnPages) pages = NULL;
  g_autofree char *text = NULL;

  fixture->sheet.issued = "2027-04-01T10:00:00+09:00";
  pages = report_fixture_lay_out (fixture);
  text = sgn_pages_to_text (pages);

  g_assert_nonnull (strstr (text, "2027年度（2027年4月～2028年3月）"));
  /* What was due the year before is overdue, and not forgotten. */
  g_assert_nonnull (strstr (text, " 2026-12-18\n"));
  g_assert_null (strstr (text, " 2026-09-30\n"));
}

static void
test_unknown_document (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("basic-policy-ja");
  SgnDocument other = *fixture->sheet.document;
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  other.id = (char *) "calendar-of-1999";
  fixture->sheet.document = &other;
  pages = sgn_pages_new (&fixture->sheet, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

/* A projection with hardly anything in it lays out to pages all the same. */
static void
test_bare_projections (void)
{
  static const char *const documents[] = {
    "declaration-poster", "self-check-result", "declaration-preparation", "unknown-list",
    "rules-result",       "basic-policy",      "declaration-record",      "action-plan",
    "comparison",         "answer-sheet",      "scs-declaration-draft"
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++) {
    json_t *json = json_pack ("{s:s, s:s, s:s}", "document", documents[i], "language", "ja",
                              "audience", i % 2 == 0 ? "internal" : "partner");
    g_autoptr (ReportFixture) fixture = report_fixture_new_from_json (json);
    g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);

    g_assert_cmpuint (sgn_pages_get_n_pages (pages), >=, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_equal (argv[1], "--write")) {
    write_golden ();
    return 0;
  }

  for (guint i = 0; i < G_N_ELEMENTS (golden); i++) {
    g_autofree char *same = g_strconcat ("/pages/golden/", golden[i], NULL);
    g_autofree char *inside = g_strconcat ("/pages/inside-paper/", golden[i], NULL);
    g_test_add_data_func (same, golden[i], test_golden);
    g_test_add_data_func (inside, golden[i], test_inside_paper);
  }
  g_test_add_func ("/pages/the-same-twice", test_same_twice);
  g_test_add_func ("/pages/the-draft-swears-to-nothing-open", test_draft_swears_to_nothing_open);
  g_test_add_func ("/pages/as-many-as-the-measures-say", test_page_counts);
  g_test_add_func ("/pages/a-copy-has-no-number", test_copy_has_no_number);
  g_test_add_func ("/pages/training-is-said-on-each", test_training_banner_on_each_page);
  g_test_add_func ("/pages/partners-see-only-theirs", test_partner_sheet_keeps_silent);
  g_test_add_func ("/pages/answers-given-are-circled", test_answers_given_are_circled);
  g_test_add_func ("/pages/a-partner-compares-parts-only", test_partner_comparison_keeps_to_parts);
  g_test_add_func ("/pages/a-draft-says-so", test_draft_says_so);
  g_test_add_func ("/pages/unfinished-has-no-finding", test_unfinished_has_no_finding);
  g_test_add_func ("/pages/sheets-follow-the-company", test_sheets_follow_the_company);
  g_test_add_func ("/pages/a-plan-is-as-of-its-day-of-issue",
                   test_a_plan_is_as_of_its_day_of_issue);
  g_test_add_func ("/pages/a-calendar-is-of-the-year-of-issue",
                   test_a_calendar_is_of_the_year_of_issue);
  g_test_add_func ("/pages/an-unknown-document-is-refused", test_unknown_document);
  g_test_add_func ("/pages/bare-projections-lay-out", test_bare_projections);
  return g_test_run ();
}
