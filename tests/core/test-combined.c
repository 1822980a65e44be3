/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-combined.h"

#include "sample-record.h"

#include "sgn-score.h"

/* The company's assessment is 10, its sites' are 11, 12, 13. */
#define COMPANY 10

static json_t *
make_row (gint64 site, gint64 parent)
{
  return make_part_row ("ipa-self-check", "4.0", site, parent);
}

static SgnRecord *
make_record (guint sites)
{
  SgnRecord *record = sgn_record_new ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, COMPANY, make_row (0, 0));
  for (guint i = 1; i <= sites; i++) {
    g_autofree char *name = g_strdup_printf ("拠点%u", i);
    SgnSite site = { .name = name, .employees = -1 };

    add_numbered_row (record, SGN_KIND_SITE, i, sgn_site_to_row (&site));
    add_numbered_row (record, SGN_KIND_ASSESSMENT, COMPANY + i, make_row (i, COMPANY));
  }
  return record;
}

static void
add_value (SgnRecord *record, gint64 assessment, const char *item, const char *value)
{
  if (value != NULL)
    add_answer (record, assessment, item, value);
}

static SgnCombined *
combine (SgnLibrary *library, const SgnRecord *record)
{
  return sgn_combined_new (record, sgn_library_find_catalogue (library, "ipa-self-check", "4.0"),
                           sgn_record_find_assessment (record, COMPANY));
}

static const struct {
  const char *name;
  const char *own;
  const char *sites[3];
  const char *effective;
  gint64 source;
  guint answered;
  guint differing;
} mixtures[] = {
  { "all-alike", NULL, { "done", "done", "done" }, "done", 11, 3, 0 },
  { "the-worst-counts", NULL, { "done", "partial", "not-done" }, "not-done", 13, 3, 2 },
  { "points-decide", NULL, { "not-done", "unknown", "done" }, "unknown", 12, 3, 2 },
  { "the-first-of-equals", NULL, { "done", "partial", "partial" }, "partial", 12, 3, 1 },
  { "one-is-silent", NULL, { "done", NULL, "done" }, NULL, 0, 2, 0 },
  { "one-is-silent-though-another-is-bad", NULL, { "unknown", NULL, "done" }, NULL, 0, 2, 0 },
  { "all-are-silent", NULL, { NULL, NULL, NULL }, NULL, 0, 0, 0 },
  { "it-applies-nowhere",
    NULL,
    { "not-applicable", "not-applicable", "not-applicable" },
    "not-applicable",
    11,
    3,
    0 },
  { "it-applies-somewhere",
    NULL,
    { "not-applicable", "done", "not-applicable" },
    "done",
    12,
    3,
    2 },
  { "it-applies-and-is-not-done",
    NULL,
    { "not-applicable", "done", "not-done" },
    "not-done",
    13,
    3,
    2 },
  { "the-company-decided-better", "done", { "not-done", "done", "done" }, "done", 10, 3, 1 },
  { "the-company-decided-worse", "unknown", { "done", "done", "done" }, "unknown", 10, 3, 3 },
  { "the-company-decided-for-silent-sites",
    "partial",
    { NULL, NULL, "done" },
    "partial",
    10,
    1,
    1 },
  { "a-word-the-scale-does-not-have", NULL, { "done", "splendid", "done" }, NULL, 0, 2, 0 },
};

static void
test_a_mixture (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (3);
  g_autoptr (SgnCombined) combined = NULL;
  const SgnItem *item = NULL;
  SgnCombinedAnswer found = { 0 };

  add_value (record, COMPANY, "SD-01", mixtures[i].own);
  for (guint k = 0; k < 3; k++)
    add_value (record, COMPANY + 1 + k, "SD-01", mixtures[i].sites[k]);
  combined = combine (library, record);
  item = sgn_catalogue_find_item (sgn_library_find_catalogue (library, "ipa-self-check", "4.0"),
                                  "SD-01");
  found = sgn_combined_find_answer (combined, item);

  g_assert_cmpstr (found.answer != NULL ? found.answer->value : NULL, ==, mixtures[i].effective);
  g_assert_cmpint (found.source != NULL ? found.source->id : 0, ==, mixtures[i].source);
  g_assert_cmpuint (found.answered, ==, mixtures[i].answered);
  g_assert_cmpuint (found.differing, ==, mixtures[i].differing);
  g_assert_true (found.decided == (mixtures[i].own != NULL));
  if (found.source != NULL)
    g_assert_cmpint (found.answer->assessment, ==, found.source->id);
}

/* The rules give no points: then unknown is the worst, and done the best. */
static void
test_marks_decide_where_there_are_no_points (void)
{
  static const char *const order[] = { "unknown", "not-done", "partial", "done" };
  g_autoptr (SgnLibrary) library = load_library ();

  for (guint worse = 0; worse < G_N_ELEMENTS (order); worse++) {
    for (guint better = worse; better < G_N_ELEMENTS (order); better++) {
      g_autoptr (SgnRecord) record = sgn_record_new ();
      g_autoptr (SgnCombined) combined = NULL;

      for (guint i = 0; i < 3; i++)
        add_numbered_row (record, SGN_KIND_ASSESSMENT, i + 1,
                          make_part_row ("ipa-rules", "4.0", i, i > 0 ? 1 : 0));
      add_answer (record, 2, "RU-1", order[better]);
      add_answer (record, 3, "RU-1", order[worse]);
      combined = sgn_combined_new (record, sgn_library_find_catalogue (library, "ipa-rules", "4.0"),
                                   sgn_record_find_assessment (record, 1));
      g_assert_cmpstr (sgn_assessment_find_answer (combined->answers, "RU-1")->value, ==,
                       order[worse]);
    }
  }
}

