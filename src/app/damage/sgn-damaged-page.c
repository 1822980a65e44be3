/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-damaged-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-backup-words.h"
#include "sgn-compat.h"
#include "sgn-damage-list.h"
#include "sgn-restore-page.h"
#include "sgn-shell.h"
#include "sgn-text-size.h"

#define WIDTH 680

struct _SgnDamagedPage {
  AdwBin parent_instance;

  AdwClamp *clamp;
  GtkStack *views;
  GtkLabel *title;
  GtkLabel *subtitle;
  SgnDamageList *parts;
  AdwActionRow *backup_row;
  GtkImage *backup_icon;
  GtkWidget *open_button;
  AdwActionRow *others_row;
  AdwActionRow *rescue_row;
  GtkWidget *rescue_button;
  AdwActionRow *read_row;
  GtkLabel *details;
  SgnShell *shell;

  SgnSession *session;
  SgnSaving *saving;
  char *path;
  SgnBackup *backup; /* (nullable): the newest good one */
  guint looking;     /* questions not answered yet */
};

G_DEFINE_FINAL_TYPE (SgnDamagedPage, sgn_damaged_page, ADW_TYPE_BIN)

static gboolean
is_gone (SgnDamagedPage *self)
{
  return self->views == NULL;
}

static void
tell (SgnDamagedPage *self, const char *heading, const char *body)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)", heading, body);
}

static void
surveyed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDamagedPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSurvey) survey = sgn_session_survey_finish (SGN_SESSION (object), result, &error);
  g_autofree char *now = NULL;

  self->looking--;
  if (is_gone (self))
    return;
  now = sgn_clock_now (sgn_session_get_clock (self->session));
  if (survey != NULL) {
    sgn_damage_list_show (self->parts, survey, now);
  } else {
    gtk_label_set_text (self->title, _ ("This file cannot be read"));
    sgn_damage_list_show_nothing (self->parts, error->message);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->rescue_row), survey != NULL);
}

static void
show_backup (SgnDamagedPage *self)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));
  g_autofree char *day = sgn_backup_words_day (self->backup, now);
  g_autofree char *title = g_strdup_printf (_ ("Backup of %s"), day);
  g_autofree char *place = sgn_backup_words_place (self->backup);
  g_autofree char *contents = sgn_backup_words_contents (self->backup);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", place, contents);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->backup_row), title);
  adw_action_row_set_subtitle (self->backup_row, subtitle);
  gtk_image_set_from_icon_name (self->backup_icon, "object-select-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->backup_icon), "fine");
  gtk_widget_set_visible (self->open_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->read_row), TRUE);
  gtk_widget_grab_focus (self->open_button);
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDamagedPage) self = user_data;
  g_autoptr (GError) error = NULL;

  self->looking--;
  self->backup = sgn_session_find_good_backup_finish (SGN_SESSION (object), result, &error);
  if (is_gone (self))
    return;
  if (self->backup != NULL) {
    show_backup (self);
    return;
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->backup_row),
                                 _ ("No backup was found on this computer"));
  adw_action_row_set_subtitle (self->backup_row, error != NULL
                                                   ? error->message
                                                   : _ ("Perhaps there is one in another place."));
}

static void
open_backup_cb (SgnDamagedPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-beside", "(ss)", self->backup->path,
                              self->path);
}

static void
read_backup_cb (SgnDamagedPage *self)
{
  g_autofree char *uri = g_filename_to_uri (self->backup->path, NULL, NULL);

  if (uri != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-to-read", "s", uri);
}

static GtkWidget *
make_others (SgnDamagedPage *self)
{
  GtkWidget *page = g_object_new (SGN_TYPE_RESTORE_PAGE, "session", self->session, "saving",
                                  self->saving, "title", _ ("Backups"), NULL);

  sgn_restore_page_set_path (SGN_RESTORE_PAGE (page), self->path);
  g_object_bind_property (self->shell, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->views, page, "backups");
  return page;
}

static void
others_cb (SgnDamagedPage *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->views, "backups");

  if (page == NULL)
    page = make_others (self);
  gtk_stack_set_visible_child (self->views, page);
  sgn_page_opened (SGN_PAGE (page));
}

