/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-form.h"

#include "message-form.h"
#include "sgn-error.h"

/* With @dates and @stamps as they were set; NULL: not set. */
static SgnForm *
make (const char *dates, const char *stamps, const char *month)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);

  if (dates != NULL)
    g_hash_table_insert (settings, (char *) SGN_SETTING_DATES, (char *) dates);
  if (stamps != NULL)
    g_hash_table_insert (settings, (char *) SGN_SETTING_STAMPS, (char *) stamps);
  if (month != NULL)
    g_hash_table_insert (settings, (char *) SGN_SETTING_FISCAL_MONTH, (char *) month);
  return sgn_form_new (settings);
}

static void
test_without_settings_sheets_are_plain (void)
{
  g_autoptr (SgnForm) form = make (NULL, NULL, NULL);
  g_autoptr (json_t) json = sgn_form_to_json (form, TRUE);

  g_assert_cmpint (form->dates, ==, SGN_DATES_WESTERN);
  g_assert_null (form->stamps[0]);
  g_assert_cmpint (form->fiscal_month, ==, 4);
  g_assert_cmpuint (json_object_size (json), ==, 0);
}

/* What a later version wrote, or a hand, counts as not set. */
static void
test_unknown_values_count_as_not_set (void)
{
  g_autoptr (SgnForm) form = make ("martian", " 、 ,", "13");

  g_assert_cmpint (form->dates, ==, SGN_DATES_WESTERN);
  g_assert_null (form->stamps[0]);
  g_assert_cmpint (form->fiscal_month, ==, 4);
}

static void
test_a_sheet_carries_what_was_chosen (void)
{
  g_autoptr (SgnForm) form = make ("era", "作成、 確認,承認", "10");
  g_autoptr (json_t) own = sgn_form_to_json (form, TRUE);
  g_autoptr (json_t) partner = sgn_form_to_json (form, FALSE);
  g_autoptr (SgnForm) read = sgn_form_new_from_json (own);
  g_autoptr (SgnForm) other = sgn_form_new_from_json (partner);
  g_autoptr (SgnForm) nothing = sgn_form_new_from_json (NULL);

  g_assert_cmpint (read->dates, ==, SGN_DATES_ERA);
  g_assert_cmpint (read->fiscal_month, ==, 10);
  g_assert_cmpuint (g_strv_length (read->stamps), ==, 3);
  g_assert_cmpstr (read->stamps[1], ==, "確認");
  g_assert_cmpint (other->dates, ==, SGN_DATES_ERA);
  g_assert_null (other->stamps[0]);
  g_assert_cmpint (nothing->dates, ==, SGN_DATES_WESTERN);
  g_assert_cmpint (nothing->fiscal_month, ==, 4);
}

static void
test_settings_are_checked (void)
{
  static const struct {
    const char *name;
    const char *value;
    int code; /* 0: good */
  } cases[] = {
    { "dates", "western", 0 },
    { "dates", "both", 0 },
    { "dates", "Era", SGN_ERROR_INVALID },
    { "dates", "", SGN_ERROR_INVALID },
    { "stamps", "", 0 },
    { "stamps", "作成、確認、承認、社長", 0 },
    { "stamps", "作成、確認、承認、社長、会長", SGN_ERROR_INVALID },
    { "stamps", "情報セキュリティ", SGN_ERROR_INVALID },
    { "fiscal-month", "1", 0 },
    { "fiscal-month", "12", 0 },
    { "fiscal-month", "0", SGN_ERROR_INVALID },
    { "fiscal-month", "４", SGN_ERROR_INVALID },
    { "fiscal-month", "4 ", SGN_ERROR_INVALID },
    { "goal", "open", 0 },
    { "goal", "star-2", 0 },
    { "goal", "star-3", SGN_ERROR_INVALID },
    { "colour", "red", SGN_ERROR_USAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    gboolean good = sgn_form_check (cases[i].name, cases[i].value, &error);

    g_test_message ("%s “%s”", cases[i].name, cases[i].value);
    g_assert_cmpint (good, ==, cases[i].code == 0);
    if (good)
      continue;
    g_assert_error (error, SGN_ERROR, cases[i].code);
    assert_is_sentence (error->message);
  }
}

static void
test_every_setting_has_a_value_that_holds (void)
{
  const char *const *names = sgn_form_get_names ();

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (sgn_form_check (names[i], sgn_form_get_default (names[i]), &error));
    g_assert_no_error (error);
  }
  g_assert_null (sgn_form_get_default ("colour"));
}

static const struct {
  const char *style;
  const char *date;
  const char *ja;
  const char *ja_short;
  const char *ja_month;
} dates[] = {
  { "western", "2026-11-23", "2026年11月23日", "2026-11-23", "2026年11月" },
  { "era", "2026-11-23", "令和8年11月23日", "R08.11.23", "令和8年11月" },
  { "era", "2019-05-01", "令和元年5月1日", "R01.05.01", "令和元年5月" },
  { "era", "2019-04-30", "平成31年4月30日", "H31.04.30", "平成31年4月" },
  { "era", "1989-01-07", "昭和64年1月7日", "S64.01.07", "昭和64年1月" },
  { "era", "1850-01-07", "1850年1月7日", "1850-01-07", "1850年1月" },
  { "both", "2026-11-23", "2026年（令和8年）11月23日", "2026-11-23", "2026年（令和8年）11月" },
  { "both", "2019-05-01", "2019年（令和元年）5月1日", "2019-05-01", "2019年（令和元年）5月" },
  { "both", "soon", "soon", "soon", "soon" },
};

