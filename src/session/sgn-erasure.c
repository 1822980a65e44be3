/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-erasure-private.h"

#include <string.h>

/* What a person is called. */
static const char *const name_columns[] = { "name", "kana", "name_en", NULL };

static void
mention_free (gpointer data)
{
  SgnMention *self = data;

  g_free (self->kind);
  g_free (self->id);
  g_free (self->column);
  g_free (self);
}

void
sgn_erasure_free (SgnErasure *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->mentions);
  g_free (self);
}

static gboolean
is_person (const SgnEvent *event, const char *id)
{
  return g_str_equal (event->kind, SGN_KIND_PERSON) && g_str_equal (event->id, id);
}

static void
add_names (GPtrArray *names, const json_t *row)
{
  for (guint i = 0; name_columns[i] != NULL; i++) {
    const char *name = sgn_json_string (row, name_columns[i]);

    if (name != NULL && *name != '\0' &&
        !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (name));
  }
}

static gboolean
is_name (const SgnErasure *self, const char *text)
{
  return text != NULL && g_ptr_array_find_with_equal_func (self->names, text, g_str_equal, NULL);
}

gboolean
sgn_erasure_names (const SgnErasure *self, const char *text)
{
  for (guint i = 0; text != NULL && i < self->names->len; i++) {
    if (strstr (text, self->names->pdata[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Of somebody else, only a whole name counts: 林 is in 小林, but is not 小林. */
static gboolean
value_names (const SgnErasure *self, const char *kind, const json_t *value)
{
  if (!json_is_string (value))
    return FALSE;
  return g_str_equal (kind, SGN_KIND_PERSON) ? is_name (self, json_string_value (value))
                                             : sgn_erasure_names (self, json_string_value (value));
}

static gboolean
row_names (const SgnErasure *self, const char *kind, const json_t *row)
{
  const char *column = NULL;
  json_t *value = NULL;

  json_object_foreach ((json_t *) row, column, value)
  {
    if (value_names (self, kind, value))
      return TRUE;
  }
  return FALSE;
}

/* What is left of somebody erased says nothing. */
static gboolean
has_text (const json_t *row)
{
  const char *column = NULL;
  json_t *value = NULL;

  json_object_foreach ((json_t *) row, column, value)
  {
    if (json_is_string (value) && json_string_length (value) > 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_mentions (SgnErasure *self, const SgnEvent *event)
{
  const char *column = NULL;
  json_t *value = NULL;

  json_object_foreach (event->after, column, value)
  {
    SgnMention *mention = NULL;

    if (!value_names (self, event->kind, value))
      continue;
    mention = g_new0 (SgnMention, 1);
    mention->kind = g_strdup (event->kind);
    mention->id = g_strdup (event->id);
    mention->column = g_strdup (column);
    g_ptr_array_add (self->mentions, mention);
  }
}

/* "KIND/ID" → SgnEvent, the newest about that row, not owned */
static GHashTable *
find_newest (GPtrArray *events)
{
  GHashTable *newest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < events->len; i++) {
    SgnEvent *event = events->pdata[i];

    g_hash_table_insert (newest, g_strconcat (event->kind, "/", event->id, NULL), event);
  }
  return newest;
}

static gboolean
is_newest (GHashTable *newest, const SgnEvent *event)
{
  g_autofree char *place = g_strconcat (event->kind, "/", event->id, NULL);

  return g_hash_table_lookup (newest, place) == event;
}

/* The newest event about a row says what stands there today. While that names the person, blanking
 * it gains nothing: the same words would be stated anew. */
static gboolean
must_go (const SgnErasure *self, const SgnEvent *event, const char *id, GHashTable *newest)
{
  if (event->erased)
    return FALSE;
  if (is_person (event, id))
    return has_text (event->before) || has_text (event->after);
  if (is_name (self, event->by) || row_names (self, event->kind, event->before))
    return TRUE;
  return row_names (self, event->kind, event->after) && !is_newest (newest, event);
}

SgnErasure *
sgn_erasure_new (GPtrArray *events, gint64 person)
{
  SgnErasure *self = g_new0 (SgnErasure, 1);
  g_autoptr (GHashTable) newest = find_newest (events);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  self->person = person;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  self->mentions = g_ptr_array_new_with_free_func (mention_free);

  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = events->pdata[i];

    if (is_person (event, id)) {
      add_names (self->names, event->before);
      add_names (self->names, event->after);
    }
  }
  for (guint i = 0; i < events->len; i++) {
    SgnEvent *event = events->pdata[i];

    if (is_newest (newest, event) && !is_person (event, id))
      add_mentions (self, event);
    if (must_go (self, event, id, newest))
      g_ptr_array_add (self->events, g_steal_pointer (&events->pdata[i]));
  }
  g_ptr_array_unref (events);
  return self;
}
