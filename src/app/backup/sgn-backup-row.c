/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-backup-row.h"

#include "sgn-backup-words.h"

struct _SgnBackupRow {
  GtkCheckButton parent_instance;

  GtkLabel *day;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *place;
  GtkLabel *contents;

  const SgnBackup *backup;
};

G_DEFINE_FINAL_TYPE (SgnBackupRow, sgn_backup_row, GTK_TYPE_CHECK_BUTTON)

static void
sgn_backup_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_BACKUP_ROW);

  G_OBJECT_CLASS (sgn_backup_row_parent_class)->dispose (object);
}

static void
sgn_backup_row_class_init (SgnBackupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_backup_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnBackupRow, day);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupRow, state);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupRow, place);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupRow, contents);
}

static void
sgn_backup_row_init (SgnBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_state (SgnBackupRow *self)
{
  gtk_label_set_text (self->state, sgn_backup_words_state (self->backup));
  gtk_image_set_from_icon_name (self->state_icon, sgn_backup_words_icon (self->backup));
  if (self->backup->state == SGN_BACKUP_GOOD)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), "fine");
  else if (self->backup->state == SGN_BACKUP_BAD)
    gtk_widget_add_css_class (gtk_widget_get_parent (GTK_WIDGET (self->state)), "latetext");
}

/**
 * sgn_backup_row_new:
 * @backup: a backup; it must outlive the row
 * @now: the time now
 *
 * Returns: a row that chooses @backup
 */
GtkWidget *
sgn_backup_row_new (const SgnBackup *backup, const char *now)
{
  SgnBackupRow *self = g_object_new (SGN_TYPE_BACKUP_ROW, NULL);
  g_autofree char *day = sgn_backup_words_day (backup, now);
  g_autofree char *place = sgn_backup_words_place (backup);
  g_autofree char *contents = sgn_backup_words_contents (backup);
  g_autofree char *name = sgn_backup_words_sentence (backup, now);

  self->backup = backup;
  gtk_label_set_text (self->day, day);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->contents, contents);
  fill_state (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), backup->path);
  gtk_widget_set_sensitive (GTK_WIDGET (self), sgn_backup_can_be_used (backup));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const SgnBackup *
sgn_backup_row_get_backup (SgnBackupRow *self)
{
  g_return_val_if_fail (SGN_IS_BACKUP_ROW (self), NULL);

  return self->backup;
}
