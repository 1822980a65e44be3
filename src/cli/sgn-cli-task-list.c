/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-cli-look.h"
#include "sgn-date.h"
#include "sgn-entry.h"
#include "sgn-error.h"
#include "sgn-plan.h"

#define LABEL_WIDTH 18

/* The ids of the items; other things by their kind. */
static json_t *
list_items (const SgnCliLook *look, const SgnTask *task)
{
  g_autoptr (GPtrArray) grounds = sgn_task_list_grounds (task, look->record, look->library);
  json_t *list = json_array ();

  for (guint i = 0; i < grounds->len; i++) {
    const SgnTaskGround *ground = g_ptr_array_index (grounds, i);

    json_array_append_new (list,
                           json_string (ground->item != NULL ? ground->item->id : ground->kind));
  }
  return list;
}

static json_t *
describe_task (const SgnCliLook *look, const SgnTask *task)
{
  json_t *json = sgn_task_to_row (task);
  json_t *links = json_array ();

  for (guint i = 0; i < task->links->len; i++)
    json_array_append_new (links, json_string (g_ptr_array_index (task->links, i)));
  sgn_json_set_integer (json, "task", task->id);
  json_object_set_new (json, "overdue", json_boolean (sgn_task_is_overdue (task, look->today)));
  sgn_json_set_string (json, "owner", sgn_cli_look_get_name (look, task->owner));
  sgn_json_set_string (json, "by", sgn_cli_look_get_name (look, task->person));
  json_object_set_new (json, "items", list_items (look, task));
  json_object_set_new (json, "links", links);
  json_object_del (json, "person");
  return json;
}

/* An answer that nobody knows has the same keys, and no number. */
static json_t *
describe_unknown (const SgnPlanLine *line)
{
  static const char *const empty[] = { "task", "title",   "title_en", "note", "owner",
                                       "due",  "done_on", "added_at", "by" };
  json_t *json = json_object ();
  json_t *items = json_array ();
  json_t *links = json_array ();
  g_autofree char *reference = sgn_answer_make_reference (line->assessment->id, line->item->id);

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    json_object_set_new (json, empty[i], json_null ());
  sgn_json_set_string (json, "state", "unknown");
  json_object_set_new (json, "overdue", json_false ());
  json_array_append_new (items, json_string (line->item->id));
  json_object_set_new (json, "items", items);
  json_array_append_new (links, json_string (reference));
  json_object_set_new (json, "links", links);
  return json;
}

static json_t *
describe (const SgnCliLook *look, const SgnPlanLine *line)
{
  return line->task != NULL ? describe_task (look, line->task) : describe_unknown (line);
}

static const char *
state_to_word (const SgnCliLook *look, const SgnTask *task)
{
  static const struct {
    const char *state;
    const char *word;
  } words[] = {
    { SGN_TASK_TODO, N_ ("to do") },
    { SGN_TASK_DOING, N_ ("begun") },
    { SGN_TASK_DONE, N_ ("done") },
    { SGN_TASK_DECLINED, N_ ("decided against") },
  };

  if (sgn_task_is_overdue (task, look->today))
    return _ ("overdue");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].state, task->state))
      return _ (words[i].word);
  return task->state;
}

