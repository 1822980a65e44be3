/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-fold.h"

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
make_sample (SgnCli *cli, const char *path, gboolean training, GError **error)
{
  if (training)
    sgn_session_create_training_async (cli->session, path, sgn_cli_done_cb, cli);
  else
    sgn_session_create_sample_async (cli->session, path, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", path);
  return TRUE;
}

static gboolean
run_new (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  const char *source = sgn_cli_call_get (call, "profile");
  gboolean sample = sgn_cli_call_has (call, "sample");
  gboolean training = sgn_cli_call_has (call, "training");
  g_autoptr (SgnProfile) profile = NULL;

  if ((source != NULL) + sample + training != 1) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("Give either --profile with the company’s details, --sample or "
                            "--training."));
    return FALSE;
  }
  if (sample || training)
    return make_sample (cli, path, training, error);

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

/* A profile knows no numbers: a site with another name in it is another site. */
static SgnProfile *
rename_site (SgnCli *cli, const char *old, const char *name, GError **error)
{
  g_autoptr (SgnProfile) profile =
    sgn_profile_copy (sgn_session_get_record (cli->session)->profile);
  g_autofree char *clean = sgn_clean_line (name);

  for (guint i = 0; *clean != '\0' && i < profile->sites->len; i++) {
    SgnSite *site = g_ptr_array_index (profile->sites, i);

    if (!g_str_equal (site->name, old))
      continue;
    g_free (site->name);
    site->name = g_steal_pointer (&clean);
    return g_steal_pointer (&profile);
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               *clean == '\0' ? _ ("The site “%s” needs a name. Type the new one.")
                              : _ ("The company has no site “%s”. Compare the name with the "
                                   "company’s details."),
               old);
  return NULL;
}

static gboolean
put_profile (SgnCli *cli, const SgnProfile *profile, GError **error)
{
  sgn_session_set_profile_async (cli->session, profile, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("company");
  complain_of_profile (profile);
  return TRUE;
}

static gboolean
run_rename (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *old = sgn_cli_call_get (call, "rename-site");
  const char *name = sgn_cli_call_get (call, "to");
  g_autoptr (SgnProfile) profile = NULL;

  if (old == NULL || name == NULL || sgn_cli_call_has (call, "profile")) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("--rename-site and --to belong together, without --profile. Give both "
                            "names."));
    return FALSE;
  }
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  profile = rename_site (cli, old, name, error);
  return profile != NULL && put_profile (cli, profile, error);
}

static gboolean
run_company (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *source = sgn_cli_call_get (call, "profile");
  g_autoptr (SgnProfile) profile = source != NULL ? read_profile (source, error) : NULL;
  g_autoptr (json_t) json = NULL;

  if (source != NULL && profile == NULL)
    return FALSE;
  if (sgn_cli_call_has (call, "rename-site") || sgn_cli_call_has (call, "to"))
    return run_rename (cli, call, error);
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0),
                     profile != NULL ? SGN_OPEN_WRITE : SGN_OPEN_READ, error))
    return FALSE;

  if (profile == NULL) {
    json = sgn_profile_to_json (sgn_session_get_record (cli->session)->profile);
    sgn_cli_print_json (json);
    return TRUE;
  }

  return put_profile (cli, profile, error);
}

static const SgnCliOption new_options[] = {
  { "profile", "PROFILE.json", N_ ("the company's details; only the name is required") },
  { "sample", NULL, N_ ("the sample company, to look around in") },
  { "training", NULL, N_ ("the company of a seminar, with weak points to find") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption company_options[] = {
  { "profile", "PROFILE.json", N_ ("the new details; only the name is required") },
  { "rename-site", "OLD", N_ ("a site that goes on under another name, with --to") },
  { "to", "NEW", N_ ("its new name") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_new_company = {
  .name = "new",
  .usage = "FILE --profile PROFILE.json [--by NAME] | FILE --sample | FILE --training",
  .summary = N_ ("make a new company file; one that is there is never overwritten"),
  .min_words = 1,
  .max_words = 1,
  .options = new_options,
  .run = run_new,
};

const SgnCliCommand sgn_cli_company = {
  .name = "company",
  .usage = "FILE [--profile PROFILE.json | --rename-site OLD --to NEW] [--by NAME]",
  .summary = N_ ("print the company's details as JSON, or replace them"),
  .min_words = 1,
  .max_words = 1,
  .options = company_options,
  .run = run_company,
};
