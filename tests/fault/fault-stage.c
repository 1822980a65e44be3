/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-acts.h"

#include "fault-replay.h"

#include "sgn-data-dir.h"

#include <glib/gstdio.h>

static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\2\0\0\0\x90wS\xde";

static const char answers[] = "item,value,note,statement\n"
                              "SD-01,done,自動更新にした,毎月確認している\n"
                              "SD-02,partial,髙﨑𠮷葛󠄀,\n"
                              "SD-03,unknown,,\n";

char *
fault_stage_file (Stage *stage, const char *name)
{
  return g_build_filename (stage->work, name, NULL);
}

void
fault_stage_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Stage *stage = data;

  g_assert_null (stage->result);
  stage->result = g_object_ref (result);
}

/* A result that nobody takes is freed with its task. */
gboolean
fault_stage_wait (Stage *stage, GError **error)
{
  g_autoptr (GTask) task = NULL;

  while (stage->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  task = G_TASK (g_steal_pointer (&stage->result));
  if (!g_task_had_error (task))
    return TRUE;
  g_assert_null (g_task_propagate_pointer (task, error));
  return FALSE;
}

void
fault_stage_expect (Stage *stage)
{
  g_autoptr (GError) error = NULL;

  fault_stage_wait (stage, &error);
  g_assert_no_error (error);
}

void
fault_stage_answer (Stage *stage, const char *item, const char *value, const char *note)
{
  const SgnAnswerChange change = { .item = item, .value = value, .note = note };

  sgn_session_answer_async (stage->session, &change, fault_stage_done_cb, stage);
}

static void
answer (Stage *stage, const char *item, const char *value)
{
  fault_stage_answer (stage, item, value, "自動更新にした");
  fault_stage_expect (stage);
}

static void
put_file (Stage *stage, const char *name, const char *data, gssize size)
{
  g_autofree char *path = fault_stage_file (stage, name);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

static void
fill_company (Stage *stage)
{
  const SgnDeclarationChange declaration = { .star = 1,
                                             .number = "40012345678",
                                             .date = "2026-11-20" };
  g_autofree char *photo = fault_stage_file (stage, "photo.png");
  const SgnEvidenceRequest evidence = { .use = { .item = "SD-01" },
                                        .path = photo,
                                        .title = "写真",
                                        .dated = "2026-10-01" };

  answer (stage, "SD-01", "done");
  answer (stage, "SD-02", "not-done");
  answer (stage, "RU-1", "done");
  sgn_session_declare_async (stage->session, &declaration, fault_stage_done_cb, stage);
  fault_stage_expect (stage);
  sgn_session_add_evidence_async (stage->session, &evidence, fault_stage_done_cb, stage);
  fault_stage_expect (stage);
  sgn_session_set_policy_part_async (stage->session, "staff", SGN_LANGUAGE_JA,
                                     "お客様の情報を守ります。", fault_stage_done_cb, stage);
  fault_stage_expect (stage);
}

/* A company with something of everything, a copy of it, and what is brought in from outside. */
static void
make_template (Stage *stage)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷葛󠄀");
  g_autofree char *path = fault_stage_file (stage, FAULT_COMPANY);
  g_autofree char *copy = fault_stage_file (stage, FAULT_COPY);

  put_file (stage, "photo.png", png, sizeof png);
  put_file (stage, "answers.csv", answers, -1);
  stage->session = sgn_session_new (stage->library, stage->clock);
  sgn_session_set_author (stage->session, "田中 一郎");
  sgn_session_create_async (stage->session, path, profile, fault_stage_done_cb, stage);
  fault_stage_expect (stage);
  fill_company (stage);
  sgn_session_backup_async (stage->session, copy, fault_stage_done_cb, stage);
  fault_stage_expect (stage);
  sgn_session_close_async (stage->session, fault_stage_done_cb, stage);
  fault_stage_expect (stage);
  g_assert_finalize_object (g_steal_pointer (&stage->session));
}

static void
copy_files (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name = NULL;

  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);
    g_autofree char *data = NULL;
    gsize size = 0;

    if (g_file_test (source, G_FILE_TEST_IS_DIR)) {
      copy_files (source, target);
      continue;
    }
    g_assert_true (g_file_get_contents (source, &data, &size, NULL));
    g_assert_true (
      g_file_set_contents_full (target, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
}

void
fault_stage_set_up (Stage *stage, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();

  stage->library = sgn_library_load (data_dir, &error);
  g_assert_no_error (error);
  stage->clock = sgn_clock_new_fixed (FAULT_NOW);
  stage->folder = g_strdup (folder);
  stage->template = g_build_filename (stage->folder, "template", NULL);
  stage->work = g_build_filename (stage->folder, "work", NULL);
  g_assert_cmpint (g_mkdir (stage->template, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (stage->work, 0700), ==, 0);
  stage->disk = fault_disk_new (stage->work);
  stage->disk->asleep = TRUE;
  make_template (stage);
  copy_files (stage->work, stage->template);
}

void
fault_stage_tear_down (Stage *stage)
{
  fault_disk_free (stage->disk);
  fault_empty_folder (stage->folder);
  g_clear_pointer (&stage->library, sgn_library_unref);
  g_clear_pointer (&stage->clock, sgn_clock_unref);
  g_free (stage->folder);
  g_free (stage->template);
  g_free (stage->work);
}

void
fault_stage_reset (Stage *stage, gboolean closed)
{
  g_autofree char *path = fault_stage_file (stage, FAULT_COMPANY);

  fault_empty_folder (stage->work);
  copy_files (stage->template, stage->work);
  stage->session = sgn_session_new (stage->library, stage->clock);
  sgn_session_set_author (stage->session, "田中 一郎");
  if (closed)
    return;
  sgn_session_open_async (stage->session, path, SGN_OPEN_WRITE, fault_stage_done_cb, stage);
  fault_stage_expect (stage);
}
