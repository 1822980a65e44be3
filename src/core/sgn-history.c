/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-history-private.h"

#include "sgn-date.h"
#include "sgn-fold.h"
#include "sgn-record.h"

#include <string.h>

/* What later words need to know of other rows, also of those that are gone. */
static void
learn_from (SgnHistory *self, const SgnEvent *event)
{
  const json_t *row = event->after != NULL ? event->after : event->before;
  const char *name = sgn_json_string (row, "name");
  const char *id = sgn_json_string (row, "catalogue");
  SgnCatalogue *catalogue = NULL;

  if (g_str_equal (event->kind, SGN_KIND_PERSON) && name != NULL)
    g_hash_table_insert (self->persons, event->id, (gpointer) name);
  if (!g_str_equal (event->kind, SGN_KIND_ASSESSMENT) || id == NULL)
    return;

  catalogue = sgn_library_find_catalogue (self->library, id, sgn_json_string (row, "edition"));
  if (catalogue != NULL)
    g_hash_table_insert (self->catalogues, event->id, catalogue);
}

SgnHistory *
sgn_history_new (GPtrArray *events, SgnLibrary *library)
{
  SgnHistory *self = g_new0 (SgnHistory, 1);

  self->events = g_ptr_array_ref (events);
  self->library = sgn_library_ref (library);
  self->catalogues = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < events->len; i++)
    learn_from (self, events->pdata[i]);
  return self;
}

void
sgn_history_free (SgnHistory *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->catalogues);
  g_hash_table_unref (self->persons);
  g_ptr_array_unref (self->events);
  sgn_library_unref (self->library);
  g_free (self);
}

/* Ids of links go on with the kind and id of what they serve, as "3/answer/1/SD-01". */
const char *
sgn_history_find_place (const SgnEvent *event)
{
  const char *target = strchr (event->id, '/');

  if (g_str_equal (event->kind, SGN_KIND_ANSWER))
    return event->id;
  if (target == NULL || !g_str_has_prefix (target, "/" SGN_KIND_ANSWER "/"))
    return NULL;
  return target + strlen ("/" SGN_KIND_ANSWER "/");
}

const SgnItem *
sgn_history_find_item (const SgnHistory *self, const char *place)
{
  const char *slash = strchr (place, '/');
  g_autofree char *assessment = slash != NULL ? g_strndup (place, (gsize) (slash - place)) : NULL;
  const SgnCatalogue *catalogue =
    assessment != NULL ? g_hash_table_lookup (self->catalogues, assessment) : NULL;

  return catalogue != NULL ? sgn_catalogue_find_item (catalogue, slash + 1) : NULL;
}

/* A filter made ready: texts folded once. */
typedef struct {
  const SgnHistoryFilter *filter;
  char *by;   /* (nullable): folded */
  char *text; /* (nullable): folded */
  char *item; /* (nullable): without full-width signs */
} Search;

static void
search_init (Search *search, const SgnHistoryFilter *filter)
{
  search->filter = filter;
  search->by = filter->by != NULL ? sgn_fold (filter->by) : NULL;
  search->text = filter->text != NULL ? sgn_fold (filter->text) : NULL;
  search->item =
    filter->item != NULL ? g_utf8_normalize (filter->item, -1, G_NORMALIZE_NFKC) : NULL;
}

static void
search_clear (Search *search)
{
  g_free (search->by);
  g_free (search->text);
  g_free (search->item);
}

static gboolean
fits_author (const Search *search, const SgnEvent *event)
{
  g_autofree char *by = NULL;

  if (search->by == NULL)
    return TRUE;
  if (event->by == NULL)
    return *search->by == '\0' && !event->erased;

  by = sgn_fold (event->by);
  return g_str_equal (by, search->by);
}

