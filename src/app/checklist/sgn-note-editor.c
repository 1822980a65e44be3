/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-note-editor.h"

#define PAUSE_MS 1500

struct _SgnNoteEditor {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *hint;
  GtkTextView *view;
  GtkTextBuffer *buffer;

  guint timer;
  gboolean dirty;
  gboolean setting;
  gboolean composing;
};

G_DEFINE_FINAL_TYPE (SgnNoteEditor, sgn_note_editor, GTK_TYPE_BOX)

enum {
  SIGNAL_COMMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
paused_cb (gpointer user_data)
{
  SgnNoteEditor *self = user_data;

  if (self->composing)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  sgn_note_editor_flush (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (SgnNoteEditor *self)
{
  if (self->setting)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, paused_cb, self);
}

static void
preedit_changed_cb (SgnNoteEditor *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
focus_left_cb (SgnNoteEditor *self)
{
  sgn_note_editor_flush (self);
}

static void
sgn_note_editor_dispose (GObject *object)
{
  SgnNoteEditor *self = SGN_NOTE_EDITOR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_NOTE_EDITOR);

  G_OBJECT_CLASS (sgn_note_editor_parent_class)->dispose (object);
}

static void
sgn_note_editor_class_init (SgnNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_note_editor_dispose;

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", SGN_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnNoteEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SgnNoteEditor, hint);
  gtk_widget_class_bind_template_child (widget_class, SgnNoteEditor, view);
  gtk_widget_class_bind_template_child (widget_class, SgnNoteEditor, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, preedit_changed_cb);
}

static void
sgn_note_editor_init (SgnNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
sgn_note_editor_dup_text (SgnNoteEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SGN_IS_NOTE_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * sgn_note_editor_set_text:
 * @self: a note
 * @text: (nullable): what is saved
 *
 * Shows another text; what was typed and not handed over is gone, so flush first.
 */
void
sgn_note_editor_set_text (SgnNoteEditor *self, const char *text)
{
  g_autofree char *now = sgn_note_editor_dup_text (self);

  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  if (g_strcmp0 (now, text != NULL ? text : "") == 0)
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->setting = FALSE;
}

gboolean
sgn_note_editor_is_dirty (SgnNoteEditor *self)
{
  g_return_val_if_fail (SGN_IS_NOTE_EDITOR (self), FALSE);

  return self->dirty;
}

/**
 * sgn_note_editor_flush:
 * @self: a note
 *
 * Hands over at once what was typed.
 */
void
sgn_note_editor_flush (SgnNoteEditor *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = sgn_note_editor_dup_text (self);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, text);
}

/**
 * sgn_note_editor_set_title:
 * @self: a note
 * @title: what is to be written here
 */
void
sgn_note_editor_set_title (SgnNoteEditor *self, const char *title)
{
  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

void
sgn_note_editor_set_editable (SgnNoteEditor *self, gboolean editable)
{
  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  gtk_text_view_set_editable (self->view, editable);
}

void
sgn_note_editor_set_hint (SgnNoteEditor *self, const char *hint)
{
  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  gtk_label_set_text (self->hint, hint);
}

void
sgn_note_editor_set_hint_visible (SgnNoteEditor *self, gboolean visible)
{
  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->hint), visible);
}

void
sgn_note_editor_focus (SgnNoteEditor *self)
{
  g_return_if_fail (SGN_IS_NOTE_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
