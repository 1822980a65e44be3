/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

/* Called for each row that can be read: its number or NULL, then all columns. */
typedef void (*SgnSalvageRowFunc) (sqlite3_stmt *stmt, gpointer user_data);

/* Reads what can be read of @table, row by row: what is wrong with one page does not hide those
 * after it. A table whose rows have no numbers is read from both ends, in the order of @keys. A row
 * may come twice.
 *
 * Returns: whether every row was read */
gboolean sgn_salvage_walk (sqlite3 *db,
                           const char *table,
                           const char *keys,
                           SgnSalvageRowFunc func,
                           gpointer user_data);

/* Whether @name is a table of the file and nothing else by this name, such as a view. */
gboolean sgn_salvage_has_table (sqlite3 *db, const char *name);

G_END_DECLS
