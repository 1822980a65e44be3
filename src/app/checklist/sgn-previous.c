/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-previous.h"

/* The newest closed assessment before @now, of any edition. */
static const SgnAssessment *
find_assessment (SgnSession *session, const SgnCatalogue *catalogue, const SgnAssessment *now)
{
  SgnRecord *record = sgn_session_get_record (session);

  if (now != NULL)
    return sgn_record_find_previous (record, now);
  for (guint i = record->assessments->len; i > 0; i--) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (assessment->closed && g_strcmp0 (assessment->catalogue, catalogue->id) == 0)
      return assessment;
  }
  return NULL;
}

/* What @item was called in the edition @before. */
static const char *
find_item (SgnLibrary *library,
           const SgnCatalogue *before,
           const SgnCatalogue *catalogue,
           const char *item)
{
  g_autofree char *from = sgn_catalogue_dup_key (before);
  g_autofree char *to = sgn_catalogue_dup_key (catalogue);
  SgnMapping *mapping;

  if (g_strcmp0 (from, to) == 0)
    return item;
  mapping = sgn_library_find_mapping (library, from, to);
  return mapping != NULL ? sgn_mapping_find_equal (mapping, item) : NULL;
}

/**
 * sgn_previous_find:
 * @checklist: a checklist
 * @index: of the item
 * @previous: (out): the answer of last time; untouched when there was none
 *
 * Sameness between editions comes from mappings only, never from the number.
 *
 * Returns: whether there was an answer last time
 */
gboolean
sgn_previous_find (SgnChecklist *checklist, guint index, SgnPrevious *previous)
{
  SgnSession *session;
  SgnLibrary *library;
  const SgnAssessment *assessment;
  SgnPrevious found = { 0 };
  const char *old;

  g_return_val_if_fail (SGN_IS_CHECKLIST (checklist), FALSE);

  session = sgn_checklist_get_session (checklist);
  library = sgn_session_get_library (session);
  assessment = find_assessment (session, sgn_checklist_get_catalogue (checklist),
                                sgn_checklist_get_assessment (checklist));
  if (assessment == NULL)
    return FALSE;
  found.catalogue =
    sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);
  if (found.catalogue == NULL)
    return FALSE;
  old = find_item (library, found.catalogue, sgn_checklist_get_catalogue (checklist),
                   sgn_checklist_get_item (checklist, index)->id);
  if (old == NULL)
    return FALSE;
  found.item = sgn_catalogue_find_item (found.catalogue, old);
  found.answer = sgn_assessment_find_answer (assessment, old);
  if (found.item == NULL || found.answer == NULL || found.answer->value == NULL)
    return FALSE;
  found.date = assessment->closed_at;
  *previous = found;
  return TRUE;
}
