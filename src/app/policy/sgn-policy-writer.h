/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_WRITER (sgn_policy_writer_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyWriter, sgn_policy_writer, SGN, POLICY_WRITER, GObject)

/* Parts of the policy on their way to the disk, and those that did not get there: refused or not,
 * what was typed stays until it is changed or the saved line's retry brings it there. Signals:
 * changed; written (string), with the words that the act was begun with. */
SgnPolicyWriter *sgn_policy_writer_new (SgnSession *session, SgnSaving *saving);
/* @done: (nullable): what is to be told when it is on the disk */
void sgn_policy_writer_write (SgnPolicyWriter *self,
                              const char *part,
                              SgnLanguage language,
                              const char *text,
                              const char *done);
/* (nullable): what is not on the disk yet */
const char *
sgn_policy_writer_get_unsaved (SgnPolicyWriter *self, const char *part, SgnLanguage language);
gboolean sgn_policy_writer_has_failed (SgnPolicyWriter *self);

G_END_DECLS
