/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-check-answers.h"

/* What a check that is begun now would continue. */
static SgnLast *
find_last_of_next (SgnLibrary *library, SgnRecord *record, SgnCatalogue *catalogue)
{
  g_autoptr (SgnAssessment) next = g_new0 (SgnAssessment, 1);

  next->id = G_MAXINT64;
  next->catalogue = g_strdup (catalogue->id);
  next->edition = g_strdup (catalogue->edition);
  return sgn_last_new (library, record, next);
}

/**
 * sgn_check_answers_new:
 * @library: the catalogues and mappings
 * @record: a record
 * @catalogue: the edition of @assessment
 * @assessment: (nullable): one of @record's; NULL before the first answer
 *
 * Returns: its answers, which keep @record alive
 */
SgnCheckAnswers *
sgn_check_answers_new (SgnLibrary *library,
                       SgnRecord *record,
                       SgnCatalogue *catalogue,
                       const SgnAssessment *assessment)
{
  SgnCheckAnswers *self;

  g_return_val_if_fail (library != NULL && record != NULL && catalogue != NULL, NULL);

  self = g_new0 (SgnCheckAnswers, 1);
  self->record = sgn_record_ref (record);
  if (assessment == NULL) {
    self->last = find_last_of_next (library, record, catalogue);
    return self;
  }
  self->combined = sgn_combined_new (record, catalogue, assessment);
  self->last = sgn_last_new (library, record, assessment);
  return self;
}

void
sgn_check_answers_free (SgnCheckAnswers *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->combined, sgn_combined_free);
  sgn_last_free (self->last);
  sgn_record_unref (self->record);
  g_free (self);
}

gboolean
sgn_check_answers_have_sites (const SgnCheckAnswers *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->combined != NULL && self->combined->parts->len > 0;
}

/**
 * sgn_check_answers_count_evidence:
 * @self: the answers of a check
 * @item: an item of its catalogue
 *
 * Returns: how many pieces of evidence hang on the answer that counts; before anything counts, on
 *   what the company itself has said
 */
guint
sgn_check_answers_count_evidence (const SgnCheckAnswers *self, const SgnItem *item)
{
  const SgnAssessment *source;

  g_return_val_if_fail (self != NULL && item != NULL, 0);

  if (self->combined == NULL)
    return 0;
  source = sgn_combined_find_answer (self->combined, item).source;
  if (source == NULL)
    source = self->combined->own;
  return sgn_record_count_evidence (self->record, source->id, item->id);
}
