/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file whose content is already on the disk but which has no name yet: for whoever must do
 * something between the two, such as putting its number on record. */
typedef struct _SgnOutput SgnOutput;

SgnOutput *sgn_output_prepare (const char *path, GBytes *bytes, gboolean replace, GError **error);
/* Whether its folder is still there: asked last before what cannot be taken back. */
gboolean sgn_output_check (SgnOutput *self, GError **error);
gboolean sgn_output_finish (SgnOutput *self, GError **error);
void sgn_output_free (SgnOutput *self);

/* Writes the whole file or nothing: a temporary file beside it, fsync, rename, fsync of the folder.
 * Errors are SGN_ERROR_UNWRITABLE (or SGN_ERROR_EXISTS when @replace is FALSE and @path is there).
 */
gboolean sgn_output_write (const char *path, GBytes *bytes, gboolean replace, GError **error);

/* Makes @folder, or takes it when it is there and empty. SGN_ERROR_EXISTS when something is in it.
 */
gboolean sgn_output_make_folder (const char *folder, int mode, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnOutput, sgn_output_free)

G_END_DECLS
