/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-section-head.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"
#include "sgn-labels.h"

struct _SgnSectionHead {
  GtkBox parent_instance;

  GtkBox *line;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *note;

  SgnChecklist *checklist;
};

G_DEFINE_FINAL_TYPE (SgnSectionHead, sgn_section_head, GTK_TYPE_BOX)

/**
 * Count:
 * @groups: how many requirements
 * @items: how many criteria
 * @answered: of them
 * @met: of them
 * @is_met: whether the scale speaks of being met
 *
 * How far the section on the page is.
 */
typedef struct {
  guint groups;
  guint items;
  guint answered;
  guint met;
  gboolean is_met;
} Count;

static Count
count_section (SgnChecklist *checklist, const SgnSection *section)
{
  const SgnGroup *group = NULL;
  Count count = { 0 };

  for (guint i = 0; i < sgn_checklist_get_n_items (checklist); i++) {
    const SgnItem *item = sgn_checklist_get_item (checklist, i);
    SgnMark mark = sgn_checklist_get_mark (checklist, i);

    if (item->section != section)
      continue;
    count.groups += item->group != NULL && item->group != group;
    group = item->group;
    count.items++;
    count.answered += mark != SGN_MARK_NONE;
    count.met += mark == SGN_MARK_DONE;
    count.is_met = item->scale != NULL && g_strcmp0 (item->scale->kind, "met") == 0;
  }
  return count;
}

static char *
dup_summary (const Count *count)
{
  if (count->is_met && count->groups > 0) {
    g_autofree char *groups =
      g_strdup_printf (ngettext ("%u requirement", "%u requirements", count->groups),
                       count->groups);
    g_autofree char *met =
      g_strdup_printf (_ ("%2$u of %1$u criteria met"), count->items, count->met);

    return g_strdup_printf ("%s ・ %s", groups, met);
  }
  return sgn_label_section_summary (count->answered, count->items, NULL);
}

static void
refresh (SgnSectionHead *self)
{
  const SgnSection *section = sgn_checklist_find_page (self->checklist);
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  Count count;

  gtk_widget_set_visible (GTK_WIDGET (self), section != NULL);
  if (section == NULL)
    return;
  count = count_section (self->checklist, section);
  title = sgn_label_section (section, sgn_language_of_user ());
  summary = dup_summary (&count);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (
    self->note, sgn_checklist_asks_experts (self->checklist)
                  ? _ ("A check of your own. “Expert” is your own note of who has looked at an "
                       "answer. It does not show a registration.")
                  : _ ("A check of your own."));
}

static void
sgn_section_head_dispose (GObject *object)
{
  SgnSectionHead *self = SGN_SECTION_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_SECTION_HEAD);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_section_head_parent_class)->dispose (object);
}

static void
sgn_section_head_class_init (SgnSectionHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_section_head_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-section-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSectionHead, line);
  gtk_widget_class_bind_template_child (widget_class, SgnSectionHead, title);
  gtk_widget_class_bind_template_child (widget_class, SgnSectionHead, summary);
  gtk_widget_class_bind_template_child (widget_class, SgnSectionHead, note);
}

static void
sgn_section_head_init (SgnSectionHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sgn_section_head_watch (SgnSectionHead *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_SECTION_HEAD (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checklist, "moved", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
sgn_section_head_set_narrow (SgnSectionHead *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_SECTION_HEAD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (self->summary, narrow ? 0 : 1);
}
