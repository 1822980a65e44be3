/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-restore-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-backup-choice.h"
#include "sgn-backup-words.h"
#include "sgn-compare-box.h"
#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-missing-lines.h"
#include "sgn-seal-box.h"
#include "sgn-second-folder.h"
#include "sgn-text-size.h"

#define LIST_WIDTH 352
#define WIDTH 960

struct _SgnRestorePage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkWidget *list_part;
  GtkWidget *compare_part;
  SgnBackupChoice *choice;
  SgnSecondFolder *second;
  SgnSealBox *seal;
  SgnCompareBox *compare;
  GtkLabel *chosen;
  GtkWidget *back_button;
  GtkWidget *look_button;
  GtkWidget *read_button;
  GtkWidget *restore_button;

  char *path;                      /* (nullable): of a file that cannot be opened */
  SgnBackupComparison *comparison; /* (nullable): of what is chosen */
  char *compared;                  /* (nullable): the copy it is, or will be, of */
  char *passphrase;                /* (nullable): of that copy, where it is sealed */
  gboolean looking;
  gboolean shows_compare; /* when narrow: the comparison and not the list */
};

G_DEFINE_FINAL_TYPE (SgnRestorePage, sgn_restore_page, SGN_TYPE_PAGE)

static SgnSession *
get_session (SgnRestorePage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

static char *
dup_now (SgnRestorePage *self)
{
  return sgn_clock_now (sgn_session_get_clock (get_session (self)));
}

static gboolean
is_gone (SgnRestorePage *self)
{
  return self->choice == NULL;
}

static gboolean
is_sealed (const SgnBackup *backup)
{
  return backup->state == SGN_BACKUP_SEALED;
}

static char *
dup_day (SgnRestorePage *self)
{
  const SgnBackup *backup = sgn_backup_choice_get_chosen (self->choice);
  g_autofree char *now = dup_now (self);

  return backup != NULL ? sgn_backup_words_day (backup, now) : g_strdup ("");
}

/* (nullable): where restoring replaces a file, the name that file is kept under */
static char *
dup_kept_name (SgnRestorePage *self)
{
  const char *path = sgn_session_get_path (get_session (self));
  g_autofree char *kept = NULL;

  if (self->path != NULL || path == NULL)
    return NULL;
  kept = sgn_session_dup_kept_name (get_session (self), path);
  return g_filename_display_basename (kept);
}

static void
show_comparison (SgnRestorePage *self, const char *missing)
{
  g_autofree char *day = dup_day (self);
  g_autofree char *kept_name = dup_kept_name (self);

  sgn_compare_box_show (self->compare, self->comparison, day, kept_name, missing);
}

static void
told_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnRestorePage) self = user_data;
  g_autoptr (GPtrArray) events = sgn_session_history_finish (SGN_SESSION (object), result, NULL);
  g_autofree char *now = NULL;
  g_autofree char *lines = NULL;

  self->looking = FALSE;
  if (is_gone (self) || events == NULL || self->comparison == NULL)
    return;
  now = dup_now (self);
  lines = sgn_missing_lines_make (events, self->comparison->missing,
                                  sgn_session_get_library (get_session (self)), now);
  show_comparison (self, lines);
}

static void
update_buttons (SgnRestorePage *self)
{
  const SgnBackup *backup = sgn_backup_choice_get_chosen (self->choice);
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));
  gboolean read_only = self->path == NULL && sgn_session_get_read_only (get_session (self));
  g_autofree char *day = dup_day (self);
  g_autofree char *words = g_strdup_printf (_ ("Chosen: %s"), day);

  gtk_label_set_text (self->chosen, backup != NULL ? words : _ ("No backup is chosen"));
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), !narrow);
  gtk_widget_set_sensitive (self->look_button, backup != NULL);
  gtk_widget_set_sensitive (self->read_button, backup != NULL && !is_sealed (backup));
  gtk_widget_set_sensitive (self->restore_button, self->comparison != NULL && !read_only);
  gtk_widget_set_visible (self->look_button, narrow && !self->shows_compare);
  gtk_widget_set_visible (self->back_button, narrow && self->shows_compare);
  gtk_widget_set_visible (self->read_button, !narrow || !self->shows_compare);
  gtk_widget_set_visible (self->restore_button, !narrow || self->shows_compare);
}

