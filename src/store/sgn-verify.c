/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-verify-private.h"

#include "sgn-blob-private.h"
#include "sgn-event-log-private.h"
#include "sgn-kind-private.h"
#include "sgn-replay-private.h"
#include "sgn-schema-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* The walk along the chain. */
typedef struct {
  SgnVerification *verification;
  SgnReplay *replay; /* (nullable): NULL for a file of a later version */
  gint64 seq;        /* of the event before */
  gint64 group;
  char *hash;
} Walk;

static void
report_event (Walk *walk, const SgnEventText *text, const char *code, const char *message)
{
  g_autofree char *field = g_strdup_printf ("event.%" G_GINT64_FORMAT, text->seq);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, text->seq);

  sgn_replay_report (walk->verification->findings, code, field, _ ("Entry %s of the history: %s."),
                     number, message);
}

static void
check_link (Walk *walk, const SgnEventText *text)
{
  g_autofree char *hash = sgn_chain_hash (text->prev_hash, text->header, text->payload_digest);

  if (text->seq != walk->seq + 1)
    report_event (walk, text, "chain", _ ("the entry before it is missing"));
  if (!g_str_equal (text->prev_hash, walk->hash))
    report_event (walk, text, "chain", _ ("it does not follow the entry before it"));
  if (!g_str_equal (text->hash, hash))
    report_event (walk, text, "chain", _ ("it was changed after it was written"));
}

static void
check_payload (Walk *walk, const SgnEventText *text)
{
  g_autofree char *digest = NULL;

  if (text->payload == NULL)
    return;

  digest = sgn_chain_payload_digest (text->salt != NULL ? text->salt : "", text->payload);
  if (!g_str_equal (digest, text->payload_digest))
    report_event (walk, text, "payload", _ ("its content was changed after it was written"));
}

/* What the header says of its place must be its place. */
static void
check_header (Walk *walk, const SgnEventText *text, const SgnEvent *event)
{
  gboolean begins = event->group == text->seq;
  gboolean continues = event->group == walk->group;

  if (event->seq != text->seq || !(begins || continues) || event->undoes >= event->group)
    report_event (walk, text, "chain", _ ("what it says of its own place is not so"));
}

static gboolean
check_event (const SgnEventText *text, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  g_autoptr (SgnEvent) event = sgn_event_log_parse (text, NULL);

  check_link (walk, text);
  check_payload (walk, text);
  if (event == NULL) {
    report_event (walk, text, "chain", _ ("it cannot be read"));
  } else {
    check_header (walk, text, event);
    walk->group = event->group;
    if (walk->replay != NULL)
      sgn_replay_add (walk->replay, event);
  }

  walk->seq = text->seq;
  walk->verification->events++;
  g_free (walk->hash);
  walk->hash = g_strdup (text->hash);
  return TRUE;
}

static gboolean
check_chain (SgnVerification *self, sqlite3 *db, SgnReplay *replay, GError **error)
{
  Walk walk = { self, replay, 0, 0, g_strdup (SGN_CHAIN_START) };
  gboolean walked = sgn_event_log_foreach (db, 1, check_event, &walk, error);

  g_free (self->head);
  self->head = walk.hash;
  return walked;
}

/* One finding for each row of a check of SQLite's own. */
static gboolean
check_database (SgnVerification *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "PRAGMA integrity_check", error);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    g_autofree char *answer = g_strdelimit (g_strdup (sgn_db_column_text (stmt, 0)), "\n", ' ');

    if (answer == NULL)
      continue; /* out of memory, which the next step says */
    if (!sgn_db_could_check (db, answer, error))
      return FALSE;
    if (!g_str_equal (answer, "ok"))
      sgn_replay_report (self->findings, "database", "database",
                         _ ("The file is damaged inside: %s."), answer);
  }
  return step == SGN_STEP_DONE;
}

static gboolean
check_foreign_keys (SgnVerification *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "PRAGMA foreign_key_check", error);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    const char *table = sgn_db_column_text (stmt, 0);
    g_autofree char *words = sgn_kind_table_to_words (table);

    sgn_replay_report (self->findings, "foreign-key", table,
                       _ ("An entry of “%s” refers to something that is not there."), words);
  }
  return step == SGN_STEP_DONE;
}

