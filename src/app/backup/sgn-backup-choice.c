/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-backup-choice.h"

#include <glib/gi18n-lib.h>

#include "sgn-backup-row.h"
#include "sgn-backup-words.h"

struct _SgnBackupChoice {
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkLabel *empty;
  GtkBox *rows;
  GtkCheckButton *none; /* never shown: holds the choice while no backup is chosen */

  SgnBackupList *list;
  GPtrArray *others; /* of SgnBackup, from other places */
  const SgnBackup *chosen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnBackupChoice, sgn_backup_choice, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  SIGNAL_ELSEWHERE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (SgnBackupChoice *self, GtkCheckButton *button)
{
  if (self->filling || !gtk_check_button_get_active (button))
    return;
  self->chosen = sgn_backup_row_get_backup (SGN_BACKUP_ROW (button));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_rows (SgnBackupChoice *self, GPtrArray *backups, const char *now)
{
  for (guint i = 0; i < backups->len; i++) {
    GtkWidget *row = sgn_backup_row_new (g_ptr_array_index (backups, i), now);

    gtk_check_button_set_group (GTK_CHECK_BUTTON (row), self->none);
    g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->rows, row);
  }
}

/* The newest that needs no passphrase comes first. */
static void
choose (SgnBackupChoice *self, const SgnBackup *wanted)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row)) {
    const SgnBackup *backup = sgn_backup_row_get_backup (SGN_BACKUP_ROW (row));

    if (wanted != NULL ? backup != wanted : backup->state != SGN_BACKUP_GOOD)
      continue;
    if (!sgn_backup_can_be_used (backup))
      break;
    self->chosen = backup;
    gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
    return;
  }
}

static void
fill (SgnBackupChoice *self, const SgnBackup *wanted, const char *now)
{
  guint n = self->others->len + (self->list != NULL ? self->list->backups->len : 0);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u backup", "%u backups", n), n);
  GtkWidget *row;

  self->filling = TRUE;
  self->chosen = NULL;
  gtk_check_button_set_active (self->none, TRUE);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  add_rows (self, self->others, now);
  if (self->list != NULL)
    add_rows (self, self->list->backups, now);
  choose (self, wanted);
  self->filling = FALSE;
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n == 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
elsewhere_cb (SgnBackupChoice *self)
{
  g_signal_emit (self, signals[SIGNAL_ELSEWHERE], 0);
}

static void
sgn_backup_choice_dispose (GObject *object)
{
  SgnBackupChoice *self = SGN_BACKUP_CHOICE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_BACKUP_CHOICE);
  g_clear_object (&self->none);

  G_OBJECT_CLASS (sgn_backup_choice_parent_class)->dispose (object);
}

static void
sgn_backup_choice_finalize (GObject *object)
{
  SgnBackupChoice *self = SGN_BACKUP_CHOICE (object);

  g_clear_pointer (&self->list, sgn_backup_list_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_backup_choice_parent_class)->finalize (object);
}

static void
sgn_backup_choice_class_init (SgnBackupChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_backup_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_backup_choice_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_BACKUP_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ELSEWHERE] = g_signal_new ("elsewhere", SGN_TYPE_BACKUP_CHOICE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-backup-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnBackupChoice, heading);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupChoice, empty);
  gtk_widget_class_bind_template_child (widget_class, SgnBackupChoice, rows);
  gtk_widget_class_bind_template_callback (widget_class, elsewhere_cb);
}

static void
sgn_backup_choice_init (SgnBackupChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->none = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_backup_free);
}

/**
 * sgn_backup_choice_set_list:
 * @self: a choice of backups
 * @list: (transfer full): all known backups
 * @now: the time now
 */
void
sgn_backup_choice_set_list (SgnBackupChoice *self, SgnBackupList *list, const char *now)
{
  g_autoptr (SgnBackupList) old = NULL;

  g_return_if_fail (SGN_IS_BACKUP_CHOICE (self));

  /* The rows point into the old list until they are filled anew. */
  old = g_steal_pointer (&self->list);
  self->list = list;
  fill (self, NULL, now);
}

/**
 * sgn_backup_choice_add:
 * @self: a choice of backups
 * @backup: (transfer full): one from another place
 * @now: the time now
 *
 * Puts @backup first, and chooses it where it can be used.
 */
void
sgn_backup_choice_add (SgnBackupChoice *self, SgnBackup *backup, const char *now)
{
  g_return_if_fail (SGN_IS_BACKUP_CHOICE (self));

  g_ptr_array_insert (self->others, 0, backup);
  fill (self, backup, now);
}

const SgnBackup *
sgn_backup_choice_get_chosen (SgnBackupChoice *self)
{
  g_return_val_if_fail (SGN_IS_BACKUP_CHOICE (self), NULL);

  return self->chosen;
}

/**
 * sgn_backup_choice_focus:
 * @self: a choice of backups
 *
 * Gives the focus to what is chosen.
 */
void
sgn_backup_choice_focus (SgnBackupChoice *self)
{
  GtkWidget *row;

  g_return_if_fail (SGN_IS_BACKUP_CHOICE (self));

  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)) && gtk_widget_grab_focus (row))
      return;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