/* What was asked for is there; the focus goes on to what can be done with it. */
static void
show_unsealed (SgnRestorePage *self)
{
  if (!gtk_widget_grab_focus (self->restore_button))
    sgn_backup_choice_focus (self->choice);
  gtk_widget_set_visible (GTK_WIDGET (self->seal), FALSE);
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnBackupComparison) comparison =
    sgn_session_compare_backup_finish (SGN_SESSION (object), result, &error);
  const SgnBackup *backup;

  self->looking = FALSE;
  if (is_gone (self))
    return;
  backup = sgn_backup_choice_get_chosen (self->choice);
  if (backup == NULL || g_strcmp0 (backup->path, self->compared) != 0)
    return;
  if (comparison == NULL && is_sealed (backup)) {
    g_clear_pointer (&self->passphrase, sgn_session_forget_passphrase);
    sgn_seal_box_ask (self->seal, error->message);
    return;
  }
  if (comparison == NULL) {
    sgn_compare_box_show_words (self->compare, error->message);
    return;
  }
  self->comparison = g_steal_pointer (&comparison);
  show_comparison (self, NULL);
  update_buttons (self);
  if (is_sealed (backup))
    show_unsealed (self);
  if (self->comparison->missing->len == 0)
    return;
  self->looking = TRUE;
  sgn_session_history_async (get_session (self), told_cb, g_object_ref (self));
}

static void
compare (SgnRestorePage *self, const SgnBackup *backup)
{
  self->looking = TRUE;
  sgn_session_compare_backup_async (get_session (self), backup->path, self->passphrase, compared_cb,
                                    g_object_ref (self));
}

static void
chosen_cb (SgnRestorePage *self)
{
  const SgnBackup *backup = sgn_backup_choice_get_chosen (self->choice);

  g_clear_pointer (&self->comparison, sgn_backup_comparison_free);
  g_clear_pointer (&self->compared, g_free);
  g_clear_pointer (&self->passphrase, sgn_session_forget_passphrase);
  update_buttons (self);
  sgn_compare_box_show_words (self->compare, "");
  sgn_seal_box_ask (self->seal, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->seal), backup != NULL && is_sealed (backup));
  if (backup == NULL)
    return;
  self->compared = g_strdup (backup->path);
  if (!is_sealed (backup))
    compare (self, backup);
}

static void
typed_cb (SgnRestorePage *self)
{
  const SgnBackup *backup = sgn_backup_choice_get_chosen (self->choice);

  if (backup == NULL)
    return;
  g_clear_pointer (&self->passphrase, sgn_session_forget_passphrase);
  self->passphrase = sgn_seal_box_dup_passphrase (self->seal);
  sgn_seal_box_set_busy (self->seal, TRUE);
  compare (self, backup);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  SgnBackupList *list = sgn_session_list_backups_finish (SGN_SESSION (object), result, &error);
  g_autofree char *now = NULL;

  self->looking = FALSE;
  if (is_gone (self)) {
    g_clear_pointer (&list, sgn_backup_list_free);
    return;
  }
  if (list == NULL) {
    sgn_compare_box_show_words (self->compare, error->message);
    return;
  }
  now = dup_now (self);
  sgn_second_folder_show (self->second, list->second, list->second_is_there);
  sgn_backup_choice_set_list (self->choice, list, now);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sgn_backup_choice_focus (self->choice);
}

static void
list_again (SgnRestorePage *self)
{
  self->looking = TRUE;
  sgn_session_list_backups_async (get_session (self), self->path, FALSE, listed_cb,
                                  g_object_ref (self));
}

