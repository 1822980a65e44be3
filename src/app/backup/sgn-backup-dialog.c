/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-backup-dialog.h"

#include <glib/gi18n-lib.h>

#include "sgn-session-backup.h"
#include "sgn-text-size.h"

/* The most that a dialog gives to what is in it, and what it keeps around that. */
#define WIDTH 490
#define EDGES 70

struct _SgnBackupDialog {
  AdwMessageDialog parent_instance;

  GtkWidget *content;
  GtkSwitch *seal;
  GtkWidget *fields;
  GtkEditable *first;
  GtkEditable *again;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (SgnBackupDialog, sgn_backup_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
is_sealed (SgnBackupDialog *self)
{
  return gtk_switch_get_active (self->seal);
}

/* (nullable): what is still to be done, before a place is asked for */
static const char *
find_hint (SgnBackupDialog *self)
{
  const char *first = gtk_editable_get_text (self->first);
  const char *again = gtk_editable_get_text (self->again);

  if (!is_sealed (self))
    return NULL;
  G_STATIC_ASSERT (SGN_PASSPHRASE_LEAST == 8); /* as the words say */
  if (g_utf8_strlen (first, -1) < SGN_PASSPHRASE_LEAST)
    return _ ("Type eight characters or more, better a whole sentence.");
  if (*again == '\0')
    return _ ("Type the passphrase again.");
  return g_strcmp0 (first, again) != 0 ? _ ("The two passphrases are not the same.") : NULL;
}

static void
update (SgnBackupDialog *self)
{
  const char *hint = find_hint (self);

  gtk_widget_set_visible (self->fields, is_sealed (self));
  gtk_label_set_text (self->hint, hint != NULL ? hint
                                               : _ ("Without the passphrase nobody can open the "
                                                    "copy. It is kept nowhere."));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "choose", hint == NULL);
}

static void
sealed_cb (SgnBackupDialog *self)
{
  update (self);
  if (is_sealed (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

/* Return leads from the first field to the second, and from there on. */
static void
first_done_cb (SgnBackupDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->again));
}

static void
sgn_backup_dialog_dispose (GObject *object)
{
  /* A password row of libadwaita 1.2 looks at itself when its field loses the focus, even after it
   * is gone: the key that closes the dialog keeps the field for a moment longer than the row. */
  gtk_window_set_focus (GTK_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_BACKUP_DIALOG);

  G_OBJECT_CLASS (sgn_backup_dialog_parent_class)->dispose (object);
}

static void
sgn_backup_dialog_class_init (SgnBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_backup_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnBackupDialog, content);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupDialog, seal);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupDialog, first);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupDialog, again);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, first_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, sealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sgn_backup_dialog_init (SgnBackupDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "choose",
                                    _ ("Choose a _Place…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "choose");
  update (self);
}

/* Without the explanation the dialog would become as narrow as its buttons. */
static void
make_room (SgnBackupDialog *self, GtkWindow *parent)
{
  if (!sgn_text_is_large (GTK_WIDGET (self)))
    return;
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), "");
  gtk_widget_set_size_request (self->content,
                               MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent)) - EDGES), -1);
}

/**
 * sgn_backup_dialog_new:
 * @parent: the window
 *
 * Returns: (transfer none): a dialog; the toolkit owns it
 */
GtkWidget *
sgn_backup_dialog_new (GtkWindow *parent)
{
  SgnBackupDialog *self = g_object_new (SGN_TYPE_BACKUP_DIALOG, "transient-for", parent, NULL);

  make_room (self, parent);
  return GTK_WIDGET (self);
}

char *
sgn_backup_dialog_dup_passphrase (SgnBackupDialog *self)
{
  g_return_val_if_fail (SGN_IS_BACKUP_DIALOG (self), NULL);

  return is_sealed (self) ? g_strdup (gtk_editable_get_text (self->first)) : NULL;
}
