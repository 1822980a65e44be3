/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-score-card.h"

#include <glib/gi18n-lib.h>

#include "sgn-band-scale.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-result-words.h"

#define MARK 22
/* Counts stand side by side, as many as the narrow page can show with large letters. */
#define COUNTS_WIDE 3
#define COUNTS_NARROW 2

struct _SgnScoreCard {
  GtkBox parent_instance;

  GtkLabel *eyebrow;
  GtkWidget *total;
  GtkLabel *number;
  GtkLabel *max;
  GtkLabel *difference;
  GtkSeparator *line;
  GtkLabel *meaning;
  GtkLabel *remark;
  GtkWidget *go_on_button;
  GtkBox *scale_box;
  SgnBandScale *scale;
  GtkGrid *counts;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SgnScoreCard, sgn_score_card, GTK_TYPE_BOX)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static const char *
get_eyebrow (const SgnResults *results)
{
  gboolean complete = sgn_results_is_complete (results);

  /* Translators: above a number that is not final because questions are not answered */
  if (results->kind == SGN_RESULTS_POINTS)
    return complete ? _ ("Total") : _ ("Points so far");
  if (results->kind == SGN_RESULTS_LEVEL)
    return complete ? _ ("Mean level") : _ ("Mean level so far");
  return complete ? _ ("Done") : _ ("Done so far");
}

static char *
dup_difference (const SgnResults *results)
{
  g_autofree char *difference =
    sgn_result_words_dup_difference (results->kind, &results->whole, &results->whole_before);

  /* Translators: how much more or less than at an earlier check, such as +25 */
  return *difference != '\0' ? g_strdup_printf (_ ("%s since then"), difference) : NULL;
}

/* How many requirements are met, where several criteria make one. */
static char *
dup_requirements (const SgnResults *results)
{
  guint groups = sgn_score_count_groups (results->score, NULL);

  return g_strdup_printf (ngettext ("%u of %u requirement is met in full",
                                    "%u of %u requirements are met in full", groups),
                          sgn_score_count_met_groups (results->score, NULL), groups);
}

