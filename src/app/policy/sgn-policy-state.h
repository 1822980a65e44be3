/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-policy-writer.h"

G_BEGIN_DECLS

/* What the page of the policy shows: one version of it, or, where there is none, the draft words of
 * the template. */
typedef struct {
  SgnSession *session;
  SgnPolicyWriter *writer;
  gint64 version; /* an older one, which is only read; 0: the one that is written */
} SgnPolicyState;

guint sgn_policy_state_count_parts (const SgnPolicyState *self);
const char *sgn_policy_state_get_id (const SgnPolicyState *self, guint part);
/* The parts of the template are numbered, as they are on paper. Owned by the caller. */
char *sgn_policy_state_dup_title (const SgnPolicyState *self, guint part);
/* G_MAXUINT when there is none of that id */
guint sgn_policy_state_find (const SgnPolicyState *self, const char *id);
/* (nullable): the version shown; NULL while there is none */
const SgnPolicy *sgn_policy_state_get_policy (const SgnPolicyState *self);
/* Empty when there is none. Owned by the caller. */
char *sgn_policy_state_dup_text (const SgnPolicyState *self, guint part, SgnLanguage language);
/* (nullable): the words of the template; the contact has none. Owned by the caller. */
char *sgn_policy_state_dup_draft (const SgnPolicyState *self, guint part, SgnLanguage language);
gboolean sgn_policy_state_has_english (const SgnPolicyState *self);
gboolean sgn_policy_state_is_editable (const SgnPolicyState *self);

G_END_DECLS
