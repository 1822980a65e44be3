/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-history-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-act-dialog.h"
#include "sgn-chain-box.h"
#include "sgn-compat.h"
#include "sgn-form.h"
#include "sgn-history-filters.h"
#include "sgn-text-size.h"
#include "sgn-timeline-row.h"
#include "sgn-timeline.h"

#define WIDTH 840
/* A list view makes up to 200 rows at once, however few are seen; it is given them by and by. */
#define ROWS_AT_FIRST 16
#define ROWS_AT_A_TIME 8
#define MOST_ROWS_MADE 200

struct _SgnHistoryPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  AdwClampScrollable *list_clamp;
  SgnChainBox *chain;
  GtkWidget *filter_button;
  SgnHistoryFilters *filters;
  GtkLabel *count;
  GtkStack *states;
  GtkLabel *failure;
  GtkListView *list;

  GPtrArray *events;        /* (nullable): all, oldest first */
  SgnTimeline *timeline;    /* (nullable): what is shown */
  GtkSliceListModel *begun; /* (nullable): as much of it as the list was given */
  guint giving;             /* the source that gives it more, or 0 */
  gint64 undoable;
  gint64 seq;    /* the newest event when they were read; -1: never */
  guint reading; /* reads and searches that have not ended */
  guint search;  /* the newest one */
};

G_DEFINE_FINAL_TYPE (SgnHistoryPage, sgn_history_page, SGN_TYPE_PAGE)

/* A search on its way. */
typedef struct {
  SgnHistoryPage *page;
  guint search;
} Search;

static void
setup_cb (SgnHistoryPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, sgn_timeline_row_new ());
}

static gboolean
is_day (SgnHistoryPage *self, guint position)
{
  g_autoptr (SgnTimelineLine) line =
    g_list_model_get_item (G_LIST_MODEL (self->timeline), position);

  return line == NULL || sgn_timeline_line_get_act (line) == NULL;
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The acts of a day stand together as a card. */
static void
set_look (SgnHistoryPage *self, GtkListItem *item, GtkWidget *row)
{
  guint position = gtk_list_item_get_position (item);
  gboolean is_act = !is_day (self, position);

  gtk_list_item_set_activatable (item, is_act);
  set_class (row, "act", is_act);
  set_class (row, "first", is_act && is_day (self, position - 1));
  set_class (row, "last", is_act && is_day (self, position + 1));
}

static void
bind_cb (SgnHistoryPage *self, GtkListItem *item)
{
  SgnTimelineLine *line = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (session));
  g_autofree char *said = NULL;
  gint64 undoable = sgn_session_get_read_only (session) ? 0 : self->undoable;

  sgn_timeline_row_show (SGN_TIMELINE_ROW (row), line, now, undoable,
                         sgn_page_get_narrow (SGN_PAGE (self)));
  set_look (self, item, row);
  said = sgn_timeline_row_dup_said (SGN_TIMELINE_ROW (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static gboolean
give_more_cb (gpointer user_data)
{
  SgnHistoryPage *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->begun) + ROWS_AT_A_TIME;
  gboolean enough = size >= MOST_ROWS_MADE;

  gtk_slice_list_model_set_size (self->begun, enough ? G_MAXUINT : size);
  if (!enough)
    return G_SOURCE_CONTINUE;
  self->giving = 0;
  return G_SOURCE_REMOVE;
}

static void
give_timeline (SgnHistoryPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_clear_handle_id (&self->giving, g_source_remove);
  g_clear_object (&self->begun);
  self->begun =
    gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->timeline)), 0, ROWS_AT_FIRST);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->begun)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  /* After what was given was drawn. */
  self->giving = g_idle_add (give_more_cb, self);
}

static void
show_timeline (SgnHistoryPage *self)
{
  guint acts = sgn_timeline_count_acts (self->timeline);
  g_autofree char *words = g_strdup_printf (ngettext ("%u entry", "%u entries", acts), acts);

  give_timeline (self);
  gtk_label_set_text (self->count, words);
  gtk_stack_set_visible_child_name (self->states, acts > 0 ? "list" : "nothing");
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Search *search = user_data;
  g_autoptr (SgnHistoryPage) self = search->page;
  g_autoptr (SgnTimeline) timeline = sgn_timeline_find_finish (result);
  gboolean newest = search->search == self->search;

  g_free (search);
  self->reading--;
  /* Something else is looked for by now, or the page is gone. */
  if (!newest || self->list == NULL)
    return;
  g_set_object (&self->timeline, timeline);
  show_timeline (self);
}

