/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-reviews.h"

#include <glib/gi18n-lib.h>

#include "sgn-combined.h"
#include "sgn-date.h"
#include "sgn-language.h"
#include "sgn-projection-private.h"

#define A_YEAR 12

void
sgn_review_day_free (SgnReviewDay *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->catalogue);
  g_free (self);
}

gboolean
sgn_review_day_is_due (const SgnReviewDay *self, const char *today)
{
  g_return_val_if_fail (self != NULL && today != NULL, FALSE);

  return sgn_date_compare (self->date, today) <= 0;
}

static void
review_free (gpointer data)
{
  sgn_review_day_free (data);
}

/* Takes @title and @date. */
static SgnReviewDay *
add_review (GPtrArray *reviews, const char *kind, char *title, char *date)
{
  SgnReviewDay *self = g_new0 (SgnReviewDay, 1);

  self->kind = kind;
  self->title = title;
  self->date = date;
  g_ptr_array_add (reviews, self);
  return self;
}

static void
add_answers (GPtrArray *reviews,
             const SgnRecord *record,
             SgnCatalogue *catalogue,
             const SgnAssessment *assessment)
{
  g_autoptr (SgnCombined) combined = sgn_combined_new (record, catalogue, assessment);

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const SgnAnswer *answer = sgn_assessment_find_answer (combined->answers, item->id);
    SgnReviewDay *review = NULL;

    if (answer == NULL || answer->next_review == NULL)
      continue;
    review = add_review (reviews, SGN_KIND_ANSWER,
                         g_strdup (sgn_text_get (&item->short_title, sgn_language_of_user ())),
                         g_strdup (answer->next_review));
    review->catalogue = sgn_catalogue_dup_key (catalogue);
    review->item = item;
  }
}

/* A check that is closed is done again after a year. */
static void
add_check (GPtrArray *reviews, SgnCatalogue *catalogue, const SgnAssessment *assessment)
{
  g_autofree char *day = sgn_assessment_dup_date (assessment);
  SgnReviewDay *review = NULL;

  if (day == NULL || !assessment->closed)
    return;
  review =
    add_review (reviews, SGN_KIND_ASSESSMENT,
                g_strdup_printf (_ ("%s, once a year"),
                                 sgn_text_get (&catalogue->short_title, sgn_language_of_user ())),
                sgn_projection_dup_later (day, A_YEAR));
  review->catalogue = sgn_catalogue_dup_key (catalogue);
}

/* Of each guideline the check that counts today. */
static void
add_checks (GPtrArray *reviews, SgnLibrary *library, const SgnRecord *record)
{
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (library, *id, assessment->edition) : NULL;

    if (catalogue == NULL)
      continue;
    add_answers (reviews, record, catalogue, assessment);
    add_check (reviews, catalogue, assessment);
  }
}

static void
add_policy (GPtrArray *reviews, const SgnRecord *record)
{
  const SgnPolicy *policy = sgn_record_get_policy (record);
  const char *day = NULL;

  if (policy == NULL)
    return;
  day = policy->revised != NULL ? policy->revised : policy->established;
  if (day != NULL)
    add_review (reviews, SGN_KIND_POLICY, g_strdup (_ ("Reading the basic policy, once a year")),
                sgn_projection_dup_later (day, A_YEAR));
}

static void
add_declaration (GPtrArray *reviews, const SgnRecord *record)
{
  const SgnDeclaration *declaration = sgn_record_get_declaration (record);

  if (declaration != NULL && declaration->review != NULL)
    add_review (reviews, SGN_KIND_DECLARATION, g_strdup (_ ("Looking at the declaration again")),
                g_strdup (declaration->review));
}

static void
add_evidence (GPtrArray *reviews, const SgnRecord *record)
{
  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (record->evidence, i);

    if (!evidence->retired && evidence->expires != NULL)
      add_review (reviews, SGN_KIND_EVIDENCE,
                  g_strdup_printf (_ ("Evidence that expires: %s"),
                                   sgn_evidence_get_title (evidence, sgn_language_of_user ())),
                  g_strdup (evidence->expires));
  }
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const SgnReviewDay *first = *(const SgnReviewDay *const *) a;
  const SgnReviewDay *second = *(const SgnReviewDay *const *) b;

  return sgn_date_compare (first->date, second->date);
}

/**
 * sgn_reviews_list:
 * @library: the guidelines
 * @record: the record of a company
 *
 * What the company wanted to look at again: answers, its policy, its declaration, evidence that
 * proves something only for a time, and checks, which are done once a year.
 *
 * Returns: (transfer full) (element-type SgnReviewDay): by day; titles in the language of the user
 */
GPtrArray *
sgn_reviews_list (SgnLibrary *library, const SgnRecord *record)
{
  GPtrArray *reviews = NULL;

  g_return_val_if_fail (library != NULL && record != NULL, NULL);

  reviews = g_ptr_array_new_with_free_func (review_free);
  add_checks (reviews, library, record);
  add_policy (reviews, record);
  add_declaration (reviews, record);
  add_evidence (reviews, record);
  g_ptr_array_sort (reviews, compare_reviews);
  return reviews;
}
