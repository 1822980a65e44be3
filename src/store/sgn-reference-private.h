/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-kind-private.h"

G_BEGIN_DECLS

/* What rows have to do with each other, as the foreign keys of the schema say. */

/* @by: (out) (nullable): a row that refers to (@kind, @id), in people's words; NULL when none does
 */
gboolean
sgn_reference_find (sqlite3 *db, const SgnKind *kind, const char *id, char **by, GError **error);

/* Why @row (NULL: its removal) does not fit the others. Always FALSE, with SGN_ERROR_INVALID. */
gboolean sgn_reference_fail (sqlite3 *db,
                             const SgnKind *kind,
                             const char *id,
                             const json_t *row,
                             GError **error);

G_END_DECLS
