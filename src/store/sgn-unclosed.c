/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-unclosed-private.h"

#include "sgn-event-log-private.h"
#include "sgn-inspect-private.h"
#include "sgn-replay-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"
#include "sgn-finding.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The walk along the chain: the first thing that does not fit ends it. */
typedef struct {
  SgnReplay *replay;
  gint64 seq; /* of the event before */
  char *hash;
  gboolean holds;
} Walk;

static gboolean
walk_on (const SgnEventText *text, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  g_autofree char *hash = sgn_chain_hash (text->prev_hash, text->header, text->payload_digest);
  g_autoptr (SgnEvent) event = sgn_event_log_parse (text, NULL);

  walk->holds = event != NULL && text->seq == walk->seq + 1 &&
                g_str_equal (text->prev_hash, walk->hash) && g_str_equal (text->hash, hash);
  if (!walk->holds)
    return FALSE;

  sgn_replay_add (walk->replay, event);
  walk->seq = text->seq;
  g_free (walk->hash);
  walk->hash = g_steal_pointer (&hash);
  return TRUE;
}

/* Whether the events follow each other and every row is as they say: pages of two files, or of two
 * moments of one file, do not do that by chance. */
static gboolean
is_consistent (sqlite3 *db)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autoptr (SgnReplay) replay = sgn_replay_new (findings);
  Walk walk = { replay, 0, g_strdup (SGN_CHAIN_START), TRUE };
  gint64 rows = 0;
  gboolean walked = sgn_event_log_foreach (db, 1, walk_on, &walk, NULL) && walk.holds;

  g_free (walk.hash);
  return walked && sgn_replay_compare (replay, db, &rows, NULL) && findings->len == 0;
}

/* @db is the file joined with what is beside it. What contradicts itself already without that is
 * not the fault of the joining: verify says what it is. */
static gboolean
is_sound (sqlite3 *db, const char *path, const char *const *steps, GError **error)
{
  g_autoptr (sqlite3) alone = NULL;
  gint64 version = 0;

  if (!sgn_inspect (db, steps, &version, error))
    return FALSE;
  if (version != g_strv_length ((char **) steps) || is_consistent (db))
    return TRUE;

  alone = sgn_db_open (path, SGN_DB_IMMUTABLE, NULL);
  if (alone != NULL && sgn_inspect (alone, steps, &version, NULL) && !is_consistent (alone))
    return TRUE;
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_DAMAGED,
                       _ ("The history and the entries do not belong together."));
  return FALSE;
}

/* The file without what is beside it. */
static gboolean
is_sound_alone (const char *path, const char *const *steps)
{
  g_autoptr (sqlite3) db = sgn_db_open (path, SGN_DB_IMMUTABLE, NULL);
  gint64 version = 0;

  return db != NULL && sgn_inspect (db, steps, &version, NULL) && is_consistent (db);
}

/* @suffix: of what lies beside and does not fit */
static gboolean
fail_pair (const char *path, const char *suffix, const char *const *steps, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *beside = g_strconcat (base, suffix, NULL);

  if (!is_sound_alone (path, steps))
    return sgn_db_fail_damaged (
      error, _ ("“%s” and “%s” beside it do not make one whole file, and neither does without."),
      name, beside);
  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("“%s” beside “%s” belongs to another file or another time. Move it to another "
                  "folder, keep it, and open the file again."),
               beside, name);
  return FALSE;
}

static gboolean
fail_without_log (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *base = g_path_get_basename (path);

  return sgn_db_fail_damaged (
    error,
    _ ("“%s” was not closed, its last acts are missing (“%s-wal”), and what is left is damaged."),
    name, base);
}

/* (nullable): the hash that the other columns of an event give */
static char *
make_hash (sqlite3_stmt *stmt)
{
  const char *prev_hash = sgn_db_column_text (stmt, 2);
  const char *header = sgn_db_column_text (stmt, 3);
  const char *digest = sgn_db_column_text (stmt, 4);

  return prev_hash != NULL && header != NULL && digest != NULL
           ? sgn_chain_hash (prev_hash, header, digest)
           : NULL;
}

/* The newest event that is what its hash says. A file that is half way through taking its log in
 * may show as events what are rows of another table. */
static gboolean
find_true_event (sqlite3 *db, gint64 *seq, char **hash)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (
    db, "SELECT seq, hash, prev_hash, header, payload_digest FROM event ORDER BY seq DESC", NULL);

  while (stmt != NULL && sgn_db_step (stmt, NULL) == SGN_STEP_ROW) {
    g_autofree char *expected = make_hash (stmt);

    if (expected == NULL || g_strcmp0 (expected, sgn_db_column_text (stmt, 1)) != 0)
      continue;
    *seq = sqlite3_column_int64 (stmt, 0);
    *hash = g_steal_pointer (&expected);
    return TRUE;
  }
  return FALSE;
}

