/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-blob-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* So much of a file is in memory at once while it is only looked at. */
#define PIECE (64 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_blob, sqlite3_blob_close)

gboolean
sgn_blob_put (sqlite3 *db, GBytes *bytes, char **sha256, gboolean *added, GError **error)
{
  g_autofree char *digest = sgn_digest_of_bytes (bytes);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (
    db, "INSERT INTO blob (sha256, size, data) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", error);
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, digest);
  sqlite3_bind_int64 (stmt, 2, (gint64) size);
  /* A NULL pointer would be bound as NULL, and an empty file has one. */
  if (sqlite3_bind_blob64 (stmt, 3, data != NULL ? data : "", size, SQLITE_STATIC) != SQLITE_OK)
    return sgn_db_fail (db, error);
  if (!sgn_db_step_done (stmt, error))
    return FALSE;

  *added = sqlite3_changes (db) > 0;
  *sha256 = g_steal_pointer (&digest);
  return TRUE;
}

/* @sha256: what it is called */
static gboolean
fail_damaged (const char *sha256, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("The attached file %.12s… is missing or damaged. Restore the newest backup."),
               sha256);
  return FALSE;
}

/* (nullable): the bytes in @row, to be read in pieces */
static sqlite3_blob *
open_blob (sqlite3 *db, gint64 row)
{
  sqlite3_blob *blob = NULL;

  sqlite3_blob_open (db, "main", "blob", "data", row, 0, &blob);
  return blob;
}

/* A value that is no bytes is damage, which SQLite calls a mistake of ours. */
static gboolean
fail_open (sqlite3 *db, const char *sha256, GError **error)
{
  return sqlite3_errcode (db) == SQLITE_ERROR ? fail_damaged (sha256, error)
                                              : sgn_db_fail (db, error);
}

gboolean
sgn_blob_check (sqlite3 *db, gint64 row, const char *sha256, gint64 size, GError **error)
{
  g_autoptr (sqlite3_blob) blob = open_blob (db, row);
  g_autoptr (SgnDigest) digest = sgn_digest_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  g_autofree char *found = NULL;
  int bytes = 0;

  if (blob == NULL)
    return fail_open (db, sha256, error);

  bytes = sqlite3_blob_bytes (blob);
  for (int at = 0; at < bytes; at += PIECE) {
    const int length = MIN (PIECE, bytes - at);

    if (sqlite3_blob_read (blob, piece, length, at) != SQLITE_OK)
      return sgn_db_fail (db, error);
    sgn_digest_add (digest, piece, (gsize) length);
  }
  found = sgn_digest_finish (digest);
  return (bytes == size && g_str_equal (found, sha256)) || fail_damaged (sha256, error);
}

/* (nullable): all bytes in @row */
static GBytes *
read_blob (sqlite3 *db, gint64 row, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_blob) blob = open_blob (db, row);
  g_autofree guint8 *bytes = NULL;
  int size = 0;

  if (blob == NULL) {
    fail_open (db, sha256, error);
    return NULL;
  }

  size = sqlite3_blob_bytes (blob);
  bytes = g_malloc ((gsize) size);
  if (sqlite3_blob_read (blob, bytes, size, 0) != SQLITE_OK) {
    sgn_db_fail (db, error);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&bytes), (gsize) size);
}

GBytes *
sgn_blob_get (sqlite3 *db, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT rowid FROM blob WHERE sha256 = ?1", error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return NULL;

  sgn_db_bind_text (stmt, 1, sha256);
  step = sgn_db_step (stmt, error);
  if (step == SGN_STEP_FAILED)
    return NULL;
  if (step == SGN_STEP_ROW) {
    bytes = read_blob (db, sqlite3_column_int64 (stmt, 0), sha256, error);
    if (bytes == NULL)
      return NULL;
    digest = sgn_digest_of_bytes (bytes);
  }
  if (g_strcmp0 (digest, sha256) != 0) {
    fail_damaged (sha256, error);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}
