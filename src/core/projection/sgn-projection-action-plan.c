/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOCUMENT "action-plan"

/* What was decided against is the company's own affair. */
static gboolean
shows_task (const SgnProjection *self, const SgnTask *task)
{
  return sgn_projection_is_internal (self) || strcmp (task->state, SGN_TASK_DECLINED) != 0;
}

gboolean
sgn_projection_check_action_plan (const SgnProjection *self, GError **error)
{
  for (guint i = 0; i < self->record->tasks->len; i++)
    if (shows_task (self, self->record->tasks->pdata[i]))
      return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is no task yet. Note what is to be done about an item."));
  return FALSE;
}

/* Which question something is about says that it is not met. */
static gboolean
shows_items (const SgnProjection *self)
{
  return sgn_projection_is_internal (self) || self->request->with_unmet;
}

/* (nullable): the fixed text that names such a thing; NULL for what has none. */
static const char *
get_subject_key (const SgnTaskGround *ground)
{
  static const struct {
    const char *name; /* of a guideline or of a kind of row */
    const char *key;
  } keys[] = {
    { SGN_SELF_CHECK, "subject.self_check" },        { SGN_RULES, "subject.rules" },
    { SGN_KIND_DECLARATION, "subject.declaration" }, { SGN_KIND_POLICY, "subject.policy" },
    { SGN_KIND_EVIDENCE, "subject.evidence" },
  };
  const char *name = ground->item != NULL ? ground->catalogue->id : ground->kind;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].name, name) == 0)
      return keys[i].key;
  return ground->item != NULL ? "subject.other" : NULL;
}

/* (nullable): D11, as it is printed. */
static char *
format_subject (const SgnProjection *self, const SgnTaskGround *ground)
{
  const char *key = get_subject_key (ground);

  if (key == NULL)
    return NULL;
  return sgn_documents_format (self->library->documents, DOCUMENT, key, self->request->language,
                               "number", ground->item != NULL ? ground->item->number : "", NULL);
}

static void
add_word (GString *text, const char *word)
{
  if (word != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
}

static void
add_items (const SgnProjection *self, const SgnTask *task, json_t *json)
{
  g_autoptr (GPtrArray) grounds = sgn_task_list_grounds (task, self->record, self->library);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GString) subject = g_string_new (NULL);

  for (guint i = 0; i < grounds->len; i++) {
    const SgnTaskGround *ground = g_ptr_array_index (grounds, i);
    g_autofree char *words = format_subject (self, ground);

    add_word (items, ground->item != NULL ? ground->item->id : ground->kind);
    add_word (subject, words);
  }
  sgn_json_set_string (json, "items", items->str);
  sgn_json_set_string (json, "subject", subject->str);
}

/* (nullable): where somebody belongs; who heads the company belongs nowhere else. */
static const char *
get_department (const SgnProjection *self, const SgnPerson *person)
{
  const SgnProfile *profile = self->record->profile;
  const char *department = NULL;

  if (person == NULL)
    return NULL;

  department = sgn_projection_pick (self, person->department, person->department_en);
  if (department == NULL && g_strcmp0 (person->name, profile->representative) == 0)
    return sgn_documents_text (self->library->documents, DOCUMENT, "owner.head",
                               self->request->language);
  return department;
}

/* Outsiders read the department; the company itself also the name. */
static void
add_owner (const SgnProjection *self, const SgnTask *task, json_t *json)
{
  const SgnPerson *person = sgn_record_find_person (self->record, task->owner);

  sgn_json_set_string (json, "department", get_department (self, person));
  if (!sgn_projection_is_internal (self))
    return;

  sgn_json_set_string (json, "owner",
                       person != NULL && *person->name != '\0'
                         ? sgn_projection_pick (self, person->name, person->name_en)
                         : NULL);
}

static void
set_state (const SgnProjection *self, json_t *json, const char *state)
{
  static const char *const states[] = { SGN_TASK_TODO, SGN_TASK_DOING, SGN_TASK_DONE,
                                        SGN_TASK_DECLINED, NULL };
  g_autofree char *key = g_strconcat ("state.", state, NULL);

  sgn_json_set_string (json, "state", state);
  sgn_json_set_string (json, "state_words",
                       g_strv_contains (states, state)
                         ? sgn_documents_text (self->library->documents, DOCUMENT, key,
                                               self->request->language)
                         : state);
}

static json_t *
task_to_json (const SgnProjection *self, const SgnTask *task)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "kind", SGN_KIND_TASK);
  sgn_json_set_string (json, "title", sgn_projection_pick (self, task->title, task->title_en));
  sgn_json_set_string (json, "due", task->due);
  sgn_json_set_string (json, "done_on", task->done_on);
  set_state (self, json, task->state);
  add_owner (self, task, json);
  if (shows_items (self))
    add_items (self, task, json);
  if (sgn_projection_is_internal (self))
    sgn_json_set_string (json, "note", task->note);
  return json;
}

/* An answer that nobody knows, and nobody has taken on. */
static json_t *
unknown_to_json (const SgnProjection *self, const SgnPlanLine *line)
{
  static const char *const not_said[] = { "due", "done_on", "department" };
  SgnLanguage language = self->request->language;
  const SgnTaskGround ground = {
    .catalogue = sgn_library_find_catalogue (self->library, line->assessment->catalogue,
                                             line->assessment->edition),
    .item = line->item,
    .kind = (char *) SGN_KIND_ANSWER,
  };
  g_autofree char *subject = format_subject (self, &ground);
  g_autofree char *title =
    sgn_documents_format (self->library->documents, DOCUMENT, "unknown.title", language, "short",
                          sgn_text_get (&line->item->short_title, language), NULL);
  json_t *json = json_object ();

  sgn_json_set_string (json, "kind", "unknown");
  sgn_json_set_string (json, "title", title);
  sgn_json_set_string (json, "items", line->item->id);
  sgn_json_set_string (json, "subject", subject);
  set_state (self, json, SGN_TASK_TODO);
  for (guint i = 0; i < G_N_ELEMENTS (not_said); i++)
    sgn_json_set_string (json, not_said[i], NULL);
  return json;
}