static void
rescued_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDamagedPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) report = sgn_session_rescue_finish (SGN_SESSION (object), result, &error);

  if (is_gone (self))
    return;
  gtk_widget_set_sensitive (self->rescue_button, TRUE);
  if (report == NULL) {
    tell (self, _ ("This could not be taken out"), error->message);
  } else {
    g_autofree char *words =
      g_strdup_printf (_ ("All that can be read is in “%s”."), sgn_json_string (report, "folder"));

    adw_action_row_set_subtitle (self->rescue_row, words);
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
  }
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDamagedPage) self = user_data;
  g_autoptr (GFile) folder = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL || is_gone (self))
    return;
  gtk_widget_set_sensitive (self->rescue_button, FALSE);
  sgn_session_rescue_async (self->session, self->path, path, rescued_cb, g_object_ref (self));
}

/* A new folder is named as a new file is. */
static void
rescue_cb (SgnDamagedPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *base = g_filename_display_basename (self->path);
  /* Translators: name of a new folder; %s is the name of a damaged file */
  g_autofree char *name = g_strdup_printf (_ ("Read from %s"), base);

  if (GTK_IS_WINDOW (root))
    sgn_save_file_async (GTK_WINDOW (root), _ ("A new folder for what can be read"), name,
                         place_chosen_cb, g_object_ref (self));
}

static void
back_cb (SgnDamagedPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "overview") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-start", NULL);
  else
    gtk_stack_set_visible_child_name (self->views, "overview");
}

static void
letters_changed_cb (SgnDamagedPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_damaged_page_dispose (GObject *object)
{
  SgnDamagedPage *self = SGN_DAMAGED_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_DAMAGED_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_damaged_page_parent_class)->dispose (object);
}

static void
sgn_damaged_page_finalize (GObject *object)
{
  SgnDamagedPage *self = SGN_DAMAGED_PAGE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->backup, sgn_backup_free);

  G_OBJECT_CLASS (sgn_damaged_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, views);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, title);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, parts);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, backup_row);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, backup_icon);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, others_row);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, rescue_row);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, rescue_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, read_row);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, details);
  gtk_widget_class_bind_template_child (widget_class, SgnDamagedPage, shell);
}

static void
sgn_damaged_page_class_init (SgnDamagedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_damaged_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_damaged_page_finalize;

  g_type_ensure (SGN_TYPE_DAMAGE_LIST);
  g_type_ensure (SGN_TYPE_SHELL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-damaged-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, rescue_cb);
}

static void
sgn_damaged_page_init (SgnDamagedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (SgnDamagedPage *self, const char *reason)
{
  g_autofree char *base = g_filename_display_basename (self->path);
  g_autofree char *place = g_filename_display_name (self->path);
  g_autofree char *subtitle = g_strdup_printf (_ ("“%s” is not touched; it is only read."), base);
  g_autofree char *details =
    g_strdup_printf (_ ("File: %s\nReason: %s\nVersion of the program: %s"), place, reason,
                     PACKAGE_VERSION);

  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->details, details);
}

/**
 * sgn_damaged_page_new:
 * @session: a session without an open file
 * @saving: what is being saved
 * @path: a damaged company file
 * @reason: why it could not be opened
 *
 * Returns: a page that looks for what is left, and for backups
 */
GtkWidget *
sgn_damaged_page_new (SgnSession *session, SgnSaving *saving, const char *path, const char *reason)
{
  SgnDamagedPage *self;

  g_return_val_if_fail (SGN_IS_SESSION (session), NULL);
  g_return_val_if_fail (path != NULL && reason != NULL, NULL);

  self = g_object_new (SGN_TYPE_DAMAGED_PAGE, NULL);
  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  self->path = g_strdup (path);
  fill (self, reason);
  self->looking = 2;
  sgn_session_find_good_backup_async (session, path, found_cb, g_object_ref (self));
  sgn_session_survey_async (session, path, surveyed_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

gboolean
sgn_damaged_page_is_ready (SgnDamagedPage *self)
{
  g_return_val_if_fail (SGN_IS_DAMAGED_PAGE (self), FALSE);

  return self->looking == 0;
}

const char *
sgn_damaged_page_get_passphrase (SgnDamagedPage *self)
{
  GtkWidget *page;

  g_return_val_if_fail (SGN_IS_DAMAGED_PAGE (self), NULL);

  page = gtk_stack_get_child_by_name (self->views, "backups");
  return page != NULL ? sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)) : NULL;
}