static void
sgn_restore_page_opened (SgnPage *page)
{
  list_again (SGN_RESTORE_PAGE (page));
}

static void
read_elsewhere_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  SgnBackup *backup = sgn_session_read_backup_finish (SGN_SESSION (object), result, &error);
  g_autofree char *now = NULL;

  if (is_gone (self)) {
    g_clear_pointer (&backup, sgn_backup_free);
    return;
  }
  if (backup == NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("This is not a backup that can be read"), error->message);
    return;
  }
  now = dup_now (self);
  sgn_backup_choice_add (self->choice, backup, now);
  sgn_backup_choice_focus (self->choice);
}

/* Nothing can be told of a sealed copy before it is opened. */
static void
add_sealed (SgnRestorePage *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED, 0,
                       NULL, NULL);
  g_autoptr (GDateTime) changed =
    info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autofree char *now = dup_now (self);
  SgnBackup *backup = g_new0 (SgnBackup, 1);

  backup->path = g_strdup (path);
  backup->state = SGN_BACKUP_SEALED;
  backup->size = info != NULL ? g_file_info_get_size (info) : 0;
  backup->date =
    changed != NULL ? g_date_time_format (changed, "%Y-%m-%d") : sgn_time_get_date (now);
  sgn_backup_choice_add (self->choice, backup, now);
  sgn_backup_choice_focus (self->choice);
}

static void
add_elsewhere (SgnRestorePage *self, const char *path)
{
  if (g_str_has_suffix (path, SGN_SEALED_SUFFIX))
    add_sealed (self, path);
  else
    sgn_session_read_backup_async (get_session (self), path, NULL, read_elsewhere_cb,
                                   g_object_ref (self));
}

static void
found_elsewhere_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnRestorePage) self = user_data;
  g_autoptr (GFile) file = sgn_open_file_finish (GTK_WINDOW (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && !is_gone (self))
    add_elsewhere (self, path);
}

static void
elsewhere_cb (SgnRestorePage *self)
{
  const SgnFileKind kind = { _ ("Company files and backups"), "*.sengen;*" SGN_SEALED_SUFFIX };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    sgn_open_file_async (GTK_WINDOW (root), _ ("Choose a backup"), &kind, found_elsewhere_cb,
                         g_object_ref (self));
}

static void
read_cb (SgnRestorePage *self)
{
  const SgnBackup *backup = sgn_backup_choice_get_chosen (self->choice);
  g_autofree char *uri = backup != NULL ? g_filename_to_uri (backup->path, NULL, NULL) : NULL;

  if (uri != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-to-read", "s", uri);
}

static void
restore_now (SgnRestorePage *self)
{
  const SgnBackup *backup = sgn_backup_choice_get_chosen (self->choice);

  if (backup == NULL)
    return;
  if (self->path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-beside", "(ss)", backup->path,
                                self->path);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.restore", "s", backup->path);
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnRestorePage) self = user_data;

  if (sgn_ask_finish (GTK_WINDOW (object), result) && !is_gone (self))
    restore_now (self);
}

/* The question repeats what would be missing and the new name, and no more. */
static void
restore_cb (SgnRestorePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *day = dup_day (self);
  g_autofree char *kept_name = dup_kept_name (self);
  g_autofree char *heading = g_strdup_printf (_ ("Go back to %s?"), day);
  g_autofree char *missing = NULL;
  g_autofree char *body = NULL;

  if (self->comparison == NULL || !GTK_IS_WINDOW (root))
    return;
  if (kept_name == NULL) {
    restore_now (self);
    return;
  }
  missing = sgn_backup_words_missing (self->comparison->missing->len, day);
  body = g_strdup_printf (_ ("%s. The file as it is now is kept as “%s”."), missing, kept_name);
  sgn_ask_async (GTK_WINDOW (root), heading, body, _ ("_Go Back"), asked_cb, g_object_ref (self));
}

