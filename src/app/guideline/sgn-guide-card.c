/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-guide-card.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"

struct _SgnGuideCard {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *what;
  GtkBox *parts;
  GtkWidget *open_button;
  GtkBox *facts;

  char *key;
};

G_DEFINE_FINAL_TYPE (SgnGuideCard, sgn_guide_card, GTK_TYPE_BOX)

static void
sgn_guide_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_GUIDE_CARD);

  G_OBJECT_CLASS (sgn_guide_card_parent_class)->dispose (object);
}

static void
sgn_guide_card_finalize (GObject *object)
{
  g_free (SGN_GUIDE_CARD (object)->key);

  G_OBJECT_CLASS (sgn_guide_card_parent_class)->finalize (object);
}

static void
sgn_guide_card_class_init (SgnGuideCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_guide_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_guide_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-guide-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnGuideCard, title);
  gtk_widget_class_bind_template_child (widget_class, SgnGuideCard, state);
  gtk_widget_class_bind_template_child (widget_class, SgnGuideCard, what);
  gtk_widget_class_bind_template_child (widget_class, SgnGuideCard, parts);
  gtk_widget_class_bind_template_child (widget_class, SgnGuideCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, SgnGuideCard, facts);
}

static void
sgn_guide_card_init (SgnGuideCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* “For whom: …” */
static void
add_part (SgnGuideCard *self, const char *title, const SgnText *text)
{
  /* Translators: a heading and what is said under it, in one line */
  g_autofree char *line =
    g_strdup_printf (_ ("%s: %s"), title, sgn_text_get (text, sgn_language_of_user ()));

  add_label (self->parts, line, "sg-small");
}

static void
add_fact (SgnGuideCard *self, const SgnGuideFact *fact)
{
  SgnLanguage language = sgn_language_of_user ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: what a fact is about, and how well it is known */
  g_autofree char *heading = g_strdup_printf (_ ("%s (%s)"), sgn_text_get (&fact->title, language),
                                              sgn_known_to_words (fact->known));

  add_label (GTK_BOX (box), heading, "sg-small");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "word");
  add_label (GTK_BOX (box), sgn_text_get (&fact->text, language), "sg-small");
  gtk_box_append (self->facts, box);
}

static void
add_date (SgnGuideCard *self, const char *checked, const char *url)
{
  g_autofree char *date = sgn_date_to_words (checked, sgn_language_of_user ());
  g_autofree char *line =
    g_strdup_printf (_ ("As of %s. See the official site for the latest."), date);

  add_label (self->facts, line, "sg-small");
  add_label (self->facts, url, "sg-small");
  gtk_label_set_selectable (GTK_LABEL (gtk_widget_get_last_child (GTK_WIDGET (self->facts))), TRUE);
}

static void
fill (SgnGuideCard *self, const SgnGuide *guide, const SgnCatalogue *catalogue)
{
  SgnLanguage language = sgn_language_of_user ();

  gtk_label_set_text (self->title, sgn_text_get (&catalogue->short_title, language));
  gtk_label_set_text (self->what, sgn_text_get (&guide->what, language));
  add_part (self, _ ("For whom"), &guide->who);
  add_part (self, _ ("How long it takes (our estimate)"), &guide->time);
  add_part (self, _ ("Which star"), &guide->star);
  for (guint i = 0; i < guide->facts->len; i++)
    add_fact (self, g_ptr_array_index (guide->facts, i));
  add_date (self, guide->checked, catalogue->source_url);
  gtk_widget_set_visible (self->open_button, sgn_catalogue_asks (catalogue));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", self->key);
}

/**
 * sgn_guide_card_new:
 * @guide: what is known of a guideline
 * @catalogue: the guideline
 *
 * Returns: a new card
 */
GtkWidget *
sgn_guide_card_new (const SgnGuide *guide, const SgnCatalogue *catalogue)
{
  SgnGuideCard *self = g_object_new (SGN_TYPE_GUIDE_CARD, NULL);

  self->key = sgn_catalogue_dup_key (catalogue);
  fill (self, guide, catalogue);
  return GTK_WIDGET (self);
}

void
sgn_guide_card_set_state (SgnGuideCard *self, const char *state)
{
  g_return_if_fail (SGN_IS_GUIDE_CARD (self));

  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
}

const char *
sgn_guide_card_get_key (SgnGuideCard *self)
{
  g_return_val_if_fail (SGN_IS_GUIDE_CARD (self), NULL);

  return self->key;
}
