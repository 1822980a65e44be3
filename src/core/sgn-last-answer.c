/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-last-answer.h"

const char *
sgn_last_state_to_key (SgnLastState state)
{
  static const char *const keys[] = { "none", "other-edition", "not-answered", "answered" };

  g_return_val_if_fail (state < G_N_ELEMENTS (keys), NULL);

  return keys[state];
}

static const SgnMapping *
find_mapping (SgnLibrary *library, const SgnCatalogue *from, const SgnAssessment *to)
{
  g_autofree char *from_key = sgn_catalogue_dup_key (from);
  g_autofree char *to_key = g_strdup_printf ("%s@%s", to->catalogue, to->edition);

  return sgn_library_find_mapping (library, from_key, to_key);
}

static gboolean
is_same_edition (const SgnAssessment *a, const SgnAssessment *b)
{
  return g_strcmp0 (a->edition, b->edition) == 0;
}

/* @before: (nullable): the one that @assessment is held against */
static SgnLast *
new_of (SgnLibrary *library,
        const SgnRecord *record,
        const SgnAssessment *assessment,
        const SgnAssessment *before)
{
  SgnLast *self = g_new0 (SgnLast, 1);

  self->assessment = before;
  if (self->assessment != NULL)
    self->catalogue =
      sgn_library_find_catalogue (library, self->assessment->catalogue, self->assessment->edition);
  if (self->catalogue == NULL)
    return self;

  self->combined = sgn_combined_new (record, self->catalogue, self->assessment);
  if (!is_same_edition (self->assessment, assessment)) {
    self->mapping = find_mapping (library, self->catalogue, assessment);
    if (self->mapping == NULL)
      g_clear_pointer (&self->combined, sgn_combined_free);
  }
  return self;
}

/**
 * sgn_last_new:
 * @library: the catalogues and mappings
 * @record: a record
 * @assessment: one of its assessments
 *
 * Returns: (transfer full): what @assessment continues; its members are %NULL when that is nothing
 */
SgnLast *
sgn_last_new (SgnLibrary *library, const SgnRecord *record, const SgnAssessment *assessment)
{
  g_return_val_if_fail (library != NULL && record != NULL && assessment != NULL, NULL);

  return new_of (library, record, assessment, sgn_record_find_continued (record, assessment));
}

/**
 * sgn_last_new_compared:
 * @library: the catalogues and mappings
 * @record: a record
 * @assessment: one of its assessments
 *
 * Returns: (transfer full): what @assessment is compared with, which is closed and answered; its
 *   members are %NULL when that is nothing
 */
SgnLast *
sgn_last_new_compared (SgnLibrary *library,
                       const SgnRecord *record,
                       const SgnAssessment *assessment)
{
  g_return_val_if_fail (library != NULL && record != NULL && assessment != NULL, NULL);

  return new_of (library, record, assessment, sgn_record_find_previous (record, assessment));
}

/**
 * sgn_last_new_against:
 * @library: the catalogues and mappings
 * @record: a record
 * @assessment: one of its assessments
 * @against: (nullable): another one of the same guideline
 *
 * Returns: (transfer full): @against as what @assessment is held against
 */
SgnLast *
sgn_last_new_against (SgnLibrary *library,
                      const SgnRecord *record,
                      const SgnAssessment *assessment,
                      const SgnAssessment *against)
{
  g_return_val_if_fail (library != NULL && record != NULL && assessment != NULL, NULL);

  return new_of (library, record, assessment, against);
}

void
sgn_last_free (SgnLast *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->combined, sgn_combined_free);
  g_free (self);
}

/* (nullable): sameness between editions comes from mappings only, never from the number */
static const SgnItem *
find_counterpart (const SgnLast *self, const SgnItem *item)
{
  const char *id = item->id;

  if (self->combined == NULL)
    return NULL;
  if (self->mapping != NULL)
    id = sgn_mapping_find_equal (self->mapping, item->id);
  return id != NULL ? sgn_catalogue_find_item (self->catalogue, id) : NULL;
}

/**
 * sgn_last_find_answer:
 * @self: what an assessment continues
 * @item: an item of that assessment's catalogue
 *
 * Returns: what was said of @item last time
 */
SgnLastAnswer
sgn_last_find_answer (const SgnLast *self, const SgnItem *item)
{
  SgnLastAnswer last = { SGN_LAST_NOTHING };

  g_return_val_if_fail (self != NULL && item != NULL, last);

  if (self->assessment == NULL)
    return last;
  last.item = find_counterpart (self, item);
  if (last.item == NULL || last.item->scale == NULL) {
    last.item = NULL;
    last.state = SGN_LAST_OTHER;
    return last;
  }

  last.answer = sgn_assessment_find_answer (self->combined->answers, last.item->id);
  if (last.answer != NULL && last.answer->value != NULL)
    last.value = sgn_item_find_value (last.item, last.answer->value);
  last.state = last.value != NULL ? SGN_LAST_ANSWERED : SGN_LAST_OPEN;
  return last;
}
