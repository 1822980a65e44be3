/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_NOTE_EDITOR (sgn_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (SgnNoteEditor, sgn_note_editor, SGN, NOTE_EDITOR, GtkBox)

/* A note of several lines. It is handed over when the focus leaves, after a pause, or when asked
 * for (sgn_note_editor_flush()); never while an input method is composing. Signal: commit (string).
 */
void sgn_note_editor_set_text (SgnNoteEditor *self, const char *text);
char *sgn_note_editor_dup_text (SgnNoteEditor *self);
gboolean sgn_note_editor_is_dirty (SgnNoteEditor *self);
void sgn_note_editor_flush (SgnNoteEditor *self);
void sgn_note_editor_set_title (SgnNoteEditor *self, const char *title);
void sgn_note_editor_set_editable (SgnNoteEditor *self, gboolean editable);
/* Where what is typed here is printed. */
void sgn_note_editor_set_hint (SgnNoteEditor *self, const char *hint);
void sgn_note_editor_set_hint_visible (SgnNoteEditor *self, gboolean visible);
void sgn_note_editor_focus (SgnNoteEditor *self);

G_END_DECLS
