/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-session-private.h"

/* On one line; NULL when nothing is left. */
static void
clean (char **text)
{
  char *line = sgn_dup_name (*text);

  g_free (*text);
  *text = line;
}

static SgnPerson *
copy_person (const SgnPerson *person)
{
  SgnPerson *copy = g_new0 (SgnPerson, 1);

  copy->id = person->id;
  copy->name = g_strdup (person->name);
  copy->kana = g_strdup (person->kana);
  copy->department = g_strdup (person->department);
  copy->role = g_strdup (person->role);
  copy->name_en = g_strdup (person->name_en);
  copy->department_en = g_strdup (person->department_en);
  copy->role_en = g_strdup (person->role_en);
  copy->left_on = g_strdup (person->left_on);

  clean (&copy->name);
  clean (&copy->kana);
  clean (&copy->department);
  clean (&copy->role);
  clean (&copy->name_en);
  clean (&copy->department_en);
  clean (&copy->role_en);
  clean (&copy->left_on);
  return copy;
}

static gboolean
check_person (const SgnDesk *desk, const SgnPerson *person, GError **error)
{
  const SgnPerson *known =
    person->name != NULL ? sgn_record_find_person_named (desk->record, person->name) : NULL;

  if (person->name == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("The person has no name. Type the name."));
    return FALSE;
  }
  if (known != NULL && known->id != person->id) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is in the list already. Tell the two apart, for example by the "
                    "department."),
                 person->name);
    return FALSE;
  }
  return person->left_on == NULL || sgn_check_date (person->left_on, error);
}

static gboolean
put_person (SgnDesk *desk, SgnPerson *person, GError **error)
{
  if (person->id == 0)
    person->id = sgn_company_file_next_id (desk->file, SGN_KIND_PERSON, error);

  return person->id > 0 && sgn_desk_put_numbered (desk, SGN_KIND_PERSON, person->id,
                                                  sgn_person_to_row (person), error);
}

static gpointer
do_set_person (SgnDesk *desk, gpointer data, GError **error)
{
  SgnPerson *person = data;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  if (person->id != 0 && sgn_record_find_person (desk->record, person->id) == NULL) {
    g_autofree char *number = sgn_dup_number (person->id);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no person %s in this file. See “sengen person list FILE”."), number);
    return NULL;
  }
  if (!check_person (desk, person, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_COMPANY, desk->author, error) &&
       put_person (desk, person, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_set_person_async:
 * @self: a session with a file open for writing
 * @person: the person as it is now to be; copied; id 0 adds one
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Adds or changes a person. Texts are kept as typed, on one line. End with
 * sgn_session_act_finish().
 */
void
sgn_session_set_person_async (SgnSession *self,
                              const SgnPerson *person,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const SgnAct act = { do_set_person, copy_person (person), (GDestroyNotify) sgn_person_free, NULL,
                       sgn_session_set_person_async };

  sgn_session_run (self, &act, callback, user_data);
}
