/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-star-view.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-star-question-box.h"

struct _SgnStarView {
  GtkBox parent_instance;

  GtkToggleButton *supplier;
  GtkBox *questions;
  GtkLabel *answer;
  GtkLabel *reason;
  GtkLabel *remark;
  GtkLabel *advice_heading;
  GtkBox *advice;
  GtkBox *families;
  GtkBox *differences;
  GtkLabel *basis;

  SgnStarGuide *guide; /* (nullable): once it was needed */
};

G_DEFINE_FINAL_TYPE (SgnStarView, sgn_star_view, GTK_TYPE_BOX)

static const char *
get_text (const SgnText *text)
{
  return sgn_text_get (text, sgn_language_of_user ());
}

static SgnSide
get_side (SgnStarView *self)
{
  return gtk_toggle_button_get_active (self->supplier) ? SGN_SIDE_SUPPLIER : SGN_SIDE_ORDERER;
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

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_lines (GtkBox *box, GPtrArray *texts)
{
  clear (box);
  for (guint i = 0; i < texts->len; i++) {
    /* Translators: one line of a list */
    g_autofree char *line = g_strdup_printf (_ ("• %s"), get_text (g_ptr_array_index (texts, i)));

    add_label (box, line, "body");
  }
}

static const SgnStarAnswer *
decide (SgnStarView *self)
{
  g_autofree SgnReply *replies = g_new0 (SgnReply, self->guide->questions->len);
  guint at = 0;

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    replies[at++] = sgn_star_question_box_get_reply (SGN_STAR_QUESTION_BOX (box));
  return sgn_star_guide_decide (self->guide, replies);
}

static void
show_answer (SgnStarView *self)
{
  const SgnStarAnswer *answer = decide (self);

  gtk_label_set_text (self->answer, get_text (&answer->title));
  gtk_label_set_text (self->reason, get_text (&answer->text[get_side (self)]));
}

static void
replied_cb (SgnStarView *self)
{
  show_answer (self);
  sgn_announce (GTK_WIDGET (self), gtk_label_get_text (self->answer));
}

static void
show_side (SgnStarView *self)
{
  SgnSide side = get_side (self);

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    sgn_star_question_box_set_side (SGN_STAR_QUESTION_BOX (box), side);
  gtk_label_set_text (self->advice_heading,
                      side == SGN_SIDE_SUPPLIER ? _ ("If you will be asked") : _ ("If you ask"));
  fill_lines (self->advice, self->guide->advice[side]);
  show_answer (self);
}

static void
side_cb (SgnStarView *self)
{
  if (self->guide != NULL)
    show_side (self);
}

static void
add_family (SgnStarView *self, const SgnStarFamily *family)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *name =
    /* Translators: a scheme and the stars it has */
    g_strdup_printf (_ ("%s %s"), get_text (&family->name), family->stars);

  gtk_widget_add_css_class (box, "aside");
  add_label (GTK_BOX (box), name, "heading");
  add_label (GTK_BOX (box), get_text (&family->about), "sg-small");
  add_label (GTK_BOX (box), get_text (&family->how), "sg-small");
  add_label (GTK_BOX (box), get_text (&family->when), "sg-small");
  gtk_box_append (self->families, box);
}

static void
fill (SgnStarView *self)
{
  g_autofree char *date = sgn_date_to_words (self->guide->checked, sgn_language_of_user ());
  g_autofree char *latest =
    g_strdup_printf (_ ("As of %s. See the official site for the latest."), date);
  g_autofree char *basis = g_strdup_printf ("%s\n%s", get_text (&self->guide->basis), latest);

  for (guint i = 0; i < self->guide->questions->len; i++) {
    GtkWidget *box = sgn_star_question_box_new (g_ptr_array_index (self->guide->questions, i));

    g_signal_connect_object (box, "replied", G_CALLBACK (replied_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->questions, box);
  }
  gtk_label_set_text (self->remark, get_text (&self->guide->remark));
  gtk_label_set_text (self->basis, basis);
  for (guint i = 0; i < self->guide->families->len; i++)
    add_family (self, g_ptr_array_index (self->guide->families, i));
  fill_lines (self->differences, self->guide->differences);
  show_side (self);
}

static void
sgn_star_view_dispose (GObject *object)
{
  SgnStarView *self = SGN_STAR_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_STAR_VIEW);
  g_clear_pointer (&self->guide, sgn_star_guide_free);

  G_OBJECT_CLASS (sgn_star_view_parent_class)->dispose (object);
}

static void
sgn_star_view_class_init (SgnStarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_star_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-star-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, supplier);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, questions);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, answer);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, reason);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, remark);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, advice_heading);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, advice);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, families);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, differences);
  gtk_widget_class_bind_template_child (widget_class, SgnStarView, basis);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
}

static void
sgn_star_view_init (SgnStarView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_star_view_load:
 * @self: a view
 *
 * Reads what it shows, once; what is damaged is said instead of the answer.
 */
void
sgn_star_view_load (SgnStarView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();

  g_return_if_fail (SGN_IS_STAR_VIEW (self));

  if (self->guide != NULL)
    return;
  self->guide = sgn_star_guide_load (data_dir, &error);
  if (self->guide != NULL)
    fill (self);
  else
    gtk_label_set_text (self->reason, error->message);
}

void
sgn_star_view_set_narrow (SgnStarView *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_STAR_VIEW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->families),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->families, !narrow);
}
