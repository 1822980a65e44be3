/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-error.h"
#include "sgn-session-private.h"

typedef struct {
  char *name;
  char *value;
} Choice;

static void
choice_free (Choice *choice)
{
  g_free (choice->name);
  g_free (choice->value);
  g_free (choice);
}

static Choice *
choice_new (const char *name, const char *value)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *line = sgn_dup_name (value);

  choice->name = g_strdup (name);
  choice->value = line != NULL ? g_strdup (g_strstrip (line)) : g_strdup ("");
  return choice;
}

static gpointer
do_set (SgnDesk *desk, gpointer data, GError **error)
{
  const Choice *choice = data;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) ||
      !sgn_form_check (choice->name, choice->value, error))
    return NULL;

  ok =
    sgn_company_file_begin (desk->file, SGN_ACT_SETTING, desk->author, error) &&
    sgn_desk_put (desk, SGN_KIND_SETTING, choice->name, sgn_setting_to_row (choice->value), error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_set_setting_async:
 * @self: a session with a file open for writing
 * @name: the name of a setting
 * @value: what it is to be; empty for no stamp boxes
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Sets what the company chose for its sheets. End with sgn_session_act_finish().
 */
void
sgn_session_set_setting_async (SgnSession *self,
                               const char *name,
                               const char *value,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { do_set, choice_new (name, value), (GDestroyNotify) choice_free, NULL,
                       sgn_session_set_setting_async };

  sgn_session_run (self, &act, callback, user_data);
}
