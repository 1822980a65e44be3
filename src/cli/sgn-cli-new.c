/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"

static SgnProfile *
read_profile (const char *path, GError **error)
{
  g_autoptr (json_t) json = sgn_json_load_file (path, error);
  SgnProfile *profile = json != NULL ? sgn_profile_new_from_json (json, error) : NULL;

  if (json != NULL && profile == NULL)
    g_prefix_error (error, _ ("“%s”: "), path);
  return profile;
}

/* What is odd about the form of a number or an address never blocks. */
static void
complain_of_profile (const SgnProfile *profile)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);

  sgn_profile_check (profile, findings);
  sgn_cli_complain_of (findings);
}

static gboolean
run_new (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  const char *source = sgn_cli_call_get (call, "profile");
  g_autoptr (SgnProfile) profile = NULL;

  profile = read_profile (source, error);
  if (profile == NULL)
    return FALSE;

  sgn_session_create_async (cli->session, path, profile, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", path);
  complain_of_profile (profile);
  return TRUE;
}

static gboolean
run_company (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *source = sgn_cli_call_get (call, "profile");
  g_autoptr (SgnProfile) profile = source != NULL ? read_profile (source, error) : NULL;
  g_autoptr (json_t) json = NULL;

  if (source != NULL && profile == NULL)
    return FALSE;
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0),
                     profile != NULL ? SGN_OPEN_WRITE : SGN_OPEN_READ, error))
    return FALSE;

  if (profile == NULL) {
    json = sgn_profile_to_json (sgn_session_get_record (cli->session)->profile);
    sgn_cli_print_json (json);
    return TRUE;
  }

  sgn_session_set_profile_async (cli->session, profile, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("company");
  complain_of_profile (profile);
  return TRUE;
}

static const SgnCliOption new_options[] = {
  { "profile", "PROFILE.json", N_ ("the company's details; only the name is required"),
    SGN_CLI_NEEDED },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption company_options[] = {
  { "profile", "PROFILE.json", N_ ("the new details; only the name is required") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_new_company = {
  .name = "new",
  .usage = "FILE --profile PROFILE.json [--by NAME]",
  .summary = N_ ("make a new company file; one that is there is never overwritten"),
  .min_words = 1,
  .max_words = 1,
  .options = new_options,
  .run = run_new,
};

const SgnCliCommand sgn_cli_company = {
  .name = "company",
  .usage = "FILE [--profile PROFILE.json] [--by NAME]",
  .summary = N_ ("print the company's details as JSON, or replace them"),
  .min_words = 1,
  .max_words = 1,
  .options = company_options,
  .run = run_company,
};
