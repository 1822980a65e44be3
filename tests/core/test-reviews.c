/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-reviews.h"

#include "sample-record.h"

static void
test_the_sample_has_its_reviews_by_day (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (GPtrArray) reviews = sgn_reviews_list (library, record);
  guint declarations = 0;

  g_assert_cmpuint (reviews->len, >=, 3);
  for (guint i = 0; i < reviews->len; i++) {
    const SgnReviewDay *review = g_ptr_array_index (reviews, i);
    const SgnReviewDay *before = i > 0 ? g_ptr_array_index (reviews, i - 1) : NULL;

    g_assert_cmpstr (review->title, !=, "");
    if (before != NULL)
      g_assert_cmpstr (before->date, <=, review->date);
    declarations += g_str_equal (review->kind, SGN_KIND_DECLARATION) ? 1 : 0;
    g_assert_cmpint (review->item != NULL, ==, g_str_equal (review->kind, SGN_KIND_ANSWER));
  }
  g_assert_cmpuint (declarations, ==, 1);
}

static void
test_an_answer_leads_to_its_question (void)
{
  const SgnAnswer answer = { .assessment = 1,
                             .item = (char *) "SD-04",
                             .value = (char *) "partial",
                             .at = (char *) "2026-11-20T10:00:00+09:00",
                             .next_review = (char *) "2027-05-01" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) reviews = NULL;
  const SgnReviewDay *review = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-self-check", "4.0"));
  add_row (record, SGN_KIND_ANSWER, "1/SD-04", sgn_answer_to_row (&answer));
  reviews = sgn_reviews_list (library, record);
  g_assert_cmpuint (reviews->len, ==, 1);
  review = g_ptr_array_index (reviews, 0);
  g_assert_cmpstr (review->date, ==, "2027-05-01");
  g_assert_cmpstr (review->catalogue, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (review->item->id, ==, "SD-04");
}

static void
test_nothing_is_looked_at_again_in_a_new_company (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) reviews = sgn_reviews_list (library, record);

  g_assert_cmpuint (reviews->len, ==, 0);
}

static void
test_a_review_is_due_from_its_day_on (void)
{
  const SgnReviewDay review = { .kind = SGN_KIND_POLICY, .date = (char *) "2027-04-01" };

  g_assert_false (sgn_review_day_is_due (&review, "2027-03-31"));
  g_assert_true (sgn_review_day_is_due (&review, "2027-04-01"));
  g_assert_true (sgn_review_day_is_due (&review, "2028-01-01"));
}

static void
test_evidence_counts_until_it_is_retired (void)
{
  static const struct {
    gboolean retired;
    const char *expires;
    guint found;
  } cases[] = { { FALSE, "2027-02-01", 1 }, { TRUE, "2027-02-01", 0 }, { FALSE, NULL, 0 } };
  g_autoptr (SgnLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (GPtrArray) reviews = NULL;
    SgnEvidence evidence = { .sha256 = (char *) "5d8e913c70a2",
                             .size = 12,
                             .title = (char *) "契約書",
                             .file_name = (char *) "契約書.pdf",
                             .media_type = (char *) "application/pdf",
                             .added_at = (char *) "2026-11-23T10:00:00+09:00",
                             .retired = cases[i].retired,
                             .expires = (char *) cases[i].expires };

    add_numbered_row (record, SGN_KIND_EVIDENCE, 1, sgn_evidence_to_row (&evidence));
    reviews = sgn_reviews_list (library, record);
    g_assert_cmpuint (reviews->len, ==, cases[i].found);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviews/the-sample-has-its-reviews-by-day",
                   test_the_sample_has_its_reviews_by_day);
  g_test_add_func ("/reviews/an-answer-leads-to-its-question",
                   test_an_answer_leads_to_its_question);
  g_test_add_func ("/reviews/nothing-is-looked-at-again-in-a-new-company",
                   test_nothing_is_looked_at_again_in_a_new_company);
  g_test_add_func ("/reviews/a-review-is-due-from-its-day-on",
                   test_a_review_is_due_from_its_day_on);
  g_test_add_func ("/reviews/evidence-counts-until-it-is-retired",
                   test_evidence_counts_until_it_is_retired);
  return g_test_run ();
}
