/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-guidelines-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-breakdown.h"
#include "sgn-check-range.h"
#include "sgn-checklist-choices.h"
#include "sgn-data-dir.h"
#include "sgn-guide-card.h"
#include "sgn-labels.h"
#include "sgn-star-view.h"
#include "sgn-text-size.h"
#include "sgn-view-switch.h"

#define WIDTH 760

struct _SgnGuidelinesPage {
  SgnPage parent_instance;

  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  GtkStack *views;
  GtkLabel *intro;
  GtkBox *cards;
  SgnStarView *stars;

  GPtrArray *guides; /* (nullable): once they were needed */
};

G_DEFINE_FINAL_TYPE (SgnGuidelinesPage, sgn_guidelines_page, SGN_TYPE_PAGE)

static SgnLibrary *
get_library (SgnGuidelinesPage *self)
{
  return sgn_session_get_library (sgn_page_get_session (SGN_PAGE (self)));
}

static void
add_cards (SgnGuidelinesPage *self)
{
  for (guint i = 0; i < self->guides->len; i++) {
    const SgnGuide *guide = g_ptr_array_index (self->guides, i);
    SgnCatalogue *catalogue = sgn_library_find_catalogue (get_library (self), guide->id, NULL);

    if (catalogue != NULL)
      gtk_box_append (self->cards, sgn_guide_card_new (guide, catalogue));
  }
}

/* Damaged guides are no reason not to choose: the check is still there. */
static void
load (SgnGuidelinesPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();

  if (self->guides != NULL)
    return;
  self->guides = sgn_guides_load (data_dir, &error);
  if (self->guides != NULL)
    add_cards (self);
  else
    gtk_label_set_text (self->intro, error->message);
}

/* (nullable): how far the newest check is; NULL while there is none */
static char *
dup_state (SgnRecord *record, SgnCatalogue *catalogue)
{
  const SgnAssessment *assessment = sgn_checklist_find_newest (record, catalogue);
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (SgnBreakdown) breakdown = NULL;
  guint unanswered = 0;

  if (assessment == NULL)
    return NULL;
  combined = sgn_combined_new (record, catalogue, assessment);
  breakdown =
    sgn_breakdown_new (catalogue, sgn_check_range_find_level (catalogue, assessment->level),
                       combined);
  for (guint i = 0; i < breakdown->parts->len; i++)
    unanswered += ((const SgnBreakdownPart *) g_ptr_array_index (breakdown->parts, i))->unanswered;
  return sgn_label_answered (breakdown->items - unanswered, breakdown->items);
}

static void
refresh (SgnGuidelinesPage *self)
{
  SgnRecord *record = sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self)));

  if (record == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card)) {
    SgnCatalogue *catalogue =
      sgn_library_find_catalogue_key (get_library (self),
                                      sgn_guide_card_get_key (SGN_GUIDE_CARD (card)));
    g_autofree char *state = dup_state (record, catalogue);

    sgn_guide_card_set_state (SGN_GUIDE_CARD (card), state);
  }
}

static void
guidelines_toggled_cb (SgnGuidelinesPage *self, GtkToggleButton *button)
{
  sgn_guidelines_page_show_stars (self, !gtk_toggle_button_get_active (button));
}

static gboolean
shows_stars (SgnGuidelinesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "stars") == 0;
}

static void
view_changed_cb (SgnGuidelinesPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* The button follows the page, which can also be turned from elsewhere. */
static void
follow_view_cb (GtkStack *views, GParamSpec *pspec, GtkToggleButton *guidelines)
{
  GtkToggleButton *wanted = guidelines;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (views), "stars") == 0)
    wanted = GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (GTK_WIDGET (guidelines)));
  gtk_toggle_button_set_active (wanted, TRUE);
}

static GtkWidget *
sgn_guidelines_page_get_title_widget (SgnPage *page)
{
  SgnGuidelinesPage *self = SGN_GUIDELINES_PAGE (page);
  GtkWidget *view_switch =
    sgn_view_switch_new (C_ ("view", "Guidelines"), C_ ("view", "Stars"), shows_stars (self));
  GtkToggleButton *guidelines = sgn_view_switch_get_first (view_switch);

  g_signal_connect_object (guidelines, "toggled", G_CALLBACK (guidelines_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (follow_view_cb),
                           guidelines, 0);
  return view_switch;
}

static void
sgn_guidelines_page_opened (SgnPage *page)
{
  SgnGuidelinesPage *self = SGN_GUIDELINES_PAGE (page);

  load (self);
  sgn_star_view_load (self->stars);
  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
narrow_cb (SgnGuidelinesPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  sgn_star_view_set_narrow (self->stars, narrow);
}

static void
letters_changed_cb (SgnGuidelinesPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_guidelines_page_constructed (GObject *object)
{
  SgnGuidelinesPage *self = SGN_GUIDELINES_PAGE (object);

  G_OBJECT_CLASS (sgn_guidelines_page_parent_class)->constructed (object);

  g_signal_connect_object (sgn_page_get_session (SGN_PAGE (self)), "notify::record",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
sgn_guidelines_page_dispose (GObject *object)
{
  SgnGuidelinesPage *self = SGN_GUIDELINES_PAGE (object);

  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_GUIDELINES_PAGE);
  g_clear_pointer (&self->guides, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_guidelines_page_parent_class)->dispose (object);
}

static void
sgn_guidelines_page_class_init (SgnGuidelinesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_guidelines_page_constructed;
  object_class->dispose = sgn_guidelines_page_dispose;
  page_class->get_title_widget = sgn_guidelines_page_get_title_widget;
  page_class->opened = sgn_guidelines_page_opened;

  g_type_ensure (SGN_TYPE_STAR_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-guidelines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnGuidelinesPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SgnGuidelinesPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnGuidelinesPage, views);
  gtk_widget_class_bind_template_child (widget_class, SgnGuidelinesPage, intro);
  gtk_widget_class_bind_template_child (widget_class, SgnGuidelinesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, SgnGuidelinesPage, stars);
}

static void
sgn_guidelines_page_init (SgnGuidelinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * sgn_guidelines_page_show_stars:
 * @self: a page
 * @stars: whether it shows which star a customer may ask for, or the guidelines
 */
void
sgn_guidelines_page_show_stars (SgnGuidelinesPage *self, gboolean stars)
{
  g_return_if_fail (SGN_IS_GUIDELINES_PAGE (self));

  gtk_stack_set_visible_child_name (self->views, stars ? "stars" : "guidelines");
}
