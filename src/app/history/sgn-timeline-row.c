/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-timeline-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-record.h"

#define MARK 22

struct _SgnTimelineRow {
  GtkBox parent_instance;

  GtkLabel *day;
  GtkWidget *body;
  GtkLabel *time;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *marks;
  SgnMarkImage *before;
  SgnMarkImage *after;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (SgnTimelineRow, sgn_timeline_row, GTK_TYPE_BOX)

/* By act, else by kind. */
static const struct {
  const char *what;
  const char *icon;
} icons[] = {
  { SGN_ACT_UNDO, "edit-undo-symbolic" },
  { SGN_ACT_REDO, "edit-redo-symbolic" },
  { SGN_ACT_SET_BACK, "edit-undo-symbolic" },
  { SGN_ACT_NEW, "document-new-symbolic" },
  { SGN_ACT_ERASE, "edit-clear-all-symbolic" },
  { SGN_KIND_ANSWER, "checkbox-checked-symbolic" },
  { SGN_KIND_ASSESSMENT, "checkbox-checked-symbolic" },
  { SGN_KIND_EVIDENCE, "mail-attachment-symbolic" },
  { SGN_KIND_EVIDENCE_LINK, "mail-attachment-symbolic" },
  { SGN_KIND_ISSUE, "printer-symbolic" },
  { SGN_KIND_DECLARATION, "emblem-documents-symbolic" },
  { SGN_KIND_PLACE, "emblem-documents-symbolic" },
  { SGN_KIND_POLICY, "accessories-text-editor-symbolic" },
  { SGN_KIND_TASK, "task-due-symbolic" },
  { SGN_KIND_TASK_LINK, "task-due-symbolic" },
  { SGN_KIND_COMPANY, "avatar-default-symbolic" },
  { SGN_KIND_PERSON, "avatar-default-symbolic" },
  { SGN_KIND_SITE, "avatar-default-symbolic" },
};

static const char *
find_icon (const SgnEvent *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icons[i].what, event->act) || g_str_equal (icons[i].what, event->kind))
      return icons[i].icon;
  return "document-open-recent-symbolic";
}

static void
sgn_timeline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (sgn_timeline_row_parent_class)->dispose (object);
}

static void
sgn_timeline_row_class_init (SgnTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_timeline_row_dispose;

  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, day);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, body);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, time);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, marks);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, before);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, after);
  gtk_widget_class_bind_template_child (widget_class, SgnTimelineRow, undo_button);
}

static void
sgn_timeline_row_init (SgnTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sgn_timeline_row_new (void)
{
  return g_object_new (SGN_TYPE_TIMELINE_ROW, NULL);
}

/* “Today　23 November”, else the date. */
static void
show_day (SgnTimelineRow *self, const char *day, const char *now)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *today = sgn_time_get_date (now);
  g_autofree char *date = sgn_date_is_valid (day) ? sgn_date_to_words (day, language) : NULL;
  g_autofree char *words = NULL;

  if (date != NULL && g_strcmp0 (day, today) == 0)
    words = g_strdup_printf (_ ("Today　%s"), date);
  gtk_label_set_text (self->day, words != NULL ? words : date != NULL ? date : day);
}

static SgnMark
get_mark (const SgnItem *item, const json_t *row)
{
  return sgn_item_get_mark (item, sgn_json_string (row, "value"));
}

/* Only where an answer became another one. */
static void
show_marks (SgnTimelineRow *self, const SgnItem *item, const SgnEvent *event, gboolean single)
{
  gboolean answer = single && item != NULL && g_str_equal (event->kind, SGN_KIND_ANSWER) &&
                    g_strcmp0 (sgn_json_string (event->before, "value"),
                               sgn_json_string (event->after, "value")) != 0;

  gtk_widget_set_visible (self->marks, answer);
  if (!answer)
    return;
  sgn_mark_image_set_mark (self->before, get_mark (item, event->before));
  sgn_mark_image_set_mark (self->after, get_mark (item, event->after));
}

static void
show_words (SgnTimelineRow *self, const SgnHistory *history, const SgnHistoryAct *act)
{
  guint count = 0;
  const SgnEvent *event = sgn_history_act_get_main (act, &count);
  g_autofree char *title = sgn_history_get_title (history, act);
  g_autofree char *author = sgn_history_get_author (event);
  g_autofree char *change = count == 1 ? sgn_history_get_change (history, event) : NULL;
  /* Translators: who did it, and from what to what it changed */
  g_autofree char *subtitle =
    change != NULL ? g_strdup_printf (_ ("%s ・ %s"), author, change) : g_strdup (author);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_image_set_from_icon_name (self->icon, find_icon (event));
  show_marks (self, sgn_history_get_item (history, event), event, count == 1);
}

static void
show_act (SgnTimelineRow *self, SgnTimelineLine *line, gint64 undoable)
{
  const SgnHistoryAct *act = sgn_timeline_line_get_act (line);
  g_autofree char *minutes = sgn_time_to_minutes (act->first->at);

  /* Date and time are as wide whatever they say. */
  gtk_label_set_text (self->time, minutes != NULL ? minutes + strlen ("2026-11-20 ") : "");
  show_words (self, sgn_timeline_get_history (sgn_timeline_line_get_timeline (line)), act);
  gtk_widget_set_visible (self->undo_button, undoable != 0 && act->first->group == undoable);
}

/**
 * sgn_timeline_row_show:
 * @self: a row
 * @line: what it shows from now on
 * @now: the time now
 * @undoable: the group that can be undone, or 0
 * @narrow: whether there is little room
 */
void
sgn_timeline_row_show (SgnTimelineRow *self,
                       SgnTimelineLine *line,
                       const char *now,
                       gint64 undoable,
                       gboolean narrow)
{
  gboolean is_act;

  g_return_if_fail (SGN_IS_TIMELINE_ROW (self));

  is_act = sgn_timeline_line_get_act (line) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->day), !is_act);
  gtk_widget_set_visible (self->body, is_act);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !narrow);
  if (is_act)
    show_act (self, line, undoable);
  else
    show_day (self, sgn_timeline_line_get_day (line), now);
}

char *
sgn_timeline_row_dup_said (SgnTimelineRow *self)
{
  g_return_val_if_fail (SGN_IS_TIMELINE_ROW (self), NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self->day)))
    return g_strdup (gtk_label_get_text (self->day));
  /* Translators: time, what was done, by whom and how */
  return g_strdup_printf (_ ("%s, %s, %s"), gtk_label_get_text (self->time),
                          gtk_label_get_text (self->title), gtk_label_get_text (self->subtitle));
}
