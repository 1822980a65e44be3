/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-statement-editor.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-words.h"
#include "sgn-note-editor.h"

struct _SgnStatementEditor {
  GtkBox parent_instance;

  GtkExpander *expander;
  SgnNoteEditor *text;
  GtkWidget *warning;
  GtkLabel *findings;

  SgnChecklist *checklist;
  guint index;
  gboolean shown; /* whether an item has been shown yet */
};

G_DEFINE_FINAL_TYPE (SgnStatementEditor, sgn_statement_editor, GTK_TYPE_BOX)

/* A warning, which does not keep anybody from saving: outsiders read it, so it is said early. */
static void
check_wording (SgnStatementEditor *self, const char *text)
{
  SgnLibrary *library = sgn_session_get_library (sgn_checklist_get_session (self->checklist));
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autoptr (GString) words = g_string_new (NULL);

  if (text != NULL)
    sgn_wording_check (library->wording, "statement", text, FALSE, sgn_language_of_user (),
                       findings);
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (i > 0)
      g_string_append_c (words, '\n');
    g_string_append (words, finding->message);
  }
  gtk_label_set_text (self->findings, words->str);
  gtk_widget_set_visible (self->warning, findings->len > 0);
}

static void
commit_cb (SgnStatementEditor *self, const char *text)
{
  sgn_checklist_set_statement (self->checklist, self->index, text);
  check_wording (self, text);
}

static void
sgn_statement_editor_dispose (GObject *object)
{
  SgnStatementEditor *self = SGN_STATEMENT_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_STATEMENT_EDITOR);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_statement_editor_parent_class)->dispose (object);
}

static void
sgn_statement_editor_class_init (SgnStatementEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_statement_editor_dispose;

  g_type_ensure (SGN_TYPE_NOTE_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-statement-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnStatementEditor, expander);
  gtk_widget_class_bind_template_child (widget_class, SgnStatementEditor, text);
  gtk_widget_class_bind_template_child (widget_class, SgnStatementEditor, warning);
  gtk_widget_class_bind_template_child (widget_class, SgnStatementEditor, findings);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
}

static void
sgn_statement_editor_init (SgnStatementEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sgn_note_editor_set_title (self->text, _ ("Sentence for outsiders"));
  sgn_note_editor_set_hint (self->text, _ ("Printed on sheets for partners"));
}

/**
 * sgn_statement_editor_show_item:
 * @self: an editor; what was typed in it must be handed over before another item
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_statement_editor_show_item (SgnStatementEditor *self, SgnChecklist *checklist, guint index)
{
  const char *text;
  gboolean another;

  g_return_if_fail (SGN_IS_STATEMENT_EDITOR (self));

  another = !self->shown || self->index != index;
  g_set_object (&self->checklist, checklist);
  self->index = index;
  self->shown = TRUE;
  sgn_note_editor_set_editable (self->text, sgn_checklist_is_editable (checklist));
  if (sgn_note_editor_is_dirty (self->text))
    return;
  text = sgn_checklist_get_statement (checklist, index);
  sgn_note_editor_set_text (self->text, text);
  check_wording (self, text);
  if (another)
    gtk_expander_set_expanded (self->expander, text != NULL && *text != '\0');
}

void
sgn_statement_editor_set_narrow (SgnStatementEditor *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_STATEMENT_EDITOR (self));

  sgn_note_editor_set_hint_visible (self->text, !narrow);
}

void
sgn_statement_editor_flush (SgnStatementEditor *self)
{
  g_return_if_fail (SGN_IS_STATEMENT_EDITOR (self));

  sgn_note_editor_flush (self->text);
}
