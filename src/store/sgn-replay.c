/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-replay-private.h"

#include "sgn-event-log-private.h"
#include "sgn-kind-private.h"

#include "sgn-entry.h"
#include "sgn-finding.h"
#include "sgn-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SgnReplay {
  GPtrArray *findings; /* not owned */
  GHashTable *rows;    /* "KIND/ID" → Row */
  GHashTable *numbers; /* kind → gint64 *, the highest number given out */
  GHashTable *blobs;   /* SHA-256 of each file that was ever attached */
  GHashTable *erased;  /* seq as text, of events without payload */
  GHashTable *logged;  /* seq as text, of events whose erasure is an event */
};

/* A row as its newest event left it. */
typedef struct {
  json_t *row;      /* (nullable): removed */
  gboolean unknown; /* the newest event has no payload */
  gboolean seen;    /* found in its table */
} Row;

static void
row_free (gpointer data)
{
  Row *self = data;

  json_decref (self->row);
  g_free (self);
}

SgnReplay *
sgn_replay_new (GPtrArray *findings)
{
  SgnReplay *self = g_new0 (SgnReplay, 1);

  self->findings = findings;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->logged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
sgn_replay_free (SgnReplay *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->blobs);
  g_hash_table_unref (self->erased);
  g_hash_table_unref (self->logged);
  g_free (self);
}

void
sgn_replay_report (GPtrArray *findings,
                   const char *code,
                   const char *field,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (findings, sgn_finding_new (SGN_SEVERITY_REFUSAL, code, field, message));
}

static char *
seq_to_text (gint64 seq)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, seq);
}

/* An event says what was there before: it must be what the events before it left. */
static void
check_before (SgnReplay *self, const SgnEvent *event, const Row *row)
{
  g_autofree char *seq = seq_to_text (event->seq);
  g_autofree char *field = g_strdup_printf ("event.%s", seq);

  if (event->erased || (row != NULL && row->unknown) ||
      sgn_kind_is_same_row (event->before, row != NULL ? row->row : NULL))
    return;
  sgn_replay_report (self->findings, "chain", field,
                     _ ("Entry %s of the history does not continue what was there before."), seq);
}

static void
note_number (SgnReplay *self, const SgnKind *kind, const char *id)
{
  gint64 number = g_ascii_strtoll (id, NULL, 10);
  gint64 *highest = g_hash_table_lookup (self->numbers, kind->kind);

  if (!kind->numbered)
    return;
  if (highest == NULL) {
    highest = g_new0 (gint64, 1);
    g_hash_table_insert (self->numbers, g_strdup (kind->kind), highest);
  }
  *highest = MAX (*highest, number);
}

static void
note_blob (SgnReplay *self, const SgnEvent *event)
{
  const char *sha256 = sgn_json_string (event->after, "sha256");

  if (g_str_equal (event->kind, SGN_KIND_EVIDENCE) && sha256 != NULL)
    g_hash_table_add (self->blobs, g_strdup (sha256));
}

static void
take_row (SgnReplay *self, const SgnKind *kind, const SgnEvent *event)
{
  char *place = g_strdup_printf ("%s/%s", event->kind, event->id);
  Row *row = g_new0 (Row, 1);

  check_before (self, event, g_hash_table_lookup (self->rows, place));
  note_number (self, kind, event->id);
  note_blob (self, event);
  row->row = event->after != NULL ? json_incref (event->after) : NULL;
  row->unknown = event->erased;
  g_hash_table_insert (self->rows, place, row);
}

void
sgn_replay_add (SgnReplay *self, const SgnEvent *event)
{
  const SgnKind *kind = sgn_kind_find (event->kind);
  g_autofree char *seq = seq_to_text (event->seq);

  if (event->erased)
    g_hash_table_add (self->erased, g_strdup (seq));

  if (kind != NULL)
    take_row (self, kind, event);
  else if (g_str_equal (event->kind, SGN_KIND_EVENT))
    g_hash_table_add (self->logged, g_strdup (event->id));
  else if (g_str_equal (event->kind, SGN_KIND_BLOB)) /* until the same file is attached anew */
    g_hash_table_remove (self->blobs, event->id);
  else
    sgn_replay_report (self->findings, "chain", event->kind,
                       _ ("Entry %s of the history is about “%s”, which this version does not "
                          "know."),
                       seq, event->kind);
}

typedef struct {
  SgnReplay *replay;
  gint64 rows;
} Comparison;

static void
compare_columns (SgnReplay *self,
                 const char *kind,
                 const char *id,
                 json_t *row,
                 const Row *expected)
{
  const char *column = NULL;
  json_t *value = NULL;

  json_object_foreach (row, column, value)
  {
    g_autofree char *field = NULL;
    g_autofree char *words = NULL;

    if (sgn_kind_is_same_value (value, json_object_get (expected->row, column)))
      continue;
    field = g_strdup_printf ("%s.%s.%s", kind, id, column);
    words = sgn_entry_value_to_words (kind, id, column);
    sgn_replay_report (self->findings, "state", field, _ ("“%s” is not what the history says."),
                       words);
  }
}

