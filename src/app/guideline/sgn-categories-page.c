/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-categories-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-category-row.h"
#include "sgn-radar.h"
#include "sgn-text-size.h"

#define WIDTH 840

struct _SgnCategoriesPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkWidget *radar_box;
  SgnRadar *radar;
  GtkListBox *list;
  GtkLabel *note;

  SgnChecklist *checklist;
};

G_DEFINE_FINAL_TYPE (SgnCategoriesPage, sgn_categories_page, SGN_TYPE_PAGE)

static char *
dup_heading (const SgnCatalogue *catalogue, const char *level)
{
  SgnLanguage language = sgn_language_of_user ();
  const char *title = sgn_text_get (&catalogue->short_title, language);
  const char *edition = sgn_text_get (&catalogue->edition_label, language);

  if (level == NULL)
    /* Translators: a checklist and its edition */
    return g_strdup_printf (_ ("%s (%s)"), title, edition);
  /* Translators: a checklist, its edition, the level aimed at */
  return g_strdup_printf (_ ("%s (%s), up to %s"), title, edition, level);
}

/* What counts, in the words of the answers. */
static const char *
get_done_word (const SgnScale *scale)
{
  for (guint i = 0; i < scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (scale->values, i);

    if (value->mark == SGN_MARK_DONE)
      return sgn_text_get (&value->label, sgn_language_of_user ());
  }
  return "";
}

static char *
dup_summary (const SgnCatalogue *catalogue, const SgnBreakdown *breakdown)
{
  const SgnScale *scale = g_ptr_array_index (catalogue->scales, 0);

  if (g_str_equal (scale->kind, "maturity"))
    return g_strdup_printf (_ ("Level 4 or 5: %u of %u"), breakdown->met, breakdown->items);
  return g_strdup_printf (_ ("%s: %u of %u"), get_done_word (scale), breakdown->met,
                          breakdown->items);
}

static void
fill_list (SgnCategoriesPage *self, const SgnBreakdown *breakdown)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < breakdown->parts->len; i++) {
    row = sgn_category_row_new (i + 1, g_ptr_array_index (breakdown->parts, i), narrow);
    if (!narrow)
      gtk_size_group_add_widget (names, sgn_category_row_get_name (SGN_CATEGORY_ROW (row)));
    gtk_list_box_append (self->list, row);
  }
}

static void
refresh (SgnCategoriesPage *self)
{
  SgnCatalogue *catalogue = sgn_checklist_get_catalogue (self->checklist);
  const SgnCombined *combined = sgn_checklist_get_answers (self->checklist)->combined;
  const char *level = sgn_checklist_get_level (self->checklist);
  g_autoptr (SgnBreakdown) breakdown = sgn_breakdown_new (catalogue, level, combined);
  g_autofree char *heading = dup_heading (catalogue, level);
  g_autofree char *summary = dup_summary (catalogue, breakdown);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->note,
                      breakdown->kind == SGN_BREAKDOWN_AREAS
                        ? _ ("The grouping is Sengen’s own. Only what is fully done counts.")
                        : _ ("Only what is fully done counts."));
  sgn_radar_set_breakdown (self->radar, breakdown);
  gtk_widget_set_visible (self->radar_box, breakdown->parts->len >= SGN_RADAR_LEAST &&
                                             !sgn_page_get_narrow (SGN_PAGE (self)));
  fill_list (self, breakdown);
}

static void
changed_cb (SgnCategoriesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
row_activated_cb (SgnCategoriesPage *self, GtkListBoxRow *row)
{
  const char *next = sgn_category_row_get_next (SGN_CATEGORY_ROW (row));
  g_autofree char *key = sgn_catalogue_dup_key (sgn_checklist_get_catalogue (self->checklist));

  if (next != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "company.show-question", "(ss)", key, next);
}

static void
narrow_cb (SgnCategoriesPage *self)
{
  if (sgn_page_get_narrow (SGN_PAGE (self)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  if (self->checklist != NULL)
    changed_cb (self);
}

static void
letters_changed_cb (SgnCategoriesPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_categories_page_opened (SgnPage *page)
{
  SgnCategoriesPage *self = SGN_CATEGORIES_PAGE (page);

  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
sgn_categories_page_dispose (GObject *object)
{
  SgnCategoriesPage *self = SGN_CATEGORIES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_CATEGORIES_PAGE);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_categories_page_parent_class)->dispose (object);
}

static void
sgn_categories_page_class_init (SgnCategoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_categories_page_dispose;
  SGN_PAGE_CLASS (klass)->opened = sgn_categories_page_opened;

  g_type_ensure (SGN_TYPE_RADAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-categories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, radar_box);
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, radar);
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnCategoriesPage, note);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sgn_categories_page_init (SgnCategoriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * sgn_categories_page_watch:
 * @self: a page
 * @checklist: the open guideline
 */
void
sgn_categories_page_watch (SgnCategoriesPage *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_CATEGORIES_PAGE (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
