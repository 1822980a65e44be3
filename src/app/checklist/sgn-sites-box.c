/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sites-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-record-years.h"

#define MARK_SIZE 18

struct _SgnSitesBox {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkBox *sites;
  GtkWidget *release_button;
};

G_DEFINE_FINAL_TYPE (SgnSitesBox, sgn_sites_box, GTK_TYPE_BOX)

enum {
  SIGNAL_RELEASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
release_cb (SgnSitesBox *self)
{
  g_signal_emit (self, signals[SIGNAL_RELEASED], 0);
}

static void
sgn_sites_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SITES_BOX);

  G_OBJECT_CLASS (sgn_sites_box_parent_class)->dispose (object);
}

static void
sgn_sites_box_class_init (SgnSitesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_sites_box_dispose;

  signals[SIGNAL_RELEASED] = g_signal_new ("released", SGN_TYPE_SITES_BOX, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-sites-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSitesBox, words);
  gtk_widget_class_bind_template_child (widget_class, SgnSitesBox, sites);
  gtk_widget_class_bind_template_child (widget_class, SgnSitesBox, release_button);
  gtk_widget_class_bind_template_callback (widget_class, release_cb);
}

static void
sgn_sites_box_init (SgnSitesBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_site_name (const SgnRecord *record, const SgnAssessment *part)
{
  const SgnSite *site = sgn_record_find_site (record, part->site);

  return site != NULL && site->name != NULL ? site->name : "";
}

/* Which site decided, or why none did. */
static char *
dup_words (const SgnCheckAnswers *answers, const SgnCombinedAnswer *found)
{
  guint parts = answers->combined->parts->len;

  if (found->decided)
    return g_strdup (_ ("The company has decided this itself."));
  if (found->source == NULL)
    return g_strdup_printf (
      ngettext ("%u of %u site has answered. Until all have, nothing counts.",
                "%u of %u sites have answered. Until all have, nothing counts.", parts),
      found->answered, parts);
  if (found->differing == 0)
    return g_strdup (_ ("All sites say the same."));
  return g_strdup_printf (_ ("“%s” decides: the site furthest behind counts."),
                          get_site_name (answers->record, found->source));
}

static GtkWidget *
make_line (const char *name, const char *word, SgnMark mark, gboolean decides)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image =
    g_object_new (SGN_TYPE_MARK_IMAGE, "size", MARK_SIZE, "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  /* Translators: a site and what it says, as “Factory: Partly done” */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), name, word);
  GtkWidget *label = gtk_label_new (text);

  sgn_mark_image_set_mark (SGN_MARK_IMAGE (image), mark);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, decides ? "word" : "sg-small");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
fill_sites (SgnSitesBox *self,
            const SgnCheckAnswers *answers,
            const SgnItem *item,
            const SgnAssessment *source)
{
  SgnLanguage language = sgn_language_of_user ();
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->sites))) != NULL)
    gtk_box_remove (self->sites, line);
  for (guint i = 0; i < answers->combined->parts->len; i++) {
    const SgnAssessment *part = g_ptr_array_index (answers->combined->parts, i);
    const SgnAnswer *answer = sgn_assessment_find_answer (part, item->id);
    const char *value = answer != NULL ? answer->value : NULL;

    gtk_box_append (self->sites, make_line (get_site_name (answers->record, part),
                                            sgn_label_value (item, value, language),
                                            sgn_item_get_mark (item, value), part == source));
  }
}

/**
 * sgn_sites_box_show_item:
 * @self: a box
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_sites_box_show_item (SgnSitesBox *self, SgnChecklist *checklist, guint index)
{
  const SgnCheckAnswers *answers = sgn_checklist_get_answers (checklist);
  const SgnItem *item = sgn_checklist_get_item (checklist, index);
  gboolean gathered = sgn_check_answers_have_sites (answers);

  g_return_if_fail (SGN_IS_SITES_BOX (self));

  if (gathered) {
    SgnCombinedAnswer found = sgn_combined_find_answer (answers->combined, item);
    g_autofree char *words = dup_words (answers, &found);

    gtk_label_set_text (self->words, words);
    fill_sites (self, answers, item, found.source);
    gtk_widget_set_visible (self->release_button,
                            found.decided && sgn_checklist_is_editable (checklist));
  }
  gtk_widget_set_visible (GTK_WIDGET (self), gathered);
}