static gboolean
compare_row (const SgnKind *kind,
             const char *id,
             json_t *row,
             const GError *damage,
             gpointer user_data,
             GError **error)
{
  Comparison *comparison = user_data;
  SgnReplay *self = comparison->replay;
  g_autofree char *place = g_strdup_printf ("%s/%s", kind->kind, id);
  g_autofree char *field = g_strdup_printf ("%s.%s", kind->kind, id);
  g_autofree char *words = sgn_entry_to_words (kind->kind, id);
  Row *expected = g_hash_table_lookup (self->rows, place);

  comparison->rows++;
  if (expected != NULL)
    expected->seen = TRUE;

  if (row == NULL)
    sgn_replay_report (self->findings, "state", field, "%s", damage->message);
  else if (expected == NULL || (expected->row == NULL && !expected->unknown))
    sgn_replay_report (self->findings, "state", field,
                       _ ("“%s” is there, but the history does not say so."), words);
  else if (!expected->unknown)
    compare_columns (self, kind->kind, id, row, expected);
  return TRUE;
}

static void
report_missing_rows (SgnReplay *self)
{
  GHashTableIter iter;
  gpointer place = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &place, &value)) {
    const Row *row = value;
    g_auto (GStrv) parts = g_strsplit (place, "/", 2);
    g_autofree char *field = g_strjoinv (".", parts);
    g_autofree char *words = sgn_entry_to_words (parts[0], parts[1]);

    if (row->unknown)
      sgn_replay_report (self->findings, "payload", field,
                         _ (
                           "The content of the newest entry about “%s” in the history is missing."),
                         words);
    else if (row->row != NULL && !row->seen)
      sgn_replay_report (self->findings, "state", field,
                         _ ("“%s” is missing, but the history says that it is there."), words);
  }
}

static void
report_unlogged_erasures (SgnReplay *self)
{
  GHashTableIter iter;
  gpointer seq = NULL;

  g_hash_table_iter_init (&iter, self->erased);
  while (g_hash_table_iter_next (&iter, &seq, NULL)) {
    g_autofree char *field = g_strdup_printf ("event.%s", (const char *) seq);

    if (!g_hash_table_contains (self->logged, seq))
      sgn_replay_report (self->findings, "payload", field,
                         _ ("The content of entry %s of the history is missing, and no act says "
                            "that it was erased."),
                         (const char *) seq);
  }
}

static void
report_number (SgnReplay *self, const char *kind)
{
  g_autofree char *field = g_strdup_printf ("id_counter.%s", kind);
  g_autofree char *words = sgn_entry_kind_to_words (kind);

  sgn_replay_report (self->findings, "state", field,
                     _ ("The highest number given to “%s” is not what the history says."), words);
}

static gboolean
compare_numbers (SgnReplay *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "SELECT kind, last FROM id_counter", error);
  SgnStep step = SGN_STEP_FAILED;
  GHashTableIter iter;
  gpointer kind = NULL;

  if (stmt == NULL)
    return FALSE;

  while ((step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    const char *name = sgn_db_column_text (stmt, 0);
    const gint64 *expected = g_hash_table_lookup (self->numbers, name);

    if (expected == NULL || *expected != sqlite3_column_int64 (stmt, 1))
      report_number (self, name);
    g_hash_table_remove (self->numbers, name);
  }
  g_hash_table_iter_init (&iter, self->numbers);
  while (step == SGN_STEP_DONE && g_hash_table_iter_next (&iter, &kind, NULL))
    report_number (self, kind);
  return step == SGN_STEP_DONE;
}

/* Files stay, also those whose entry was undone. */
static gboolean
find_blobs (SgnReplay *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "SELECT sha256 FROM blob", error);
  SgnStep step = SGN_STEP_FAILED;
  GHashTableIter iter;
  gpointer sha256 = NULL;

  if (stmt == NULL)
    return FALSE;

  while ((step = sgn_db_step (stmt, error)) == SGN_STEP_ROW)
    g_hash_table_remove (self->blobs, sgn_db_column_text (stmt, 0));
  g_hash_table_iter_init (&iter, self->blobs);
  while (step == SGN_STEP_DONE && g_hash_table_iter_next (&iter, &sha256, NULL)) {
    g_autofree char *field = g_strdup_printf ("blob.%s", (const char *) sha256);

    sgn_replay_report (self->findings, "blob", field, _ ("The attached file %.12s… is missing."),
                       (const char *) sha256);
  }
  return step == SGN_STEP_DONE;
}

gboolean
sgn_replay_compare (SgnReplay *self, sqlite3 *db, gint64 *rows, GError **error)
{
  Comparison comparison = { self, 0 };

  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    if (!sgn_kind_foreach (sgn_kinds ()[i], db, compare_row, &comparison, error))
      return FALSE;
  }
  *rows = comparison.rows;
  report_missing_rows (self);
  report_unlogged_erasures (self);
  return compare_numbers (self, db, error) && find_blobs (self, db, error);
}
