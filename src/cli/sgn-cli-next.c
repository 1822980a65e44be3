/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-backup.h"
#include "sgn-cli-commands.h"
#include "sgn-cli-look.h"
#include "sgn-next-step.h"
#include "sgn-road.h"

#include <glib/gi18n-lib.h>

/* (nullable): the day of the newest copy that is known */
static char *
dup_backup_day (SgnBackupList *list)
{
  if (list == NULL || list->backups->len == 0)
    return NULL;
  return g_strdup (((const SgnBackup *) g_ptr_array_index (list->backups, 0))->date);
}

static json_t *
road_to_json (const SgnRoad *road)
{
  json_t *list = json_array ();

  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    const SgnRoadStop *stop = &road->stops[i];
    json_t *json = json_object ();

    sgn_json_set_string (json, "star", stop->star);
    sgn_json_set_string (json, "state", sgn_road_state_to_key (stop->state));
    sgn_json_set_integer (json, "done", stop->done);
    sgn_json_set_integer (json, "total", stop->total);
    json_array_append_new (list, json);
  }
  return list;
}

static void
print_json (const SgnNextStep *step, const SgnRoad *road)
{
  g_autoptr (json_t) json = json_object ();

  sgn_json_set_string (json, "rule", step->rule);
  sgn_json_set_integer (json, "minutes", step->minutes);
  sgn_json_set_integer (json, "left", step->left);
  sgn_json_set_string (json, "catalogue", step->catalogue);
  sgn_json_set_string (json, "item", step->item);
  if (step->task != 0)
    sgn_json_set_integer (json, "task", step->task);
  else
    json_object_set_new (json, "task", json_null ());
  sgn_json_set_string (json, "date", step->date);
  json_object_set_new (json, "road", road_to_json (road));
  sgn_cli_print_json (json);
}

static void
print_words (const SgnNextStep *step, const SgnRoad *road)
{
  g_autofree char *line = sgn_next_step_dup_line (step);

  sgn_cli_print ("%s\n%s\n\n", step->title, line);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    g_autofree char *sentences = sgn_road_stop_dup_sentences (&road->stops[i]);

    sgn_cli_print ("%s\n", sentences);
  }
}

static gboolean
run_next (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_auto (SgnCliLook) look = { 0 };
  g_autoptr (SgnBackupList) backups = NULL;
  g_autoptr (SgnNextStep) step = NULL;
  g_autoptr (SgnRoad) road = NULL;
  g_autofree char *day = NULL;

  if (!sgn_cli_look_open (cli, call, &look, error))
    return FALSE;
  backups = sgn_cli_list_backups (cli, sgn_cli_call_get_word (call, 0), FALSE, error);
  if (backups == NULL)
    return FALSE;

  day = dup_backup_day (backups);
  step = sgn_next_step_find (look.library, look.record, look.today, day);
  road = sgn_road_new (look.library, look.record, NULL);
  if (sgn_cli_call_has (call, "json"))
    print_json (step, road);
  else
    print_words (step, road);
  return TRUE;
}

static const SgnCliOption next_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_next = {
  .name = "next",
  .usage = "FILE [--json]",
  .summary = N_ ("say what to do next, and how far the company is"),
  .min_words = 1,
  .max_words = 1,
  .options = next_options,
  .run = run_next,
};
