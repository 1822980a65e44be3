/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_COMPARE (sgn_policy_compare_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyCompare, sgn_policy_compare, SGN, POLICY_COMPARE, AdwWindow)

/* Two versions of the policy, and in words what was removed and added between them. */
GtkWidget *sgn_policy_compare_new (GtkWindow *parent, SgnLibrary *library, SgnRecord *record);
/* Versions by their place among those on record. */
void sgn_policy_compare_choose (SgnPolicyCompare *self, guint before, guint after);

G_END_DECLS