/* Events are only ever added: the newest one of the file alone must be there with the log as well.
 * A file that is half way through taking its log in may not be readable alone. */
gboolean
sgn_unclosed_continues (const char *path, sqlite3 *db)
{
  g_autoptr (sqlite3) alone = sgn_db_open (path, SGN_DB_IMMUTABLE, NULL);
  g_autofree char *hash = NULL;
  g_autofree char *joined = NULL;
  gint64 seq = 0;

  if (alone == NULL || !find_true_event (alone, &seq, &hash))
    return TRUE;
  return sgn_event_log_get_hash (db, seq, &joined, NULL) && g_strcmp0 (joined, hash) == 0;
}

/* Without its log the file itself has been found out to be as it is. */
static gboolean
check_log (const char *path, const SgnHeader *header, const char *const *steps, GError **error)
{
  g_autoptr (sqlite3) db = sgn_db_open (path, SGN_DB_ALONE, NULL);
  g_autoptr (GError) failure = NULL;

  /* Where the file cannot be written nothing can be joined, and what is open here reads it as it
   * is. */
  if (db == NULL || sqlite3_db_readonly (db, "main") != 0)
    return TRUE;
  /* Closing would take the log in; an empty one that was made just now is to go again. */
  if (!header->has_log && !sgn_db_trust (db, error))
    return FALSE;

  /* Half way through taking its log in the file alone tells nothing. */
  if (is_sound (db, path, steps, &failure) &&
      (!header->has_log || sgn_unclosed_continues (path, db) || !is_sound_alone (path, steps)))
    return TRUE;
  if (failure == NULL || g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED) ||
      g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNREADABLE)) {
    g_clear_pointer (&db, sqlite3_close_v2);
    return header->has_log ? fail_pair (path, "-wal", steps, error)
                           : fail_without_log (path, error);
  }
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY) ||     /* somebody has it open */
      g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNWRITABLE)) /* nor can a log be made here */
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A journal is only there to be played back when nobody is writing it. */
static gboolean
is_left_behind (const char *path)
{
  g_autoptr (sqlite3) db = sgn_db_open (path, SGN_DB_READ, NULL);
  gint64 version = 0;

  return db != NULL && !sgn_db_get_int (db, "PRAGMA user_version", &version, NULL) &&
         sqlite3_extended_errcode (db) == SQLITE_READONLY_ROLLBACK;
}

static gboolean
copy_beside (const char *path, const char *suffix, const char *copy, GError **error)
{
  g_autofree char *source = g_strconcat (path, suffix, NULL);
  g_autofree char *target = g_strconcat (copy, suffix, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = g_file_new_for_path (target);
  g_autoptr (GError) failure = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &failure))
    return TRUE;
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
               _ ("There is no room to check what was left half done (%s). Make room and try "
                  "again."),
               failure->message);
  return FALSE;
}

/* @sound: (out): whether file and journal make a sound file; tried on a copy of both */
static gboolean
try_journal (const char *path,
             const char *folder,
             const char *const *steps,
             gboolean *sound,
             GError **error)
{
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  gboolean copied =
    copy_beside (path, "", copy, error) && copy_beside (path, "-journal", copy, error);

  if (copied) {
    g_autoptr (sqlite3) db = sgn_db_open (copy, SGN_DB_WRITE, NULL);

    *sound = db != NULL && is_sound (db, path, steps, NULL);
  }
  g_unlink (copy);
  g_unlink (journal);
  return copied;
}

static gboolean
check_journal (const char *path, const char *const *steps, GError **error)
{
  g_autofree char *folder = NULL;
  gboolean sound = FALSE;
  gboolean tried = FALSE;

  if (!is_left_behind (path))
    return TRUE;
  folder = g_dir_make_tmp ("sengen-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  tried = try_journal (path, folder, steps, &sound, error);
  g_rmdir (folder);
  return tried && (sound || fail_pair (path, "-journal", steps, error));
}

gboolean
sgn_unclosed_check (const char *path,
                    const SgnHeader *header,
                    const char *const *steps,
                    GError **error)
{
  if (header->has_journal)
    return check_journal (path, steps, error);
  if (header->logged || header->has_log)
    return check_log (path, header, steps, error);
  return TRUE;
}

char *
sgn_unclosed_make_notice (sqlite3 *db, const char *path, const SgnHeader *header)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *hash = NULL;
  g_autofree char *at = NULL;

  if (!header->logged || header->has_log || header->has_journal ||
      !sgn_event_log_get_head (db, &hash, &at, NULL) || at == NULL)
    return NULL;
  return g_strdup_printf (_ (
                            "“%s” was not closed properly, and its newest entry is of %s. If later "
                            "ones are missing, copy the file again from where it was in use."),
                          name, at);
}
