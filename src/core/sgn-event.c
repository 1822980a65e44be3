/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-event.h"

#include "sgn-record.h"

void
sgn_event_free (SgnEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->at);
  g_free (self->act);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->by);
  json_decref (self->before);
  json_decref (self->after);
  g_free (self->prev_hash);
  g_free (self->hash);
  g_free (self);
}

/* (nullable): the item an answer belongs to; its id is "ASSESSMENT/ITEM". */
static const char *
get_item (const SgnEvent *self)
{
  const char *slash = NULL;

  if (g_strcmp0 (self->kind, SGN_KIND_ANSWER) == 0)
    slash = strchr (self->id, '/');
  return slash != NULL ? slash + 1 : NULL;
}

static void
set_state (json_t *json, const char *key, json_t *state)
{
  json_object_set_new (json, key, state != NULL ? json_incref (state) : json_null ());
}

static void
set_reference (json_t *json, const char *key, gint64 seq)
{
  json_object_set_new (json, key, seq != 0 ? json_integer (seq) : json_null ());
}

/**
 * sgn_event_to_json:
 * @self: an event
 *
 * Texts stand in the object as they were typed; what was erased or never said is null. "item" is
 * set for answers only.
 *
 * Returns: (transfer full): one object of `history --json`
 */
json_t *
sgn_event_to_json (const SgnEvent *self)
{
  g_autoptr (json_t) json = json_object ();

  g_return_val_if_fail (self != NULL, NULL);

  sgn_json_set_integer (json, "seq", self->seq);
  sgn_json_set_integer (json, "group", self->group);
  sgn_json_set_string (json, "time", self->at);
  sgn_json_set_string (json, "by", self->by);
  sgn_json_set_string (json, "act", self->act);
  sgn_json_set_string (json, "kind", self->kind);
  sgn_json_set_string (json, "id", self->id);
  sgn_json_set_string (json, "item", get_item (self));
  set_reference (json, "undoes", self->undoes);
  set_state (json, "before", self->before);
  set_state (json, "after", self->after);
  json_object_set_new (json, "erased", json_boolean (self->erased));
  sgn_json_set_string (json, "prev_hash", self->prev_hash);
  sgn_json_set_string (json, "hash", self->hash);
  return g_steal_pointer (&json);
}
