/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"

G_BEGIN_DECLS

/**
 * SgnSalvageSource:
 * @db: reads what the file holds, for reading only
 * @mended: (nullable): a private copy with a new beginning, where the file's own cannot be used
 * @log_left_out: a log lies beside the file that does not belong to it
 *
 * A way to read a damaged file.
 */
typedef struct {
  sqlite3 *db;
  char *mended;
  gboolean log_left_out;
} SgnSalvageSource;

/* SGN_ERROR_UNREADABLE when there is nothing to read, or nothing of ours. */
SgnSalvageSource *sgn_salvage_source_new (const char *path, GError **error);
void sgn_salvage_source_free (SgnSalvageSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSalvageSource, sgn_salvage_source_free)

G_END_DECLS
