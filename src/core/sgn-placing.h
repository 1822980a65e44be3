/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a file that was written under a hidden name gets its own, so that whoever looks sees all of
 * it or nothing. What returns FALSE or -1 here sets errno; sgn_placing_fail() puts it into words.
 */

/* A new empty file beside @path, for its owner and whoever @mode lets (0600, 0666), open for
 * reading and writing. @temporary: (out): its name */
int sgn_placing_make (const char *path, int mode, char **temporary);
/* Makes the content of a file last. */
gboolean sgn_placing_sync (const char *path);
/* Makes the name of a file last. */
gboolean sgn_placing_sync_name (const char *path);
/* Gives a file another name that nothing has; EEXIST when something has. */
gboolean sgn_placing_move (const char *from, const char *to);
/* sgn_placing_move() and sgn_placing_sync_name(): when it fails, nothing is at @path, or what was
 * there. */
gboolean sgn_placing_place (const char *temporary, const char *path);
/* Always FALSE: SGN_ERROR_EXISTS or SGN_ERROR_UNWRITABLE for errno @code. */
gboolean sgn_placing_fail (const char *path, int code, GError **error);

G_END_DECLS