static char *
dup_meaning (const SgnResults *results)
{
  SgnLanguage language = sgn_language_of_user ();
  const SgnResultValue *whole = &results->whole;

  if (!sgn_results_is_complete (results))
    return sgn_label_answered (whole->answered, whole->items);
  if (results->score->band != NULL)
    return g_strdup (sgn_text_get (&results->score->band->reading, language));
  if (results->score->groups->len > 0)
    return dup_requirements (results);
  if (results->kind == SGN_RESULTS_LEVEL)
    return g_strdup (_ ("All questions have an answer"));
  return g_strdup_printf (ngettext ("%d of %d item is done", "%d of %d items are done",
                                    (gulong) whole->max),
                          whole->value, whole->max);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0 && sgn_language_of_user () == SGN_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* What is most often misunderstood stands beside the number. */
static char *
dup_remark (const SgnResults *results)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint none = results->score->counts[SGN_MARK_NOT_APPLICABLE];

  if (results->kind == SGN_RESULTS_POINTS)
    add_sentence (text, _ ("There is no pass mark, and nobody has to be shown the total."));
  else if (results->kind == SGN_RESULTS_LEVEL)
    add_sentence (text, _ ("A mean of what was answered. It says nothing about passing."));
  else if (results->score->groups->len > 0)
    add_sentence (text, _ ("Only what is met in full counts. These are numbers from your own "
                           "check, not the result of an evaluation."));
  else
    add_sentence (text, _ ("Only what is fully done counts. It is a number, not a pass."));
  if (results->score->band != NULL)
    add_sentence (text, sgn_text_get (&results->score->band->next, sgn_language_of_user ()));
  if (none > 0 && results->kind == SGN_RESULTS_POINTS) {
    g_autofree char *words =
      g_strdup_printf (ngettext ("%u answer is “not applicable”; how the official form counts it "
                                 "is not known.",
                                 "%u answers are “not applicable”; how the official form counts "
                                 "them is not known.",
                                 none),
                       none);
    add_sentence (text, words);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_count (SgnScoreCard *self, SgnMark mark, const char *word, guint count, guint *place)
{
  guint columns = self->narrow ? COUNTS_NARROW : COUNTS_WIDE;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = sgn_mark_image_new (mark, MARK);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *value = gtk_label_new (number);

  gtk_widget_add_css_class (label, "sg-small");
  gtk_widget_add_css_class (value, "tnum");
  gtk_widget_add_css_class (value, "word");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_grid_attach (self->counts, box, (int) (*place % columns), (int) (*place / columns), 1, 1);
  (*place)++;
}

/* How often each answer was given, where no scale of readings says more. */
static void
show_counts (SgnScoreCard *self, const SgnResults *results)
{
  const SgnScale *scale = results->catalogue->scales->pdata[0];
  guint place = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_grid_remove (self->counts, child);
  for (guint i = 0; i < scale->values->len; i++) {
    const SgnScaleValue *value = scale->values->pdata[i];
    const SgnValueCount *count = &g_array_index (results->score->values, SgnValueCount, i);

    if (count->count > 0)
      add_count (self, value->mark, sgn_text_get (&value->short_label, sgn_language_of_user ()),
                 count->count, &place);
  }
  if (results->score->counts[SGN_MARK_NONE] > 0)
    add_count (self, SGN_MARK_NONE, _ ("Not answered"), results->score->counts[SGN_MARK_NONE],
               &place);
}

static char *
dup_max (const SgnResults *results)
{
  if (results->kind != SGN_RESULTS_POINTS)
    return sgn_result_words_dup_max (results->kind, &results->whole);
  /* Translators: behind a total: of how many points */
  return g_strdup_printf (_ ("/ %d points"), results->whole.max);
}

static void
show_total (SgnScoreCard *self, const SgnResults *results)
{
  g_autofree char *number = sgn_result_words_dup_number (results->kind, &results->whole);
  g_autofree char *max = dup_max (results);
  g_autofree char *said = sgn_result_words_dup_said (results->kind, &results->whole);
  g_autofree char *difference = dup_difference (results);

  set_text (self->eyebrow, get_eyebrow (results));
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->max, max);
  set_text (self->difference, difference);
  if (results->whole.value < results->whole_before.value)
    gtk_widget_remove_css_class (GTK_WIDGET (self->difference), "gain");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->difference), "gain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->total), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
}

static void
sgn_score_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SCORE_CARD);

  G_OBJECT_CLASS (sgn_score_card_parent_class)->dispose (object);
}

static void
sgn_score_card_class_init (SgnScoreCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_score_card_dispose;

  g_type_ensure (SGN_TYPE_BAND_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-score-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, eyebrow);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, total);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, number);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, max);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, difference);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, line);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, meaning);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, remark);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, scale_box);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, scale);
  gtk_widget_class_bind_template_child (widget_class, SgnScoreCard, counts);
}

static void
sgn_score_card_init (SgnScoreCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_score_card_show:
 * @self: a card
 * @results: what a check came to
 */
void
sgn_score_card_show (SgnScoreCard *self, const SgnResults *results)
{
  g_autofree char *meaning = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *key = NULL;
  gboolean scaled;

  g_return_if_fail (SGN_IS_SCORE_CARD (self) && results != NULL);

  meaning = dup_meaning (results);
  remark = dup_remark (results);
  key = sgn_catalogue_dup_key (results->catalogue);
  scaled = results->catalogue->bands->len > 0;
  show_total (self, results);
  set_text (self->meaning, meaning);
  set_text (self->remark, remark);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_on_button), "s", key);
  gtk_widget_set_visible (self->go_on_button,
                          !sgn_results_is_complete (results) && !results->assessment->closed);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_box), scaled);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), !scaled);
  if (scaled)
    sgn_band_scale_show (self->scale, results);
  else
    show_counts (self, results);
}

void
sgn_score_card_set_narrow (SgnScoreCard *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (SGN_IS_SCORE_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), orientation);
  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->line), !narrow);
}
