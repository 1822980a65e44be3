/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-history-private.h"

#include "sgn-date.h"

#include <string.h>

/* Where a time says how far it is from UTC: 2026-11-20T16:42:00+09:00. */
#define OFFSET_AT 19
#define CLOCK_AT 11

/* There is always a history: a company file begins with an event. */
gboolean
sgn_projection_check_history (const SgnProjection *self, GError **error)
{
  return TRUE;
}

/* The events up to the last one that is not the issue of a document: issuing changes nothing that a
 * sheet speaks of, so that the same sheet can be made again. */
static guint
count_events (const SgnProjection *self)
{
  GPtrArray *events = self->request->history != NULL ? self->request->history->events : NULL;
  guint n = events != NULL ? events->len : 0;

  while (n > 0 && g_str_equal (((const SgnEvent *) events->pdata[n - 1])->act, SGN_ACT_ISSUE))
    n--;
  return n;
}

static const char *
get_offset (const SgnEvent *event)
{
  return strlen (event->at) > OFFSET_AT ? event->at + OFFSET_AT : "";
}

/* (nullable): the one of all times, if there is one */
static const char *
find_offset (GPtrArray *events, guint n)
{
  const char *offset = n > 0 ? get_offset (events->pdata[0]) : NULL;

  for (guint i = 1; i < n; i++) {
    if (!g_str_equal (get_offset (events->pdata[i]), offset))
      return NULL;
  }
  return offset;
}

static const char *
get_author (const SgnTeller *self, const SgnEvent *event)
{
  const SgnPerson *person =
    event->by != NULL ? sgn_record_find_person_named (self->projection->record, event->by) : NULL;

  if (person != NULL)
    return sgn_projection_pick (self->projection, event->by, person->name_en);
  if (event->by != NULL && *event->by != '\0')
    return event->by;
  return sgn_teller_get_text (self, event->erased ? "by.erased" : "by.none");
}

static json_t *
event_to_json (const SgnTeller *self, const SgnEvent *event)
{
  g_autofree char *day = sgn_time_get_date (event->at);
  g_autofree char *clock =
    strlen (event->at) > OFFSET_AT ? g_strndup (event->at + CLOCK_AT, 5) : NULL;
  g_autofree char *sentence = sgn_teller_tell (self, event);
  json_t *json = json_object ();

  sgn_json_set_integer (json, "seq", event->seq);
  sgn_json_set_integer (json, "group", event->group);
  sgn_json_set_string (json, "time", event->at);
  sgn_json_set_string (json, "day", day);
  sgn_json_set_string (json, "clock", clock);
  sgn_json_set_string (json, "by", event->by);
  sgn_json_set_string (json, "by_word", get_author (self, event));
  sgn_json_set_string (json, "act", event->act);
  sgn_json_set_string (json, "kind", event->kind);
  sgn_json_set_string (json, "id", event->id);
  sgn_json_set_string (json, "sentence", sentence);
  json_object_set_new (json, "erased", json_boolean (event->erased));
  sgn_json_set_string (json, "prev_hash", event->prev_hash);
  sgn_json_set_string (json, "hash", event->hash);
  return json;
}

static json_t *
list_events (const SgnTeller *self, GPtrArray *events, guint n)
{
  json_t *list = json_array ();

  for (guint i = n; i > 0; i--)
    json_array_append_new (list, event_to_json (self, events->pdata[i - 1]));
  return list;
}

static guint
count_erased (GPtrArray *events, guint n)
{
  guint erased = 0;

  for (guint i = 0; i < n; i++)
    erased += ((const SgnEvent *) events->pdata[i])->erased;
  return erased;
}

static void
add_chain (SgnProjection *self, GPtrArray *events, guint n)
{
  const SgnEvent *first = n > 0 ? events->pdata[0] : NULL;
  const SgnEvent *last = n > 0 ? events->pdata[n - 1] : NULL;
  json_t *json = json_object ();

  sgn_json_set_integer (json, "events", n);
  sgn_json_set_integer (json, "erased", count_erased (events, n));
  sgn_json_set_integer (json, "first", first != NULL ? first->seq : 0);
  sgn_json_set_integer (json, "last", last != NULL ? last->seq : 0);
  sgn_json_set_string (json, "first_at", first != NULL ? first->at : NULL);
  sgn_json_set_string (json, "last_at", last != NULL ? last->at : NULL);
  sgn_json_set_string (json, "offset", find_offset (events, n));
  sgn_json_set_string (json, "head", last != NULL ? last->hash : NULL);
  sgn_json_set_integer (json, "contradictions",
                        self->request->history != NULL ? self->request->history->contradictions
                                                       : 0);
  json_object_set_new (self->json, "chain", json);
}

/**
 * sgn_projection_add_history:
 * @self: a projection of the document "history"
 *
 * Every event in one sentence, newest first, with its hash; the head of the chain, and what the
 * check of it found.
 */
void
sgn_projection_add_history (SgnProjection *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *events = self->request->history != NULL ? self->request->history->events : none;
  g_autoptr (SgnHistory) history = sgn_history_new (events, self->library);
  const SgnTeller teller = { self, history };
  guint n = count_events (self);

  add_chain (self, events, n);
  json_object_set_new (self->json, "events", list_events (&teller, events, n));
}
