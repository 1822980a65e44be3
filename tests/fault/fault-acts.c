/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every act of the session. A new act gets a line in the table at the end. */
#include "fault-acts.h"

#include "sgn-seal-private.h"
#include "sgn-session-backup.h"
#include "sgn-session-person.h"
#include "sgn-session-rescue.h"
#include "sgn-session-survey.h"

#define PASSPHRASE "正しい馬 電池 ホチキス"
#define DONE fault_stage_done_cb, stage

static void
create (Stage *stage)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社新規");
  g_autofree char *path = fault_stage_file (stage, "new.sengen");

  sgn_session_create_async (stage->session, path, profile, DONE);
}

static void
open_to (Stage *stage, SgnOpenMode mode)
{
  g_autofree char *path = fault_stage_file (stage, FAULT_COMPANY);

  sgn_session_open_async (stage->session, path, mode, DONE);
}

static void
open_to_write (Stage *stage)
{
  open_to (stage, SGN_OPEN_WRITE);
}

static void
open_to_read (Stage *stage)
{
  open_to (stage, SGN_OPEN_READ);
}

static void
open_as_it_goes (Stage *stage)
{
  open_to (stage, SGN_OPEN_WRITE_OR_READ);
}

static void
open_another (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, FAULT_COPY);

  sgn_session_open_async (stage->session, path, SGN_OPEN_WRITE, DONE);
}

static void
create_sample (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, "sample.sengen");

  sgn_session_create_sample_async (stage->session, path, DONE);
}

static void
close_file (Stage *stage)
{
  sgn_session_close_async (stage->session, DONE);
}

static void
back_up (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, "backup.sengen");

  sgn_session_backup_async (stage->session, path, DONE);
}

static void
restore (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, FAULT_COPY);
  g_autofree char *path = fault_stage_file (stage, "restored.sengen");

  sgn_session_restore_async (stage->session, copy, path, DONE);
}

static void
set_profile (Stage *stage)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社新しい名前");

  sgn_session_set_profile_async (stage->session, profile, DONE);
}

static void
answer (Stage *stage)
{
  fault_stage_answer (stage, "SD-05", "partial", "髙﨑𠮷葛󠄀");
}

static void
answer_another_guideline (Stage *stage)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check@3.1",
                                   .item = "1",
                                   .value = "done" };

  sgn_session_answer_async (stage->session, &change, DONE);
}

static void
import (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, "answers.csv");

  sgn_session_import_async (stage->session, path, NULL, DONE);
}

static void
close_assessment (Stage *stage)
{
  sgn_session_close_assessment_async (stage->session, 1, DONE);
}

static void
reopen_assessment (Stage *stage)
{
  sgn_session_reopen_assessment_async (stage->session, 1, DONE);
}

static void
close_assessment_first (Stage *stage)
{
  close_assessment (stage);
  fault_stage_expect (stage);
}

static void
undo (Stage *stage)
{
  sgn_session_undo_async (stage->session, DONE);
}

static void
redo (Stage *stage)
{
  sgn_session_redo_async (stage->session, DONE);
}

static void
undo_first (Stage *stage)
{
  undo (stage);
  fault_stage_expect (stage);
}

static void
declare (Stage *stage)
{
  const char *const places[] = { "自社サイト", "名刺", NULL };
  const SgnDeclarationChange change = { .star = 1,
                                        .number = "40098765432",
                                        .date = "2026-11-22",
                                        .account = "prime",
                                        .places = places };

  sgn_session_declare_async (stage->session, &change, DONE);
}

static void
set_policy_part (Stage *stage)
{
  sgn_session_set_policy_part_async (stage->session, "staff", SGN_LANGUAGE_JA,
                                     "取引先の情報を守ります。", DONE);
}

static void
publish_policy (Stage *stage)
{
  sgn_session_publish_policy_async (stage->session, "自社サイト", "2026-11-22", DONE);
}

static void
add_evidence (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, "answers.csv");
  const SgnEvidenceRequest request = { .use = { .item = "SD-02" },
                                       .path = path,
                                       .title = "台帳",
                                       .dated = "2026-11-01" };

  sgn_session_add_evidence_async (stage->session, &request, DONE);
}

static void
write_sheet (Stage *stage, const char *document, const char *format)
{
  g_autofree char *name = g_strconcat ("sheet.", format, NULL);
  g_autofree char *path = fault_stage_file (stage, name);
  const SgnSheetRequest request = {
    .projection = { .document = document },
    .format = format,
    .path = path,
    .issued = FAULT_NOW,
  };

  sgn_session_write_sheet_async (stage->session, &request, DONE);
}

static void
write_pdf (Stage *stage)
{
  write_sheet (stage, "self-check-result", "pdf");
}

