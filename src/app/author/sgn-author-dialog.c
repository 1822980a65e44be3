/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-author-dialog.h"

#include <glib/gi18n-lib.h>

#include "sgn-author-memory.h"
#include "sgn-text-size.h"

struct _SgnAuthorDialog {
  AdwMessageDialog parent_instance;

  GtkBox *people;
  GtkCheckButton *nobody;
  GtkCheckButton *other;
  GtkEditable *name_row;

  SgnSession *session;
  GPtrArray *names; /* of char*, as the people stand in the box */
};

G_DEFINE_FINAL_TYPE (SgnAuthorDialog, sgn_author_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_typed_name (SgnAuthorDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

/* A new name must be there before it can be chosen. */
static void
update (SgnAuthorDialog *self)
{
  g_autofree char *name = dup_typed_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "choose",
                                           !gtk_check_button_get_active (self->other) ||
                                             *name != '\0');
}

static void
name_changed_cb (SgnAuthorDialog *self)
{
  g_autofree char *name = dup_typed_name (self);

  if (*name != '\0')
    gtk_check_button_set_active (self->other, TRUE);
  update (self);
}

/* (nullable): nobody */
static char *
dup_choice (SgnAuthorDialog *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->people));

  if (gtk_check_button_get_active (self->other))
    return dup_typed_name (self);
  for (guint i = 0; i < self->names->len; i++, button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      return g_strdup (g_ptr_array_index (self->names, i));
  return NULL;
}

static void
response_cb (SgnAuthorDialog *self, const char *response)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (response, "choose") != 0)
    return;
  name = dup_choice (self);
  sgn_session_set_author (self->session, name);
}

/* 山﨑 健太（総務課） */
static char *
dup_person_words (const SgnPerson *person)
{
  const char *place =
    person->department != NULL && *person->department != '\0' ? person->department : person->role;

  if (place == NULL || *place == '\0')
    return g_strdup (person->name);
  /* Translators: a person and the department, or the role, in the company */
  return g_strdup_printf (_ ("%s (%s)"), person->name, place);
}

static void
add_person (SgnAuthorDialog *self, const SgnPerson *person)
{
  g_autofree char *words = dup_person_words (person);
  GtkWidget *button = gtk_check_button_new_with_label (words);
  gboolean chosen = g_strcmp0 (person->name, sgn_session_get_author (self->session)) == 0;

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->nobody);
  gtk_widget_insert_before (button, GTK_WIDGET (self->people), GTK_WIDGET (self->nobody));
  g_ptr_array_add (self->names, g_strdup (person->name));
  if (!chosen)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), button);
}

/* The people of the file, and whoever answers without being one of them yet. */
static void
fill (SgnAuthorDialog *self)
{
  const SgnRecord *record = sgn_session_get_record (self->session);
  const char *author = sgn_session_get_author (self->session);

  for (guint i = 0; record != NULL && i < record->persons->len; i++) {
    const SgnPerson *person = g_ptr_array_index (record->persons, i);

    if (sgn_author_can_be_chosen (person))
      add_person (self, person);
  }
  if (author != NULL && (record == NULL || sgn_record_find_person_named (record, author) == NULL))
    gtk_editable_set_text (self->name_row, author);
  else if (self->names->len == 0)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name_row));
}

static void
sgn_author_dialog_dispose (GObject *object)
{
  SgnAuthorDialog *self = SGN_AUTHOR_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_AUTHOR_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_author_dialog_parent_class)->dispose (object);
}

static void
sgn_author_dialog_finalize (GObject *object)
{
  g_clear_pointer (&SGN_AUTHOR_DIALOG (object)->names, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_author_dialog_parent_class)->finalize (object);
}

static void
sgn_author_dialog_class_init (SgnAuthorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_author_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_author_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-author-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnAuthorDialog, people);
  gtk_widget_class_bind_template_child (widget_class, SgnAuthorDialog, nobody);
  gtk_widget_class_bind_template_child (widget_class, SgnAuthorDialog, other);
  gtk_widget_class_bind_template_child (widget_class, SgnAuthorDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sgn_author_dialog_init (SgnAuthorDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "choose", _ ("C_hoose"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "choose");
  if (sgn_text_is_large (GTK_WIDGET (self)))
    adw_message_dialog_set_body (dialog, "");
}

/**
 * sgn_author_dialog_new:
 * @parent: the window
 * @session: a session with an open file, whose author is chosen
 *
 * Returns: (transfer none): a dialog; the toolkit owns it
 */
GtkWidget *
sgn_author_dialog_new (GtkWindow *parent, SgnSession *session)
{
  SgnAuthorDialog *self;

  g_return_val_if_fail (SGN_IS_SESSION (session), NULL);

  self = g_object_new (SGN_TYPE_AUTHOR_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}
