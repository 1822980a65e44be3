/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#define MANY 10000

static char *
search (SgnCompanyFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = sgn_company_file_search (file, text, 10, &error);

  g_assert_no_error (error);
  g_ptr_array_add (places, NULL);
  return g_strjoinv (" ", (char **) places->pdata);
}

static void
test_texts_are_found_however_typed (Place *place, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *found;
  } cases[] = {
    { "自動", "answer/1/SD-01" },                 /* two kanji */
    { "葛城", "company/1" },                      /* a registered glyph by its plain form */
    { "ひなた", "company/1" },                    /* hiragana for katakana */
    { "ﾋﾅﾀ", "company/1" },                       /* half width */
    { "HEAD", "assessment/1" },                   /* case */
    { "ｈｅａｄ　Ｏｆｆｉｃｅ", "assessment/1" }, /* full width, a wide space */
    { "office head", "assessment/1" },            /* two words, any order */
    { "台帳", "evidence/1" },
    { "登録セキスペ", "answer/1/SD-01" },
    { "40012345678", "declaration/1" },
    { "SC-20261120-abcdef", "issue/SC-20261120-abcdef" },
    { "nowhere", "" },
    { "自動 nowhere", "" },
    { "", "" },
    { " \t　", "" },
    { "%", "" },
  };
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = search (file, cases[i].text);

    if (g_strcmp0 (found, cases[i].found) != 0)
      g_error ("“%s” found “%s”, not “%s”", cases[i].text, found, cases[i].found);
  }
  close_file (file);
}

static void
test_the_best_comes_first (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *found = NULL;

  fill_file (file);
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'新本社'}");
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "10", "{'name':'本社営業'}");
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "9", "{'name':'本社総務'}");
  found = search (file, "本社");

  g_assert_cmpstr (found, ==, "site/1 assessment/1 person/9 person/10 person/2");
  close_file (file);
}

static void
test_search_follows_the_acts (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) row = row_new ("{'name':'幻'}");
  g_autofree char *before = NULL;
  g_autofree char *set = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *rolled_back = NULL;

  fill_file (file);
  before = search (file, "新語");
  set_note (file, "SD-02", "新語を書いた");
  set = search (file, "新語");
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  undone = search (file, "新語");
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", row, NULL));
  sgn_company_file_rollback (file);
  rolled_back = search (file, "幻");

  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (set, ==, "answer/1/SD-02");
  g_assert_cmpstr (undone, ==, "");
  g_assert_cmpstr (rolled_back, ==, "");
  close_file (file);
}

static void
test_the_limit_holds_among_many (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) places = NULL;
  gint64 start = 0;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  for (guint i = 1; i <= MANY; i++) {
    g_autofree char *id = g_strdup_printf ("%u", i);
    g_autoptr (json_t) row = json_pack ("{s:s,s:s}", "name", "山田 太郎", "role", id);

    g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, id, row, NULL));
  }
  g_assert_true (sgn_company_file_commit (file, NULL));
  g_clear_pointer (&places, g_ptr_array_unref);
  places = sgn_company_file_search (file, "太郎", 25, NULL); /* makes the keys */
  g_clear_pointer (&places, g_ptr_array_unref);
  start = g_get_monotonic_time ();
  places = sgn_company_file_search (file, "山田", 25, NULL);
  g_test_message ("one search among %d took %" G_GINT64_FORMAT " µs", MANY,
                  g_get_monotonic_time () - start);

  g_assert_cmpuint (places->len, ==, 25);
  g_assert_cmpstr (places->pdata[0], ==, "person/1");
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/texts-are-found-however-typed", test_texts_are_found_however_typed);
  ADD ("/search/the-best-comes-first", test_the_best_comes_first);
  ADD ("/search/search-follows-the-acts", test_search_follows_the_acts);
  ADD ("/search/the-limit-holds-among-many", test_the_limit_holds_among_many);

  return g_test_run ();
}
