/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the whole of a file that comes from outside. SGN_ERROR_UNREADABLE when it is not there, may
 * not be read, is a folder, or is larger than @megabytes (of 1,000,000 bytes). */
GBytes *sgn_input_read (const char *path, guint megabytes, GError **error);

G_END_DECLS
