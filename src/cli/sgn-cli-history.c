/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-date.h"

static void
print_event (const SgnEvent *event)
{
  g_autofree char *time = sgn_time_to_minutes (event->at);

  sgn_cli_print ("%5" G_GINT64_FORMAT "  %s  %-10s %s %s  %s\n", event->seq, time, event->act,
                 event->kind, event->id, event->by != NULL ? event->by : "–");
}

static gboolean
run_history (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (json_t) list = json_array ();

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_history_async (cli->session, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  events = sgn_session_history_finish (cli->session, result, error);
  if (events == NULL)
    return FALSE;

  for (guint i = 0; i < events->len; i++)
    if (sgn_cli_call_has (call, "json"))
      json_array_append_new (list, sgn_event_to_json (g_ptr_array_index (events, i)));
    else
      print_event (g_ptr_array_index (events, i));
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (list);
  return TRUE;
}

static gboolean
run_undo (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_undo_async (cli->session, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("undo");
  return TRUE;
}

static gboolean
run_redo (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_redo_async (cli->session, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("redo");
  return TRUE;
}

static const SgnCliOption history_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption undo_options[] = {
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_history = {
  .name = "history",
  .usage = "FILE [--json]",
  .summary = N_ ("print all that was ever done, oldest first"),
  .min_words = 1,
  .max_words = 1,
  .options = history_options,
  .run = run_history,
};

const SgnCliCommand sgn_cli_undo = {
  .name = "undo",
  .usage = "FILE [--by NAME]",
  .summary = N_ ("take back the newest act, as a new entry of the history"),
  .min_words = 1,
  .max_words = 1,
  .options = undo_options,
  .run = run_undo,
};

const SgnCliCommand sgn_cli_redo = {
  .name = "redo",
  .usage = "FILE [--by NAME]",
  .summary = N_ ("do again what was taken back"),
  .min_words = 1,
  .max_words = 1,
  .options = undo_options,
  .run = run_redo,
};
