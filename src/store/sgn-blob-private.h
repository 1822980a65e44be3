/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

/* Stores @bytes once. @sha256: (out): their SHA-256; @added: (out): whether they were new */
gboolean sgn_blob_put (sqlite3 *db, GBytes *bytes, char **sha256, gboolean *added, GError **error);
/* Whether the file in @row, read piece by piece, is @size bytes that are what @sha256 says; if not,
 * SGN_ERROR_DAMAGED. */
gboolean sgn_blob_check (sqlite3 *db, gint64 row, const char *sha256, gint64 size, GError **error);
/* Bytes that are not what their SHA-256 says, or are not there, are SGN_ERROR_DAMAGED. */
GBytes *sgn_blob_get (sqlite3 *db, const char *sha256, GError **error);

G_END_DECLS
