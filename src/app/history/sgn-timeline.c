/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-timeline.h"

#include "sgn-date.h"

/* One line: an act, or the day that begins with it. */
typedef struct {
  guint act;
  gboolean is_day;
} Entry;

struct _SgnTimeline {
  GObject parent_instance;

  SgnHistory *history;
  GPtrArray *acts; /* of SgnHistoryAct */
  GArray *entries; /* of Entry */
};

struct _SgnTimelineLine {
  GObject parent_instance;

  SgnTimeline *timeline;
  const SgnHistoryAct *act;
  gboolean is_day;
  char *day;
};

G_DEFINE_FINAL_TYPE (SgnTimelineLine, sgn_timeline_line, G_TYPE_OBJECT)

static char *
dup_day (const SgnHistoryAct *act)
{
  char *day = sgn_time_is_valid (act->first->at) ? sgn_time_get_date (act->first->at) : NULL;

  return day != NULL ? day : g_strdup (act->first->at);
}

static void
sgn_timeline_line_dispose (GObject *object)
{
  g_clear_object (&SGN_TIMELINE_LINE (object)->timeline);

  G_OBJECT_CLASS (sgn_timeline_line_parent_class)->dispose (object);
}

static void
sgn_timeline_line_finalize (GObject *object)
{
  g_free (SGN_TIMELINE_LINE (object)->day);

  G_OBJECT_CLASS (sgn_timeline_line_parent_class)->finalize (object);
}

static void
sgn_timeline_line_class_init (SgnTimelineLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_timeline_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_timeline_line_finalize;
}

static void
sgn_timeline_line_init (SgnTimelineLine *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return SGN_TYPE_TIMELINE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return SGN_TIMELINE (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SgnTimeline *self = SGN_TIMELINE (model);
  const Entry *entry;
  SgnTimelineLine *line;

  if (position >= self->entries->len)
    return NULL;
  entry = &g_array_index (self->entries, Entry, position);
  line = g_object_new (SGN_TYPE_TIMELINE_LINE, NULL);
  line->timeline = g_object_ref (self);
  line->act = self->acts->pdata[entry->act];
  line->is_day = entry->is_day;
  line->day = dup_day (line->act);
  return line;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SgnTimeline,
                               sgn_timeline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
sgn_timeline_finalize (GObject *object)
{
  SgnTimeline *self = SGN_TIMELINE (object);

  g_clear_pointer (&self->acts, g_ptr_array_unref);
  g_clear_pointer (&self->history, sgn_history_free);
  g_array_unref (self->entries);

  G_OBJECT_CLASS (sgn_timeline_parent_class)->finalize (object);
}

static void
sgn_timeline_class_init (SgnTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_timeline_finalize;
}

static void
sgn_timeline_init (SgnTimeline *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

static void
add_entries (SgnTimeline *self)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < self->acts->len; i++) {
    g_autofree char *day = dup_day (self->acts->pdata[i]);
    const Entry heading = { i, TRUE };
    const Entry entry = { i, FALSE };

    if (g_strcmp0 (day, last) != 0)
      g_array_append_val (self->entries, heading);
    g_array_append_val (self->entries, entry);
    g_free (last);
    last = g_steal_pointer (&day);
  }
}

/* What is looked for, on its way to the thread. */
typedef struct {
  GPtrArray *events;
  SgnLibrary *library;
  SgnHistoryFilter filter;
  char **kinds;
  char *texts[5]; /* of the filter */
} Request;

static Request *
request_new (GPtrArray *events, SgnLibrary *library, const SgnHistoryFilter *filter)
{
  Request *self = g_new0 (Request, 1);

  self->events = g_ptr_array_ref (events);
  self->library = sgn_library_ref (library);
  self->filter = *filter;
  self->filter.newest_first = TRUE;
  self->filter.kinds = (const char *const *) (self->kinds = g_strdupv ((char **) filter->kinds));
  self->filter.by = self->texts[0] = g_strdup (filter->by);
  self->filter.from = self->texts[1] = g_strdup (filter->from);
  self->filter.to = self->texts[2] = g_strdup (filter->to);
  self->filter.item = self->texts[3] = g_strdup (filter->item);
  self->filter.text = self->texts[4] = g_strdup (filter->text);
  return self;
}

static void
request_free (gpointer data)
{
  Request *self = data;

  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_strfreev (self->kinds);
  g_ptr_array_unref (self->events);
  sgn_library_unref (self->library);
  g_free (self);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (SgnTimeline) self = g_object_new (SGN_TYPE_TIMELINE, NULL);
  g_autoptr (GPtrArray) found = NULL;

  self->history = sgn_history_new (request->events, request->library);
  found = sgn_history_find (self->history, &request->filter);
  self->acts = sgn_history_group (found);
  add_entries (self);
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

/**
 * sgn_timeline_find_async:
 * @events: (element-type SgnEvent): all events of a file, oldest first
 * @library: the catalogues
 * @filter: what to look for
 * @callback: called when it was found
 * @user_data: data for @callback
 *
 * End with sgn_timeline_find_finish().
 */
void
sgn_timeline_find_async (GPtrArray *events,
                         SgnLibrary *library,
                         const SgnHistoryFilter *filter,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, sgn_timeline_find_async);
  g_task_set_task_data (task, request_new (events, library, filter), request_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * sgn_timeline_find_finish:
 * @result: the result
 *
 * Returns: (transfer full): what was found
 */
SgnTimeline *
sgn_timeline_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

guint
sgn_timeline_count_acts (SgnTimeline *self)
{
  g_return_val_if_fail (SGN_IS_TIMELINE (self), 0);

  return self->acts->len;
}

const SgnHistory *
sgn_timeline_get_history (SgnTimeline *self)
{
  g_return_val_if_fail (SGN_IS_TIMELINE (self), NULL);

  return self->history;
}

const SgnHistoryAct *
sgn_timeline_line_get_act (SgnTimelineLine *self)
{
  g_return_val_if_fail (SGN_IS_TIMELINE_LINE (self), NULL);

  return self->is_day ? NULL : self->act;
}

const char *
sgn_timeline_line_get_day (SgnTimelineLine *self)
{
  g_return_val_if_fail (SGN_IS_TIMELINE_LINE (self), NULL);

  return self->day;
}

SgnTimeline *
sgn_timeline_line_get_timeline (SgnTimelineLine *self)
{
  g_return_val_if_fail (SGN_IS_TIMELINE_LINE (self), NULL);

  return self->timeline;
}
