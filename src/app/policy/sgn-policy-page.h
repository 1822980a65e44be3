/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_PAGE (sgn_policy_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyPage, sgn_policy_page, SGN, POLICY_PAGE, SgnPage)

/* The basic policy, part by part. @part: id of a part; of one that is not there nothing happens */
void sgn_policy_page_show_part (SgnPolicyPage *self, const char *part);
/* An older version, which can only be read; 0: the one that is written. */
void sgn_policy_page_show_version (SgnPolicyPage *self, gint64 version);
const char *sgn_policy_page_get_part (SgnPolicyPage *self);
/* The next sentence with a warning, or with -1 the one before; FALSE when there is none. */
gboolean sgn_policy_page_go_to_finding (SgnPolicyPage *self, int direction);

G_END_DECLS