static void
find (SgnHistoryPage *self)
{
  Search *search;
  SgnHistoryFilter filter;

  if (self->events == NULL)
    return;
  search = g_new0 (Search, 1);
  search->page = g_object_ref (self);
  search->search = ++self->search;
  self->reading++;
  sgn_history_filters_get (self->filters, &filter);
  sgn_timeline_find_async (self->events,
                           sgn_session_get_library (sgn_page_get_session (SGN_PAGE (self))),
                           &filter, found_cb, search);
}

static int
get_month (SgnHistoryPage *self)
{
  SgnRecord *record = sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self)));
  g_autoptr (SgnForm) form = record != NULL ? sgn_form_new (record->settings) : NULL;

  return form != NULL ? form->fiscal_month : 4;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sgn_session_history_finish (SGN_SESSION (object), result, &error);

  self->reading--;
  if (self->list == NULL)
    return;
  if (events == NULL) {
    self->seq = -1;
    gtk_label_set_text (self->failure, error->message);
    gtk_stack_set_visible_child_name (self->states, "failure");
    return;
  }
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_steal_pointer (&events);
  self->undoable = sgn_history_find_undoable (self->events);
  sgn_history_filters_set_events (self->filters, self->events, get_month (self));
  find (self);
}

/* Reads only when something was done since. */
static void
read_history (SgnHistoryPage *self)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnRecord *record = sgn_session_get_record (session);

  if (record == NULL || record->seq == self->seq)
    return;
  self->seq = record->seq;
  self->reading++;
  sgn_session_history_async (session, read_cb, g_object_ref (self));
}

static void
record_cb (SgnHistoryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_history (self);
}

static void
tell_set_back (SgnHistoryPage *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s",
                                _ ("Set back. It stands in the history as a new entry."));
  else if (GTK_IS_WINDOW (root))
    sgn_tell (GTK_WINDOW (root), _ ("It Could Not Be Set Back"), error->message);
}

static void
set_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (sgn_page_get_saving (SGN_PAGE (self)), NULL);
  if (self->list != NULL)
    tell_set_back (self, error);
}

static void
set_back (SgnHistoryPage *self, gint64 seq, gboolean before)
{
  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (self)));
  sgn_session_set_back_async (sgn_page_get_session (SGN_PAGE (self)), seq, before, set_back_cb,
                              g_object_ref (self));
}

static void
open_question (SgnHistoryPage *self, SgnTimelineLine *line, const SgnEvent *event)
{
  const SgnHistory *history = sgn_timeline_get_history (sgn_timeline_line_get_timeline (line));
  const SgnItem *item = sgn_history_get_item (history, event);
  g_autofree char *key = sgn_catalogue_dup_key (sgn_history_get_catalogue (history, event));

  gtk_widget_activate_action (GTK_WIDGET (self), "company.show-question", "(ss)", key, item->id);
}

/* A line that somebody looks at. */
typedef struct {
  SgnHistoryPage *page;
  SgnTimelineLine *line;
} Look;

static void
look_free (gpointer data, GClosure *closure)
{
  Look *look = data;

  g_object_unref (look->page);
  g_object_unref (look->line);
  g_free (look);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Look *look = user_data;
  guint count = 0;
  const SgnEvent *event = sgn_history_act_get_main (sgn_timeline_line_get_act (look->line), &count);

  if (g_str_equal (response, SGN_ACT_DIALOG_OPEN))
    open_question (look->page, look->line, event);
  else if (g_str_equal (response, SGN_ACT_DIALOG_BEFORE) ||
           g_str_equal (response, SGN_ACT_DIALOG_AFTER))
    set_back (look->page, event->seq, g_str_equal (response, SGN_ACT_DIALOG_BEFORE));
}

