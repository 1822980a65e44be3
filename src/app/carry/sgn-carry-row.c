/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-carry-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-carry-sign.h"
#include "sgn-mark-image.h"
#include "sgn-placeholder.h"

#define MARK_SIZE 26

struct _SgnCarryRow {
  GtkCheckButton parent_instance;

  GtkBox *body;
  GtkBox *pair;
  GtkBox *from_mark;
  GtkLabel *from_title;
  GtkLabel *from_value;
  GtkWidget *arrow;
  GtkBox *to_mark;
  GtkLabel *to_title;
  GtkLabel *to_value;
  GtkLabel *why;
  GtkLabel *others;
  GtkBox *signs;

  const SgnProposal *proposal;
};

G_DEFINE_FINAL_TYPE (SgnCarryRow, sgn_carry_row, GTK_TYPE_CHECK_BUTTON)

static void
sgn_carry_row_dispose (GObject *object)
{
  /* The template would take the child away behind the button's back. */
  gtk_check_button_set_child (GTK_CHECK_BUTTON (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_CARRY_ROW);

  G_OBJECT_CLASS (sgn_carry_row_parent_class)->dispose (object);
}

static void
sgn_carry_row_class_init (SgnCarryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_carry_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-carry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, body);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, pair);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, from_mark);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, from_title);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, from_value);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, to_mark);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, to_title);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, to_value);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, why);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, others);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryRow, signs);
}

static void
sgn_carry_row_init (SgnCarryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

char *
sgn_carry_row_dup_title (const SgnItem *item)
{
  const char *title = sgn_text_get (&item->short_title, sgn_language_of_user ());
  g_autofree char *number = g_strdup_printf (_ ("No.%s"), item->number);

  return g_strdup_printf ("%s　%s", item->group != NULL ? item->number : number, title);
}

/* The other answers that say something about the same item. */
static char *
dup_others (const SgnProposal *proposal)
{
  GString *names = g_string_new (NULL);

  for (guint i = 1; i < proposal->sources->len; i++) {
    const SgnProposalSource *source = g_ptr_array_index (proposal->sources, i);
    g_autofree char *title = sgn_carry_row_dup_title (source->item);

    /* Translators: an answer among several: “No.7 (done)” */
    g_string_append_printf (names, _ ("%s (%s)"), title,
                            sgn_text_get (&source->said->short_label, sgn_language_of_user ()));
    if (i + 1 < proposal->sources->len)
      g_string_append (names, C_ ("between answers", ", "));
  }
  return g_string_free (names, FALSE);
}

static void
add_sign (SgnCarryRow *self, GtkWidget *sign, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sg-small");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->signs, box);
}

/* How alike two texts are says more than that they overlap. */
static void
add_signs (SgnCarryRow *self, const SgnProposalSource *source)
{
  g_autofree char *likeness = g_strdup_printf (_ ("%u %% alike"), source->likeness);

  add_sign (self, sgn_carry_sign_new_relation (source->relation),
            source->likeness > 0 ? likeness : sgn_relation_to_words (source->relation));
  add_sign (self, sgn_carry_sign_new_sureness (source->sureness),
            sgn_sureness_to_words (source->sureness));
}

static void
name_row (SgnCarryRow *self, const SgnProposalSource *source)
{
  g_autofree char *name =
    g_strdup_printf ("%s, %s → %s, %s. %s, %s.", gtk_label_get_text (self->from_title),
                     gtk_label_get_text (self->from_value), gtk_label_get_text (self->to_title),
                     gtk_label_get_text (self->to_value), sgn_relation_to_words (source->relation),
                     sgn_sureness_to_words (source->sureness));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->why), -1);
}

/* A text that may be missing has no line of its own. */
static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
fill (SgnCarryRow *self)
{
  SgnLanguage language = sgn_language_of_user ();
  const SgnProposal *proposal = self->proposal;
  const SgnProposalSource *source = g_ptr_array_index (proposal->sources, 0);
  g_autofree char *from = sgn_carry_row_dup_title (source->item);
  g_autofree char *to = sgn_carry_row_dup_title (proposal->item);
  /* Translators: %s is an answer, such as “partly met” */
  g_autofree char *value =
    sgn_placeholder_fill_one (_ ("becomes “%s”"),
                              sgn_text_get (&proposal->value->short_label, language));
  g_autofree char *names = dup_others (proposal);
  g_autofree char *others = sgn_placeholder_fill_one (_ ("Also: %s"), names);

  gtk_box_append (self->from_mark, sgn_mark_image_new (source->said->mark, MARK_SIZE));
  gtk_label_set_text (self->from_title, from);
  gtk_label_set_text (self->from_value, sgn_text_get (&source->said->label, language));
  gtk_box_append (self->to_mark, sgn_mark_image_new (proposal->value->mark, MARK_SIZE));
  gtk_label_set_text (self->to_title, to);
  gtk_label_set_text (self->to_value, value);
  set_line (self->why, sgn_text_get (&source->why, language));
  set_line (self->others, *names != '\0' ? others : NULL);
  add_signs (self, source);
  name_row (self, source);
}

/**
 * sgn_carry_row_new:
 * @proposal: a proposal that is open; it must outlive the row
 * @signs: the rows whose signs stand below one another
 *
 * Returns: a row that ticks @proposal
 */
GtkWidget *
sgn_carry_row_new (const SgnProposal *proposal, GtkSizeGroup *signs)
{
  SgnCarryRow *self = g_object_new (SGN_TYPE_CARRY_ROW, NULL);

  self->proposal = proposal;
  gtk_size_group_add_widget (signs, GTK_WIDGET (self->signs));
  fill (self);
  return GTK_WIDGET (self);
}

const SgnProposal *
sgn_carry_row_get_proposal (SgnCarryRow *self)
{
  g_return_val_if_fail (SGN_IS_CARRY_ROW (self), NULL);

  return self->proposal;
}

void
sgn_carry_row_set_narrow (SgnCarryRow *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (SGN_IS_CARRY_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair), orientation);
  gtk_box_set_homogeneous (self->pair, !narrow);
  gtk_widget_set_visible (self->arrow, !narrow);
}
