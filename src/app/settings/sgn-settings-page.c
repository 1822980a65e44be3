/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-settings-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-computer-group.h"
#include "sgn-field-row.h"
#include "sgn-form-dialog.h"
#include "sgn-people-group.h"
#include "sgn-second-folder.h"
#include "sgn-sites-group.h"
#include "sgn-text-size.h"

#define WIDTH 700

struct _SgnSettingsPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkBox *groups;
  AdwPreferencesGroup *sheets;
  AdwPreferencesGroup *backups;
  SgnSecondFolder *second;

  SgnProfileWriter *writer;
  GPtrArray *fields; /* of SgnFieldRow; their groups own them */
};

G_DEFINE_FINAL_TYPE (SgnSettingsPage, sgn_settings_page, SGN_TYPE_PAGE)

static const struct {
  const char *title;
  const char *description; /* (nullable) */
} parts[SGN_N_PROFILE_PARTS] = {
  { N_ ("Company"), N_ ("Only the name is needed. All of it is printed as you type it.") },
  { N_ ("Contact"), N_ ("Printed on sheets for inside the company only.") },
  { N_ ("Size"), NULL },
};

static void
saved_cb (SgnSettingsPage *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", words);
}

static void
failed_cb (SgnSettingsPage *self, const char *why)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)", _ ("This could not be saved"),
                              why);
}

static AdwPreferencesGroup *
add_part (SgnSettingsPage *self, SgnProfilePart part)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *description = parts[part].description;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   g_dgettext (GETTEXT_PACKAGE, parts[part].title));
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           g_dgettext (GETTEXT_PACKAGE, description));
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_fields (SgnSettingsPage *self)
{
  guint n_fields;
  const SgnProfileField *fields = sgn_profile_fields_get (&n_fields);
  AdwPreferencesGroup *groups[SGN_N_PROFILE_PARTS];

  for (guint i = 0; i < SGN_N_PROFILE_PARTS; i++)
    groups[i] = add_part (self, (SgnProfilePart) i);
  for (guint i = 0; i < n_fields; i++) {
    GtkWidget *row = sgn_field_row_new (&fields[i], self->writer);

    adw_preferences_group_add (groups[fields[i].part], row);
    adw_preferences_group_add (groups[fields[i].part],
                               sgn_field_row_get_hint (SGN_FIELD_ROW (row)));
    g_ptr_array_add (self->fields, row);
  }
}

static void
form_cb (SgnSettingsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_present (
      GTK_WINDOW (sgn_form_dialog_new (GTK_WINDOW (root), sgn_page_get_session (SGN_PAGE (self)),
                                       sgn_page_get_saving (SGN_PAGE (self)))));
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnSettingsPage) self = user_data;
  SgnBackupList *list = sgn_session_list_backups_finish (SGN_SESSION (object), result, NULL);

  if (list != NULL && self->second != NULL)
    sgn_second_folder_show (self->second, list->second, list->second_is_there);
  g_clear_pointer (&list, sgn_backup_list_free);
}

static void
refresh_backups (SgnSettingsPage *self)
{
  sgn_session_list_backups_async (sgn_page_get_session (SGN_PAGE (self)), NULL, FALSE, listed_cb,
                                  g_object_ref (self));
}

static void
sgn_settings_page_opened (SgnPage *page)
{
  SgnSettingsPage *self = SGN_SETTINGS_PAGE (page);

  refresh_backups (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
}

static void
sgn_settings_page_flush (SgnPage *page)
{
  SgnSettingsPage *self = SGN_SETTINGS_PAGE (page);

  for (guint i = 0; i < self->fields->len; i++)
    sgn_field_row_flush (g_ptr_array_index (self->fields, i));
}

static void
letters_changed_cb (SgnSettingsPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
narrow_cb (SgnSettingsPage *self)
{
  if (sgn_page_get_narrow (SGN_PAGE (self)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
sgn_settings_page_constructed (GObject *object)
{
  SgnSettingsPage *self = SGN_SETTINGS_PAGE (object);
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnSaving *saving = sgn_page_get_saving (SGN_PAGE (self));
  GtkWidget *after = GTK_WIDGET (self->sheets);

  G_OBJECT_CLASS (sgn_settings_page_parent_class)->constructed (object);

  self->writer = sgn_profile_writer_new (session, saving);
  g_signal_connect_object (self->writer, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->writer, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  add_fields (self);
  gtk_box_append (self->groups, sgn_people_group_new (session, saving));
  gtk_box_append (self->groups, sgn_sites_group_new (self->writer));
  gtk_box_reorder_child_after (self->groups, after,
                               gtk_widget_get_last_child (GTK_WIDGET (self->groups)));
  gtk_box_reorder_child_after (self->groups, GTK_WIDGET (self->backups), after);
  gtk_box_append (self->groups, sgn_computer_group_new ());
  sgn_second_folder_watch (self->second, session);
}

static void
sgn_settings_page_dispose (GObject *object)
{
  SgnSettingsPage *self = SGN_SETTINGS_PAGE (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_SETTINGS_PAGE);
  g_clear_object (&self->writer);

  G_OBJECT_CLASS (sgn_settings_page_parent_class)->dispose (object);
}

static void
sgn_settings_page_class_init (SgnSettingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_settings_page_constructed;
  object_class->dispose = sgn_settings_page_dispose;
  SGN_PAGE_CLASS (klass)->opened = sgn_settings_page_opened;
  SGN_PAGE_CLASS (klass)->flush = sgn_settings_page_flush;

  g_type_ensure (SGN_TYPE_SECOND_FOLDER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-settings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSettingsPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnSettingsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, SgnSettingsPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, SgnSettingsPage, backups);
  gtk_widget_class_bind_template_child (widget_class, SgnSettingsPage, second);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_backups);
}

static void
sgn_settings_page_init (SgnSettingsPage *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}
