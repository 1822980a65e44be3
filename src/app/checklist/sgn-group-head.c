/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-group-head.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"

struct _SgnGroupHead {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *plain;
  GtkLabel *count;

  const SgnGroup *group; /* of the catalogue, which outlives the list of its rows */
};

G_DEFINE_FINAL_TYPE (SgnGroupHead, sgn_group_head, GTK_TYPE_BOX)

static GtkLabel *
add_label (SgnGroupHead *self, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
sgn_group_head_class_init (SgnGroupHeadClass *klass)
{
}

static void
sgn_group_head_init (SgnGroupHead *self)
{
  static const char *const heading[] = { "heading", NULL };
  static const char *const small[] = { "sg-small", "muted", NULL };
  static const char *const numbers[] = { "sg-small", "tnum", NULL };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "group-head");
  self->title = add_label (self, heading);
  self->plain = add_label (self, small);
  self->count = add_label (self, numbers);
}

/**
 * sgn_group_head_new:
 * @group: a group of a catalogue, which must outlive the widget
 *
 * Returns: what stands above the group's rows
 */
GtkWidget *
sgn_group_head_new (const SgnGroup *group)
{
  SgnGroupHead *self = g_object_new (SGN_TYPE_GROUP_HEAD, NULL);
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *title = sgn_label_group (group, language);
  const char *plain = sgn_text_get (&group->plain, language);

  self->group = group;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->plain, plain != NULL ? plain : "");
  gtk_widget_set_visible (GTK_WIDGET (self->plain), plain != NULL);
  return GTK_WIDGET (self);
}

/**
 * sgn_group_head_refresh:
 * @self: a head
 * @checklist: the checklist, which has changed
 *
 * Counts what is met where a scale speaks of that, and what is answered everywhere else.
 */
void
sgn_group_head_refresh (SgnGroupHead *self, SgnChecklist *checklist)
{
  g_autofree char *words = NULL;
  gboolean met = FALSE;
  guint items = 0;
  guint answered = 0;
  guint done = 0;

  g_return_if_fail (SGN_IS_GROUP_HEAD (self));

  for (guint i = 0; i < sgn_checklist_get_n_items (checklist); i++) {
    const SgnItem *item = sgn_checklist_get_item (checklist, i);
    SgnMark mark = SGN_MARK_NONE;

    if (item->group != self->group)
      continue;
    mark = sgn_checklist_get_mark (checklist, i);
    met = item->scale != NULL && g_strcmp0 (item->scale->kind, "met") == 0;
    items++;
    answered += mark != SGN_MARK_NONE;
    done += mark == SGN_MARK_DONE;
  }
  /* Translators: criteria of a requirement: all, and those that are met */
  words = met ? g_strdup_printf (_ ("%2$u of %1$u criteria met"), items, done)
              : sgn_label_section_summary (answered, items, NULL);
  gtk_label_set_text (self->count, words);
}
