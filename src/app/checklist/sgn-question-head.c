/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-question-head.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"
#include "sgn-labels.h"
#include "sgn-strip.h"

struct _SgnQuestionHead {
  GtkBox parent_instance;

  GtkLabel *number;
  GtkLabel *section;
  GtkLabel *remaining;
  GtkLabel *requirement;
  SgnStrip *strip;
};

G_DEFINE_FINAL_TYPE (SgnQuestionHead, sgn_question_head, GTK_TYPE_BOX)

enum {
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fill_strip (SgnQuestionHead *self, SgnChecklist *checklist, guint index)
{
  guint n = sgn_checklist_get_n_items (checklist);
  g_autofree SgnStripItem *items = g_new0 (SgnStripItem, n);
  guint open = sgn_checklist_count (checklist, SGN_MARK_NONE);
  g_autofree char *name = NULL;

  for (guint i = 0; i < n; i++) {
    items[i].mark = sgn_checklist_get_mark (checklist, i);
    items[i].starts_section = i > 0 && sgn_checklist_get_item (checklist, i)->section !=
                                         sgn_checklist_get_item (checklist, i - 1)->section;
  }
  sgn_strip_set_items (self->strip, items, n);
  sgn_strip_set_current (self->strip, index);
  name = g_strdup_printf (_ ("%u of %u questions answered; this is question %u"), n - open, n,
                          index + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* “4-1-2 …”: the requirement that the criterion belongs to */
static void
fill_requirement (SgnQuestionHead *self, const SgnGroup *group)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->requirement), group != NULL);
  if (group == NULL)
    return;
  words = sgn_label_group (group, sgn_language_of_user ());
  gtk_label_set_text (self->requirement, words);
}

static void
fill_labels (SgnQuestionHead *self, SgnChecklist *checklist, guint index)
{
  const SgnItem *item = sgn_checklist_get_item (checklist, index);
  g_autofree char *number = g_strdup_printf (_ ("No.%s"), item->number);
  g_autofree char *remaining =
    sgn_checklist_is_closed (checklist)
      ? g_strdup (_ ("Closed"))
      : sgn_label_remaining (sgn_checklist_count (checklist, SGN_MARK_NONE));

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->section, sgn_text_get (&item->section->title, sgn_language_of_user ()));
  gtk_label_set_text (self->remaining, remaining);
  fill_requirement (self, item->group);
}

static void
picked_cb (SgnQuestionHead *self, guint index)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, index);
}

static void
sgn_question_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_QUESTION_HEAD);

  G_OBJECT_CLASS (sgn_question_head_parent_class)->dispose (object);
}

static void
sgn_question_head_class_init (SgnQuestionHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_question_head_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", SGN_TYPE_QUESTION_HEAD, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SGN_TYPE_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-question-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionHead, number);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionHead, section);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionHead, remaining);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionHead, requirement);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionHead, strip);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
sgn_question_head_init (SgnQuestionHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_question_head_show_item:
 * @self: a head
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_question_head_show_item (SgnQuestionHead *self, SgnChecklist *checklist, guint index)
{
  g_return_if_fail (SGN_IS_QUESTION_HEAD (self));

  fill_labels (self, checklist, index);
  fill_strip (self, checklist, index);
}

void
sgn_question_head_set_narrow (SgnQuestionHead *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_QUESTION_HEAD (self));

  sgn_strip_set_bar (self->strip, narrow);
}
