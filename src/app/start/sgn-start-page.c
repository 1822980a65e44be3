/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-start-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-recent-row.h"
#include "sgn-text-size.h"

#define WIDTH 620

struct _SgnStartPage {
  AdwBin parent_instance;

  AdwClamp *clamp;
  GtkWidget *recent_part;
  GtkListBox *recent_list;
  AdwEntryRow *name_row;
  GtkWidget *begin_button;

  SgnSettings *settings;
};

G_DEFINE_FINAL_TYPE (SgnStartPage, sgn_start_page, ADW_TYPE_BIN)

static char *
dup_typed_name (SgnStartPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
name_changed_cb (SgnStartPage *self)
{
  g_autofree char *name = dup_typed_name (self);

  gtk_widget_set_sensitive (self->begin_button, *name != '\0');
}

static void
begin_cb (SgnStartPage *self)
{
  g_autofree char *name = dup_typed_name (self);

  if (*name != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-company", "s", name);
}

static void
open_file (SgnStartPage *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", uri);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnStartPage) self = user_data;
  g_autoptr (GFile) file = sgn_open_file_finish (GTK_WINDOW (object), result, NULL);

  if (file != NULL)
    open_file (self, file);
}

static void
choose_cb (SgnStartPage *self)
{
  const SgnFileKind kind = { _ ("Company files"), "*.sengen" };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  sgn_open_file_async (GTK_WINDOW (root), _ ("Open a company file or a backup"), &kind, chosen_cb,
                       g_object_ref (self));
}

static void
forget_cb (SgnStartPage *self, SgnRecentRow *row)
{
  g_autoptr (GFile) file = g_object_ref (sgn_recent_row_get_file (row));

  sgn_settings_remove_recent (self->settings, file);
  sgn_start_page_opened (self);
}

static void
recent_activated_cb (SgnStartPage *self, GtkListBoxRow *row)
{
  if (sgn_recent_row_is_missing (SGN_RECENT_ROW (row)))
    choose_cb (self);
  else
    open_file (self, sgn_recent_row_get_file (SGN_RECENT_ROW (row)));
}

static void
refresh_recent (SgnStartPage *self)
{
  g_autoptr (GPtrArray) files = sgn_settings_get_recent (self->settings);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++) {
    GFile *file = g_ptr_array_index (files, i);
    g_autofree char *company = sgn_settings_dup_company_name (self->settings, file);

    g_autofree char *road = sgn_settings_dup_road (self->settings, file);
    GtkWidget *recent = sgn_recent_row_new (file, company, road);

    g_signal_connect_object (recent, "look", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (recent, "forget", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->recent_list, recent);
  }
  gtk_widget_set_visible (self->recent_part, files->len > 0);
}

static void
letters_changed_cb (SgnStartPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_start_page_dispose (GObject *object)
{
  SgnStartPage *self = SGN_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_START_PAGE);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sgn_start_page_parent_class)->dispose (object);
}

static void
sgn_start_page_class_init (SgnStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnStartPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnStartPage, recent_part);
  gtk_widget_class_bind_template_child (widget_class, SgnStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, SgnStartPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SgnStartPage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
sgn_start_page_init (SgnStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sgn_start_page_watch:
 * @self: a start page
 * @settings: who remembers the files used last
 */
void
sgn_start_page_watch (SgnStartPage *self, SgnSettings *settings)
{
  g_return_if_fail (SGN_IS_START_PAGE (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "recent-changed", G_CALLBACK (refresh_recent), self,
                           G_CONNECT_SWAPPED);
  refresh_recent (self);
}

/**
 * sgn_start_page_opened:
 * @self: a start page that is shown from now on
 *
 * Gives the focus to yesterday's file, or to the name of a new company when there is none.
 */
void
sgn_start_page_opened (SgnStartPage *self)
{
  GtkListBoxRow *first;

  g_return_if_fail (SGN_IS_START_PAGE (self));

  /* What was plugged in or taken out meanwhile, and how far the companies are now. */
  refresh_recent (self);
  first = gtk_list_box_get_row_at_index (self->recent_list, 0);
  if (first == NULL || !gtk_widget_grab_focus (GTK_WIDGET (first)))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
