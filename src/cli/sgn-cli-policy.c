/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

static gboolean
check_words (const SgnCliCall *call, GError **error)
{
  const char *what = NULL;

  if (sgn_cli_call_has (call, "text") && !sgn_cli_call_has (call, "part"))
    what = _ ("--text needs the part it belongs to. Add --part ID.");
  else if (sgn_cli_call_has (call, "part") && !sgn_cli_call_has (call, "text"))
    what = _ ("--part needs its new text. Add --text TEXT.");
  else if (sgn_cli_call_has (call, "published") && !sgn_cli_call_has (call, "date"))
    what = _ ("--published needs the day it was published. Add --date YYYY-MM-DD.");
  else if (sgn_cli_call_has (call, "date") && !sgn_cli_call_has (call, "published"))
    what = _ ("--date needs the place of publication. Add --published PLACE.");
  if (what == NULL)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE, what);
  return FALSE;
}

static void
print_part (const SgnPolicyPart *part, const SgnPolicy *policy)
{
  const char *text = g_hash_table_lookup (policy->parts, part->id);
  const char *title = sgn_text_get (&part->title, sgn_language_of_user ());

  sgn_cli_print ("\n[%s] %s\n%s\n", part->id, title != NULL ? title : "",
                 text != NULL ? text : "–");
}

static void
print_policy (SgnLibrary *library, const SgnRecord *record)
{
  const SgnPolicy *policy = sgn_record_get_policy (record);

  if (policy == NULL) {
    sgn_cli_print ("%s\n", _ ("There is no basic policy yet."));
    return;
  }

  sgn_cli_print ("%s %" G_GINT64_FORMAT "\n", _ ("Version"), policy->version);
  if (policy->published_on != NULL)
    sgn_cli_print ("%s %s %s\n", _ ("Published"), policy->published_on, policy->published_place);
  else
    sgn_cli_print ("%s\n", _ ("Draft"));
  if (policy->contact != NULL)
    sgn_cli_print ("\n[contact]\n%s\n", policy->contact);
  for (guint i = 0; i < library->policy->parts->len; i++)
    print_part (g_ptr_array_index (library->policy->parts, i), policy);
}

static gboolean
write_part (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *part = sgn_cli_call_get (call, "part");
  SgnLanguage language = SGN_LANGUAGE_JA;

  if (!sgn_cli_read_language (call, &language, error))
    return FALSE;

  sgn_session_set_policy_part_async (cli->session, part, language, sgn_cli_call_get (call, "text"),
                                     sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("policy %s", part);
  return TRUE;
}

static gboolean
publish (SgnCli *cli, const char *place, const char *date, GError **error)
{
  sgn_session_publish_policy_async (cli->session, place, date, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("policy published %s", date);
  return TRUE;
}

static gboolean
run_policy (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *part = sgn_cli_call_get (call, "part");
  const char *place = sgn_cli_call_get (call, "published");
  gboolean writes = part != NULL || place != NULL;

  if (!check_words (call, error) || !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0),
                                                   writes ? SGN_OPEN_WRITE : SGN_OPEN_READ, error))
    return FALSE;

  if (!writes)
    print_policy (cli->library, sgn_session_get_record (cli->session));
  if (part != NULL && !write_part (cli, call, error))
    return FALSE;
  return place == NULL || publish (cli, place, sgn_cli_call_get (call, "date"), error);
}

static const SgnCliOption options[] = {
  { "part", "ID", N_ ("the part to write, or “contact”") },
  { "text", "TEXT", N_ ("its new text") },
  { "language", "ja|en", N_ ("the Japanese text, or its English twin") },
  { "published", "PLACE", N_ ("where the policy was published") },
  { "date", "YYYY-MM-DD", N_ ("the day it was published") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_policy = {
  .name = "policy",
  .usage = "FILE [--part ID --text TEXT [--language ja|en]] [--published PLACE --date YYYY-MM-DD] "
           "[--by NAME]",
  .summary = N_ ("print the basic policy, write a part of it, or record its publication"),
  .min_words = 1,
  .max_words = 1,
  .options = options,
  .run = run_policy,
};
