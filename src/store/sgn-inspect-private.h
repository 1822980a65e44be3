/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

/* What must be so before a file is used, without changing it: it is ours (SGN_ERROR_UNREADABLE), it
 * is whole, its schema is the one of its version, and what its entries refer to is there
 * (SGN_ERROR_DAMAGED); attached files are not read. Of a file newer than
 * @steps the schema is not known and not compared.
 * @version: (out): its schema version */
gboolean sgn_inspect (sqlite3 *db, const char *const *steps, gint64 *version, GError **error);

G_END_DECLS
