/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-date.h"
#include "sgn-error.h"

static void
print_place (const SgnPlace *place)
{
  sgn_cli_print ("%" G_GINT64_FORMAT " %s", place->id, place->place);
  if (place->how != NULL)
    sgn_cli_print (" – %s", place->how);
  if (place->confirmed != NULL)
    sgn_cli_print (" (%s %s)", _ ("looked at"), place->confirmed);
  sgn_cli_print ("\n");
}

static gboolean
list (SgnCli *cli)
{
  const SgnDeclaration *declaration =
    sgn_record_get_declaration (sgn_session_get_record (cli->session));

  for (guint i = 0; declaration != NULL && i < declaration->places->len; i++)
    print_place (g_ptr_array_index (declaration->places, i));
  return TRUE;
}

static gboolean
add (SgnCli *cli, const SgnCliCall *call, const char *name, GError **error)
{
  const SgnShownPlace place = { .place = name,
                                .how = sgn_cli_call_get (call, "how"),
                                .since = sgn_cli_call_get (call, "date") };

  sgn_session_add_place_async (cli->session, &place, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("shown %s", name);
  return TRUE;
}

static gboolean
confirm (SgnCli *cli, const SgnCliCall *call, const char *number, GError **error)
{
  g_autofree char *now = sgn_clock_now (cli->clock);
  g_autofree char *today = sgn_time_get_date (now);
  const char *date = sgn_cli_call_get (call, "date");

  sgn_session_confirm_place_async (cli->session, g_ascii_strtoll (number, NULL, 10),
                                   date != NULL ? date : today, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("confirmed %s", number);
  return TRUE;
}

static gboolean
run_shown (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *word = sgn_cli_call_get_word (call, 1);
  const char *rest = sgn_cli_call_get_word (call, 2);
  gboolean lists = g_str_equal (word, "list");

  if ((!lists && !g_str_equal (word, "add") && !g_str_equal (word, "confirm")) ||
      lists == (rest != NULL)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” does not fit here. Use add PLACE, confirm N or list."), word);
    return FALSE;
  }
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), lists ? SGN_OPEN_READ : SGN_OPEN_WRITE,
                     error))
    return FALSE;

  if (lists)
    return list (cli);
  return g_str_equal (word, "add") ? add (cli, call, rest, error)
                                   : confirm (cli, call, rest, error);
}

static const SgnCliOption options[] = {
  { "how", "TEXT", N_ ("what is shown there") },
  { "date", "YYYY-MM-DD", N_ ("since when, or the day somebody looked") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_shown = {
  .name = "shown",
  .usage = "FILE add PLACE [--how TEXT] [--date YYYY-MM-DD] | confirm N [--date YYYY-MM-DD] | list "
           "[--by NAME]",
  .summary = N_ ("note where a declaration is shown, and that somebody looked"),
  .min_words = 2,
  .max_words = 3,
  .options = options,
  .run = run_shown,
};
