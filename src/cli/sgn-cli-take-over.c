/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

/* Nothing is written but who may write: the next to open the file for writing does so as ever. */
static gboolean
run_take_over (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  g_autoptr (GError) failure = NULL;
  SgnOpenMode mode = sgn_cli_call_has (call, "yes") ? SGN_OPEN_TAKE_OVER : SGN_OPEN_WRITE;

  if (sgn_cli_open (cli, path, mode, &failure)) {
    sgn_cli_acknowledge ("%s", path);
    return TRUE;
  }
  if (mode == SGN_OPEN_TAKE_OVER || !g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_BUSY,
               _ ("%s What is still typed there after that is not saved. Say --yes to take it over "
                  "from another computer."),
               failure->message);
  return FALSE;
}

static const SgnCliOption options[] = {
  { "yes", NULL, N_ ("take it over; nothing is written on the other computer any more") },
  { NULL },
};

const SgnCliCommand sgn_cli_take_over = {
  .name = "take-over",
  .usage = "FILE [--yes]",
  .summary = N_ ("write a file again that another computer left open"),
  .min_words = 1,
  .max_words = 1,
  .options = options,
  .run = run_take_over,
};
