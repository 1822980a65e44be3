/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-record.h"

G_BEGIN_DECLS

/* How many days before the end evidence is said to expire soon. */
#define SGN_EVIDENCE_SOON 30

/**
 * SgnEvidenceState:
 * @SGN_EVIDENCE_CURRENT: in use
 * @SGN_EVIDENCE_EXPIRING: in use, and expires soon
 * @SGN_EVIDENCE_EXPIRED: in use, but its last day has passed: counted still, and said
 * @SGN_EVIDENCE_REPLACED: kept behind its newer version
 * @SGN_EVIDENCE_RETIRED: withdrawn
 * @SGN_EVIDENCE_ERASED: what was said of it is kept, its content is gone for good
 *
 * How a piece of evidence stands on a day.
 */
typedef enum {
  SGN_EVIDENCE_CURRENT,
  SGN_EVIDENCE_EXPIRING,
  SGN_EVIDENCE_EXPIRED,
  SGN_EVIDENCE_REPLACED,
  SGN_EVIDENCE_RETIRED,
  SGN_EVIDENCE_ERASED,
} SgnEvidenceState;

/* The word of machine output: current expiring expired replaced retired erased. */
const char *sgn_evidence_state_to_key (SgnEvidenceState state);
/* The word for people, in their language. */
const char *sgn_evidence_state_to_word (SgnEvidenceState state);

SgnEvidenceState
sgn_evidence_get_state (const SgnRecord *record, const SgnEvidence *evidence, const char *date);
/* Whether its content was erased: a file without content is never taken in. */
gboolean sgn_evidence_is_erased (const SgnEvidence *evidence);
/* Days from @date to the last day of @evidence: 0 on that day, less than 0 after it. FALSE when it
 * never expires. */
gboolean sgn_evidence_days_left (const SgnEvidence *evidence, const char *date, int *days);
/* (nullable) (transfer none): the version that replaced @evidence; the newest of several */
const SgnEvidence *sgn_evidence_find_newer (const SgnRecord *record, const SgnEvidence *evidence);
/* Whether @evidence counts for the answer called @reference, of @assessment. In a closed one, what
 * was in use when it was closed goes on counting after a newer version has come. */
gboolean sgn_evidence_counts_for (const SgnRecord *record,
                                  const SgnEvidence *evidence,
                                  const SgnAssessment *assessment,
                                  const char *reference);
gboolean sgn_evidence_has_link (const SgnEvidence *evidence, const char *reference);
/* (transfer full) (element-type SgnEvidence): those in use whose last day is before @date, or
 * within @days after it; soonest first. Freed with @record. */
GPtrArray *sgn_evidence_list_ending (const SgnRecord *record, const char *date, int days);
/* (nullable) (transfer none): evidence in use with that content */
const SgnEvidence *sgn_evidence_find_content (const SgnRecord *record, const char *sha256);

G_END_DECLS
