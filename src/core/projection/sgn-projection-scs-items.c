/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-scs-private.h"

/* How many answers have come how far: four things that are told apart. */
typedef struct {
  guint with_evidence;
  guint reviewed;
  guint asked;
  guint seen;
  guint evidence;
} States;

/* The keys of both audiences. */
static json_t *
line_to_json (const SgnProjection *self, const SgnItemLine *line)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", line->item->id);
  sgn_json_set_string (json, "number", line->item->number);
  sgn_json_set_string (json, "group", line->item->group->id);
  sgn_json_set_string (json, "level", line->item->level);
  sgn_projection_set_text (self, json, "short", &line->item->short_title);
  sgn_projection_set_text (self, json, "question", &line->item->question);
  sgn_json_set_string (json, "value", line->value != NULL ? line->value->key : NULL);
  sgn_projection_set_state (self, json, line);
  sgn_json_set_string (json, "statement", sgn_projection_get_statement (self, line));
  return json;
}

static gboolean
is_met (const SgnItemLine *line)
{
  return line->mark == SGN_MARK_DONE || line->mark == SGN_MARK_NOT_APPLICABLE;
}

/* Who else has looked at it; that is the company's own note and no result. */
static void
set_looks (const SgnProjection *self, const SgnAnswer *answer, json_t *json)
{
  const SgnPerson *reviewer =
    answer != NULL ? sgn_record_find_person (self->record, answer->reviewed_by) : NULL;

  json_object_set_new (json, "reviewed_by", sgn_projection_person_to_json (self, reviewer));
  sgn_json_set_string (json, "reviewed_on", answer != NULL ? answer->reviewed_on : NULL);
  sgn_json_set_string (json, "expert", answer != NULL ? answer->expert : NULL);
  sgn_json_set_string (json, "expert_name", answer != NULL ? answer->expert_name : NULL);
  sgn_json_set_string (json, "expert_on", answer != NULL ? answer->expert_on : NULL);
}

/* The keys only the company sees. */
static void
add_internal (const SgnProjection *self,
              const SgnSelfCheck *check,
              const SgnItemLine *line,
              json_t *json)
{
  sgn_projection_set_internal (self, check, line, json);
  set_looks (self, line->answer, json);
  if (is_met (line))
    sgn_json_set_string (json, "action", NULL);
  else
    sgn_projection_set_text (self, json, "action", &line->item->action);
}

static void
count_states (States *states, const SgnItemLine *line, const json_t *json)
{
  const SgnAnswer *answer = line->answer;
  gint64 evidence = sgn_json_integer (json, "evidence", 0);

  states->evidence += (guint) evidence;
  if (line->value == NULL)
    return;
  states->with_evidence += evidence > 0;
  states->reviewed += answer->reviewed_by != 0 && answer->reviewed_on != NULL;
  states->asked += g_strcmp0 (answer->expert, SGN_EXPERT_ASKED) == 0;
  states->seen += g_strcmp0 (answer->expert, SGN_EXPERT_SEEN) == 0;
}

static void
add_states (SgnProjection *self, const States *states)
{
  json_t *json = json_object ();

  sgn_json_set_integer (json, "with_evidence", states->with_evidence);
  sgn_json_set_integer (json, "reviewed", states->reviewed);
  sgn_json_set_integer (json, "expert_asked", states->asked);
  sgn_json_set_integer (json, "expert_seen", states->seen);
  json_object_set_new (self->json, "states", json);
  sgn_json_set_integer (self->json, "evidence_total", states->evidence);
}

void
sgn_projection_add_scs_items (SgnProjection *self, const SgnScsCheck *check)
{
  GPtrArray *items = check->answers.catalogue->items;
  gboolean internal = sgn_projection_is_internal (self);
  json_t *list = json_array ();
  States states = { 0 };
  guint reported = 0;

  for (guint i = 0; i < items->len; i++) {
    SgnItemLine line = sgn_self_check_look_at (&check->answers, items->pdata[i]);
    json_t *json = NULL;

    if (!sgn_projection_shows (self, &check->answers, &line))
      continue;
    reported += line.item->confidence == SGN_CONFIDENCE_REPORTED;
    json = line_to_json (self, &line);
    if (internal) {
      add_internal (self, &check->answers, &line, json);
      count_states (&states, &line, json);
    }
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "items", list);
  sgn_json_set_integer (self->json, "reported", reported);
  if (internal)
    add_states (self, &states);
}
