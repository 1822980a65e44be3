/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-blob-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

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

GBytes *
sgn_blob_get (sqlite3 *db, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT data FROM blob WHERE sha256 = ?1", error);
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
    gconstpointer data = sqlite3_column_blob (stmt, 0);

    bytes = g_bytes_new (data, (gsize) sqlite3_column_bytes (stmt, 0));
    digest = sgn_digest_of_bytes (bytes);
  }
  if (g_strcmp0 (digest, sha256) != 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
                 _ ("The attached file %.12s… is missing or damaged. Restore the newest backup."),
                 sha256);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}
