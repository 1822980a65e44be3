/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-call.h"

G_BEGIN_DECLS

/* Each command is a constant of the file that does it. */
extern const SgnCliCommand sgn_cli_answer;
extern const SgnCliCommand sgn_cli_assessment_close;
extern const SgnCliCommand sgn_cli_assessment_describe;
extern const SgnCliCommand sgn_cli_assessment_list;
extern const SgnCliCommand sgn_cli_assessment_open;
extern const SgnCliCommand sgn_cli_assessment_reopen;
extern const SgnCliCommand sgn_cli_assessment_show;
extern const SgnCliCommand sgn_cli_backup;
extern const SgnCliCommand sgn_cli_backup_folder;
extern const SgnCliCommand sgn_cli_backup_keep;
extern const SgnCliCommand sgn_cli_backup_list;
extern const SgnCliCommand sgn_cli_backup_show;
extern const SgnCliCommand sgn_cli_carry;
extern const SgnCliCommand sgn_cli_catalogue_check;
extern const SgnCliCommand sgn_cli_guide;
extern const SgnCliCommand sgn_cli_catalogue_export;
extern const SgnCliCommand sgn_cli_catalogue_list;
extern const SgnCliCommand sgn_cli_catalogue_load;
extern const SgnCliCommand sgn_cli_catalogue_show;
extern const SgnCliCommand sgn_cli_company;
extern const SgnCliCommand sgn_cli_check;
extern const SgnCliCommand sgn_cli_declare;
extern const SgnCliCommand sgn_cli_demo;
extern const SgnCliCommand sgn_cli_document_check;
extern const SgnCliCommand sgn_cli_document_list;
extern const SgnCliCommand sgn_cli_document_write;
extern const SgnCliCommand sgn_cli_document_write_all;
extern const SgnCliCommand sgn_cli_evidence_add;
extern const SgnCliCommand sgn_cli_evidence_describe;
extern const SgnCliCommand sgn_cli_evidence_erase;
extern const SgnCliCommand sgn_cli_evidence_export;
extern const SgnCliCommand sgn_cli_evidence_link;
extern const SgnCliCommand sgn_cli_evidence_list;
extern const SgnCliCommand sgn_cli_evidence_restore;
extern const SgnCliCommand sgn_cli_evidence_retire;
extern const SgnCliCommand sgn_cli_evidence_show;
extern const SgnCliCommand sgn_cli_evidence_unlink;
extern const SgnCliCommand sgn_cli_expert;
extern const SgnCliCommand sgn_cli_find;
extern const SgnCliCommand sgn_cli_history;
extern const SgnCliCommand sgn_cli_import;
extern const SgnCliCommand sgn_cli_new_company;
extern const SgnCliCommand sgn_cli_next;
extern const SgnCliCommand sgn_cli_person_add;
extern const SgnCliCommand sgn_cli_person_change;
extern const SgnCliCommand sgn_cli_person_erase;
extern const SgnCliCommand sgn_cli_person_list;
extern const SgnCliCommand sgn_cli_policy;
extern const SgnCliCommand sgn_cli_redo;
extern const SgnCliCommand sgn_cli_rescue;
extern const SgnCliCommand sgn_cli_restore;
extern const SgnCliCommand sgn_cli_review;
extern const SgnCliCommand sgn_cli_score;
extern const SgnCliCommand sgn_cli_seminar;
extern const SgnCliCommand sgn_cli_set_back;
extern const SgnCliCommand sgn_cli_setting;
extern const SgnCliCommand sgn_cli_shown;
extern const SgnCliCommand sgn_cli_subsidy_list;
extern const SgnCliCommand sgn_cli_subsidy_plan;
extern const SgnCliCommand sgn_cli_take_over;
extern const SgnCliCommand sgn_cli_task_add;
extern const SgnCliCommand sgn_cli_task_change;
extern const SgnCliCommand sgn_cli_task_decline;
extern const SgnCliCommand sgn_cli_task_done;
extern const SgnCliCommand sgn_cli_task_export;
extern const SgnCliCommand sgn_cli_task_link;
extern const SgnCliCommand sgn_cli_task_list;
extern const SgnCliCommand sgn_cli_task_reopen;
extern const SgnCliCommand sgn_cli_task_show;
extern const SgnCliCommand sgn_cli_task_unlink;
extern const SgnCliCommand sgn_cli_undo;
extern const SgnCliCommand sgn_cli_verify;

/* The guideline called @key, "ID" or "ID@EDITION"; NULL with SGN_ERROR_USAGE. */
SgnCatalogue *sgn_cli_find_catalogue (SgnCli *cli, const char *key, GError **error);
/* The edition that @assessment answers; NULL with SGN_ERROR_TOO_NEW. */
SgnCatalogue *sgn_cli_find_edition (SgnCli *cli, const SgnAssessment *assessment, GError **error);
/* The number of an assessment as typed into @id, which stays as it is when @text is NULL: an option
 * that was not given. SGN_ERROR_USAGE when it is none. */
gboolean sgn_cli_read_assessment (const char *text, gint64 *id, GError **error);
/* What the word at @word says: an item, or “KIND/ID” as “declaration/1”. @kind: (out): to be freed,
 * and to live as long as @use. */
gboolean sgn_cli_read_use (const SgnCliCall *call,
                           guint word,
                           SgnEvidenceUse *use,
                           char **kind,
                           GError **error);
/* The option --language into @language, which stays as it is without one; SGN_ERROR_USAGE when it
 * is neither ja nor en. */
gboolean sgn_cli_read_language (const SgnCliCall *call, SgnLanguage *language, GError **error);
/* @choices: for the one who typed another */
gboolean sgn_cli_read_audience (const SgnCliCall *call,
                                const char *choices,
                                SgnAudience *audience,
                                GError **error);
/* (nullable): the time of issue as typed; SGN_ERROR_USAGE when it is none */
gboolean sgn_cli_read_issued (const SgnCliCall *call, const char **issued, GError **error);
/* The document called @id; NULL with SGN_ERROR_USAGE. */
const SgnDocument *sgn_cli_find_document (SgnCli *cli, const char *id, GError **error);
/* What sheet of @document is meant: audience, language and the rest of what was said. */
gboolean sgn_cli_read_projection (const SgnDocument *document,
                                  const SgnCliCall *call,
                                  SgnProjectionRequest *request,
                                  GError **error);
/* Writes one sheet and waits for it; NULL with @error. */
SgnSheetResult *sgn_cli_write_sheet (SgnCli *cli, const SgnSheetRequest *request, GError **error);

G_END_DECLS
