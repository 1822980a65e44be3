/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @text as the name of a file on any system; @fallback when nothing of it is left. */
char *sgn_file_name_make (const char *text, const char *fallback);
/* A file in @folder that does not exist yet: NAME.EXTENSION, NAME 2.EXTENSION, … */
char *sgn_file_name_find_free (const char *folder, const char *name, const char *extension);

G_END_DECLS
