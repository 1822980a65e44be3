/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-evidence.h"

SgnItemLine
sgn_self_check_look_at (const SgnSelfCheck *check, const SgnItem *item)
{
  SgnItemLine line = { item, sgn_assessment_find_answer (check->assessment, item->id), NULL,
                       SGN_MARK_NONE };

  if (line.answer != NULL && line.answer->value != NULL)
    line.value = sgn_item_find_value (item, line.answer->value);
  if (line.value != NULL)
    line.mark = line.value->mark;
  return line;
}

static gboolean
is_done_or_partial (const SgnItemLine *line)
{
  return line->mark == SGN_MARK_DONE || line->mark == SGN_MARK_PARTIAL;
}

const char *
sgn_projection_get_statement (const SgnProjection *self, const SgnItemLine *line)
{
  const char *statement = NULL;

  if (line->answer == NULL)
    return NULL;
  statement = sgn_projection_pick (self, line->answer->statement, line->answer->statement_en);
  return statement != NULL && statement[0] != '\0' ? statement : NULL;
}

gboolean
sgn_projection_prints_item (const SgnItem *item)
{
  return item->scale != NULL && item->confidence != SGN_CONFIDENCE_UNVERIFIED;
}

gboolean
sgn_projection_shows (const SgnProjection *self, const SgnSelfCheck *check, const SgnItemLine *line)
{
  if (!sgn_catalogue_level_includes (check->catalogue, check->level, line->item))
    return FALSE;
  return check->whole ||
         (is_done_or_partial (line) && sgn_projection_get_statement (self, line) != NULL);
}

void
sgn_projection_set_state (const SgnProjection *self, json_t *json, const SgnItemLine *line)
{
  sgn_json_set_string (json, "mark", sgn_mark_to_key (line->mark));
  if (line->value != NULL)
    sgn_projection_set_text (self, json, "word", &line->value->short_label);
  else
    sgn_json_set_string (json, "word", NULL);
}

/* The keys of both audiences. */
static json_t *
line_to_json (const SgnProjection *self, const SgnItemLine *line)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", line->item->id);
  sgn_json_set_string (json, "number", line->item->number);
  sgn_json_set_string (json, "section", line->item->section->id);
  sgn_projection_set_text (self, json, "short", &line->item->short_title);
  sgn_json_set_string (json, "value", line->value != NULL ? line->value->key : NULL);
  sgn_projection_set_state (self, json, line);
  sgn_json_set_string (json, "statement", sgn_projection_get_statement (self, line));
  return json;
}

static gboolean
needs_action (const SgnItemLine *line)
{
  return line->mark == SGN_MARK_UNKNOWN || line->mark == SGN_MARK_NOT_DONE;
}

static void
set_previous (const SgnSelfCheck *check, const SgnItemLine *line, json_t *json)
{
  SgnPreviousAnswer previous = sgn_self_check_find_previous (check, line->item);
  gboolean answered = previous.mark != SGN_MARK_NONE;

  sgn_json_set_string (json, "previous_mark",
                       previous.has_counterpart ? sgn_mark_to_key (previous.mark) : NULL);
  json_object_set_new (json, "previous_points",
                       answered ? json_integer (previous.points) : json_null ());
}

/* What proves the answer hangs on the assessment it comes from, which may be a site's. */
static guint
count_evidence (const SgnProjection *self, const SgnSelfCheck *check, const SgnItemLine *line)
{
  gint64 source = line->answer != NULL ? line->answer->assessment : check->assessment->id;

  return sgn_record_count_evidence (self->record, source, line->item->id);
}

GPtrArray *
sgn_projection_find_evidence (const SgnProjection *self,
                              const SgnSelfCheck *check,
                              const SgnItemLine *line)
{
  const SgnAssessment *own = check->combined->own;
  gint64 source = line->answer != NULL ? line->answer->assessment : own->id;
  const SgnAssessment *owner = sgn_record_find_assessment (self->record, source);
  g_autofree char *reference = sgn_answer_make_reference (source, line->item->id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->record->evidence->len; i++) {
    SgnEvidence *evidence = self->record->evidence->pdata[i];

    if (sgn_evidence_has_link (evidence, reference) &&
        sgn_evidence_counts_for (self->record, evidence, owner, reference))
      g_ptr_array_add (found, evidence);
  }
  return found;
}

