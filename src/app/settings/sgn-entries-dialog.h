/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_ENTRIES_DIALOG (sgn_entries_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnEntriesDialog, sgn_entries_dialog, SGN, ENTRIES_DIALOG, AdwWindow)

/* Asks for a few lines of text, such as a person; the first one is needed. Signal: save, upon which
 * whoever asked reads the lines, and closes it or says what is wrong. */
GtkWidget *sgn_entries_dialog_new (GtkWindow *parent, const char *title);
void sgn_entries_dialog_add (SgnEntriesDialog *self, const char *title, const char *text);
/* The trimmed text of line @n; (nullable): empty. Owned by the caller. */
char *sgn_entries_dialog_dup_text (SgnEntriesDialog *self, guint n);
void sgn_entries_dialog_say (SgnEntriesDialog *self, const char *words);
void sgn_entries_dialog_save (SgnEntriesDialog *self);

G_END_DECLS