static void
write_xlsx (Stage *stage)
{
  write_sheet (stage, "self-check-result", "xlsx");
}

static void
write_csv (Stage *stage)
{
  write_sheet (stage, "self-check-result", "csv");
}

static void
write_json (Stage *stage)
{
  write_sheet (stage, "self-check-result", "json");
}

static void
write_set (Stage *stage)
{
  write_sheet (stage, "audit-set", "pdf");
}

static void
write_sheets (Stage *stage)
{
  g_autofree char *folder = fault_stage_file (stage, "sheets");
  const SgnSheetsRequest request = { .folder = folder, .issued = FAULT_NOW };

  sgn_session_write_sheets_async (stage->session, &request, DONE);
}

static void
check_sheet (Stage *stage)
{
  const SgnProjectionRequest request = { .document = "self-check-result" };

  sgn_session_check_sheet_async (stage->session, &request, DONE);
}

static void
preview (Stage *stage)
{
  const SgnProjectionRequest request = { .document = "self-check-result" };

  sgn_session_preview_async (stage->session, &request, NULL, DONE);
}

static void
history (Stage *stage)
{
  sgn_session_history_async (stage->session, DONE);
}

static void
verify (Stage *stage)
{
  sgn_session_verify_async (stage->session, DONE);
}

static void
search (Stage *stage)
{
  sgn_session_search_async (stage->session, "更新", DONE);
}

static void
set_back (Stage *stage)
{
  sgn_session_set_back_async (stage->session, 5, TRUE, DONE);
}

static void
set_person (Stage *stage)
{
  const SgnPerson person = { .name = (char *) "佐藤 花子", .department = (char *) "総務" };

  sgn_session_set_person_async (stage->session, &person, DONE);
}

static void
set_setting (Stage *stage)
{
  sgn_session_set_setting_async (stage->session, "dates", "era", DONE);
}

static void
look_at_erasure (Stage *stage)
{
  sgn_session_look_at_erasure_async (stage->session, "田中 一郎", DONE);
}

static void
erase_person (Stage *stage)
{
  sgn_session_erase_person_async (stage->session, "田中 一郎", FALSE, DONE);
}

static void
erase_evidence (Stage *stage)
{
  sgn_session_erase_evidence_async (stage->session, 1, DONE);
}

static void
open_assessment (Stage *stage)
{
  const SgnBeginning beginning = { .catalogue = "ipa-self-check", .close_previous = TRUE };

  sgn_session_open_assessment_async (stage->session, &beginning, DONE);
}

static void
open_assessment_first (Stage *stage)
{
  open_assessment (stage);
  fault_stage_expect (stage);
}

static void
describe_assessment (Stage *stage)
{
  const SgnAssessmentWords words = { .scope = "本社・工場", .reviewed_by = "佐藤 花子" };

  sgn_session_describe_assessment_async (stage->session, 1, &words, DONE);
}

static void
confirm_answer (Stage *stage)
{
  const SgnAnswerChange change = { .item = "SD-01" };

  sgn_session_confirm_async (stage->session, &change, DONE);
}

static void
review_answer (Stage *stage)
{
  static const char *const items[] = { "SD-01", NULL };
  const SgnReview review = { .items = items, .by = "佐藤 花子" };

  sgn_session_review_answers_async (stage->session, &review, DONE);
}

static void
note_expert (Stage *stage)
{
  static const char *const items[] = { "SD-01", NULL };
  const SgnExpertNote note = { .items = items, .state = SGN_EXPERT_SEEN, .name = "林 次郎" };

  sgn_session_note_expert_async (stage->session, &note, DONE);
}

static void
keep_backup (Stage *stage)
{
  sgn_session_keep_backup_async (stage->session, SGN_KEEP_NOW, DONE);
}

static void
keep_backup_first (Stage *stage)
{
  keep_backup (stage);
  fault_stage_expect (stage);
}

static void
list_backups (Stage *stage)
{
  sgn_session_list_backups_async (stage->session, NULL, TRUE, DONE);
}

static void
find_good_backup (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, FAULT_COMPANY);

  sgn_session_find_good_backup_async (stage->session, path, DONE);
}

static void
read_backup (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, FAULT_COPY);

  sgn_session_read_backup_async (stage->session, copy, NULL, DONE);
}

static void
compare_backup (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, FAULT_COPY);

  sgn_session_compare_backup_async (stage->session, copy, NULL, DONE);
}

static void
set_second_folder (Stage *stage)
{
  sgn_session_set_second_folder_async (stage->session, stage->work, DONE);
}

static void
seal_backup (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, "sealed.sengen-sealed");

  sgn_session_seal_backup_async (stage->session, path, PASSPHRASE, DONE);
}

