/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-seminar-copy.h"

G_BEGIN_DECLS

/* Asks for a folder, and writes the papers of the seminar into it. */
void sgn_seminar_papers_ask (GtkWindow *window, SgnSeminarCopy *copy);
/* Writes them into @folder, in the language of the user, and tells that they are there or why not.
 */
void sgn_seminar_papers_write (GtkWindow *window, SgnSeminarCopy *copy, const char *folder);

G_END_DECLS
