/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_PUBLISH (sgn_policy_publish_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyPublish, sgn_policy_publish, SGN, POLICY_PUBLISH, GtkBox)

/* Where and since when the policy is public. Signal: publish, upon Return in its last field. */
GtkWidget *sgn_policy_publish_new (SgnSession *session, SgnSaving *saving);
/* @policy: (nullable): the newest version */
void sgn_policy_publish_show (SgnPolicyPublish *self, const SgnPolicy *policy, gboolean editable);
void sgn_policy_publish_focus (SgnPolicyPublish *self);
/* FALSE when a field is not filled in; the focus is in it then, and why is said. */
gboolean sgn_policy_publish_is_ready (SgnPolicyPublish *self);
void sgn_policy_publish_record (SgnPolicyPublish *self);

G_END_DECLS
