/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-entries-dialog.h"

#include "sgn-text-size.h"

#define WIDTH 420
#define HEIGHT 520

struct _SgnEntriesDialog {
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkLabel *problem;

  GPtrArray *rows; /* of AdwEntryRow; the group owns them */
};

G_DEFINE_FINAL_TYPE (SgnEntriesDialog, sgn_entries_dialog, ADW_TYPE_WINDOW)

enum {
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update (SgnEntriesDialog *self)
{
  g_autofree char *first = sgn_entries_dialog_dup_text (self, 0);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entries.save", first != NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_entries_dialog_save (SGN_ENTRIES_DIALOG (widget));
}

static void
sgn_entries_dialog_dispose (GObject *object)
{
  SgnEntriesDialog *self = SGN_ENTRIES_DIALOG (object);

  /* No field loses it when the row around it is gone; see sgn-backup-dialog.c. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_ENTRIES_DIALOG);

  G_OBJECT_CLASS (sgn_entries_dialog_parent_class)->dispose (object);
}

static void
sgn_entries_dialog_class_init (SgnEntriesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_entries_dialog_dispose;

  signals[SIGNAL_SAVE] = g_signal_new ("save", SGN_TYPE_ENTRIES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-entries-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnEntriesDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SgnEntriesDialog, problem);
  gtk_widget_class_install_action (widget_class, "entries.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sgn_entries_dialog_init (SgnEntriesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
sgn_entries_dialog_new (GtkWindow *parent, const char *title)
{
  GtkWidget *self =
    g_object_new (SGN_TYPE_ENTRIES_DIALOG, "transient-for", parent, "title", title, NULL);
  int widest = gtk_widget_get_width (GTK_WIDGET (parent));
  int highest = gtk_widget_get_height (GTK_WIDGET (parent));
  int width = sgn_text_scale_px (self, WIDTH);
  int height = sgn_text_scale_px (self, HEIGHT);

  gtk_window_set_default_size (GTK_WINDOW (self), widest > 0 ? MIN (width, widest) : width,
                               highest > 0 ? MIN (height, highest) : height);
  return self;
}

/**
 * sgn_entries_dialog_add:
 * @self: a dialog
 * @title: what is asked for
 * @text: (nullable): what stands there now
 */
void
sgn_entries_dialog_add (SgnEntriesDialog *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (sgn_entries_dialog_save), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  if (self->rows->len == 1)
    gtk_window_set_focus (GTK_WINDOW (self), row);
  update (self);
}

char *
sgn_entries_dialog_dup_text (SgnEntriesDialog *self, guint n)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SGN_IS_ENTRIES_DIALOG (self), NULL);

  if (n >= self->rows->len)
    return NULL;
  text = g_strstrip (g_strdup (gtk_editable_get_text (g_ptr_array_index (self->rows, n))));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
sgn_entries_dialog_say (SgnEntriesDialog *self, const char *words)
{
  g_return_if_fail (SGN_IS_ENTRIES_DIALOG (self));

  gtk_label_set_text (self->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

void
sgn_entries_dialog_save (SgnEntriesDialog *self)
{
  g_autofree char *first = NULL;

  g_return_if_fail (SGN_IS_ENTRIES_DIALOG (self));

  first = sgn_entries_dialog_dup_text (self, 0);
  if (first != NULL)
    g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}
