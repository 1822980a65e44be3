/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence.h"

#include "sgn-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *key;
  const char *word;
} StateName;

static const StateName state_names[] = {
  [SGN_EVIDENCE_CURRENT] = { "current", N_ ("in use") },
  [SGN_EVIDENCE_EXPIRING] = { "expiring", N_ ("expires soon") },
  [SGN_EVIDENCE_EXPIRED] = { "expired", N_ ("expired") },
  [SGN_EVIDENCE_REPLACED] = { "replaced", N_ ("replaced") },
  [SGN_EVIDENCE_RETIRED] = { "retired", N_ ("withdrawn") },
  [SGN_EVIDENCE_ERASED] = { "erased", N_ ("erased") },
};

const char *
sgn_evidence_state_to_key (SgnEvidenceState state)
{
  return state_names[state].key;
}

const char *
sgn_evidence_state_to_word (SgnEvidenceState state)
{
  return _ (state_names[state].word);
}

gboolean
sgn_evidence_is_erased (const SgnEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, FALSE);

  return evidence->retired && evidence->size == 0;
}

/**
 * sgn_evidence_days_left:
 * @evidence: a piece of evidence
 * @date: a day
 * @days: (out): days from @date to the last day it proves anything
 *
 * Returns: whether it expires at all
 */
gboolean
sgn_evidence_days_left (const SgnEvidence *evidence, const char *date, int *days)
{
  g_return_val_if_fail (evidence != NULL && sgn_date_is_valid (date), FALSE);

  if (!sgn_date_is_valid (evidence->expires))
    return FALSE;

  *days = sgn_date_count_days (date, evidence->expires);
  return TRUE;
}

/**
 * sgn_evidence_get_state:
 * @record: a record
 * @evidence: a piece of evidence of it
 * @date: today
 *
 * Returns: how it stands on @date
 */
SgnEvidenceState
sgn_evidence_get_state (const SgnRecord *record, const SgnEvidence *evidence, const char *date)
{
  int days = 0;

  g_return_val_if_fail (record != NULL && evidence != NULL, SGN_EVIDENCE_CURRENT);

  if (sgn_evidence_is_erased (evidence))
    return SGN_EVIDENCE_ERASED;
  if (evidence->retired)
    return sgn_evidence_find_newer (record, evidence) != NULL ? SGN_EVIDENCE_REPLACED
                                                              : SGN_EVIDENCE_RETIRED;
  if (!sgn_evidence_days_left (evidence, date, &days) || days > SGN_EVIDENCE_SOON)
    return SGN_EVIDENCE_CURRENT;
  return days < 0 ? SGN_EVIDENCE_EXPIRED : SGN_EVIDENCE_EXPIRING;
}

const SgnEvidence *
sgn_evidence_find_newer (const SgnRecord *record, const SgnEvidence *evidence)
{
  const SgnEvidence *found = NULL;

  g_return_val_if_fail (record != NULL && evidence != NULL, NULL);

  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *other = record->evidence->pdata[i];

    if (other->replaces == evidence->id && (found == NULL || other->id > found->id))
      found = other;
  }
  return found;
}

/**
 * sgn_evidence_counts_for:
 * @record: a record
 * @evidence: a piece of evidence of it
 * @assessment: (nullable): an assessment
 * @reference: "KIND/ID" of one of its answers, which @evidence is linked to
 *
 * What expired counts: whether it still proves the answer is for people to judge.
 *
 * Returns: whether it is counted
 */
gboolean
sgn_evidence_counts_for (const SgnRecord *record,
                         const SgnEvidence *evidence,
                         const SgnAssessment *assessment,
                         const char *reference)
{
  const SgnEvidence *newer;

  g_return_val_if_fail (record != NULL && evidence != NULL && reference != NULL, FALSE);

  if (!evidence->retired)
    return TRUE;
  if (assessment == NULL || !assessment->closed)
    return FALSE;

  /* A version that came before the end took the answer over; one that came in the same second is
   * told by that. */
  newer = sgn_evidence_find_newer (record, evidence);
  return newer != NULL && sgn_time_compare (newer->added_at, assessment->closed_at) >= 0 &&
         !sgn_evidence_has_link (newer, reference);
}

gboolean
sgn_evidence_has_link (const SgnEvidence *evidence, const char *reference)
{
  g_return_val_if_fail (evidence != NULL && reference != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (evidence->links, reference, g_str_equal, NULL);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const SgnEvidence *one = *(const SgnEvidence *const *) a;
  const SgnEvidence *other = *(const SgnEvidence *const *) b;
  int order = strcmp (one->expires, other->expires);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

/**
 * sgn_evidence_list_ending:
 * @record: a record
 * @date: today
 * @days: how far to look ahead; -1 for what has expired already
 *
 * Returns: (transfer full) (element-type SgnEvidence): evidence in use that has expired or will
 *   within @days, soonest first
 */
GPtrArray *
sgn_evidence_list_ending (const SgnRecord *record, const char *date, int days)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (record != NULL, list);

  for (guint i = 0; i < record->evidence->len; i++) {
    SgnEvidence *evidence = record->evidence->pdata[i];
    int left = 0;

    if (!evidence->retired && sgn_evidence_days_left (evidence, date, &left) && left <= days)
      g_ptr_array_add (list, evidence);
  }
  g_ptr_array_sort (list, compare_ends);
  return list;
}

const SgnEvidence *
sgn_evidence_find_content (const SgnRecord *record, const char *sha256)
{
  g_return_val_if_fail (record != NULL && sha256 != NULL, NULL);

  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = record->evidence->pdata[i];

    if (!evidence->retired && g_str_equal (evidence->sha256, sha256))
      return evidence;
  }
  return NULL;
}
