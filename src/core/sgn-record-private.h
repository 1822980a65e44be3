/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-record.h"

G_BEGIN_DECLS

/* The readers of sgn-record-rows.c: a new struct without its id, or NULL with SGN_ERROR_DAMAGED. */
SgnPerson *sgn_person_new_from_row (const json_t *row, GError **error);
SgnAssessment *sgn_assessment_new_from_row (const json_t *row, GError **error);
SgnAnswer *sgn_answer_new_from_row (const json_t *row, GError **error);
SgnEvidence *sgn_evidence_new_from_row (const json_t *row, GError **error);
SgnDeclaration *sgn_declaration_new_from_row (const json_t *row, GError **error);
SgnPlace *sgn_place_new_from_row (const json_t *row, gint64 *declaration, GError **error);
SgnPolicy *sgn_policy_new_from_row (const json_t *row, GError **error);
SgnIssue *sgn_issue_new_from_row (const json_t *row, GError **error);
SgnTask *sgn_task_new_from_row (const json_t *row, GError **error);

/* A link of evidence or of a task: its reference "KIND/ID" and the row it belongs to. */
char *sgn_evidence_link_read (const json_t *row, gint64 *evidence, GError **error);
char *sgn_task_link_read (const json_t *row, gint64 *task, GError **error);
/* (transfer full): the value of a setting */
char *sgn_setting_read (const json_t *row, GError **error);
/* @catalogue: (out) (nullable): NULL, after a warning, for one that this version does not
 * understand: that is no reason to keep a company from its file. */
gboolean sgn_catalogue_read_row (const char *id,
                                 const json_t *row,
                                 SgnCatalogue **catalogue,
                                 GError **error);

G_END_DECLS
