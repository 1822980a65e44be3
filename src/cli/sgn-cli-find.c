/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"

#define GROUP_WIDTH 14

static json_t *
describe (const SgnHit *hit)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "group", sgn_hit_group_to_key (hit->group));
  sgn_json_set_string (json, "id", hit->id);
  sgn_json_set_string (json, "title", hit->title);
  sgn_json_set_string (json, "detail", hit->detail);
  sgn_json_set_string (json, "catalogue", hit->catalogue);
  sgn_json_set_string (json, "item", hit->item);
  return json;
}

static void
print_hit (const SgnHit *hit)
{
  sgn_cli_print ("%-*s%s", GROUP_WIDTH, sgn_hit_group_to_key (hit->group), hit->title);
  if (hit->detail != NULL)
    sgn_cli_print ("  [%s]", hit->detail);
  sgn_cli_print ("\n");
}

static GPtrArray *
find (SgnCli *cli, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_find_async (cli->session, text, sgn_language_of_user (), sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_find_finish (cli->session, result, error);
}

static gboolean
run_find (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const gboolean as_json = sgn_cli_call_has (call, "json");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (json_t) list = json_array ();

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;
  hits = find (cli, sgn_cli_call_get_word (call, 1), error);
  if (hits == NULL)
    return FALSE;

  for (guint i = 0; i < hits->len; i++)
    if (as_json)
      json_array_append_new (list, describe (g_ptr_array_index (hits, i)));
    else
      print_hit (g_ptr_array_index (hits, i));
  if (as_json)
    sgn_cli_print_json (list);
  return TRUE;
}

static const SgnCliOption find_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_find = {
  .name = "find",
  .usage = "FILE TEXT [--json]",
  .summary = N_ ("look for words in questions, notes, evidence, tasks, policy and sheets"),
  .min_words = 2,
  .max_words = 2,
  .options = find_options,
  .run = run_find,
};
