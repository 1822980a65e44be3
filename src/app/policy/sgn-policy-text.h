/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-policy-guard.h"

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_TEXT (sgn_policy_text_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyText, sgn_policy_text, SGN, POLICY_TEXT, GtkBox)

/* The words of one part in one language, in the letters they are printed in. They are handed over
 * when the focus leaves, after a pause, or when asked for; never while an input method is
 * composing. Signals: commit (string); edited, with each letter. */
GtkWidget *sgn_policy_text_new (SgnLanguage language);
void sgn_policy_text_set_name (SgnPolicyText *self, const char *name);
/* Shows what is saved. What is being typed is not replaced. */
void sgn_policy_text_set_text (SgnPolicyText *self, const char *text);
/* The same where another part is shown: flush first. */
void sgn_policy_text_replace (SgnPolicyText *self, const char *text);
char *sgn_policy_text_dup_text (SgnPolicyText *self);
void sgn_policy_text_flush (SgnPolicyText *self);
void sgn_policy_text_set_editable (SgnPolicyText *self, gboolean editable);
/* @findings: of SgnPolicyFinding; those of the other language are passed over */
void sgn_policy_text_mark (SgnPolicyText *self, GPtrArray *findings);
/* Puts the focus into the text, with these characters selected. */
void sgn_policy_text_select (SgnPolicyText *self, guint start, guint end);
void sgn_policy_text_focus (SgnPolicyText *self);

G_END_DECLS
