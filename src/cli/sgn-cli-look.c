/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-look.h"

#include "sgn-date.h"

void
sgn_cli_look_clear (SgnCliLook *look)
{
  g_clear_pointer (&look->today, g_free);
}

gboolean
sgn_cli_look_open (SgnCli *cli, const SgnCliCall *call, SgnCliLook *look, GError **error)
{
  g_autofree char *now = sgn_clock_now (cli->clock);

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  look->library = sgn_session_get_library (cli->session);
  look->record = sgn_session_get_record (cli->session);
  look->today = sgn_time_get_date (now);
  return TRUE;
}

const char *
sgn_cli_look_get_name (const SgnCliLook *look, gint64 id)
{
  const SgnPerson *person = sgn_record_find_person (look->record, id);

  return person != NULL ? person->name : NULL;
}
