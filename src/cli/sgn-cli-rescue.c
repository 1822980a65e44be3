/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"

static void
print_count (const char *label, const json_t *report, const char *key)
{
  sgn_cli_print_label (label, 26);
  sgn_cli_print (" %" G_GINT64_FORMAT "\n", sgn_json_integer (report, key, 0));
}

static gint64
count_entries (const json_t *report)
{
  gint64 count = 0;
  const char *kind = NULL;
  json_t *number = NULL;

  json_object_foreach (json_object_get (report, "entries"), kind, number)
  {
    count += json_integer_value (number);
  }
  return count;
}

static void
print_report (const json_t *report)
{
  const json_t *loss = NULL;
  size_t i = 0;

  sgn_cli_print_label (_ ("entries"), 26);
  sgn_cli_print (" %" G_GINT64_FORMAT "\n", count_entries (report));
  print_count (_ ("of these, from the history"), report, "from_history");
  print_count (_ ("history"), report, "events");
  print_count (_ ("attached files"), report, "files");
  print_count (_ ("damaged attached files"), report, "damaged_files");
  json_array_foreach (json_object_get (report, "losses"), i, loss)
  {
    sgn_cli_print ("%s\n", sgn_json_string (loss, "message"));
  }
}

static gboolean
run_rescue (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *folder = sgn_cli_call_get (call, "output");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (json_t) report = NULL;

  sgn_session_rescue_async (cli->session, sgn_cli_call_get_word (call, 0), folder, sgn_cli_done_cb,
                            cli);
  result = sgn_cli_wait (cli);
  report = sgn_session_rescue_finish (cli->session, result, error);
  if (report == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json")) {
    sgn_cli_print_json (report);
    return TRUE;
  }
  print_report (report);
  sgn_cli_acknowledge ("%s", folder);
  return TRUE;
}

static const SgnCliOption options[] = {
  { "output", "DIR", N_ ("a new or empty folder"), SGN_CLI_NEEDED },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_rescue = {
  .name = "rescue",
  .usage = "FILE --output DIR [--json]",
  .summary = N_ ("read what is left of a damaged company file into a folder"),
  .min_words = 1,
  .max_words = 1,
  .options = options,
  .run = run_rescue,
};