static gboolean
check_schema (SgnVerification *self, sqlite3 *db, const char *const *steps, GError **error)
{
  g_autofree char *difference = NULL;

  if (!sgn_schema_compare (db, steps, g_strv_length ((char **) steps), &difference, error))
    return FALSE;
  if (difference != NULL)
    sgn_replay_report (self->findings, "schema", "schema",
                       _ ("The file was changed by another program: %s."), difference);
  return TRUE;
}

static gboolean
check_blob (SgnVerification *self, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *sha256 = g_strdup (sgn_db_column_text (stmt, 0));
  g_autofree char *field = g_strdup_printf ("blob.%s", sha256);

  self->blobs++;
  if (sgn_blob_check (sqlite3_db_handle (stmt), sqlite3_column_int64 (stmt, 2), sha256,
                      sqlite3_column_int64 (stmt, 1), &failure))
    return TRUE;

  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED)) {
    sgn_replay_report (self->findings, "blob", field,
                       _ ("The attached file %.12s… was changed after it was taken in."), sha256);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
check_blobs (SgnVerification *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT sha256, size, rowid FROM blob ORDER BY rowid", error);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    if (!check_blob (self, stmt, error))
      return FALSE;
  }
  return step == SGN_STEP_DONE;
}

static gboolean
check_evidence (SgnVerification *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db,
                    "SELECT evidence.id FROM evidence LEFT JOIN blob USING (sha256) "
                    "WHERE blob.size IS NOT evidence.size",
                    error);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    const char *id = sgn_db_column_text (stmt, 0);
    g_autofree char *field = g_strdup_printf ("evidence.%s.size", id);

    sgn_replay_report (self->findings, "blob", field,
                       _ ("The attached file of evidence “%s” is missing or has another size."),
                       id);
  }
  return step == SGN_STEP_DONE;
}

/* Damage met on the way is what was looked for, and the other checks go on. */
static gboolean
absorb (SgnVerification *self, gboolean done, GError **failure, GError **error)
{
  g_autoptr (GError) met = g_steal_pointer (failure);

  if (done)
    return TRUE;
  if (g_error_matches (met, SGN_ERROR, SGN_ERROR_DAMAGED)) {
    sgn_replay_report (self->findings, "database", "database", "%s", met->message);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&met));
  return FALSE;
}

#define CHECK(call) absorb (self, (call), &failure, error)

static gboolean
check_known (SgnVerification *self,
             sqlite3 *db,
             const char *const *steps,
             SgnReplay *replay,
             GError **error)
{
  g_autoptr (GError) failure = NULL;

  return CHECK (check_schema (self, db, steps, &failure)) &&
         CHECK (sgn_replay_compare (replay, db, &self->rows, &failure)) &&
         CHECK (check_evidence (self, db, &failure));
}

static gboolean
check_all (SgnVerification *self,
           sqlite3 *db,
           const char *const *steps,
           gboolean newer,
           GError **error)
{
  g_autoptr (SgnReplay) replay = newer ? NULL : sgn_replay_new (self->findings);
  g_autoptr (GError) failure = NULL;

  return CHECK (check_database (self, db, &failure)) &&
         CHECK (check_foreign_keys (self, db, &failure)) &&
         CHECK (check_chain (self, db, replay, &failure)) &&
         CHECK (check_blobs (self, db, &failure)) &&
         (newer || check_known (self, db, steps, replay, error));
}

SgnVerification *
sgn_verify (sqlite3 *db, const char *const *steps, gboolean newer, GError **error)
{
  g_autoptr (SgnVerification) self = g_new0 (SgnVerification, 1);
  gboolean checked = FALSE;

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  if (!sgn_db_exec (db, "BEGIN", error))
    return NULL;
  checked = check_all (self, db, steps, newer, error);
  sgn_db_rollback (db);
  return checked ? g_steal_pointer (&self) : NULL;
}

void
sgn_verification_free (SgnVerification *self)
{
  if (self == NULL)
    return;

  g_free (self->head);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
