/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-act-dialog.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-entry.h"
#include "sgn-placeholder.h"
#include "sgn-record.h"

#define HEIGHT 320
/* An import of a whole guideline would be longer than anybody reads. */
#define MOST_EVENTS 200

/* Kinds of entries that can be what they were. */
static const char *const settable[] = {
  SGN_KIND_ANSWER, SGN_KIND_COMPANY,     SGN_KIND_PERSON,   SGN_KIND_TASK, SGN_KIND_POLICY,
  SGN_KIND_PLACE,  SGN_KIND_DECLARATION, SGN_KIND_EVIDENCE, NULL,
};

/* Texts that may be longer than what the history quotes. */
static const char *const long_columns[] = { "note",     "statement", "statement_en", "title",
                                            "title_en", "name",      "place",        "place_en",
                                            "how",      "contact",   "scope",        NULL };

/**
 * sgn_act_dialog_find_choices:
 * @events: (element-type SgnEvent): all events of a file, oldest first
 * @event: one of them
 *
 * What is so now cannot be set back to itself.
 *
 * Returns: what @event can be set back to
 */
SgnActChoices
sgn_act_dialog_find_choices (GPtrArray *events, const SgnEvent *event)
{
  SgnActChoices choices = { FALSE, FALSE };

  if (!g_strv_contains (settable, event->kind) || event->erased)
    return choices;
  choices.before = event->before != NULL || g_str_equal (event->kind, SGN_KIND_ANSWER);
  for (guint i = events->len; i > 0 && !choices.after; i--) {
    const SgnEvent *later = events->pdata[i - 1];

    if (later->seq <= event->seq)
      break;
    choices.after = event->after != NULL && g_str_equal (later->kind, event->kind) &&
                    g_str_equal (later->id, event->id);
  }
  return choices;
}

static void
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static void
add_text (GtkBox *box, const char *format, const char *column, const char *text)
{
  g_autofree char *name = sgn_entry_column_to_words (column);
  g_autofree char *heading = sgn_placeholder_fill_one (format, name);

  if (text == NULL || *text == '\0')
    return;
  add_label (box, heading, "eyebrow");
  add_label (box, text, "sg-small");
}

/* What the sentence only quotes the beginning of. */
static void
add_long_texts (GtkBox *box, const SgnEvent *event)
{
  for (guint i = 0; long_columns[i] != NULL; i++) {
    const char *before = sgn_json_string (event->before, long_columns[i]);
    const char *after = sgn_json_string (event->after, long_columns[i]);

    if (g_strcmp0 (before, after) == 0)
      continue;
    /* Translators: the name of a text, such as “Note” */
    add_text (box, _ ("%s before"), long_columns[i], before);
    add_text (box, _ ("%s after"), long_columns[i], after);
  }
}

static GtkWidget *
make_content (const SgnHistory *history, const SgnHistoryAct *act)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n = MIN (act->events->len, MOST_EVENTS);

  for (guint i = 0; i < n; i++) {
    const SgnEvent *event = act->events->pdata[act->events->len - 1 - i];
    g_autofree char *sentence = sgn_history_get_sentence (history, event);

    add_label (GTK_BOX (box), sentence, NULL);
    add_long_texts (GTK_BOX (box), event);
  }
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static char *
dup_body (const SgnHistoryAct *act)
{
  g_autofree char *author = sgn_history_get_author (act->first);
  g_autofree char *minutes = sgn_time_to_minutes (act->first->at);

  return g_strdup_printf (_ ("%s ・ %s"), minutes != NULL ? minutes : act->first->at, author);
}

static void
add_responses (AdwMessageDialog *dialog, SgnActChoices choices, gboolean question)
{
  if (question)
    adw_message_dialog_add_response (dialog, SGN_ACT_DIALOG_OPEN, _ ("_Open the Question"));
  if (choices.before)
    adw_message_dialog_add_response (dialog, SGN_ACT_DIALOG_BEFORE,
                                     _ ("Set Back to the Value _Before"));
  if (choices.after)
    adw_message_dialog_add_response (dialog, SGN_ACT_DIALOG_AFTER, _ ("_Set Back to This Value"));
  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  adw_message_dialog_set_default_response (dialog, "close");
}

/**
 * sgn_act_dialog_new:
 * @parent: the window
 * @line: the line of an act
 * @choices: what can be done about it
 *
 * Returns: (transfer none): a dialog; the toolkit owns it
 */
GtkWidget *
sgn_act_dialog_new (GtkWindow *parent, SgnTimelineLine *line, SgnActChoices choices)
{
  const SgnHistoryAct *act = sgn_timeline_line_get_act (line);
  const SgnHistory *history = sgn_timeline_get_history (sgn_timeline_line_get_timeline (line));
  guint count = 0;
  const SgnEvent *event = sgn_history_act_get_main (act, &count);
  g_autofree char *title = sgn_history_get_title (history, act);
  g_autofree char *body = dup_body (act);
  GtkWidget *dialog = adw_message_dialog_new (parent, title, body);

  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_content (history, act));
  add_responses (ADW_MESSAGE_DIALOG (dialog), choices,
                 count == 1 && sgn_history_get_item (history, event) != NULL);
  return dialog;
}
