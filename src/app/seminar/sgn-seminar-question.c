/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-question.h"

#include <glib/gi18n-lib.h>

#include "sgn-countdown.h"
#include "sgn-labels.h"
#include "sgn-seminar-tile.h"
#include "sgn-share-bar.h"

#define WORDS "seminar" /* the texts of the sheets that the questions stand in */

struct _SgnSeminarQuestion {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkBox *tiles;
  GtkWidget *reveal_box;
  GtkLabel *reveal_head;
  GtkLabel *reveal_text;
  GtkLabel *hands;
  SgnShareBar *bar;
  GtkLabel *number;
  GtkLabel *left;

  SgnSeminarTile *tile[SGN_N_HANDS];
};

G_DEFINE_FINAL_TYPE (SgnSeminarQuestion, sgn_seminar_question, GTK_TYPE_BOX)

static void
sgn_seminar_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SEMINAR_QUESTION);

  G_OBJECT_CLASS (sgn_seminar_question_parent_class)->dispose (object);
}

static void
sgn_seminar_question_class_init (SgnSeminarQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_seminar_question_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (SGN_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-seminar-question.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, title);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, tiles);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, reveal_box);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, reveal_head);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, reveal_text);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, hands);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, bar);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, number);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarQuestion, left);
}

static void
sgn_seminar_question_init (SgnSeminarQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (SgnHands i = 0; i < SGN_N_HANDS; i++) {
    self->tile[i] = SGN_SEMINAR_TILE (sgn_seminar_tile_new (i));
    gtk_box_append (self->tiles, GTK_WIDGET (self->tile[i]));
  }
}

/**
 * sgn_seminar_question_make_key:
 * @item: a question
 *
 * Returns: (transfer full): where its words for the wall stand among the texts: “question.sd_11”
 */
char *
sgn_seminar_question_make_key (const SgnItem *item)
{
  g_autofree char *id = g_ascii_strdown (item->id, -1);

  return g_strconcat ("question.", g_strdelimit (id, "-", '_'), NULL);
}

/**
 * sgn_seminar_question_show:
 * @self: the page
 * @library: the program's own data
 * @catalogue: what is asked
 * @position: which of its questions, from 0
 *
 * Shows a question in the short words that are made for the wall, with their fixed line breaks.
 */
void
sgn_seminar_question_show (SgnSeminarQuestion *self,
                           SgnLibrary *library,
                           const SgnCatalogue *catalogue,
                           guint position)
{
  const SgnItem *item = g_ptr_array_index (catalogue->items, position);
  g_autofree char *key = sgn_seminar_question_make_key (item);
  /* Translators: number of a question, and of how many */
  g_autofree char *number =
    g_strdup_printf (_ ("No. %s / %u"), item->number, catalogue->items->len);

  g_return_if_fail (SGN_IS_SEMINAR_QUESTION (self));

  gtk_label_set_label (self->title, sgn_documents_text (library->documents, WORDS, key,
                                                        sgn_language_of_user ()));
  gtk_label_set_label (self->number, number);
}

/**
 * sgn_seminar_question_set_room:
 * @self: the page
 * @room: the hands counted so far
 * @position: the question that is shown
 */
void
sgn_seminar_question_set_room (SgnSeminarQuestion *self, const SgnRoom *room, guint position)
{
  guint hands[SGN_N_HANDS];
  guint all = sgn_room_count (room, position);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hand raised", "%u hands raised", all), all);

  g_return_if_fail (SGN_IS_SEMINAR_QUESTION (self));

  for (SgnHands i = 0; i < SGN_N_HANDS; i++) {
    hands[i] = sgn_room_get (room, position, i);
    sgn_seminar_tile_set_count (self->tile[i], hands[i]);
  }
  sgn_share_bar_set (self->bar, hands);
  gtk_label_set_label (self->hands, words);
}

/**
 * sgn_seminar_question_set_left:
 * @self: the page
 * @left: seconds
 * @running: whether the clock runs
 */
void
sgn_seminar_question_set_left (SgnSeminarQuestion *self, int left, gboolean running)
{
  g_autofree char *clock = sgn_countdown_format (left);
  /* Translators: %s is a time, such as “1:40” */
  g_autofree char *words = g_strdup_printf (_ ("%s left"), clock);

  g_return_if_fail (SGN_IS_SEMINAR_QUESTION (self));

  gtk_label_set_label (self->left, left > 0 ? words : C_ ("seminar", "Time is up"));
  if (running || left == 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->left), "muted");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->left), "muted");
}

static char *
dup_sample_words (const SgnItem *item, const SgnAnswer *answer, SgnLanguage language)
{
  const char *word = sgn_label_value (item, answer != NULL ? answer->value : NULL, language);

  if (answer == NULL || answer->note == NULL || *answer->note == '\0')
    return g_strdup (word);
  /* Translators: an answer, and the note that was written beside it */
  return g_strdup_printf (_ ("%s – “%s”"), word, answer->note);
}

/**
 * sgn_seminar_question_reveal:
 * @self: the page
 * @reveal: what is told besides the question
 * @item: the question that is shown
 * @sample: (nullable): what the sample company answered
 */
void
sgn_seminar_question_reveal (SgnSeminarQuestion *self,
                             SgnReveal reveal,
                             const SgnItem *item,
                             const SgnAnswer *sample)
{
  SgnLanguage language = sgn_language_of_user ();
  gboolean good = reveal == SGN_REVEAL_GOOD;
  g_autofree char *words = NULL;

  g_return_if_fail (SGN_IS_SEMINAR_QUESTION (self));

  gtk_widget_set_visible (self->reveal_box, reveal != SGN_REVEAL_NOTHING);
  if (reveal == SGN_REVEAL_NOTHING)
    return;
  words = good ? g_strdup (sgn_text_get (&item->good, language))
               : dup_sample_words (item, sample, language);
  gtk_label_set_label (self->reveal_head, good ? C_ ("seminar", "What counts as done")
                                               : C_ ("seminar", "The sample company’s answer"));
  gtk_label_set_label (self->reveal_text, words);
}

/**
 * sgn_seminar_question_set_scale:
 * @self: the page
 * @scale: by how much it is larger than on 720 lines
 */
void
sgn_seminar_question_set_scale (SgnSeminarQuestion *self, double scale)
{
  g_return_if_fail (SGN_IS_SEMINAR_QUESTION (self));

  for (SgnHands i = 0; i < SGN_N_HANDS; i++)
    sgn_seminar_tile_set_scale (self->tile[i], scale);
}
