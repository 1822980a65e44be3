/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every act of the session on a disk that fails at its first, second, third … operation, until the
 * act gets through: it either worked or says in one sentence why not, and the files are as before
 * or as after. */
#include "../core/message-form.h"
#include "fault-acts.h"
#include "fault-replay.h"

#include "sgn-company-file.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *name;
  FaultSort sort;
  gboolean forever;
} Manner;

static const Manner manners[] = {
  { "once", FAULT_BROKEN, FALSE },
  { "for ever", FAULT_BROKEN, TRUE },
  { "once full", FAULT_FULL, FALSE },
  { "full for ever", FAULT_FULL, TRUE },
};

/* The files of a folder: name → what is in it. */
typedef GHashTable State;

typedef struct {
  Stage *stage;
  const FaultAct *act;
  State *before;
  State *after;
  GHashTable *known; /* a company file's name and bytes → what is in it */
  guint points;
  guint said;  /* failures the user was told of */
  guint taken; /* of these, the act was there all the same */
} Run;

static void
add_rows (GString *text, sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (stmt); i++) {
      const char *cell = (const char *) sqlite3_column_text (stmt, i);

      g_string_append_printf (text, "%s|", cell != NULL ? cell : "NULL");
    }
    g_string_append_c (text, '\n');
  }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
}

/* All rows but who writes, and what happened but for the hashes, which no two runs share. */
static char *
read_rows (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) tables = g_string_new (NULL);
  g_auto (GStrv) names = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  add_rows (tables, db,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('event', 'lease',"
            " 'blob') ORDER BY name");
  names = g_strsplit (tables->str, "|\n", -1);
  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM \"%s\"", names[i], names[i]);

    add_rows (text, db, sql);
  }
  add_rows (text, db, "SELECT header, payload IS NULL FROM event ORDER BY seq");
  add_rows (text, db, "SELECT sha256 FROM blob ORDER BY 1");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The next day, on a sound disk: the program opens the file, finds nothing wrong, and closes it. */
static char *
open_and_read (Stage *stage, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file = sgn_company_file_open (path, SGN_OPEN_WRITE, stage->clock, &error);

  g_assert_no_error (error);
  verification = sgn_company_file_verify (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_true (sgn_company_file_close (file, &error));
  g_assert_no_error (error);
  return read_rows (path);
}

static char *
read_whole (const char *path)
{
  g_autofree char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

/* Whether nothing lies beside a company file that has a part in opening it. */
static gboolean
is_alone (const char *path)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *beside = g_strconcat (path, ends[i], NULL);

    if (g_file_test (beside, G_FILE_TEST_EXISTS))
      return FALSE;
  }
  return TRUE;
}

/* An act leaves most files alone: what is byte for byte as it was at one of its ends is not opened
 * again. */
static char *
read_company (Run *run, const char *path)
{
  g_autofree char *digest = read_whole (path);
  g_autofree char *key = g_strconcat (digest, " ", path, NULL);
  gboolean alone = is_alone (path);
  const char *known = alone ? g_hash_table_lookup (run->known, key) : NULL;
  char *rows = known != NULL ? g_strdup (known) : open_and_read (run->stage, path);

  if (run->after == NULL && alone)
    g_hash_table_replace (run->known, g_steal_pointer (&key), g_strdup (rows));
  return rows;
}

static gboolean
is_company_file (const char *name)
{
  return g_str_has_suffix (name, ".sengen");
}

/* Two runs do not share the times of files that are written down, nor the random start of what is
 * sealed; and what is rescued from a failing disk is what could be read. */
static gboolean
is_comparable (const char *name)
{
  return !g_str_equal (name, "rescued") && !g_str_has_suffix (name, ".sengen-sealed") &&
         !g_str_equal (name, "backups.json");
}

static void
read_folder (Run *run, const char *folder, gboolean companies, State *state)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (!is_comparable (name))
      continue;
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      read_folder (run, path, companies, state);
    else if (is_company_file (name) == companies)
      g_hash_table_insert (state, g_strdup (path + strlen (run->stage->work) + 1),
                           companies ? read_company (run, path) : read_whole (path));
  }
}

/* Company files first: opening them clears away what lies beside them. */
static State *
read_state (Run *run)
{
  State *state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read_folder (run, run->stage->work, TRUE, state);
  read_folder (run, run->stage->work, FALSE, state);
  return state;
}

static gboolean
is_same (State *a, State *b)
{
  GHashTableIter iter;
  gpointer name, content;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &content))
    if (g_strcmp0 (g_hash_table_lookup (b, name), content) != 0)
      return FALSE;
  return TRUE;
}

static void
explain (const char *what, State *state)
{
  GHashTableIter iter;
  gpointer name, content;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &name, &content))
    g_printerr ("# %s: %s\n%s\n", what, (char *) name, (char *) content);
}

/* A file of its own that an act makes beside the company file may be there before the act is
 * recorded: then each by itself is as before or as after. */
static gboolean
is_between (Run *run, State *found)
{
  GHashTableIter iter;
  gpointer name, content;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &content))
    if (g_strcmp0 (g_hash_table_lookup (run->before, name), content) != 0 &&
        g_strcmp0 (g_hash_table_lookup (run->after, name), content) != 0)
      return TRUE;

  g_hash_table_iter_init (&iter, run->before);
  while (g_hash_table_iter_next (&iter, &name, &content))
    if (!g_hash_table_contains (found, name))
      return TRUE;
  return FALSE;
}

