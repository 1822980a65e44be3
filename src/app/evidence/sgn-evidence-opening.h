/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* Opens a copy of what was kept with the program that the desktop has for it. The copy can only be
 * read; it lies in a folder of the user's alone, among what is kept for one login only. */
void sgn_evidence_open_outside (GtkWidget *widget, SgnSession *session, gint64 evidence);

/* Writes the copy: its file. */
GFile *sgn_evidence_write_copy (GBytes *bytes, const char *file_name, GError **error);

G_END_DECLS