static void
add_tasks (SgnProjection *self, GPtrArray *lines)
{
  json_t *tasks = json_array ();

  for (guint i = 0; i < lines->len; i++) {
    const SgnPlanLine *line = g_ptr_array_index (lines, i);

    if (line->task == NULL && shows_items (self) && sgn_projection_prints_item (line->item))
      json_array_append_new (tasks, unknown_to_json (self, line));
    else if (line->task != NULL && shows_task (self, line->task))
      json_array_append_new (tasks, task_to_json (self, line->task));
  }
  json_object_set_new (self->json, "tasks", tasks);
}

/* From the first day that is named to the last. */
static void
add_period (SgnProjection *self)
{
  json_t *period = json_object ();
  const char *start = NULL;
  const char *end = NULL;
  size_t i;
  json_t *task;

  json_array_foreach (json_object_get (self->json, "tasks"), i, task)
  {
    const char *due = sgn_json_string (task, "due");
    const char *day = due != NULL ? due : sgn_json_string (task, "done_on");

    if (day == NULL)
      continue;
    if (start == NULL || sgn_date_compare (day, start) < 0)
      start = day;
    if (end == NULL || sgn_date_compare (day, end) > 0)
      end = day;
  }
  sgn_json_set_string (period, "start", start);
  sgn_json_set_string (period, "end", end);
  json_object_set_new (self->json, "period", period);
}

/* The newest self-check, with its points. */
static void
add_basis (SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_record_find_answered (self->record, SGN_SELF_CHECK);
  SgnCatalogue *catalogue =
    assessment != NULL
      ? sgn_library_find_catalogue (self->library, SGN_SELF_CHECK, assessment->edition)
      : NULL;
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (SgnScore) score = NULL;
  g_autofree char *date = NULL;
  json_t *json = catalogue != NULL ? json_object () : json_null ();

  json_object_set_new (self->json, "self_check", json);
  if (catalogue == NULL)
    return;

  combined = sgn_combined_new (self->record, catalogue, assessment);
  score = sgn_score_new (catalogue, combined->answers, NULL);
  date = sgn_assessment_dup_date (combined->answers);
  sgn_json_set_string (json, "catalogue", catalogue->id);
  sgn_json_set_string (json, "edition", catalogue->edition);
  sgn_projection_set_text (self, json, "inherited_note", &catalogue->inherited_note);
  sgn_json_set_string (json, "date", date);
  sgn_json_set_integer (json, "total", score->total);
  sgn_json_set_integer (json, "max", score->max);
}

static gboolean
has_edition (const json_t *editions, const SgnCatalogue *catalogue)
{
  size_t i;
  json_t *edition;

  json_array_foreach ((json_t *) editions, i,
                      edition) if (g_strcmp0 (sgn_json_string (edition, "catalogue"),
                                              catalogue->id) == 0 &&
                                   g_strcmp0 (sgn_json_string (edition, "edition"),
                                              catalogue->edition) == 0) return TRUE;
  return FALSE;
}

void
sgn_projection_add_plan_edition (json_t *editions, const SgnCatalogue *catalogue)
{
  json_t *json;

  if (catalogue == NULL || has_edition (editions, catalogue))
    return;

  json = json_object ();
  sgn_json_set_string (json, "catalogue", catalogue->id);
  sgn_json_set_string (json, "edition", catalogue->edition);
  json_array_append_new (editions, json);
}

static void
add_line_editions (const SgnProjection *self, const SgnPlanLine *line, json_t *editions)
{
  g_autoptr (GPtrArray) grounds =
    line->task != NULL ? sgn_task_list_grounds (line->task, self->record, self->library) : NULL;

  if (grounds == NULL)
    sgn_projection_add_plan_edition (editions,
                                     sgn_library_find_catalogue (self->library,
                                                                 line->assessment->catalogue,
                                                                 line->assessment->edition));
  for (guint i = 0; grounds != NULL && i < grounds->len; i++)
    sgn_projection_add_plan_edition (editions,
                                     ((const SgnTaskGround *) grounds->pdata[i])->catalogue);
}

/* Of all questions that the plan speaks of, the self-check first. */
static void
add_editions (SgnProjection *self, GPtrArray *lines)
{
  json_t *editions = json_array ();
  json_t *basis = json_object_get (self->json, "self_check");

  if (json_is_object (basis))
    sgn_projection_add_plan_edition (editions,
                                     sgn_library_find_catalogue (self->library, SGN_SELF_CHECK,
                                                                 sgn_json_string (basis,
                                                                                  "edition")));
  for (guint i = 0; shows_items (self) && i < lines->len; i++)
    add_line_editions (self, g_ptr_array_index (lines, i), editions);
  json_object_set_new (self->json, "editions", editions);
}

void
sgn_projection_add_action_plan (SgnProjection *self)
{
  g_autoptr (GPtrArray) lines = sgn_plan_list (self->record, self->library);

  add_tasks (self, lines);
  add_period (self);
  add_basis (self);
  add_editions (self, lines);
}
