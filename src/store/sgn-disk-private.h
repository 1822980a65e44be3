/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file system type, as statfs(2) tells it, is one where locks cannot be relied on and
 * memory is not shared: network folders and those made by a program (FUSE). */
gboolean sgn_disk_type_is_remote (gulong type);
gboolean sgn_disk_is_remote (const char *path);
/* Whether nobody on this computer can change the file: its medium is mounted read-only. */
gboolean sgn_disk_is_read_only (const char *path);
/* (nullable): the name of the synchronising service whose folder @path is in */
const char *sgn_disk_find_sync (const char *path);

/* The file that @path names in the end, without links on the way: beside it, and under its name,
 * lies what SQLite leaves of it. @path itself when nothing is there. */
char *sgn_disk_resolve (const char *path);

/* (nullable): another name in its folder that the same file has. SQLite knows a log by the name of
 * its file, so that two names have two logs, and taking both in destroys the file. */
char *sgn_disk_find_second_name (const char *path);

/* Whether a file of this name is one that was never finished, and that nobody opens. */
gboolean sgn_disk_is_temporary (const char *name);
/* A new empty file of mode 0600 in the folder of @path, its name hidden. NULL with
 * SGN_ERROR_UNWRITABLE. */
char *sgn_disk_make_temporary (const char *path, GError **error);
/* Makes @temporary last and gives it the name @path; never overwrites (SGN_ERROR_EXISTS). */
gboolean sgn_disk_place (const char *temporary, const char *path, GError **error);
/* Gives what SQLite may have left beside a database the names it has beside @to; sets errno. */
gboolean sgn_disk_move_beside (const char *from, const char *to);
/* Removes a database that is of no use, with what SQLite may have left beside it. */
void sgn_disk_remove (const char *path);

G_END_DECLS
