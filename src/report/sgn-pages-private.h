/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-box.h"
#include "sgn-pages.h"

G_BEGIN_DECLS

struct _SgnPages {
  gatomicrefcount refs;
  GPtrArray *pages;    /* of GPtrArray of SgnBox */
  GArray *nodes;       /* of SgnNode */
  GPtrArray *outline;  /* of SgnOutlineEntry */
  GPtrArray *findings; /* of SgnFinding */
  SgnLanguage language;
  char *title;   /* of the document, with the company: what a window shows */
  char *company; /* the author */
  char *program;
  char *number; /* (nullable) */
  char *issued; /* YYYY-MM-DDTHH:MM:SS+HH:MM */
  char *record_hash;
  double scale; /* of everything: 1 on A4, √2 on A3 */
};

SgnPages *sgn_pages_new_empty (const SgnSheet *sheet);
void sgn_pages_add_page (SgnPages *self);
void sgn_pages_add_box (SgnPages *self, guint page, SgnBox *box);
int sgn_pages_add_node (SgnPages *self, SgnTag tag, int parent);
SgnNode *sgn_pages_get_node (SgnPages *self, int node);

/* The laying out of each document. */
void sgn_scs_documents_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_scs_draft_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_scs_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_self_check_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_basic_policy_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_declaration_poster_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_declaration_record_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_evidence_list_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_history_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_action_plan_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_calendar_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_comparison_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_audit_set_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_answer_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_unknown_list_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_declaration_preparation_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_management_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_rules_result_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_recovery_sheet_build (SgnPages *pages, const SgnSheet *sheet);
void sgn_seminar_sheet_build (SgnPages *pages, const SgnSheet *sheet);

G_END_DECLS
