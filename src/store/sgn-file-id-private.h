/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnFileId:
 *
 * Which file of which disk a path named when the file was opened. A file that was moved, or whose
 * disk was taken away, would take acts that nobody finds again.
 */
typedef struct {
  char *path;
  guint64 device;
  guint64 file;
} SgnFileId;

SgnFileId *sgn_file_id_new (const char *path);
void sgn_file_id_free (SgnFileId *self);
/* Whether the path still names the same file; SGN_ERROR_UNWRITABLE. */
gboolean sgn_file_id_check (const SgnFileId *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFileId, sgn_file_id_free)

G_END_DECLS