static void
test_without_sites_nothing_changes (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (0);
  g_autoptr (SgnCombined) combined = NULL;

  add_answer (record, COMPANY, "SD-01", "done");
  combined = combine (library, record);

  g_assert_true (combined->answers == sgn_record_find_assessment (record, COMPANY));
  g_assert_cmpuint (combined->parts->len, ==, 0);
  g_assert_cmpuint (combined->decided, ==, 0);
}

/* 25 × done at one site and 25 × partial at the other are 50 points, neither 100 nor 150. */
static void
test_points_are_never_added_up_over_sites (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (2);
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (SgnScore) score = NULL;

  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);

    add_answer (record, COMPANY + 1, item, "done");
    add_answer (record, COMPANY + 2, item, "partial");
  }
  combined = combine (library, record);
  score = sgn_score_new (sgn_library_find_catalogue (library, "ipa-self-check", "4.0"),
                         combined->answers, NULL);

  g_assert_cmpint (score->total, ==, 50);
  g_assert_cmpint (score->max, ==, 100);
  g_assert_cmpuint (score->answered, ==, 25);
  g_assert_cmpint (score->assessment, ==, COMPANY);
  g_assert_cmpuint (combined->differing, ==, 25);
  g_assert_cmpuint (combined->decided, ==, 0);
}

static void
add_texts (SgnRecord *record, gint64 assessment, const char *value, const char *note)
{
  SgnAnswer answer = { .assessment = assessment,
                       .item = (char *) "SD-01",
                       .value = (char *) value,
                       .note = (char *) note,
                       .statement = (char *) (value != NULL ? note : NULL),
                       .at = (char *) "2026-11-20T10:00:00+09:00" };

  add_row (record, SGN_KIND_ANSWER, "-", sgn_answer_to_row (&answer));
}

/* A note of the company alone decides nothing, but stands before that of the site. */
static void
test_the_companys_words_stand_before_a_sites (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (2);
  g_autoptr (SgnCombined) combined = NULL;
  const SgnAnswer *answer = NULL;

  add_texts (record, COMPANY, NULL, "全社のメモ");
  add_texts (record, COMPANY + 1, "done", "甲のメモ");
  add_texts (record, COMPANY + 2, "partial", "乙のメモ");
  combined = combine (library, record);
  answer = sgn_assessment_find_answer (combined->answers, "SD-01");

  g_assert_cmpstr (answer->value, ==, "partial");
  g_assert_cmpstr (answer->note, ==, "全社のメモ");
  g_assert_cmpstr (answer->statement, ==, "乙のメモ");
  g_assert_cmpuint (combined->decided, ==, 0);
}

static void
test_a_note_stays_though_a_site_is_silent (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (2);
  g_autoptr (SgnCombined) combined = NULL;
  const SgnAnswer *answer = NULL;

  add_texts (record, COMPANY, NULL, "全社のメモ");
  add_texts (record, COMPANY + 1, "done", "甲のメモ");
  combined = combine (library, record);
  answer = sgn_assessment_find_answer (combined->answers, "SD-01");

  g_assert_null (answer->value);
  g_assert_cmpstr (answer->note, ==, "全社のメモ");
}

/* It cannot come about here, but in a file that others have written: then the site is silent. */
static void
test_a_site_of_another_edition_has_said_nothing (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (1);
  g_autoptr (SgnCombined) combined = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 20,
                    make_part_row ("ipa-self-check", "3.1", 2, COMPANY));
  add_answer (record, COMPANY + 1, "SD-01", "done");
  add_answer (record, 20, "SD-01", "done");
  combined = combine (library, record);

  g_assert_cmpuint (combined->parts->len, ==, 2);
  g_assert_null (sgn_assessment_find_answer (combined->answers, "SD-01"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (mixtures); i++) {
    g_autofree char *path = g_strconcat ("/combined/mixture/", mixtures[i].name, NULL);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_a_mixture);
  }
  g_test_add_func ("/combined/marks-decide-where-there-are-no-points",
                   test_marks_decide_where_there_are_no_points);
  g_test_add_func ("/combined/without-sites-nothing-changes", test_without_sites_nothing_changes);
  g_test_add_func ("/combined/points-are-never-added-up-over-sites",
                   test_points_are_never_added_up_over_sites);
  g_test_add_func ("/combined/the-companys-words-stand-before-a-sites",
                   test_the_companys_words_stand_before_a_sites);
  g_test_add_func ("/combined/a-note-stays-though-a-site-is-silent",
                   test_a_note_stays_though_a_site_is_silent);
  g_test_add_func ("/combined/a-site-of-another-edition-has-said-nothing",
                   test_a_site_of_another_edition_has_said_nothing);

  return g_test_run ();
}
