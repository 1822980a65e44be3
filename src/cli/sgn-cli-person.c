/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

static void
print_person (const SgnPerson *person)
{
  sgn_cli_print ("%4" G_GINT64_FORMAT "  ", person->id);
  sgn_cli_print_label (*person->name != '\0' ? person->name : _ ("(erased)"), 20);
  sgn_cli_print (" %s %s%s%s\n", person->department != NULL ? person->department : "",
                 person->role != NULL ? person->role : "", person->left_on != NULL ? " – " : "",
                 person->left_on != NULL ? person->left_on : "");
}

static json_t *
describe (const SgnPerson *person)
{
  json_t *json = sgn_person_to_row (person);

  sgn_json_set_integer (json, "person", person->id);
  return json;
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (json_t) list = json_array ();
  GPtrArray *persons;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  persons = sgn_session_get_record (cli->session)->persons;
  for (guint i = 0; i < persons->len; i++)
    if (sgn_cli_call_has (call, "json"))
      json_array_append_new (list, describe (persons->pdata[i]));
    else
      print_person (persons->pdata[i]);
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (list);
  return TRUE;
}

/* @typed: (nullable): the option; NULL leaves the value as it is */
static char *
choose (const char *typed, const char *known)
{
  return (char *) (typed != NULL ? typed : known);
}

/* @known: (nullable): the person as it is */
static gboolean
set_person (SgnCli *cli,
            const SgnCliCall *call,
            const SgnPerson *known,
            const char *name,
            GError **error)
{
  const SgnPerson none = { 0 };
  const SgnPerson *old = known != NULL ? known : &none;
  const SgnPerson person = {
    .id = old->id,
    .name = (char *) name,
    .kana = choose (sgn_cli_call_get (call, "kana"), old->kana),
    .department = choose (sgn_cli_call_get (call, "department"), old->department),
    .role = choose (sgn_cli_call_get (call, "role"), old->role),
    .name_en = choose (sgn_cli_call_get (call, "name-en"), old->name_en),
    .department_en = choose (sgn_cli_call_get (call, "department-en"), old->department_en),
    .role_en = choose (sgn_cli_call_get (call, "role-en"), old->role_en),
    .left_on = choose (sgn_cli_call_get (call, "left"), old->left_on),
  };

  sgn_session_set_person_async (cli->session, &person, sgn_cli_done_cb, cli);
  return sgn_cli_finish (cli, error);
}

static gboolean
run_add (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  GPtrArray *persons;
  const SgnPerson *added;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error) ||
      !set_person (cli, call, NULL, sgn_cli_call_get_word (call, 1), error))
    return FALSE;

  persons = sgn_session_get_record (cli->session)->persons;
  added = persons->pdata[persons->len - 1];
  sgn_cli_acknowledge ("person %" G_GINT64_FORMAT, added->id);
  return TRUE;
}

static gboolean
run_change (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *name = sgn_cli_call_get_word (call, 1);
  const SgnPerson *person;
  gint64 id;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  person = *name != '\0'
             ? sgn_record_find_person_named (sgn_session_get_record (cli->session), name)
             : NULL;
  if (person == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Nobody is called “%s”. See “sengen person list FILE”."), name);
    return FALSE;
  }
  id = person->id;
  if (!set_person (cli, call, person, choose (sgn_cli_call_get (call, "name"), name), error))
    return FALSE;

  sgn_cli_acknowledge ("person %" G_GINT64_FORMAT, id);
  return TRUE;
}

#define DETAILS                                                                                 \
  { "kana", "TEXT", N_ ("how the name is read") }, { "department", "TEXT", N_ ("department") }, \
    { "role", "TEXT", N_ ("role") }, { "name-en", "TEXT", N_ ("name in English") },             \
    { "department-en", "TEXT", N_ ("department in English") },                                  \
    { "role-en", "TEXT", N_ ("role in English") },                                              \
    { "left", "DATE", N_ ("the day the person left; who has left is not offered any more") },   \
    SGN_CLI_OPTION_BY

static const SgnCliOption list_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption add_options[] = {
  DETAILS,
  { NULL },
};

static const SgnCliOption change_options[] = {
  { "name", "NEW", N_ ("the new name") },
  DETAILS,
  { NULL },
};

const SgnCliCommand sgn_cli_person_list = {
  .name = "person list",
  .usage = "FILE [--json]",
  .summary = N_ ("list the people of the company"),
  .min_words = 1,
  .max_words = 1,
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_person_add = {
  .name = "person add",
  .usage = "FILE NAME [--kana TEXT] [--department TEXT] [--role TEXT] [--by NAME]",
  .summary = N_ ("add a person"),
  .min_words = 2,
  .max_words = 2,
  .options = add_options,
  .run = run_add,
};

const SgnCliCommand sgn_cli_person_change = {
  .name = "person change",
  .usage = "FILE NAME [--name NEW] [--kana TEXT] [--department TEXT] [--role TEXT] [--left DATE] "
           "[--by NAME]",
  .summary = N_ ("change the details of a person; an empty text takes a detail away"),
  .min_words = 2,
  .max_words = 2,
  .options = change_options,
  .run = run_change,
};
