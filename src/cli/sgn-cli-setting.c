/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

static const char *
get_value (const SgnRecord *record, const char *name)
{
  const char *value = g_hash_table_lookup (record->settings, name);

  return value != NULL ? value : sgn_form_get_default (name);
}

static void
print_all (const SgnCliCall *call, const SgnRecord *record)
{
  const char *const *names = sgn_form_get_names ();
  g_autoptr (json_t) json = json_object ();

  for (guint i = 0; names[i] != NULL; i++)
    if (sgn_cli_call_has (call, "json"))
      sgn_json_set_string (json, names[i], get_value (record, names[i]));
    else
      sgn_cli_print ("%-14s %s\n", names[i], get_value (record, names[i]));
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (json);
}

static gboolean
run_setting (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *name = sgn_cli_call_get_word (call, 1);
  const char *value = name != NULL ? sgn_cli_call_get_word (call, 2) : NULL;

  if (name != NULL && value == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("What is “%s” to be? Add the value, or “” for none."), name);
    return FALSE;
  }
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0),
                     name != NULL ? SGN_OPEN_WRITE : SGN_OPEN_READ, error))
    return FALSE;
  if (name == NULL) {
    print_all (call, sgn_session_get_record (cli->session));
    return TRUE;
  }

  sgn_session_set_setting_async (cli->session, name, value, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;
  sgn_cli_acknowledge ("%s %s", name, value);
  return TRUE;
}

static const SgnCliOption options[] = {
  SGN_CLI_OPTION_BY,
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_setting = {
  .name = "setting",
  .usage = "FILE [NAME VALUE] [--by NAME] [--json]",
  .summary = N_ ("print or choose how sheets write dates (western, era, both), their stamps, the "
                 "fiscal-month, and the goal of the company (open, star-1, star-2)"),
  .options = options,
  .min_words = 1,
  .max_words = 3,
  .run = run_setting,
};