static void
test_dates_follow_the_choice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autoptr (SgnForm) form = make (dates[i].style, NULL, NULL);
    g_autofree char *date = sgn_form_date (form, dates[i].date, SGN_LANGUAGE_JA);
    g_autofree char *column = sgn_form_date_short (form, dates[i].date, SGN_LANGUAGE_JA);
    g_autofree char *month = sgn_form_month (form, dates[i].date, SGN_LANGUAGE_JA);
    g_autofree char *english = sgn_form_date_short (form, dates[i].date, SGN_LANGUAGE_EN);

    g_assert_cmpstr (date, ==, dates[i].ja);
    g_assert_cmpstr (column, ==, dates[i].ja_short);
    g_assert_cmpstr (month, ==, dates[i].ja_month);
    g_assert_cmpstr (english, ==, dates[i].date);
  }
}

static void
test_english_sheets_write_the_western_year (void)
{
  g_autoptr (SgnForm) form = make ("era", NULL, NULL);
  g_autofree char *date = sgn_form_date (form, "2026-11-23", SGN_LANGUAGE_EN);
  g_autofree char *month = sgn_form_month (form, "2026-11-23", SGN_LANGUAGE_EN);
  g_autofree char *range = sgn_form_range (form, "2026-11-02", "2026-11-20", SGN_LANGUAGE_EN);

  g_assert_cmpstr (date, ==, "23 November 2026");
  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (range, ==, "2–20 November 2026");
}

static void
test_ranges_and_nothing (void)
{
  g_autoptr (SgnForm) western = make (NULL, NULL, NULL);
  g_autoptr (SgnForm) era = make ("era", NULL, NULL);
  g_autoptr (SgnForm) both = make ("both", NULL, NULL);
  g_autofree char *usual = sgn_form_range (western, "2026-11-02", "2026-11-20", SGN_LANGUAGE_JA);
  g_autofree char *border = sgn_form_range (era, "2019-04-30", "2019-05-01", SGN_LANGUAGE_JA);
  g_autofree char *day = sgn_form_range (era, "2026-11-02", "2026-11-02", SGN_LANGUAGE_JA);
  g_autofree char *same = sgn_form_range (era, "2026-11-02", "2026-11-20", SGN_LANGUAGE_JA);
  g_autofree char *years = sgn_form_range (both, "2026-11-02", "2027-01-20", SGN_LANGUAGE_JA);
  g_autofree char *year = sgn_form_range (both, "2026-11-02", "2026-11-20", SGN_LANGUAGE_JA);

  g_assert_cmpstr (usual, ==, "2026年11月2日～11月20日");
  g_assert_cmpstr (border, ==, "平成31年4月30日～令和元年5月1日");
  g_assert_cmpstr (day, ==, "令和8年11月2日");
  g_assert_null (sgn_form_date (era, NULL, SGN_LANGUAGE_JA));
  g_assert_null (sgn_form_date_short (era, NULL, SGN_LANGUAGE_JA));
  g_assert_null (sgn_form_month (era, NULL, SGN_LANGUAGE_JA));
  g_assert_cmpstr (same, ==, "令和8年11月2日～11月20日");
  g_assert_cmpstr (years, ==, "2026年（令和8年）11月2日～2027年（令和9年）1月20日");
  g_assert_cmpstr (year, ==, "2026年（令和8年）11月2日～11月20日");
  g_assert_null (sgn_form_range (era, NULL, NULL, SGN_LANGUAGE_JA));
}

static void
the_company_of_a_seminar_is_known (void)
{
  g_autoptr (GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_false (sgn_form_is_training (settings));
  g_hash_table_insert (settings, (char *) SGN_SETTING_TRAINING, (char *) "yes");
  g_assert_true (sgn_form_is_training (settings));
  g_assert_false (sgn_form_check (SGN_SETTING_TRAINING, "yes", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/without-settings-sheets-are-plain",
                   test_without_settings_sheets_are_plain);
  g_test_add_func ("/form/unknown-values-count-as-not-set", test_unknown_values_count_as_not_set);
  g_test_add_func ("/form/a-sheet-carries-what-was-chosen", test_a_sheet_carries_what_was_chosen);
  g_test_add_func ("/form/settings-are-checked", test_settings_are_checked);
  g_test_add_func ("/form/every-setting-has-a-value-that-holds",
                   test_every_setting_has_a_value_that_holds);
  g_test_add_func ("/form/dates-follow-the-choice", test_dates_follow_the_choice);
  g_test_add_func ("/form/english-sheets-write-the-western-year",
                   test_english_sheets_write_the_western_year);
  g_test_add_func ("/form/ranges-and-nothing", test_ranges_and_nothing);
  g_test_add_func ("/form/the-company-of-a-seminar-is-known", the_company_of_a_seminar_is_known);

  return g_test_run ();
}