json_t *
sgn_projection_list_evidence (const SgnProjection *self,
                              const SgnSelfCheck *check,
                              const SgnItemLine *line)
{
  g_autoptr (GPtrArray) found = sgn_projection_find_evidence (self, check, line);
  json_t *titles = json_array ();

  for (guint i = 0; i < found->len; i++) {
    const SgnEvidence *evidence = found->pdata[i];
    const char *title = sgn_projection_pick (self, evidence->title, evidence->title_en);

    json_array_append_new (titles, json_string (title));
  }
  return titles;
}

/* Whose answer it is, where the sites say different things. */
void
sgn_projection_set_site (const SgnProjection *self,
                         const SgnSelfCheck *check,
                         const SgnItemLine *line,
                         json_t *json)
{
  SgnCombinedAnswer found = { 0 };
  const SgnSite *site = NULL;

  if (check->combined->parts->len == 0)
    return;
  found = sgn_combined_find_answer (check->combined, line->item);
  if (found.source != NULL && found.differing > 0)
    site = sgn_record_find_site (self->record, found.source->site);

  sgn_json_set_string (json, "site", site != NULL ? site->name : NULL);
  sgn_json_set_integer (json, "sites_answered", found.answered);
  sgn_json_set_integer (json, "sites_differing", found.differing);
}

void
sgn_projection_set_internal (const SgnProjection *self,
                             const SgnSelfCheck *check,
                             const SgnItemLine *line,
                             json_t *json)
{
  json_t *titles = sgn_projection_list_evidence (self, check, line);

  sgn_json_set_string (json, "note", line->answer != NULL ? line->answer->note : NULL);
  sgn_json_set_integer (json, "evidence", (gint64) json_array_size (titles));
  json_object_set_new (json, "evidence_titles", titles);
  sgn_projection_set_site (self, check, line, json);
}

/* The keys only the company sees. */
static void
add_internal (const SgnProjection *self,
              const SgnSelfCheck *check,
              const SgnItemLine *line,
              json_t *json)
{
  guint evidence = count_evidence (self, check, line);

  json_object_set_new (json, "points",
                       line->value != NULL ? json_integer (line->value->points) : json_null ());
  set_previous (check, line, json);
  sgn_json_set_string (json, "note", line->answer != NULL ? line->answer->note : NULL);
  sgn_json_set_integer (json, "evidence", evidence);
  sgn_projection_set_site (self, check, line, json);
  if (needs_action (line))
    sgn_projection_set_text (self, json, "action", &line->item->action);
  else
    sgn_json_set_string (json, "action", NULL);
  sgn_json_set_string (json, "next_review",
                       line->answer != NULL ? line->answer->next_review : NULL);
}

static gint64
sum_evidence (json_t *items)
{
  gint64 sum = 0;
  gsize i = 0;
  json_t *item = NULL;

  json_array_foreach (items, i, item)
  {
    sum += sgn_json_integer (item, "evidence", 0);
  }
  return sum;
}

static void
add_list (SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *items = check->catalogue->items;
  gboolean internal = sgn_projection_is_internal (self);
  json_t *list = json_array ();

  for (guint i = 0; i < items->len; i++) {
    SgnItemLine line = sgn_self_check_look_at (check, items->pdata[i]);
    json_t *json = NULL;

    if (!sgn_projection_shows (self, check, &line))
      continue;
    json = line_to_json (self, &line);
    if (internal)
      add_internal (self, check, &line, json);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "items", list);
  if (internal)
    sgn_json_set_integer (self->json, "evidence_total", sum_evidence (list));
}

static void
add_counts (SgnProjection *self, const SgnScore *score)
{
  const guint *counts = score->counts;

  sgn_json_set_integer (self->json, "done_or_partial",
                        counts[SGN_MARK_DONE] + counts[SGN_MARK_PARTIAL]);
  sgn_json_set_integer (self->json, "unmet",
                        counts[SGN_MARK_NONE] + counts[SGN_MARK_NOT_DONE] +
                          counts[SGN_MARK_UNKNOWN]);
}

/* Points can be held against each other only where both times something was answered that gives
 * points, or both times 該当なし. */
static gboolean
is_comparable (const SgnItemLine *line, const SgnPreviousAnswer *previous)
{
  if (!previous->has_counterpart || line->mark == SGN_MARK_NONE || previous->mark == SGN_MARK_NONE)
    return FALSE;
  return (line->mark == SGN_MARK_NOT_APPLICABLE) == (previous->mark == SGN_MARK_NOT_APPLICABLE);
}

