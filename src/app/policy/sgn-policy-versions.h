/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-record.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_VERSIONS (sgn_policy_versions_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyVersions, sgn_policy_versions, SGN, POLICY_VERSIONS, GtkBox)

/* The versions of the policy, newest first. Signals: choose (int64), the version to be shown;
 * compare. */
GtkWidget *sgn_policy_versions_new (void);
/* @shown: the version that is shown */
void sgn_policy_versions_show (SgnPolicyVersions *self, const SgnRecord *record, gint64 shown);

G_END_DECLS
