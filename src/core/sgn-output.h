/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes the whole file or nothing: a temporary file beside it, fsync, rename, fsync of the folder.
 * Errors are SGN_ERROR_UNWRITABLE (or SGN_ERROR_EXISTS when @replace is FALSE and @path is there).
 */
gboolean sgn_output_write (const char *path, GBytes *bytes, gboolean replace, GError **error);

G_END_DECLS
