/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-nav-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"
#include "sgn-ring.h"

struct _SgnNavRow {
  GtkListBoxRow parent_instance;

  GtkWidget *icon;
  SgnRing *ring;
  GtkLabel *title;
  GtkLabel *count;

  char *page;
  guint section;
};

G_DEFINE_FINAL_TYPE (SgnNavRow, sgn_nav_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_name (SgnNavRow *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sgn_nav_row_finalize (GObject *object)
{
  g_clear_pointer (&SGN_NAV_ROW (object)->page, g_free);

  G_OBJECT_CLASS (sgn_nav_row_parent_class)->finalize (object);
}

static void
sgn_nav_row_class_init (SgnNavRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_nav_row_finalize;

  g_type_ensure (SGN_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-nav-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnNavRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SgnNavRow, ring);
  gtk_widget_class_bind_template_child (widget_class, SgnNavRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnNavRow, count);
}

static void
sgn_nav_row_init (SgnNavRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_nav_row_new_page:
 * @name: name of the page
 * @title: its title
 * @icon_name: its icon
 *
 * Returns: a row that leads to a page
 */
GtkWidget *
sgn_nav_row_new_page (const char *name, const char *title, const char *icon_name)
{
  SgnNavRow *self = g_object_new (SGN_TYPE_NAV_ROW, NULL);

  self->page = g_strdup (name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_label_set_text (self->title, title);
  set_name (self, title);
  return GTK_WIDGET (self);
}

/**
 * sgn_nav_row_new_section:
 * @name: the section's name, short enough for the sidebar
 * @title: its official title, which the tooltip and a screen reader say
 * @section: its number, from 0
 *
 * Returns: a row that leads to a section of the open checklist
 */
GtkWidget *
sgn_nav_row_new_section (const char *name, const char *title, guint section)
{
  SgnNavRow *self = g_object_new (SGN_TYPE_NAV_ROW, NULL);

  self->section = section;
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sub");
  gtk_label_set_text (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  return GTK_WIDGET (self);
}

/**
 * sgn_nav_row_set_progress:
 * @self: a section's row
 * @done: how many are answered
 * @total: of how many
 */
void
sgn_nav_row_set_progress (SgnNavRow *self, guint done, guint total)
{
  g_autofree char *count = g_strdup_printf ("%u/%u", done, total);
  g_autofree char *words = sgn_label_answered (done, total);
  g_autofree char *name = NULL;

  g_return_if_fail (SGN_IS_NAV_ROW (self));

  sgn_ring_set_progress (self->ring, done, total);
  gtk_label_set_text (self->count, count);
  name = g_strdup_printf ("%s, %s", gtk_widget_get_tooltip_text (GTK_WIDGET (self)), words);
  set_name (self, name);
}

/**
 * sgn_nav_row_set_count:
 * @self: a page's row
 * @count: a number; 0 is not shown
 * @words: the number and what it counts
 */
void
sgn_nav_row_set_count (SgnNavRow *self, guint count, const char *words)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);
  const char *title;
  g_autofree char *name = NULL;

  g_return_if_fail (SGN_IS_NAV_ROW (self) && words != NULL);

  title = gtk_label_get_text (self->title);
  name = count > 0 ? g_strdup_printf ("%s, %s", title, words) : g_strdup (title);
  gtk_label_set_text (self->count, digits);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "chip");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), count > 0 ? words : NULL);
  set_name (self, name);
}

/**
 * sgn_nav_row_set_current:
 * @self: a row
 * @current: whether what it leads to is shown
 */
void
sgn_nav_row_set_current (SgnNavRow *self, gboolean current)
{
  const char *css;

  g_return_if_fail (SGN_IS_NAV_ROW (self));

  css = self->page != NULL ? "sel" : "subsel";
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), css);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

const char *
sgn_nav_row_get_page (SgnNavRow *self)
{
  g_return_val_if_fail (SGN_IS_NAV_ROW (self), NULL);

  return self->page;
}

guint
sgn_nav_row_get_section (SgnNavRow *self)
{
  g_return_val_if_fail (SGN_IS_NAV_ROW (self), 0);

  return self->section;
}