static gboolean
fits_days (const Search *search, const SgnEvent *event)
{
  const SgnHistoryFilter *filter = search->filter;
  g_autofree char *day = NULL;

  if (filter->from == NULL && filter->to == NULL)
    return TRUE;

  day = sgn_time_get_date (event->at);
  return day != NULL && (filter->from == NULL || strcmp (day, filter->from) >= 0) &&
         (filter->to == NULL || strcmp (day, filter->to) <= 0);
}

static gboolean
fits_item (const SgnHistory *self, const Search *search, const SgnEvent *event)
{
  const char *place = sgn_history_find_place (event);
  const char *slash = place != NULL ? strchr (place, '/') : NULL;
  const SgnItem *item = NULL;

  if (search->item == NULL)
    return TRUE;
  if (slash == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (slash + 1, search->item) == 0)
    return TRUE;

  item = sgn_history_find_item (self, place);
  return item != NULL && g_strcmp0 (item->number, search->item) == 0;
}

static void
add_texts (GString *texts, const json_t *row)
{
  const char *column = NULL;
  json_t *value = NULL;

  json_object_foreach ((json_t *) row, column, value)
  {
    if (json_is_string (value))
      g_string_append_printf (texts, "%s\n", json_string_value (value));
  }
}

static gboolean
fits_text (const SgnHistory *self, const Search *search, const SgnEvent *event)
{
  g_autofree char *sentence = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GString) texts = NULL;

  if (search->text == NULL)
    return TRUE;

  sentence = sgn_history_get_sentence (self, event);
  texts = g_string_new (sentence);
  g_string_append_printf (texts, "\n%s\n", event->by != NULL ? event->by : "");
  add_texts (texts, event->before);
  add_texts (texts, event->after);
  folded = sgn_fold (texts->str);
  return strstr (folded, search->text) != NULL;
}

static gboolean
fits (const SgnHistory *self, const Search *search, const SgnEvent *event)
{
  const SgnHistoryFilter *filter = search->filter;

  return (filter->kind == NULL || g_str_equal (filter->kind, event->kind)) &&
         (filter->kinds == NULL || g_strv_contains (filter->kinds, event->kind)) &&
         (filter->act == NULL || g_str_equal (filter->act, event->act)) &&
         fits_days (search, event) && fits_author (search, event) &&
         fits_item (self, search, event) && fits_text (self, search, event);
}

/**
 * sgn_history_find:
 * @self: a history
 * @filter: what to look for; all empty finds everything
 *
 * Days are those of the event's own time, as written.
 *
 * Returns: (transfer container) (element-type SgnEvent): what fits, oldest first unless asked
 *   otherwise; owned by @self
 */
GPtrArray *
sgn_history_find (const SgnHistory *self, const SgnHistoryFilter *filter)
{
  GPtrArray *found = g_ptr_array_new ();
  const guint n = self->events->len;
  Search search;

  search_init (&search, filter);
  for (guint i = 0; i < n && (filter->limit == 0 || found->len < filter->limit); i++) {
    SgnEvent *event = self->events->pdata[filter->newest_first ? n - 1 - i : i];

    if (fits (self, &search, event))
      g_ptr_array_add (found, event);
  }
  search_clear (&search);
  return found;
}

static void
act_free (gpointer data)
{
  SgnHistoryAct *self = data;

  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * sgn_history_group:
 * @events: (element-type SgnEvent): events in either order
 *
 * Returns: (transfer full) (element-type SgnHistoryAct): the acts they belong to, in the same order
 */
GPtrArray *
sgn_history_group (GPtrArray *events)
{
  GPtrArray *acts = g_ptr_array_new_with_free_func (act_free);
  SgnHistoryAct *act = NULL;

  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = events->pdata[i];

    if (act == NULL || act->first->group != event->group) {
      act = g_new0 (SgnHistoryAct, 1);
      act->first = event;
      act->events = g_ptr_array_new ();
      g_ptr_array_add (acts, act);
    }
    g_ptr_array_add (act->events, (gpointer) event);
  }
  return acts;
}
