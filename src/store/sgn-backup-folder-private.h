/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folders of copies, ROOT/STEM-XXXXXXXXXXXX: the name the company file had first, and what its
 * first event's hash begins with. */

/* (nullable): the folder of the file whose first event is @first; NULL when there is none yet */
char *sgn_backup_folder_find (const char *root, const char *first);
/* What it is to be called when there is none. */
char *sgn_backup_folder_make_name (const char *root, const char *path, const char *first);
/* The one or the other. */
char *sgn_backup_folder_choose (const char *root, const char *path, const char *first);
/* (nullable): of a file that perhaps cannot be read any more: by its first event, by where it was,
 * by its name */
char *sgn_backup_folder_find_of_path (const char *root, const char *path);
/* With the folders above it, for the user alone. SGN_ERROR_UNWRITABLE. */
gboolean sgn_backup_folder_make (const char *folder, GError **error);

/* The name of @path without its ending, cut so that @most bytes are not exceeded. */
char *sgn_backup_dup_stem (const char *path, gsize most);

G_END_DECLS