static char *
join_items (const SgnCliLook *look, const SgnTask *task)
{
  g_autoptr (json_t) items = list_items (look, task);
  g_autoptr (GString) text = g_string_new (NULL);
  size_t i;
  json_t *item;

  json_array_foreach (items, i, item)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", json_string_value (item));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_task (const SgnCliLook *look, const SgnTask *task)
{
  const char *owner = sgn_cli_look_get_name (look, task->owner);
  g_autofree char *items = join_items (look, task);

  sgn_cli_print ("%5" G_GINT64_FORMAT "  %-10s  ", task->id, task->due != NULL ? task->due : "–");
  sgn_cli_print_label (state_to_word (look, task), 16);
  sgn_cli_print_label (owner != NULL ? owner : "–", 16);
  sgn_cli_print ("  %s  [%s]\n", task->title, items);
}

static void
print_unknown (const SgnPlanLine *line)
{
  SgnLanguage language = sgn_language_of_user ();

  sgn_cli_print ("%5s  %-10s  ", "–", "–");
  sgn_cli_print_label (_ ("find out"), 16);
  sgn_cli_print_label ("–", 16);
  sgn_cli_print ("  %s  [%s]\n", sgn_text_get (&line->item->short_title, language), line->item->id);
}

static gboolean
is_wanted (const SgnPlanLine *line, gboolean only_open)
{
  return !only_open || line->task == NULL || sgn_task_is_open (line->task);
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gboolean as_json = sgn_cli_call_has (call, "json");
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GPtrArray) lines = NULL;
  g_auto (SgnCliLook) look = { 0 };

  if (!sgn_cli_look_open (cli, call, &look, error))
    return FALSE;

  lines = sgn_plan_list (look.record, look.library);
  for (guint i = 0; i < lines->len; i++) {
    const SgnPlanLine *line = g_ptr_array_index (lines, i);

    if (!is_wanted (line, sgn_cli_call_has (call, "open")))
      continue;
    if (as_json)
      json_array_append_new (list, describe (&look, line));
    else if (line->task != NULL)
      print_task (&look, line->task);
    else
      print_unknown (line);
  }
  if (as_json)
    sgn_cli_print_json (list);
  else if (lines->len == 0)
    sgn_cli_print ("%s\n", _ ("There is nothing to be done yet."));
  return TRUE;
}

static void
print_value (const char *label, const char *value)
{
  if (value == NULL)
    return;

  sgn_cli_print_label (label, LABEL_WIDTH);
  sgn_cli_print ("%s\n", value);
}

/* What it is for in words, and the reference as the commands take it. */
static void
print_link (const char *label, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 2);
  g_autofree char *words = sgn_entry_to_words (parts[0], parts[1] != NULL ? parts[1] : "");
  g_autofree char *both = g_strconcat (words, "  ", reference, NULL);

  print_value (label, both);
}

static void
print_all (const SgnCliLook *look, const SgnTask *task)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, task->id);
  g_autofree char *added = sgn_time_to_minutes (task->added_at);

  print_value (_ ("number"), number);
  print_value (_ ("to be done"), task->title);
  print_value (_ ("in English"), task->title_en);
  print_value (_ ("state"), state_to_word (look, task));
  print_value (_ ("in charge"), sgn_cli_look_get_name (look, task->owner));
  print_value (_ ("due"), task->due);
  print_value (_ ("done on"), task->done_on);
  print_value (_ ("note"), task->note);
  print_value (_ ("added"), added);
  print_value (_ ("by"), sgn_cli_look_get_name (look, task->person));
  for (guint i = 0; i < task->links->len; i++)
    print_link (i == 0 ? _ ("for") : "", g_ptr_array_index (task->links, i));
}

static gboolean
run_show (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnTask *task;
  g_auto (SgnCliLook) look = { 0 };
  gint64 id = 0;

  if (!sgn_cli_read_task (sgn_cli_call_get_word (call, 1), &id, error) ||
      !sgn_cli_look_open (cli, call, &look, error))
    return FALSE;

  task = sgn_record_find_task (look.record, id);
  if (task == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no task %s in this file. See “sengen task list FILE”."),
                 sgn_cli_call_get_word (call, 1));
    return FALSE;
  }
  if (sgn_cli_call_has (call, "json")) {
    g_autoptr (json_t) json = describe_task (&look, task);

    sgn_cli_print_json (json);
  } else {
    print_all (&look, task);
  }
  return TRUE;
}

static const SgnCliOption list_options[] = {
  { "open", NULL, N_ ("only what is still to be done") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption show_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_task_list = {
  .name = "task list",
  .usage = "FILE [--open] [--json]",
  .summary = N_ ("list what is to be done, and what nobody knows yet"),
  .min_words = 1,
  .max_words = 1,
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_task_show = {
  .name = "task show",
  .usage = "FILE N [--json]",
  .summary = N_ ("print all that is known of a task"),
  .min_words = 2,
  .max_words = 2,
  .options = show_options,
  .run = run_show,
};
