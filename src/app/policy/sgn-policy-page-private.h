/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-policy-findings.h"
#include "sgn-policy-page.h"
#include "sgn-policy-publish.h"
#include "sgn-policy-state.h"
#include "sgn-policy-text.h"
#include "sgn-policy-versions.h"

G_BEGIN_DECLS

#define SGN_POLICY_LANGUAGES 2

/* What the page shows is in sgn-policy-page.c, what it does when asked in sgn-policy-acts.c. */
struct _SgnPolicyPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkGrid *columns;
  GtkBox *parts_column;
  GtkListBox *parts;
  GtkDropDown *choice;
  GtkLabel *title;
  GtkLabel *hint;
  GtkBox *japanese;
  GtkExpander *english;
  GtkBox *english_box;
  GtkBox *below;
  GtkWidget *resets[SGN_POLICY_LANGUAGES];
  GtkWidget *primary;
  GtkWidget *back;

  SgnPolicyText *texts[SGN_POLICY_LANGUAGES];
  SgnPolicyFindings *findings_box;
  SgnPolicyPublish *publish;
  SgnPolicyVersions *versions;

  SgnPolicyState state;
  SgnPolicyGuard *guard;
  GPtrArray *findings; /* of the part in hand */
  guint part;
  int finding; /* the one that was jumped to; -1: none */
  gboolean showing;
  gboolean beginning; /* the first draft is being made */
};

SgnSession *sgn_policy_page_get_own_session (SgnPolicyPage *self);
/* (element-type SgnPolicyFinding): in both languages. Owned by the caller. */
GPtrArray *sgn_policy_page_check_part (SgnPolicyPage *self, guint part);
/* Looks at what is typed and not saved yet. */
void sgn_policy_page_edited (SgnPolicyPage *self);
void sgn_policy_page_flush_texts (SgnPolicyPage *self);
void sgn_policy_page_go_to_part (SgnPolicyPage *self, guint part);

void sgn_policy_acts_commit_ja (SgnPolicyPage *self, const char *text);
void sgn_policy_acts_commit_en (SgnPolicyPage *self, const char *text);
void sgn_policy_acts_reset_ja (SgnPolicyPage *self);
void sgn_policy_acts_reset_en (SgnPolicyPage *self);
void sgn_policy_acts_take (SgnPolicyPage *self, guint place);
void sgn_policy_acts_written (SgnPolicyPage *self, const char *done);
void sgn_policy_acts_publish (SgnPolicyPage *self);
void sgn_policy_acts_primary (SgnPolicyPage *self);
void sgn_policy_acts_compare (SgnPolicyPage *self);
gboolean sgn_policy_acts_key (SgnPolicyPage *self, guint key, guint code, GdkModifierType state);

G_END_DECLS