static void
show_part (SgnRestorePage *self, gboolean compare)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  self->shows_compare = compare;
  gtk_widget_set_visible (self->list_part, !narrow || !compare);
  gtk_widget_set_visible (self->compare_part, !narrow || compare);
  gtk_widget_set_hexpand (self->list_part, narrow);
  gtk_widget_set_size_request (self->list_part,
                               narrow ? -1 : sgn_text_scale_px (GTK_WIDGET (self), LIST_WIDTH), -1);
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  update_buttons (self);
}

static void
look_cb (SgnRestorePage *self)
{
  show_part (self, TRUE);
  gtk_widget_grab_focus (self->back_button);
}

static void
back_cb (SgnRestorePage *self)
{
  show_part (self, FALSE);
  sgn_backup_choice_focus (self->choice);
}

static void
arrange_cb (SgnRestorePage *self)
{
  show_part (self, self->shows_compare);
}

static void
sgn_restore_page_constructed (GObject *object)
{
  SgnRestorePage *self = SGN_RESTORE_PAGE (object);

  G_OBJECT_CLASS (sgn_restore_page_parent_class)->constructed (object);

  sgn_second_folder_watch (self->second, get_session (self));
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (arrange_cb), self, G_CONNECT_SWAPPED);
  arrange_cb (self);
}

static void
sgn_restore_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_RESTORE_PAGE);

  G_OBJECT_CLASS (sgn_restore_page_parent_class)->dispose (object);
}

static void
sgn_restore_page_finalize (GObject *object)
{
  SgnRestorePage *self = SGN_RESTORE_PAGE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->comparison, sgn_backup_comparison_free);
  g_clear_pointer (&self->compared, g_free);
  g_clear_pointer (&self->passphrase, sgn_session_forget_passphrase);

  G_OBJECT_CLASS (sgn_restore_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, list_part);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, compare_part);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, choice);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, second);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, seal);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, compare);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, chosen);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, look_button);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, read_button);
  gtk_widget_class_bind_template_child (widget_class, SgnRestorePage, restore_button);
}

static void
sgn_restore_page_class_init (SgnRestorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_restore_page_constructed;
  object_class->dispose = sgn_restore_page_dispose;
  object_class->finalize = sgn_restore_page_finalize;
  SGN_PAGE_CLASS (klass)->opened = sgn_restore_page_opened;

  g_type_ensure (SGN_TYPE_BACKUP_CHOICE);
  g_type_ensure (SGN_TYPE_COMPARE_BOX);
  g_type_ensure (SGN_TYPE_SEAL_BOX);
  g_type_ensure (SGN_TYPE_SECOND_FOLDER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-restore-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, elsewhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_again);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
sgn_restore_page_init (SgnRestorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (arrange_cb), NULL);
}

/**
 * sgn_restore_page_set_path:
 * @self: a restore page, before it is opened
 * @path: a company file that cannot be opened
 *
 * From then on a backup is not put in the place of a file, but made a new file beside @path.
 */
void
sgn_restore_page_set_path (SgnRestorePage *self, const char *path)
{
  g_return_if_fail (SGN_IS_RESTORE_PAGE (self));
  g_return_if_fail (path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_widget_set_visible (GTK_WIDGET (self->second), FALSE);
}

/**
 * sgn_restore_page_get_passphrase:
 * @self: a restore page
 *
 * It is asked for and not handed along with the copy's name, because actions copy what they carry.
 *
 * Returns: (transfer none) (nullable): what the chosen copy was opened with; NULL when not sealed
 */
const char *
sgn_restore_page_get_passphrase (SgnRestorePage *self)
{
  g_return_val_if_fail (SGN_IS_RESTORE_PAGE (self), NULL);

  return self->passphrase;
}

gboolean
sgn_restore_page_is_ready (SgnRestorePage *self)
{
  g_return_val_if_fail (SGN_IS_RESTORE_PAGE (self), FALSE);

  return !self->looking;
}
