/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @name as a file name that every system takes: no folder, no character and no
 * word that Windows keeps for itself, not hidden, not too long */
char *sgn_file_name_make_safe (const char *name);

/* (transfer full): @name, made safe, or with a number where @taken has it already; what it returns
 * is added to @taken. Names that differ only in case are the same, as they are on Windows. */
char *sgn_file_name_make_free (const char *name, GHashTable *taken);

/* (transfer full): a name without ending for a file about @text; @fallback when nothing of it is
 * left */
char *sgn_file_name_make (const char *text, const char *fallback);

/* (transfer full): a path in @folder that nothing has: NAME.EXTENSION, NAME 2.EXTENSION, … */
char *sgn_file_name_find_free (const char *folder, const char *name, const char *extension);

G_END_DECLS