typedef struct {
  json_t *up;
  json_t *same;
  json_t *down;
  json_t *not_comparable;
} Changes;

static void
append_number (json_t *list, const SgnItemLine *line)
{
  json_array_append_new (list, json_string (line->item->number));
}

static void
sort_change (const SgnSelfCheck *check, const SgnItemLine *line, const Changes *changes)
{
  SgnPreviousAnswer previous = sgn_self_check_find_previous (check, line->item);
  json_t *json = NULL;

  if (!is_comparable (line, &previous)) {
    append_number (changes->not_comparable, line);
    return;
  }
  if (line->value->points == previous.points) {
    append_number (changes->same, line);
    return;
  }
  json = json_object ();
  sgn_json_set_string (json, "number", line->item->number);
  sgn_json_set_integer (json, "from", previous.points);
  sgn_json_set_integer (json, "to", line->value->points);
  json_array_append_new (line->value->points > previous.points ? changes->up : changes->down, json);
}

static void
add_changes (SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *items = check->catalogue->items;
  Changes changes = { json_array (), json_array (), json_array (), json_array () };
  json_t *json = json_object ();

  for (guint i = 0; i < items->len; i++) {
    SgnItemLine line = sgn_self_check_look_at (check, items->pdata[i]);

    sort_change (check, &line, &changes);
  }
  json_object_set_new (json, "up", changes.up);
  json_object_set_new (json, "same", changes.same);
  json_object_set_new (json, "down", changes.down);
  json_object_set_new (json, "not_comparable", changes.not_comparable);
  json_object_set_new (self->json, "changes", json);
}

/* Whether the line says anything that @self may show; a note or a statement can come first. */
static gboolean
is_answer (const SgnProjection *self, const SgnSelfCheck *check, const SgnItemLine *line)
{
  const SgnAnswer *answer = line->answer;

  if (answer == NULL || !sgn_projection_shows (self, check, line))
    return FALSE;
  if (!sgn_projection_prints_item (line->item) && !sgn_projection_is_internal (self))
    return FALSE;
  return line->value != NULL || answer->statement != NULL || answer->statement_en != NULL ||
         (answer->note != NULL && sgn_projection_is_internal (self));
}

static json_t *
list_answers (const SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *items = check->catalogue->items;
  json_t *list = json_array ();

  for (guint i = 0; i < items->len; i++) {
    SgnItemLine line = sgn_self_check_look_at (check, items->pdata[i]);
    json_t *json = NULL;

    if (!is_answer (self, check, &line))
      continue;
    json = json_object ();
    sgn_json_set_string (json, "item", line.item->id);
    sgn_json_set_string (json, "value", line.value != NULL ? line.value->key : NULL);
    if (sgn_projection_is_internal (self))
      sgn_json_set_string (json, "note", line.answer->note);
    sgn_json_set_string (json, "statement", line.answer->statement);
    sgn_json_set_string (json, "statement_en", line.answer->statement_en);
    json_array_append_new (list, json);
  }
  return list;
}

/* The shape of an answer file, so that what goes out can come in again: statements as typed, in
 * whichever language the sheet is. */
void
sgn_projection_add_answers (SgnProjection *self, const SgnSelfCheck *check)
{
  const SgnAssessment *assessment = check->assessment;
  const SgnPerson *person = sgn_record_find_person (self->record, assessment->person);
  g_autofree char *date = sgn_assessment_dup_date (assessment);
  json_t *json = json_object ();

  sgn_json_set_string (json, "catalogue", assessment->catalogue);
  sgn_json_set_string (json, "edition", assessment->edition);
  sgn_json_set_string (json, "date", date);
  if (sgn_projection_is_internal (self))
    sgn_json_set_string (json, "by", person != NULL ? person->name : NULL);
  json_object_set_new (json, "answers", list_answers (self, check));
  json_object_set_new (self->json, "answers", json);
}

void
sgn_projection_add_items (SgnProjection *self, const SgnSelfCheck *check)
{
  add_list (self, check);
  add_counts (self, check->score);
  if (sgn_projection_is_internal (self) && check->last->combined != NULL)
    add_changes (self, check);
  sgn_projection_add_answers (self, check);
}
