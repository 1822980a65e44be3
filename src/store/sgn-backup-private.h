/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

/* Writes a whole copy of @db to @path, opens it again and checks it, and only then gives it its
 * name. Never overwrites (SGN_ERROR_EXISTS). The copy holds no lease. Not inside a transaction. */
gboolean sgn_backup_copy (sqlite3 *db, const char *const *steps, const char *path, GError **error);

/* As sgn_backup_copy(), in the place of the copy at @path, which goes only when the new one has
 * been checked. */
gboolean
sgn_backup_copy_over (sqlite3 *db, const char *const *steps, const char *path, GError **error);

/* Makes @temporary last and gives it the name @path, which it takes from what had it. */
gboolean sgn_backup_place_over (const char *temporary, const char *path, GError **error);

/* The copy made before the schema of the file at @path changes: a free name beside it. */
gboolean sgn_backup_before_migration (sqlite3 *db,
                                      const char *const *steps,
                                      const char *path,
                                      gint64 version,
                                      GError **error);

G_END_DECLS
