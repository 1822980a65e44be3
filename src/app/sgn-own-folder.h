/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where company files lie that nobody chose another place for. Paths that do not exist yet, in a
 * folder that does; owned by the caller. */
char *sgn_own_folder_find_place (const char *company);
/* Beside another company file, and called after it. */
char *sgn_own_folder_find_place_beside (const char *path);
/* Where @file lies, in a way people know it: below home without the home. */
char *sgn_own_folder_dup_place (GFile *file);
/* For the sample, which goes away when it is closed. */
char *sgn_own_folder_find_sample_place (void);

G_END_DECLS
