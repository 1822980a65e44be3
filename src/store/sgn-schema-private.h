/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

#define SGN_APPLICATION_ID 0x53676e31 /* "Sgn1" */

/* Step N turns version N - 1 into version N. A released step is never edited; a mistake is mended
 * by a new one. NULL-terminated SQL texts, the first is step 1. */
GStrv sgn_schema_load_steps (void);

/* Takes @db from its version to the newest of @steps, each step in one transaction. A failed step
 * changes nothing and stays at the version before. */
gboolean sgn_schema_migrate (sqlite3 *db, const char *const *steps, GError **error);

/* Compares every table, index, trigger and view of @db with what the first @version steps make,
 * byte for byte. @difference: (out) (nullable): one sentence; NULL when there is none */
gboolean sgn_schema_compare (sqlite3 *db,
                             const char *const *steps,
                             guint version,
                             char **difference,
                             GError **error);

gboolean sgn_schema_get_version (sqlite3 *db, gint64 *version, GError **error);

G_END_DECLS
