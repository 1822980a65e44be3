/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-company-file.h"
#include "sgn-file-id-private.h"
#include "sgn-lease-private.h"

G_BEGIN_DECLS

/**
 * SgnOpening:
 * @lease: (nullable): NULL when read only
 * @version: of the schema the file had when it was found
 * @newer: written by a later version; read only
 * @elsewhere: read only because another computer has it open for writing
 * @notice: (nullable): why it is read-only or slow, or what may be missing
 * @id: which file it was when it was opened
 *
 * A file that was found sound and is ready for use.
 */
typedef struct {
  sqlite3 *db;
  SgnLease *lease;
  gint64 version;
  gboolean newer;
  gboolean elsewhere;
  char *notice;
  SgnFileId *id;
} SgnOpening;

/* @path: absolute. @remote: the file system is one where locks cannot be relied on. */
SgnOpening *sgn_opening_new (const char *path,
                             SgnOpenMode mode,
                             gboolean remote,
                             const char *const *steps,
                             const char *now,
                             GError **error);
/* A copy, or another file that is only looked at. */
SgnOpening *
sgn_opening_new_for_reading (const char *path, const char *const *steps, GError **error);
/* Gives the lease back and leaves one whole file. @self is freed in any case. */
gboolean sgn_opening_close (SgnOpening *self, GError **error);
void sgn_opening_free (SgnOpening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnOpening, sgn_opening_free)

G_END_DECLS
