/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-subsidy-facts.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"

struct _SgnSubsidyFacts {
  GtkBox parent_instance;

  GtkLabel *about;
  GtkWidget *list;
  GtkLabel *site;
};

G_DEFINE_FINAL_TYPE (SgnSubsidyFacts, sgn_subsidy_facts, GTK_TYPE_BOX)

static void
sgn_subsidy_facts_class_init (SgnSubsidyFactsClass *klass)
{
}

static void
sgn_subsidy_facts_init (SgnSubsidyFacts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->about = GTK_LABEL (sgn_plain_label ("", NULL));
  self->list = sgn_plain_list (_ ("What is known"));
  self->site = GTK_LABEL (sgn_plain_label ("", "sg-small"));
  gtk_label_set_selectable (self->site, TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->site));
}

GtkWidget *
sgn_subsidy_facts_new (void)
{
  return g_object_new (SGN_TYPE_SUBSIDY_FACTS, NULL);
}

/* How well it is known, who says so, and when it was looked up. */
static char *
dup_seen (SgnKnown known, const char *source, const char *checked)
{
  g_autofree char *day = sgn_date_to_words (checked, sgn_language_of_user ());

  return g_strdup_printf (_ ("%s · looked up on %s · %s"), sgn_known_to_words (known), day, source);
}

static void
add_row (SgnSubsidyFacts *self, const char *title, const char *text, const char *seen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = sgn_plain_label (seen, "sg-small");
  g_autofree char *name = g_strdup_printf ("%s: %s %s", title, text, seen);

  gtk_widget_add_css_class (label, "muted");
  gtk_widget_add_css_class (box, "subsidy-fact");
  gtk_box_append (GTK_BOX (box), sgn_plain_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), sgn_plain_label (text, NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_fact (SgnSubsidyFacts *self, const char *title, const SgnSubsidyFact *fact)
{
  g_autofree char *seen = dup_seen (fact->known, fact->source, fact->checked);

  add_row (self, title, sgn_text_get (&fact->text, sgn_language_of_user ()), seen);
}

static void
add_round (SgnSubsidyFacts *self, const SgnSubsidyRound *round, const char *today)
{
  g_autofree char *seen = dup_seen (round->known, round->source, round->checked);
  g_autofree char *day = sgn_date_to_words (round->date, sgn_language_of_user ());
  const gboolean passed = sgn_date_compare (round->date, today) < 0;
  g_autofree char *text = g_strdup_printf (passed ? _ ("%s (has passed)") : "%s", day);

  add_row (self, _ ("Closing date"), text, seen);
}

void
sgn_subsidy_facts_show (SgnSubsidyFacts *self, const SgnSubsidy *subsidy, const char *today)
{
  const SgnLanguage language = sgn_language_of_user ();
  g_autofree char *star = NULL;
  g_autofree char *site = NULL;

  g_return_if_fail (SGN_IS_SUBSIDY_FACTS (self));
  g_return_if_fail (subsidy != NULL && today != NULL);

  star = g_strdup_printf (_ ("The star asked for: %s"), sgn_subsidy_star_to_words (subsidy->needs));
  site =
    subsidy->site != NULL ? g_strdup_printf (_ ("The office’s page: %s"), subsidy->site) : NULL;
  gtk_label_set_text (self->about, sgn_text_get (&subsidy->about, language));
  sgn_plain_clear (self->list);
  add_fact (self, star, subsidy->star);
  for (guint i = 0; i < subsidy->facts->len; i++) {
    const SgnSubsidyFact *fact = g_ptr_array_index (subsidy->facts, i);

    add_fact (self, sgn_text_get (&fact->title, language), fact);
  }
  for (guint i = 0; i < subsidy->rounds->len; i++)
    add_round (self, g_ptr_array_index (subsidy->rounds, i), today);
  gtk_label_set_text (self->site, site != NULL ? site : _ ("The office’s page is not known here."));
}
