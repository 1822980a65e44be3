/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-requirement-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"
#include "sgn-mark-row.h"

struct _SgnRequirementRow {
  GtkListBoxRow parent_instance;

  GtkImage *arrow;
  GtkBox *lines;
  GtkLabel *title;
  GtkLabel *plain;
  SgnMarkRow *marks;
  GtkLabel *count;

  guint first;
  guint last;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (SgnRequirementRow, sgn_requirement_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_requirement_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_REQUIREMENT_ROW);

  G_OBJECT_CLASS (sgn_requirement_row_parent_class)->dispose (object);
}

static void
sgn_requirement_row_class_init (SgnRequirementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_requirement_row_dispose;

  g_type_ensure (SGN_TYPE_MARK_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-requirement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementRow, lines);
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementRow, plain);
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementRow, marks);
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementRow, count);
}

static void
sgn_requirement_row_init (SgnRequirementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sgn_requirement_row_set_open (self, FALSE);
}

/* “No.21–40” where a guideline has no requirements of its own. */
static char *
dup_title (SgnChecklist *checklist, const SgnItem *first, const SgnItem *last)
{
  if (first->group != NULL)
    return sgn_label_group (first->group, sgn_language_of_user ());
  /* Translators: the numbers of the first and the last of several questions */
  return g_strdup_printf (_ ("No.%s–%s"), first->number, last->number);
}

GtkWidget *
sgn_requirement_row_new (SgnChecklist *checklist, guint first, guint last)
{
  SgnRequirementRow *self = g_object_new (SGN_TYPE_REQUIREMENT_ROW, NULL);
  const SgnItem *item = sgn_checklist_get_item (checklist, first);
  g_autofree char *title = dup_title (checklist, item, sgn_checklist_get_item (checklist, last));
  const char *plain =
    item->group != NULL ? sgn_text_get (&item->group->plain, sgn_language_of_user ()) : NULL;

  self->first = first;
  self->last = last;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->plain, plain != NULL ? plain : "");
  gtk_widget_set_visible (GTK_WIDGET (self->plain), plain != NULL);
  sgn_requirement_row_refresh (self, checklist);
  return GTK_WIDGET (self);
}

/**
 * sgn_requirement_row_refresh:
 * @self: a row
 * @checklist: the checklist, which has changed
 *
 * Counts what is met where a scale speaks of that, and what is answered everywhere else.
 */
void
sgn_requirement_row_refresh (SgnRequirementRow *self, SgnChecklist *checklist)
{
  const SgnItem *item = sgn_checklist_get_item (checklist, self->first);
  gboolean met = item->scale != NULL && g_strcmp0 (item->scale->kind, "met") == 0;
  guint items = self->last - self->first + 1;
  g_autofree SgnMark *marks = g_new (SgnMark, items);
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  guint counted = 0;

  g_return_if_fail (SGN_IS_REQUIREMENT_ROW (self));

  for (guint i = 0; i < items; i++) {
    marks[i] = sgn_checklist_get_mark (checklist, self->first + i);
    counted += met ? marks[i] == SGN_MARK_DONE : marks[i] != SGN_MARK_NONE;
  }
  sgn_mark_row_set_marks (self->marks, marks, items);
  count = g_strdup_printf ("%u / %u", counted, items);
  gtk_label_set_text (self->count, count);
  /* Translators: criteria of a requirement: all, and those that are met */
  words = met ? g_strdup_printf (_ ("%2$u of %1$u criteria met"), items, counted)
              : sgn_label_answered (counted, items);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), words);
  name = g_strdup_printf ("%s, %s", gtk_label_get_text (self->title), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
sgn_requirement_row_set_open (SgnRequirementRow *self, gboolean open)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const char *folded = right_to_left ? "pan-start-symbolic" : "pan-end-symbolic";

  g_return_if_fail (SGN_IS_REQUIREMENT_ROW (self));

  self->open = open;
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : folded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

gboolean
sgn_requirement_row_get_open (SgnRequirementRow *self)
{
  g_return_val_if_fail (SGN_IS_REQUIREMENT_ROW (self), FALSE);

  return self->open;
}

/**
 * sgn_requirement_row_set_narrow:
 * @self: a row
 * @narrow: whether marks and count stand below the name
 */
void
sgn_requirement_row_set_narrow (SgnRequirementRow *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_REQUIREMENT_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