static void
activate_cb (SgnHistoryPage *self, guint position)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  g_autoptr (SgnTimelineLine) line =
    g_list_model_get_item (G_LIST_MODEL (self->timeline), position);
  const SgnHistoryAct *act = sgn_timeline_line_get_act (line);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SgnActChoices choices = { FALSE, FALSE };
  guint count = 0;
  GtkWidget *dialog;
  Look *look;

  if (act == NULL || !GTK_IS_WINDOW (root))
    return;
  if (!sgn_session_get_read_only (session)) {
    const SgnEvent *event = sgn_history_act_get_main (act, &count);

    choices = sgn_act_dialog_find_choices (self->events, event);
  }
  if (count != 1)
    choices = (SgnActChoices){ FALSE, FALSE };
  look = g_new0 (Look, 1);
  look->page = g_object_ref (self);
  look->line = g_object_ref (line);
  dialog = sgn_act_dialog_new (GTK_WINDOW (root), line, choices);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), look, look_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reset_cb (SgnHistoryPage *self)
{
  sgn_history_filters_reset (self->filters);
}

static void
update_narrow (SgnHistoryPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));
  gboolean asked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->filter_button));

  set_class (GTK_WIDGET (self), "narrow", narrow);
  gtk_widget_set_visible (self->filter_button, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), !narrow || asked);
}

static void
narrow_cb (SgnHistoryPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  update_narrow (self);
  sgn_chain_box_set_narrow (self->chain, narrow);
  sgn_history_filters_set_narrow (self->filters, narrow);
  if (self->timeline != NULL)
    show_timeline (self);
}

static void
letters_changed_cb (SgnHistoryPage *self)
{
  int width = sgn_text_scale_px (GTK_WIDGET (self), WIDTH);

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_scrollable_set_maximum_size (self->list_clamp, width);
}

static GtkWidget *
sgn_history_page_get_end_widget (SgnPage *page)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Show as a Sheet to Print"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show as a Sheet to Print"), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "history");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "company.show-document");
  return button;
}

static void
sgn_history_page_opened (SgnPage *page)
{
  SgnHistoryPage *self = SGN_HISTORY_PAGE (page);

  read_history (self);
  sgn_chain_box_begin (self->chain);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sgn_history_page_constructed (GObject *object)
{
  SgnHistoryPage *self = SGN_HISTORY_PAGE (object);

  G_OBJECT_CLASS (sgn_history_page_parent_class)->constructed (object);
  sgn_chain_box_watch (self->chain, sgn_page_get_session (SGN_PAGE (self)));
  g_signal_connect_object (sgn_page_get_session (SGN_PAGE (self)), "notify::record",
                           G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
}

static void
sgn_history_page_dispose (GObject *object)
{
  SgnHistoryPage *self = SGN_HISTORY_PAGE (object);

  g_clear_handle_id (&self->giving, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_HISTORY_PAGE);
  g_clear_object (&self->begun);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (sgn_history_page_parent_class)->dispose (object);
}

static void
sgn_history_page_class_init (SgnHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_history_page_constructed;
  object_class->dispose = sgn_history_page_dispose;
  SGN_PAGE_CLASS (klass)->opened = sgn_history_page_opened;
  SGN_PAGE_CLASS (klass)->get_end_widget = sgn_history_page_get_end_widget;

  g_type_ensure (SGN_TYPE_CHAIN_BOX);
  g_type_ensure (SGN_TYPE_HISTORY_FILTERS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, list_clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, chain);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, states);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryPage, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_narrow);
}

static void
sgn_history_page_init (SgnHistoryPage *self)
{
  self->seq = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

/**
 * sgn_history_page_show:
 * @self: a page
 * @reference: "" for everything, or an answer as "answer/1/SD-01"
 */
void
sgn_history_page_show (SgnHistoryPage *self, const char *reference)
{
  const char *item;

  g_return_if_fail (SGN_IS_HISTORY_PAGE (self) && reference != NULL);

  item = strrchr (reference, '/');
  if (!sgn_history_filters_is_empty (self->filters))
    sgn_history_filters_reset (self->filters);
  sgn_history_filters_set_item (self->filters, item != NULL ? item + 1 : NULL);
}

gboolean
sgn_history_page_is_ready (SgnHistoryPage *self)
{
  g_return_val_if_fail (SGN_IS_HISTORY_PAGE (self), FALSE);

  return self->reading == 0 && self->timeline != NULL && self->giving == 0;
}