static void
begin (Run *run)
{
  fault_stage_reset (run->stage, run->act->closed);
  if (run->act->before != NULL)
    run->act->before (run->stage);
}

/* The program ends: what it has to say then is a sentence, too. */
static void
end (Run *run)
{
  g_autoptr (GError) error = NULL;

  sgn_session_close_async (run->stage->session, fault_stage_done_cb, run->stage);
  if (!fault_stage_wait (run->stage, &error))
    assert_is_sentence (error->message);
  g_assert_finalize_object (g_steal_pointer (&run->stage->session));
}

static void
read_both_ends (Run *run)
{
  begin (run);
  end (run);
  run->before = read_state (run);

  begin (run);
  run->act->start (run->stage);
  fault_stage_expect (run->stage);
  end (run);
  run->after = read_state (run);
}

static void
fail_test (Run *run, const Manner *manner, guint n, const char *what, State *found, GError *error)
{
  explain ("found", found);
  explain ("before", run->before);
  explain ("after", run->after);
  g_error ("%s, %s, operation %u (%s): %s; said “%s”", run->act->name, manner->name, n,
           run->stage->disk->first, what, error != NULL ? error->message : "nothing");
}

static void
check (Run *run, const Manner *manner, guint n, GError *error)
{
  g_autoptr (GHashTable) found = read_state (run);

  if (error != NULL) {
    assert_is_sentence (error->message);
    run->said++;
    run->taken += is_same (found, run->after) && !is_same (run->before, run->after) ? 1 : 0;
  }
  if (error == NULL && !is_same (found, run->after))
    fail_test (run, manner, n, "it did not do what it said", found, error);
  if (is_between (run, found))
    fail_test (run, manner, n, "it is neither done nor not done", found, error);
}

/* After a moment's failure work goes on: the next answer is taken. */
static void
go_on (Run *run)
{
  if (sgn_session_get_record (run->stage->session) == NULL ||
      sgn_session_get_read_only (run->stage->session))
    return;
  fault_stage_answer (run->stage, "SD-25", "done", NULL);
  fault_stage_expect (run->stage);
}

/* Whether the failure happened: the act has as many operations. */
static gboolean
fail_at (Run *run, const Manner *manner, guint n, gboolean going_on)
{
  FaultDisk *disk = run->stage->disk;
  g_autoptr (GError) error = NULL;
  gboolean failed = FALSE;

  begin (run);
  disk->asleep = FALSE;
  fault_disk_break (disk, n, manner->forever, manner->sort);
  run->act->start (run->stage);
  fault_stage_wait (run->stage, &error);
  if (going_on) {
    failed = fault_disk_mend (disk);
    disk->asleep = TRUE;
    go_on (run);
    end (run);
    g_hash_table_unref (read_state (run)); /* every file opens and verifies */
    return failed;
  }
  failed = disk->failed > 0;
  if (!manner->forever)
    fault_disk_mend (disk);
  end (run);
  fault_disk_mend (disk);
  disk->asleep = TRUE;
  check (run, manner, n, error);
  return failed;
}

static void
visit_all (Run *run, const Manner *manner, guint stride)
{
  gboolean failed = TRUE;

  for (guint n = 0; failed; n += stride) {
    failed = fail_at (run, manner, n, FALSE);
    run->points += failed ? 1 : 0;
  }
}

static guint
stride_of (const FaultAct *act)
{
  return g_getenv ("SENGEN_EVERY_POINT") != NULL ? 1 : act->stride;
}

typedef struct {
  const FaultAct *act;
  const char *folder;
} Case;

static void
test_act (gconstpointer data)
{
  const Case *test = data;
  Stage stage = { 0 };
  Run run = { .stage = &stage, .act = test->act };
  guint stride = stride_of (run.act);

  run.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fault_stage_set_up (&stage, test->folder);
  read_both_ends (&run);
  /* Where not every operation fails, a full disk is left to the long run too. */
  for (gsize i = 0; i < (stride == 1 ? G_N_ELEMENTS (manners) : 2); i++)
    visit_all (&run, &manners[i], stride);
  for (guint n = 0; fail_at (&run, &manners[0], n, TRUE); n += 2 * stride)
    run.points++;
  g_test_message (
    "%s: %u failures visited, every %u%s operation; %u told, of these %u with the act "
    "done",
    run.act->name, run.points, stride, stride == 1 ? "st" : "th", run.said, run.taken);
  g_hash_table_unref (run.before);
  g_hash_table_unref (run.after);
  g_hash_table_unref (run.known);
  fault_stage_tear_down (&stage);
}

/* The folder of the user's own data is looked up once in a program. */
static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sengen-acts-XXXXXX", &error);
  g_autofree char *data = g_build_filename (folder, FAULT_DATA, NULL);

  g_assert_no_error (error);
  g_assert_true (g_setenv ("XDG_DATA_HOME", data, TRUE));
  return folder;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = make_folder ();
  g_autofree Case *cases = g_new0 (Case, fault_n_acts);
  int code = 0;

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < fault_n_acts; i++) {
    g_autofree char *path = g_strconcat ("/acts/", fault_acts[i].name, NULL);

    cases[i] = (Case){ &fault_acts[i], folder };
    g_test_add_data_func (path, &cases[i], test_act);
  }

  code = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return code;
}