/* With as little work for the key as can be: it is done again for every point of failure. */
static void
seal_backup_first (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, FAULT_COPY);
  g_autofree char *path = fault_stage_file (stage, "sealed.sengen-sealed");
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPassphrase) passphrase = sgn_passphrase_new (PASSPHRASE, &error);

  g_assert_no_error (error);
  sgn_seal_write_within (copy, path, passphrase, 1, 8192, &error);
  g_assert_no_error (error);
}

static void
restore_sealed (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, "sealed.sengen-sealed");
  g_autofree char *path = fault_stage_file (stage, "restored.sengen");

  sgn_session_restore_sealed_async (stage->session, copy, PASSPHRASE, path, DONE);
}

static void
restore_in_place (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, FAULT_COPY);

  sgn_session_restore_in_place_async (stage->session, copy, NULL, NULL, DONE);
}

static void
rescue (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, FAULT_COPY);
  g_autofree char *folder = fault_stage_file (stage, "rescued");

  sgn_session_rescue_async (stage->session, path, folder, DONE);
}

static void
survey (Stage *stage)
{
  g_autofree char *path = fault_stage_file (stage, FAULT_COPY);

  sgn_session_survey_async (stage->session, path, DONE);
}

static void
write_recovery_sheet (Stage *stage)
{
  g_autofree char *copy = fault_stage_file (stage, "sealed.sengen-sealed");
  g_autofree char *path = fault_stage_file (stage, "recovery.pdf");

  sgn_session_write_recovery_sheet_async (stage->session, copy, path, SGN_LANGUAGE_JA, DONE);
}

static void
link_evidence (Stage *stage)
{
  const SgnEvidenceUse use = { .item = "SD-02" };

  sgn_session_link_evidence_async (stage->session, 1, &use, DONE);
}

static void
unlink_evidence (Stage *stage)
{
  const SgnEvidenceUse use = { .item = "SD-01" };

  sgn_session_unlink_evidence_async (stage->session, 1, &use, DONE);
}

static void
describe_evidence (Stage *stage)
{
  const SgnEvidenceWords words = { .title = "新しい写真", .dated = "2026-11-02" };

  sgn_session_describe_evidence_async (stage->session, 1, &words, DONE);
}

static void
retire_evidence (Stage *stage)
{
  sgn_session_retire_evidence_async (stage->session, 1, DONE);
}

static void
retire_evidence_first (Stage *stage)
{
  retire_evidence (stage);
  fault_stage_expect (stage);
}

static void
restore_evidence (Stage *stage)
{
  sgn_session_restore_evidence_async (stage->session, 1, DONE);
}

static void
read_evidence (Stage *stage)
{
  sgn_session_read_evidence_async (stage->session, 1, DONE);
}

static void
export_evidence (Stage *stage)
{
  g_autofree char *folder = fault_stage_file (stage, "exported");
  const SgnEvidenceExport request = { .folder = folder };

  sgn_session_export_evidence_async (stage->session, &request, DONE);
}

static void
add_task (Stage *stage)
{
  const SgnEvidenceUse use = { .item = "SD-01" };
  const SgnTaskWords words = { .title = "手順を作る", .owner = "佐藤 花子", .due = "2027-01-15" };

  sgn_session_add_task_async (stage->session, &use, &words, DONE);
}

static void
add_task_first (Stage *stage)
{
  add_task (stage);
  fault_stage_expect (stage);
}

static void
change_task (Stage *stage)
{
  const SgnTaskWords words = { .note = "見積もり待ち", .owner = "佐藤 一郎" };

  sgn_session_change_task_async (stage->session, 1, &words, DONE);
}

static void
complete_task (Stage *stage)
{
  sgn_session_complete_task_async (stage->session, 1, NULL, DONE);
}

static void
complete_task_first (Stage *stage)
{
  add_task_first (stage);
  complete_task (stage);
  fault_stage_expect (stage);
}

static void
reopen_task (Stage *stage)
{
  sgn_session_reopen_task_async (stage->session, 1, DONE);
}

static void
decline_task (Stage *stage)
{
  sgn_session_decline_task_async (stage->session, 1, DONE);
}

static void
link_task (Stage *stage)
{
  const SgnEvidenceUse use = { .item = "SD-02" };

  sgn_session_link_task_async (stage->session, 1, &use, DONE);
}

static void
unlink_task (Stage *stage)
{
  const SgnEvidenceUse use = { .item = "SD-01" };

  sgn_session_unlink_task_async (stage->session, 1, &use, DONE);
}

