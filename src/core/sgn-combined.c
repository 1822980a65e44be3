/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-combined.h"

/* (nullable): the value that @assessment has for @item; a note alone, an answer to another edition
 * or a word the scale does not have is none. */
static const SgnScaleValue *
find_value (const SgnCombined *self, const SgnAssessment *assessment, const SgnItem *item)
{
  const SgnAnswer *answer = sgn_assessment_find_answer (assessment, item->id);

  if (answer == NULL || answer->value == NULL ||
      g_strcmp0 (assessment->edition, self->own->edition) != 0)
    return NULL;
  return sgn_item_find_value (item, answer->value);
}

/* (nullable): the site with the worst answer, of equal ones the first; NULL unless all sites have
 * answered: a site that has said nothing could be worse than any. */
static const SgnAssessment *
find_worst (const SgnCombined *self, const SgnItem *item)
{
  const SgnAssessment *worst = NULL;
  const SgnScaleValue *worst_value = NULL;

  for (guint i = 0; i < self->parts->len; i++) {
    const SgnAssessment *part = g_ptr_array_index (self->parts, i);
    const SgnScaleValue *value = find_value (self, part, item);

    if (value == NULL)
      return NULL;
    if (worst == NULL || sgn_scale_value_is_worse (value, worst_value)) {
      worst = part;
      worst_value = value;
    }
  }
  return worst;
}

/* (nullable) */
static const SgnAssessment *
find_source (const SgnCombined *self, const SgnItem *item)
{
  return find_value (self, self->own, item) != NULL ? self->own : find_worst (self, item);
}

static void
replace_text (char **text, const char *own)
{
  if (own == NULL)
    return;
  g_free (*text);
  *text = g_strdup (own);
}

/* The value of @source with what the company itself has written about it. */
static SgnAnswer *
merge_answer (const SgnAnswer *own, const SgnAnswer *of_source)
{
  SgnAnswer *merged = sgn_answer_copy (of_source);

  if (own == NULL || own == of_source)
    return merged;
  replace_text (&merged->note, own->note);
  replace_text (&merged->statement, own->statement);
  replace_text (&merged->statement_en, own->statement_en);
  return merged;
}

static void
merge_item (SgnCombined *self, const SgnItem *item)
{
  const SgnAssessment *source = find_source (self, item);
  const SgnAnswer *own = sgn_assessment_find_answer (self->own, item->id);
  const SgnAnswer *answer = source != NULL ? sgn_assessment_find_answer (source, item->id) : own;
  SgnAnswer *merged = answer != NULL ? merge_answer (own, answer) : NULL;

  if (merged != NULL)
    g_hash_table_insert (self->merged->answers, merged->item, merged);
}

/* Whether two sites say different things of @item; one that says nothing does not count. */
static gboolean
sites_differ (const SgnCombined *self, const SgnItem *item)
{
  const SgnScaleValue *first = NULL;

  for (guint i = 0; i < self->parts->len; i++) {
    const SgnScaleValue *value = find_value (self, self->parts->pdata[i], item);

    if (value == NULL)
      continue;
    if (first != NULL && value != first)
      return TRUE;
    first = value;
  }
  return FALSE;
}

static void
merge (SgnCombined *self, const SgnCatalogue *catalogue)
{
  self->merged = sgn_assessment_copy (self->own);
  self->answers = self->merged;
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];

    if (item->scale == NULL)
      continue;
    merge_item (self, item);
    if (find_value (self, self->own, item) != NULL)
      self->decided++;
    if (sites_differ (self, item))
      self->differing++;
  }
}

/**
 * sgn_combined_new:
 * @record: a record
 * @catalogue: the edition of @assessment
 * @assessment: one of its assessments
 *
 * How the sites make up the company's row is our own rule, no guideline has one: what the person in
 * charge decided for the company stands; else the worst site counts, because a company is as safe
 * as its weakest site; and where a site has not answered, the company has not. Worst is what gives
 * the fewest points; where points say nothing, unknown, not done, partly, done in this order. An
 * item does not apply to the company only when it applies to no site. Points are never added up
 * over sites. Notes and statements of the company stand before those of a site.
 *
 * Returns: (transfer full): the assessment with what its sites say
 */
SgnCombined *
sgn_combined_new (const SgnRecord *record, SgnCatalogue *catalogue, const SgnAssessment *assessment)
{
  SgnCombined *self = NULL;

  g_return_val_if_fail (record != NULL && catalogue != NULL && assessment != NULL, NULL);

  self = g_new0 (SgnCombined, 1);
  self->own = self->answers = assessment;
  self->parts = sgn_record_list_parts (record, assessment);
  if (self->parts->len > 0)
    merge (self, catalogue);
  return self;
}

void
sgn_combined_free (SgnCombined *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->merged, sgn_assessment_free);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * sgn_combined_find_answer:
 * @self: an assessment with what its sites say
 * @item: an item of its catalogue
 *
 * Returns: what counts for @item, and how it came about
 */
SgnCombinedAnswer
sgn_combined_find_answer (const SgnCombined *self, const SgnItem *item)
{
  SgnCombinedAnswer found = { 0 };
  const SgnScaleValue *counted = NULL;

  g_return_val_if_fail (self != NULL && item != NULL, found);

  found.answer = sgn_assessment_find_answer (self->answers, item->id);
  found.source = find_source (self, item);
  found.decided = self->parts->len > 0 && found.source == self->own;
  if (found.source != NULL)
    counted = find_value (self, found.source, item);
  for (guint i = 0; i < self->parts->len; i++) {
    const SgnScaleValue *value = find_value (self, self->parts->pdata[i], item);

    found.answered += value != NULL;
    found.differing += value != NULL && counted != NULL && value != counted;
  }
  return found;
}
