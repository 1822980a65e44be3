/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration.h"

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

static gboolean
read_star (const SgnCliCall *call, int *star, GError **error)
{
  const char *typed = sgn_cli_call_get (call, "star");

  if (g_str_equal (typed, "1") || g_str_equal (typed, "2")) {
    *star = typed[0] - '0';
    return TRUE;
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is not a number of stars. Use 1 or 2."),
               typed);
  return FALSE;
}

/* An ID of the old system is right, and is explained. */
static void
complain_of_old_number (const char *typed)
{
  g_autofree char *number = sgn_declaration_number_normalise (typed, NULL);

  if (number != NULL && sgn_declaration_number_is_old (number))
    sgn_cli_complain (_ ("An ID that begins with 4 comes from the system used until March 2026. It "
                         "was recorded as it is."));
}

static gboolean
run_declare (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnDeclarationChange change = {
    .number = sgn_cli_call_get (call, "id"),
    .date = sgn_cli_call_get (call, "date"),
    .account = sgn_cli_call_get (call, "account"),
    .places = sgn_cli_call_get_all (call, "shown"),
  };

  if (!read_star (call, &change.star, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_declare_async (cli->session, &change, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s %s", sgn_star_to_symbol (change.star), change.date);
  complain_of_old_number (change.number);
  return TRUE;
}

static const SgnCliOption options[] = {
  { "star", "1|2", N_ ("one star or two"), SGN_CLI_NEEDED },
  { "id", "DIGITS", N_ ("the self-declaration ID, 11 digits"), SGN_CLI_NEEDED },
  { "date", "YYYY-MM-DD", N_ ("the day of the declaration"), SGN_CLI_NEEDED },
  { "account", "prime|member", N_ ("the kind of GBizID it was made with") },
  { "shown", "PLACE", N_ ("where it is shown; may be given more than once"), SGN_CLI_MANY },
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_declare = {
  .name = "declare",
  .usage = "FILE --star 1|2 --id DIGITS --date YYYY-MM-DD [--account prime|member] "
           "[--shown PLACE]... [--by NAME]",
  .summary = N_ ("record a declaration that was made"),
  .min_words = 1,
  .max_words = 1,
  .options = options,
  .run = run_declare,
};
