/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-fault.h"

static json_t *
fault_to_json (const SgnFault *fault)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "place", fault->place);
  sgn_json_set_integer (json, "line", fault->line);
  sgn_json_set_integer (json, "column", fault->column);
  sgn_json_set_string (json, "wrong", fault->wrong);
  sgn_json_set_string (json, "expected", fault->expected);
  return json;
}

static void
print_faults (GPtrArray *faults, const char *name, gboolean as_json)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < faults->len; i++) {
    const SgnFault *fault = g_ptr_array_index (faults, i);
    g_autofree char *line = sgn_fault_to_line (fault);

    if (as_json)
      json_array_append_new (list, fault_to_json (fault));
    else
      sgn_cli_print ("%s:%s\n", name, line);
  }
  if (as_json)
    sgn_cli_print_json (list);
  else if (faults->len == 0)
    sgn_cli_print ("ok\n");
}

static gboolean
run_check (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GPtrArray) faults = sgn_session_find_faults (path, error);

  if (faults == NULL)
    return FALSE;

  print_faults (faults, name, sgn_cli_call_has (call, "json"));
  if (faults->len > 0)
    sgn_faults_set_error (faults, name, error);
  return faults->len == 0;
}

static gboolean
run_load (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnSheetNames names = { .id = sgn_cli_call_get (call, "id"),
                                .title = sgn_cli_call_get (call, "title"),
                                .owner = sgn_cli_call_get (call, "owner") };
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *key = NULL;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_load_catalogue_async (cli->session, sgn_cli_call_get_word (call, 1), &names,
                                    sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  key = sgn_session_load_catalogue_finish (cli->session, result, error);
  if (key == NULL)
    return FALSE;

  sgn_cli_acknowledge ("%s", key);
  return TRUE;
}

static gboolean
run_export (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnSheetExport request = { .catalogue = sgn_cli_call_get_word (call, 1),
                             .path = sgn_cli_call_get (call, "output"),
                             .language = SGN_LANGUAGE_JA };

  if (!sgn_cli_read_language (call, &request.language, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_export_catalogue_async (cli->session, &request, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", request.path);
  return TRUE;
}

static const SgnCliOption check_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption load_options[] = {
  { "id", "ID", N_ ("what a table is called in commands; a free one without it") },
  { "title", "TITLE", N_ ("what a table is called; the name of the file without it") },
  { "owner", "NAME", N_ ("the customer whose questions a table has") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption export_options[] = {
  { "output", "FILE.csv|.xlsx", N_ ("the file to write; one that is there is not replaced"),
    SGN_CLI_NEEDED },
  { "language", "ja|en", N_ ("of the words for the answers; Japanese without it") },
  { NULL },
};

const SgnCliCommand sgn_cli_catalogue_check = {
  .name = "catalogue check",
  .usage = "FILE.json|.csv|.xlsx [--json]",
  .summary = N_ ("say whether a guideline or a table of questions can be loaded, or all that is "
                 "wrong and where"),
  .min_words = 1,
  .max_words = 1,
  .options = check_options,
  .run = run_check,
};

const SgnCliCommand sgn_cli_catalogue_load = {
  .name = "catalogue load",
  .usage = "FILE SHEET.json|.csv|.xlsx [--id ID] [--title TITLE] [--owner NAME] [--by NAME]",
  .summary = N_ ("take in what a customer asks, to be answered like any guideline"),
  .min_words = 2,
  .max_words = 2,
  .options = load_options,
  .run = run_load,
};

const SgnCliCommand sgn_cli_catalogue_export = {
  .name = "catalogue export",
  .usage = "FILE ID[@EDITION] --output FILE.csv|.xlsx [--language ja|en]",
  .summary = N_ ("write a sheet as it came, with the answers in it"),
  .min_words = 2,
  .max_words = 2,
  .options = export_options,
  .run = run_export,
};
