/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-recent-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-own-folder.h"
#include "sgn-recent-road.h"

#define ATTRIBUTES                                                     \
  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE \
                                 "," G_FILE_ATTRIBUTE_STANDARD_TYPE

struct _SgnRecentRow {
  AdwActionRow parent_instance;

  GFile *file;
  GCancellable *cancellable;
  GtkWidget *road; /* (nullable) */
  GtkWidget *arrow;
  gboolean missing;
};

G_DEFINE_FINAL_TYPE (SgnRecentRow, sgn_recent_row, ADW_TYPE_ACTION_ROW)

enum {
  SIGNAL_LOOK,
  SIGNAL_FORGET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  if (g_str_has_suffix (shown, ".sengen"))
    shown[strlen (shown) - strlen (".sengen")] = '\0';
  return g_steal_pointer (&shown);
}

static char *
dup_day (GFileInfo *info)
{
  g_autoptr (GDateTime) changed = g_file_info_get_modification_date_time (info);
  g_autoptr (GDateTime) local = changed != NULL ? g_date_time_to_local (changed) : NULL;
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  return date != NULL ? sgn_date_to_words (date, sgn_language_of_user ()) : g_strdup ("");
}

static void
set_subtitle (SgnRecentRow *self, const char *fact)
{
  g_autofree char *place = sgn_own_folder_dup_place (self->file);
  g_autofree char *subtitle = g_strdup_printf ("%s ・ %s", place, fact);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
look_cb (SgnRecentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LOOK], 0);
}

static void
forget_cb (SgnRecentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_FORGET], 0);
}

static void
add_button (SgnRecentRow *self, const char *icon, const char *words, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label =
    g_strdup_printf ("%s: %s", words, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", pressed, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

/* It may be on a stick that is not plugged in, or have moved. */
static void
show_missing (SgnRecentRow *self)
{
  self->missing = TRUE;
  set_subtitle (self, _ ("Not there at the moment"));
  gtk_widget_set_visible (self->arrow, FALSE);
  if (self->road != NULL)
    gtk_widget_set_visible (self->road, FALSE);
  add_button (self, "folder-open-symbolic", _ ("Look for the file in another place"),
              G_CALLBACK (look_cb));
  add_button (self, "list-remove-symbolic", _ ("Take it off this list"), G_CALLBACK (forget_cb));
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);
  g_autofree char *day = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (info == NULL) {
    show_missing (user_data);
    return;
  }
  day = dup_day (info);
  if (g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    set_subtitle (user_data, day);
  else
    set_subtitle (user_data, _ ("Read-only"));
}

static void
sgn_recent_row_dispose (GObject *object)
{
  SgnRecentRow *self = SGN_RECENT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (sgn_recent_row_parent_class)->dispose (object);
}

static void
sgn_recent_row_finalize (GObject *object)
{
  g_clear_object (&SGN_RECENT_ROW (object)->cancellable);

  G_OBJECT_CLASS (sgn_recent_row_parent_class)->finalize (object);
}

static void
sgn_recent_row_class_init (SgnRecentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_recent_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_recent_row_finalize;

  signals[SIGNAL_LOOK] = g_signal_new ("look", SGN_TYPE_RECENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FORGET] = g_signal_new ("forget", SGN_TYPE_RECENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_recent_row_init (SgnRecentRow *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("x-office-document-symbolic"));
}

static void
add_road (SgnRecentRow *self, const char *text)
{
  GtkWidget *road = sgn_recent_road_new (text);
  GtkWidget *box;
  GtkWidget *label;

  if (road == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  label = gtk_label_new (sgn_recent_road_get_words (SGN_RECENT_ROAD (road)));
  gtk_widget_add_css_class (label, "muted");
  gtk_widget_add_css_class (label, "sg-small");
  gtk_widget_set_halign (road, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), road);
  gtk_box_append (GTK_BOX (box), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
  self->road = box;
}

/**
 * sgn_recent_row_new:
 * @file: a company file
 * @company: (nullable): name of the company; without it the row is called as the file
 * @road: (nullable): how far the company was; see sgn_recent_road_to_text()
 *
 * Returns: a row for it
 */
GtkWidget *
sgn_recent_row_new (GFile *file, const char *company, const char *road)
{
  SgnRecentRow *self = g_object_new (SGN_TYPE_RECENT_ROW, NULL);
  g_autofree char *name = company != NULL ? g_strdup (company) : dup_name (file);
  g_autofree char *place = sgn_own_folder_dup_place (file);

  self->file = g_object_ref (file);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), place);
  if (road != NULL)
    add_road (self, road);
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->arrow);
  g_file_query_info_async (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           self->cancellable, looked_cb, self);
  return GTK_WIDGET (self);
}

gboolean
sgn_recent_row_is_missing (SgnRecentRow *self)
{
  g_return_val_if_fail (SGN_IS_RECENT_ROW (self), FALSE);

  return self->missing;
}

GFile *
sgn_recent_row_get_file (SgnRecentRow *self)
{
  g_return_val_if_fail (SGN_IS_RECENT_ROW (self), NULL);

  return self->file;
}