const FaultAct fault_acts[] = {
  { "create", NULL, create, TRUE, 13 },
  { "create-in-place-of-the-open-one", NULL, create, FALSE, 29 },
  { "open-to-write", NULL, open_to_write, TRUE, 3 },
  { "open-to-read", NULL, open_to_read, TRUE, 3 },
  { "open-as-it-goes", NULL, open_as_it_goes, TRUE, 9 },
  { "open-another", NULL, open_another, FALSE, 29 },
  { "create-sample", NULL, create_sample, TRUE, 199 },
  { "close", NULL, close_file, FALSE, 1 },
  { "backup", NULL, back_up, FALSE, 31 },
  { "restore", NULL, restore, TRUE, 37 },
  { "set-profile", NULL, set_profile, FALSE, 1 },
  { "answer", NULL, answer, FALSE, 1 },
  { "answer-another-guideline", NULL, answer_another_guideline, FALSE, 2 },
  { "import", NULL, import, FALSE, 2 },
  { "close-assessment", NULL, close_assessment, FALSE, 1 },
  { "reopen-assessment", close_assessment_first, reopen_assessment, FALSE, 1 },
  { "undo", NULL, undo, FALSE, 1 },
  { "redo", undo_first, redo, FALSE, 1 },
  { "declare", NULL, declare, FALSE, 1 },
  { "set-policy-part", NULL, set_policy_part, FALSE, 1 },
  { "publish-policy", NULL, publish_policy, FALSE, 1 },
  { "add-evidence", NULL, add_evidence, FALSE, 2 },
  { "write-pdf", NULL, write_pdf, FALSE, 9 },
  { "write-xlsx", NULL, write_xlsx, FALSE, 2 },
  { "write-csv", NULL, write_csv, FALSE, 2 },
  { "write-json", NULL, write_json, FALSE, 3 },
  { "write-set", NULL, write_set, FALSE, 13 },
  { "write-sheets", NULL, write_sheets, FALSE, 17 },
  { "preview", NULL, preview, FALSE, 1 },
  { "check-sheet", NULL, check_sheet, FALSE, 1 },
  { "history", NULL, history, FALSE, 1 },
  { "verify", NULL, verify, FALSE, 1 },
  { "search", NULL, search, FALSE, 2 },
  { "set-back", NULL, set_back, FALSE, 1 },
  { "set-person", NULL, set_person, FALSE, 1 },
  { "set-setting", NULL, set_setting, FALSE, 1 },
  { "look-at-erasure", NULL, look_at_erasure, FALSE, 1 },
  { "erase-person", NULL, erase_person, FALSE, 17 },
  { "erase-evidence", NULL, erase_evidence, FALSE, 13 },
  { "open-assessment", NULL, open_assessment, FALSE, 1 },
  { "describe-assessment", NULL, describe_assessment, FALSE, 1 },
  { "confirm-answer", open_assessment_first, confirm_answer, FALSE, 1 },
  { "review-answer", NULL, review_answer, FALSE, 1 },
  { "note-expert", NULL, note_expert, FALSE, 1 },
  { "keep-backup", NULL, keep_backup, FALSE, 31 },
  { "list-backups", keep_backup_first, list_backups, FALSE, 61 },
  { "find-good-backup", keep_backup_first, find_good_backup, FALSE, 61 },
  { "read-backup", NULL, read_backup, FALSE, 47 },
  { "compare-backup", NULL, compare_backup, FALSE, 83 },
  { "set-second-folder", NULL, set_second_folder, FALSE, 1 },
  { "seal-backup", NULL, seal_backup, FALSE, 61 },
  { "restore-sealed", seal_backup_first, restore_sealed, FALSE, 97 },
  { "restore-in-place", NULL, restore_in_place, FALSE, 61 },
  { "rescue", NULL, rescue, TRUE, 31 },
  { "survey", NULL, survey, TRUE, 31 },
  { "write-recovery-sheet", seal_backup_first, write_recovery_sheet, FALSE, 5 },
  { "link-evidence", NULL, link_evidence, FALSE, 2 },
  { "unlink-evidence", NULL, unlink_evidence, FALSE, 2 },
  { "describe-evidence", NULL, describe_evidence, FALSE, 2 },
  { "retire-evidence", NULL, retire_evidence, FALSE, 2 },
  { "restore-evidence", retire_evidence_first, restore_evidence, FALSE, 2 },
  { "read-evidence", NULL, read_evidence, FALSE, 1 },
  { "export-evidence", NULL, export_evidence, FALSE, 1 },
  { "add-task", NULL, add_task, FALSE, 2 },
  { "change-task", add_task_first, change_task, FALSE, 2 },
  { "complete-task", add_task_first, complete_task, FALSE, 2 },
  { "reopen-task", complete_task_first, reopen_task, FALSE, 2 },
  { "decline-task", add_task_first, decline_task, FALSE, 2 },
  { "link-task", add_task_first, link_task, FALSE, 2 },
  { "unlink-task", add_task_first, unlink_task, FALSE, 2 },
};

const gsize fault_n_acts = G_N_ELEMENTS (fault_acts);
