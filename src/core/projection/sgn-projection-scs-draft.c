/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-scs-private.h"

/* Somebody who looked at criteria, by the company's own notes. */
typedef struct {
  const char *name;
  const char *on; /* (nullable): the newest day */
  guint criteria;
} Expert;

typedef struct {
  GArray *named; /* of Expert, as they come first */
  guint seen;
  guint asked;
} Experts;

static gboolean
is_open (SgnMark mark)
{
  return mark != SGN_MARK_DONE && mark != SGN_MARK_NOT_APPLICABLE;
}

static Expert *
find_expert (GArray *named, const char *name)
{
  const Expert expert = { .name = name };

  for (guint i = 0; i < named->len; i++) {
    Expert *one = &g_array_index (named, Expert, i);

    if (g_str_equal (one->name, name))
      return one;
  }
  g_array_append_val (named, expert);
  return &g_array_index (named, Expert, named->len - 1);
}

static void
count_expert (Experts *experts, const SgnAnswer *answer)
{
  const char *name = answer->expert_name;
  Expert *expert = NULL;

  experts->asked += g_strcmp0 (answer->expert, SGN_EXPERT_ASKED) == 0;
  if (g_strcmp0 (answer->expert, SGN_EXPERT_SEEN) != 0)
    return;
  experts->seen++;
  if (name == NULL || *name == '\0')
    return;
  expert = find_expert (experts->named, name);
  expert->criteria++;
  if (g_strcmp0 (answer->expert_on, expert->on) > 0)
    expert->on = answer->expert_on;
}

static json_t *
expert_to_json (const Expert *expert)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "name", expert->name);
  sgn_json_set_string (json, "on", expert->on);
  sgn_json_set_integer (json, "criteria", expert->criteria);
  return json;
}

/* Who looked at how many criteria: the company's own notes, and no result. */
static void
add_experts (SgnProjection *self, const Experts *experts)
{
  json_t *json = json_object ();
  json_t *named = json_array ();

  for (guint i = 0; i < experts->named->len; i++)
    json_array_append_new (named, expert_to_json (&g_array_index (experts->named, Expert, i)));
  sgn_json_set_integer (json, "seen", experts->seen);
  sgn_json_set_integer (json, "asked", experts->asked);
  json_object_set_new (json, "named", named);
  json_object_set_new (self->json, "experts", json);
}

static json_t *
open_to_json (const SgnProjection *self, const SgnItemLine *line)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", line->item->id);
  sgn_json_set_string (json, "number", line->item->number);
  sgn_projection_set_text (self, json, "short", &line->item->short_title);
  sgn_projection_set_state (self, json, line);
  return json;
}

static void
add_items (SgnProjection *self, const SgnSelfCheck *check)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Expert));
  Experts experts = { .named = named };
  json_t *open = json_array ();

  for (guint i = 0; i < check->catalogue->items->len; i++) {
    const SgnItem *item = check->catalogue->items->pdata[i];
    SgnItemLine line = sgn_self_check_look_at (check, item);

    if (item->scale == NULL || !sgn_catalogue_level_includes (check->catalogue, check->level, item))
      continue;
    if (is_open (line.mark))
      json_array_append_new (open, open_to_json (self, &line));
    if (line.answer != NULL)
      count_expert (&experts, line.answer);
  }
  json_object_set_new (self->json, "open", open);
  add_experts (self, &experts);
}

/* Nothing but what is answered: whether there is anything to swear to is for the sheet to say. */
void
sgn_projection_add_scs_draft (SgnProjection *self)
{
  g_auto (SgnScsCheck) check = { 0 };

  sgn_scs_check_init_lowest (&check, self);
  sgn_json_set_string (self->json, "level", check.answers.level);
  sgn_projection_add_catalogue (self, check.answers.catalogue);
  sgn_json_set_string (self->json, "checked", check.answers.catalogue->source_checked);
  sgn_projection_add_assessment (self, &check.answers);
  sgn_projection_add_values (self, check.answers.catalogue);
  sgn_json_set_integer (self->json, "criteria", check.score->items);
  sgn_json_set_integer (self->json, "met", check.score->counts[SGN_MARK_DONE]);
  json_object_set_new (self->json, "counts", sgn_scs_counts_to_json (check.score->counts));
  add_items (self, &check.answers);
}
