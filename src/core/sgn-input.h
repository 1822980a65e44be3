/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the whole of a file that comes from outside. SGN_ERROR_UNREADABLE when it is not there, may
 * not be read, is a folder, or is larger than @megabytes (of 1,000,000 bytes). */
GBytes *sgn_input_read (const char *path, guint megabytes, GError **error);

/* Reads a file that is to be kept: only what lies on a disk, all of it, and as it was at one
 * moment. SGN_ERROR_UNREADABLE also when it is no file (a folder, a pipe, a device: it never waits
 * for one), is empty, or changes while it is read. */
GBytes *sgn_input_read_file (const char *path, guint megabytes, GError **error);

G_END_DECLS
