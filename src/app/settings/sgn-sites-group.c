/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sites-group.h"

#include <glib/gi18n-lib.h>

#include "sgn-entries-dialog.h"
#include "sgn-profile-fields.h"

struct _SgnSitesGroup {
  AdwPreferencesGroup parent_instance;

  SgnProfileWriter *writer;
  GPtrArray *rows; /* the group owns them */
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (SgnSitesGroup, sgn_sites_group, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of the lines of the dialog. */
enum {
  LINE_NAME,
  LINE_ADDRESS,
  LINE_EMPLOYEES,
};

static GPtrArray *
get_sites (SgnSitesGroup *self)
{
  return sgn_profile_writer_get_profile (self->writer)->sites;
}

/* Which site is changed stands in the name of the dialog; one more is a new one. */
static SgnSite *
get_site (SgnSitesGroup *self, SgnEntriesDialog *dialog)
{
  GPtrArray *sites = get_sites (self);
  guint64 index = g_ascii_strtoull (gtk_widget_get_name (GTK_WIDGET (dialog)), NULL, 10);
  SgnSite *site;

  if (index < sites->len)
    return g_ptr_array_index (sites, index);
  site = g_new0 (SgnSite, 1);
  g_ptr_array_add (sites, site);
  return site;
}

static void
save_cb (SgnEntriesDialog *dialog, SgnSitesGroup *self)
{
  g_autofree char *name = sgn_entries_dialog_dup_text (dialog, LINE_NAME);
  g_autofree char *address = sgn_entries_dialog_dup_text (dialog, LINE_ADDRESS);
  g_autofree char *people = sgn_entries_dialog_dup_text (dialog, LINE_EMPLOYEES);
  g_autoptr (GError) error = NULL;
  gint64 employees;
  SgnSite *site;

  if (!sgn_number_read (people != NULL ? people : "", &employees, &error)) {
    sgn_entries_dialog_say (dialog, error->message);
    return;
  }
  site = get_site (self, dialog);
  g_free (site->name);
  g_free (site->address);
  site->name = g_steal_pointer (&name);
  site->address = g_steal_pointer (&address);
  site->employees = employees;
  sgn_profile_writer_save (self->writer, _ ("Saved the site"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
ask (SgnSitesGroup *self, guint index)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GPtrArray *sites = get_sites (self);
  const SgnSite *site = index < sites->len ? g_ptr_array_index (sites, index) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", index);
  g_autofree char *employees = NULL;
  SgnEntriesDialog *dialog;

  if (!GTK_IS_WINDOW (root))
    return;
  if (site != NULL && site->employees >= 0)
    employees = g_strdup_printf ("%" G_GINT64_FORMAT, site->employees);
  dialog = SGN_ENTRIES_DIALOG (sgn_entries_dialog_new (GTK_WINDOW (root), site != NULL
                                                                            ? _ ("Change a Site")
                                                                            : _ ("Add a Site")));
  gtk_widget_set_name (GTK_WIDGET (dialog), number);
  sgn_entries_dialog_add (dialog, _ ("Name of the Site"), site != NULL ? site->name : NULL);
  sgn_entries_dialog_add (dialog, _ ("Address"), site != NULL ? site->address : NULL);
  sgn_entries_dialog_add (dialog, _ ("People Who Work There"), employees);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (SgnSitesGroup *self)
{
  ask (self, get_sites (self)->len);
}

static void
activated_cb (SgnSitesGroup *self, AdwActionRow *row)
{
  guint index = 0;

  if (g_ptr_array_find (self->rows, row, &index))
    ask (self, index);
}

/* A site with checks of its own is refused, which the window tells. */
static void
remove_cb (SgnSitesGroup *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint index = 0;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  gtk_widget_grab_focus (self->add_button);
  g_ptr_array_remove_index (get_sites (self), index);
  sgn_profile_writer_save (self->writer, _ ("Took the site out"));
}

static GtkWidget *
make_remove_button (SgnSitesGroup *self, const SgnSite *site)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *words = g_strdup_printf (_ ("Take out %s"), site->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (SgnSitesGroup *self, const SgnSite *site, gboolean writable)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), site->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), site->address != NULL ? site->address : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), writable);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  if (writable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, site));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
refresh (SgnSitesGroup *self)
{
  GPtrArray *sites = get_sites (self);
  gboolean writable = !sgn_session_get_read_only (sgn_profile_writer_get_session (self->writer));

  gtk_widget_set_sensitive (self->add_button, writable);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < sites->len; i++)
    add_row (self, g_ptr_array_index (sites, i), writable);
}

static void
sgn_sites_group_finalize (GObject *object)
{
  SgnSitesGroup *self = SGN_SITES_GROUP (object);

  g_clear_object (&self->writer);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_sites_group_parent_class)->finalize (object);
}

static void
sgn_sites_group_class_init (SgnSitesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_sites_group_finalize;
}

static void
sgn_sites_group_init (SgnSitesGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->add_button = gtk_button_new_with_mnemonic (_ ("A_dd a Site…"));
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Sites"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _ ("Only when sites are checked one by one; a company in one place needs none."));
}

GtkWidget *
sgn_sites_group_new (SgnProfileWriter *writer)
{
  SgnSitesGroup *self = g_object_new (SGN_TYPE_SITES_GROUP, NULL);

  self->writer = g_object_ref (writer);
  g_signal_connect_object (writer, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
