/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-result.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-share-bar.h"
#include "sgn-text-size.h"

#define WEAKEST 4
#define MARK_SIZE 44

struct _SgnSeminarResult {
  GtkBox parent_instance;

  GtkLabel *asked;
  GtkBox *sums;
  SgnShareBar *bar;
  GtkWidget *weakest_part;
  GtkGrid *weakest;

  GtkWidget *marks[SGN_N_HANDS];
  GtkLabel *counts[SGN_N_HANDS];
};

G_DEFINE_FINAL_TYPE (SgnSeminarResult, sgn_seminar_result, GTK_TYPE_BOX)

static void
sgn_seminar_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SEMINAR_RESULT);

  G_OBJECT_CLASS (sgn_seminar_result_parent_class)->dispose (object);
}

static void
sgn_seminar_result_class_init (SgnSeminarResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_seminar_result_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (SGN_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-seminar-result.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarResult, asked);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarResult, sums);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarResult, bar);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarResult, weakest_part);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarResult, weakest);
}

static void
add_sum (SgnSeminarResult *self, SgnHands answer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *word = gtk_label_new (sgn_hands_get_word (answer));
  GtkWidget *count = gtk_label_new (NULL);

  self->marks[answer] = sgn_mark_image_new (sgn_hands_get_mark (answer), MARK_SIZE);
  self->counts[answer] = GTK_LABEL (count);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->marks[answer]), GTK_ACCESSIBLE_STATE_HIDDEN,
                               TRUE, -1);
  gtk_widget_add_css_class (box, "sem-sum");
  gtk_widget_add_css_class (count, "sem-sum-count");
  gtk_widget_add_css_class (count, "tnum");
  gtk_widget_set_hexpand (word, TRUE);
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->marks[answer]);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (self->sums, box);
}

static void
sgn_seminar_result_init (SgnSeminarResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (SgnHands i = 0; i < SGN_N_HANDS; i++)
    add_sum (self, i);
}

static void
read_hands (const SgnRoom *room, guint question, guint *hands)
{
  for (SgnHands i = 0; i < SGN_N_HANDS; i++)
    hands[i] = sgn_room_get (room, question, i);
}

static void
show_sums (SgnSeminarResult *self, const SgnRoom *room)
{
  guint hands[SGN_N_HANDS];

  for (SgnHands i = 0; i < SGN_N_HANDS; i++) {
    g_autofree char *digits = g_strdup_printf ("%u", sgn_room_sum (room, i));

    hands[i] = sgn_room_sum (room, i);
    gtk_label_set_label (self->counts[i], digits);
  }
  sgn_share_bar_set (self->bar, hands);
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_weak (SgnSeminarResult *self, const SgnItem *item, const guint *hands, int row)
{
  SgnLanguage language = sgn_language_of_user ();
  guint all = hands[0] + hands[1] + hands[2] + hands[3];
  /* Translators: number and title of a question */
  g_autofree char *title =
    g_strdup_printf (_ ("No. %s %s"), item->number, sgn_text_get (&item->short_title, language));
  /* Translators: so many hands of so many said “Done” */
  g_autofree char *share = g_strdup_printf (_ ("Done: %u of %u"), hands[SGN_HANDS_DONE], all);
  GtkWidget *bar = sgn_share_bar_new ();

  sgn_share_bar_set (SGN_SHARE_BAR (bar), hands);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->weakest, make_label (title, "sem-weak"), 0, row, 1, 1);
  gtk_grid_attach (self->weakest, bar, 1, row, 1, 1);
  gtk_grid_attach (self->weakest, make_label (share, "tnum"), 2, row, 1, 1);
}

static void
show_weakest (SgnSeminarResult *self, const SgnCatalogue *catalogue, const SgnRoom *room)
{
  g_autoptr (GArray) weakest = sgn_room_find_weakest (room, WEAKEST);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->weakest))) != NULL)
    gtk_grid_remove (self->weakest, child);
  for (guint i = 0; i < weakest->len; i++) {
    guint question = g_array_index (weakest, guint, i);
    guint hands[SGN_N_HANDS];

    read_hands (room, question, hands);
    add_weak (self, g_ptr_array_index (catalogue->items, question), hands, (int) i);
  }
  gtk_widget_set_visible (self->weakest_part, weakest->len > 0);
}

/**
 * sgn_seminar_result_show:
 * @self: the page
 * @catalogue: what was asked
 * @room: the hands counted
 *
 * Shows the room as it is now.
 */
void
sgn_seminar_result_show (SgnSeminarResult *self, const SgnCatalogue *catalogue, const SgnRoom *room)
{
  guint asked = sgn_room_count_asked (room);
  /* Translators: how many questions, and of how many */
  g_autofree char *words = asked > 0
                             ? g_strdup_printf (_ ("Hands were counted for %u of %u questions."),
                                                asked, catalogue->items->len)
                             : g_strdup (_ ("No hands were counted yet."));

  g_return_if_fail (SGN_IS_SEMINAR_RESULT (self));

  gtk_label_set_label (self->asked, words);
  show_sums (self, room);
  show_weakest (self, catalogue, room);
}

/**
 * sgn_seminar_result_set_scale:
 * @self: the page
 * @scale: by how much it is larger than on 720 lines
 */
void
sgn_seminar_result_set_scale (SgnSeminarResult *self, double scale)
{
  double letters = sgn_text_scale_get (GTK_WIDGET (self));

  g_return_if_fail (SGN_IS_SEMINAR_RESULT (self));

  for (SgnHands i = 0; i < SGN_N_HANDS; i++)
    g_object_set (self->marks[i], "size", MAX (8, (int) lround (MARK_SIZE * scale / letters)),
                  NULL);
}
