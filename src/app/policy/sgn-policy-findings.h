/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-policy-guard.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_FINDINGS (sgn_policy_findings_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyFindings, sgn_policy_findings, SGN, POLICY_FINDINGS, GtkBox)

/* What was found in a part, with the ways out: another sentence, or the question that was answered
 * otherwise. Signal: take (uint), the place among what was found whose sentence is wanted. */
GtkWidget *sgn_policy_findings_new (void);
/* @findings: of SgnPolicyFinding; @now: the time, for the days of answers */
void sgn_policy_findings_show (SgnPolicyFindings *self,
                               GPtrArray *findings,
                               gboolean editable,
                               const char *now);

G_END_DECLS
