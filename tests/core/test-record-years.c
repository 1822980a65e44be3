/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record-years.h"

#include "sample-record.h"

static void
add_check (SgnRecord *record, gint64 id, gint64 site, gint64 parent, gint64 previous)
{
  json_t *row = make_part_row ("ipa-self-check", "4.0", site, parent);

  if (previous != 0)
    sgn_json_set_integer (row, "previous", previous);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
}

static void
close_check (SgnRecord *record, gint64 id)
{
  SgnAssessment *assessment = sgn_record_find_assessment (record, id);

  assessment->closed = TRUE;
  assessment->closed_at = g_strdup ("2026-11-20T10:00:00+09:00");
}

static gint64
get_id (const SgnAssessment *assessment)
{
  return assessment != NULL ? assessment->id : 0;
}

static void
test_a_site_is_meant_only_when_named (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_check (record, 1, 0, 0, 0);
  add_check (record, 2, 7, 1, 0);
  add_answer (record, 2, "SD-01", "done");

  g_assert_cmpint (get_id (sgn_record_find_open (record, "ipa-self-check")), ==, 1);
  g_assert_cmpint (get_id (sgn_record_find_newest (record, "ipa-self-check")), ==, 1);
  g_assert_cmpint (get_id (sgn_record_find_open_of (record, "ipa-self-check", 7)), ==, 2);
  g_assert_null (sgn_record_find_open_of (record, "ipa-self-check", 8));
  g_assert_null (sgn_record_find_open_of (record, "ipa-rules", 7));
  close_check (record, 2);
  g_assert_null (sgn_record_find_open_of (record, "ipa-self-check", 7));
}

static void
test_the_company_has_answered_when_all_sites_have (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  const SgnAssessment *company = NULL;

  add_check (record, 1, 0, 0, 0);
  add_check (record, 2, 7, 1, 0);
  add_check (record, 3, 8, 1, 0);
  company = sgn_record_find_assessment (record, 1);
  g_assert_false (sgn_record_has_answer (record, company));

  add_answer (record, 2, "SD-01", "done");
  add_answer (record, 3, "SD-02", "done");
  g_assert_false (sgn_record_has_answer (record, company));
  g_assert_null (sgn_record_find_answered (record, "ipa-self-check"));

  add_answer (record, 3, "SD-01", "unknown");
  g_assert_true (sgn_record_has_answer (record, company));
  g_assert_cmpint (get_id (sgn_record_find_answered (record, "ipa-self-check")), ==, 1);
}

static void
test_parts_are_those_that_say_so (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) parts = NULL;

  add_check (record, 1, 0, 0, 0);
  add_check (record, 2, 7, 1, 0);
  add_check (record, 3, 8, 0, 0);
  add_check (record, 4, 0, 1, 0);
  add_check (record, 5, 9, 5, 0);
  parts = sgn_record_list_parts (record, sgn_record_find_assessment (record, 1));

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (get_id (parts->pdata[0]), ==, 2);
  g_assert_cmpint (get_id (
                     sgn_record_find_part (record, sgn_record_find_assessment (record, 1), 7)),
                   ==, 2);
  g_assert_null (sgn_record_find_part (record, sgn_record_find_assessment (record, 1), 8));
  g_assert_null (sgn_record_find_part (record, sgn_record_find_assessment (record, 5), 9));
}

/* What is compared is closed and answered; what is continued may be open again. */
static void
test_the_named_one_comes_before_the_newest (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  const SgnAssessment *now = NULL;

  for (gint64 id = 1; id <= 3; id++) {
    add_check (record, id, 0, 0, 0);
    add_answer (record, id, "SD-01", "done");
    close_check (record, id);
  }
  add_check (record, 4, 0, 0, 2);
  now = sgn_record_find_assessment (record, 4);
  g_assert_cmpint (get_id (sgn_record_find_previous (record, now)), ==, 2);
  g_assert_cmpint (get_id (sgn_record_find_continued (record, now)), ==, 2);
  g_assert_cmpint (get_id (sgn_record_find_next (record, sgn_record_find_assessment (record, 2))),
                   ==, 4);
  g_assert_null (sgn_record_find_next (record, sgn_record_find_assessment (record, 3)));

  sgn_record_find_assessment (record, 2)->closed = FALSE;
  g_assert_cmpint (get_id (sgn_record_find_previous (record, now)), ==, 3);
  g_assert_cmpint (get_id (sgn_record_find_continued (record, now)), ==, 2);
}

/* Damage at most: one that names itself, a later one, another guideline, or none that is there. */
static void
test_what_cannot_be_before_is_not (void)
{
  static const gint64 named[] = { 3, 4, 2, 99 };

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    const SgnAssessment *now = NULL;

    add_check (record, 1, 0, 0, 0);
    add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
    add_check (record, 3, 0, 0, named[i]);
    add_check (record, 4, 0, 0, 0);
    for (gint64 id = 1; id <= 4; id++) {
      add_answer (record, id, "SD-01", "done");
      close_check (record, id);
    }
    now = sgn_record_find_assessment (record, 3);
    g_assert_cmpint (get_id (sgn_record_find_previous (record, now)), ==, 1);
    g_assert_cmpint (get_id (sgn_record_find_continued (record, now)), ==, 1);
  }
}

static void
test_sites_are_found_by_number_and_name (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnSite site = { .name = (char *) "工場", .employees = -1 };

  add_numbered_row (record, SGN_KIND_SITE, 7, sgn_site_to_row (&site));

  g_assert_cmpstr (sgn_record_find_site (record, 7)->name, ==, "工場");
  g_assert_cmpint (sgn_record_find_site_named (record, "工場")->id, ==, 7);
  g_assert_null (sgn_record_find_site (record, 0));
  g_assert_null (sgn_record_find_site_named (record, "工"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-years/a-site-is-meant-only-when-named",
                   test_a_site_is_meant_only_when_named);
  g_test_add_func ("/record-years/the-company-has-answered-when-all-sites-have",
                   test_the_company_has_answered_when_all_sites_have);
  g_test_add_func ("/record-years/parts-are-those-that-say-so", test_parts_are_those_that_say_so);
  g_test_add_func ("/record-years/the-named-one-comes-before-the-newest",
                   test_the_named_one_comes_before_the_newest);
  g_test_add_func ("/record-years/what-cannot-be-before-is-not", test_what_cannot_be_before_is_not);
  g_test_add_func ("/record-years/sites-are-found-by-number-and-name",
                   test_sites_are_found_by_number_and_name);

  return g_test_run ();
}
