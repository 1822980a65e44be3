/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-backup.h"

#include <glib/gi18n-lib.h>

#include "sgn-cli-history.h"

/* Columns of the list. */
#define PLACE_WIDTH 14
#define SIZE_WIDTH 10
#define STATE_WIDTH 28
#define LABEL_WIDTH 24

static const char *
get_state_words (SgnBackupState state)
{
  switch (state) {
  case SGN_BACKUP_GOOD:
    return _ ("good");
  case SGN_BACKUP_SEALED:
    return _ ("sealed with a passphrase");
  case SGN_BACKUP_AWAY:
    return _ ("not there now");
  case SGN_BACKUP_BAD:
  default:
    return _ ("cannot be read");
  }
}

/* 24.1 MB; never by the locale */
static char *
format_size (gint64 size)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", (double) size / 1e6);
  return g_strconcat (number, " MB", NULL);
}

static void
print_backup (const SgnBackup *backup)
{
  g_autofree char *size = format_size (backup->size);

  sgn_cli_print ("%s  ", backup->date);
  sgn_cli_print_label (backup->second ? _ ("second folder") : _ ("this PC"), PLACE_WIDTH);
  sgn_cli_print ("%*s  ", SIZE_WIDTH, size);
  sgn_cli_print_label (get_state_words (backup->state), STATE_WIDTH);
  if (backup->contents != NULL) {
    /* Translators: how much is in a backup */
    sgn_cli_print (_ ("answers %d, evidence %d, entries %d"), (int) backup->contents->answers,
                   (int) backup->contents->evidence, (int) backup->contents->events);
    sgn_cli_print ("  ");
  }
  sgn_cli_print ("%s\n", backup->path);
}

static json_t *
list_to_json (const SgnBackupList *list)
{
  json_t *object = json_object ();
  json_t *backups = json_array ();

  for (guint i = 0; i < list->backups->len; i++)
    json_array_append_new (backups, sgn_backup_to_json (g_ptr_array_index (list->backups, i)));
  sgn_json_set_string (object, "folder", list->folder);
  sgn_json_set_string (object, "second", list->second);
  json_object_set_new (object, "second_is_there", json_boolean (list->second_is_there));
  json_object_set_new (object, "backups", backups);
  return object;
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (SgnBackupList) list = sgn_cli_list_backups (cli, sgn_cli_call_get_word (call, 0),
                                                         sgn_cli_call_has (call, "check"), error);

  if (list == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json")) {
    g_autoptr (json_t) object = list_to_json (list);

    sgn_cli_print_json (object);
    return TRUE;
  }
  for (guint i = 0; i < list->backups->len; i++)
    print_backup (g_ptr_array_index (list->backups, i));
  if (list->backups->len == 0)
    sgn_cli_print ("%s\n", _ ("There are no backups of this file yet."));
  return TRUE;
}

static void
print_number (const char *label, gint64 value)
{
  sgn_cli_print_label (label, LABEL_WIDTH);
  sgn_cli_print ("%" G_GINT64_FORMAT "\n", value);
}

static void
print_text (const char *label, const char *value)
{
  sgn_cli_print_label (label, LABEL_WIDTH);
  sgn_cli_print ("%s\n", value != NULL ? value : "");
}

static void
print_contents (const SgnContents *contents)
{
  print_text (_ ("Company"), contents->company);
  print_text (_ ("Newest entry"), contents->at);
  print_number (_ ("Entries"), contents->events);
  for (guint i = 0; i < contents->checks->len; i++) {
    const SgnContentsCheck *check = g_ptr_array_index (contents->checks, i);
    g_autofree char *label = g_strdup_printf (_ ("Answers, %s"), check->catalogue);

    print_number (label, check->answers);
  }
  print_number (_ ("Evidence"), contents->evidence);
  print_number (_ ("Policy, version"), contents->policy);
  print_number (_ ("Tasks"), contents->tasks);
  print_number (_ ("Declarations"), contents->declarations);
  print_number (_ ("Version of the format"), contents->schema);
}

static SgnBackup *
read_backup (SgnCli *cli, const SgnCliCall *call, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_read_backup_async (cli->session, sgn_cli_call_get_word (call, 0), passphrase,
                                 sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_read_backup_finish (cli->session, result, error);
}

static SgnBackupComparison *
compare (SgnCli *cli, const SgnCliCall *call, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!sgn_cli_open (cli, sgn_cli_call_get (call, "compare"), SGN_OPEN_READ, error))
    return NULL;
  sgn_session_compare_backup_async (cli->session, sgn_cli_call_get_word (call, 0), passphrase,
                                    sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_compare_backup_finish (cli->session, result, error);
}

static json_t *
comparison_to_json (const SgnBackupComparison *comparison)
{
  json_t *object = json_object ();
  json_t *missing = json_array ();

  for (guint i = 0; i < comparison->missing->len; i++)
    json_array_append_new (missing, sgn_event_to_json (g_ptr_array_index (comparison->missing, i)));
  json_object_set_new (object, "same_company", json_boolean (comparison->same_company));
  sgn_json_set_integer (object, "extra", comparison->extra);
  json_object_set_new (object, "missing", missing);
  return object;
}

static gboolean
print_comparison (SgnCli *cli, const SgnBackupComparison *comparison, GError **error)
{
  g_autoptr (GPtrArray) events = sgn_cli_read_history (cli, error);
  g_autoptr (SgnHistory) history = events != NULL ? sgn_history_new (events, cli->library) : NULL;

  if (history == NULL)
    return FALSE;
  if (!comparison->same_company)
    sgn_cli_print ("%s\n", _ ("This is not a copy of that company file."));
  print_number (_ ("Not in the copy"), comparison->missing->len);
  print_number (_ ("Only in the copy"), comparison->extra);
  for (guint i = 0; i < comparison->missing->len; i++)
    sgn_cli_print_event (history, g_ptr_array_index (comparison->missing, i));
  return TRUE;
}

static gboolean
show (SgnCli *cli, const SgnCliCall *call, const char *passphrase, GError **error)
{
  g_autoptr (SgnBackup) backup = read_backup (cli, call, passphrase, error);
  g_autoptr (SgnBackupComparison) comparison = NULL;
  g_autoptr (json_t) object = NULL;

  if (backup == NULL)
    return FALSE;
  if (sgn_cli_call_has (call, "compare")) {
    comparison = compare (cli, call, passphrase, error);
    if (comparison == NULL)
      return FALSE;
  }
  if (!sgn_cli_call_has (call, "json")) {
    print_contents (backup->contents);
    return comparison == NULL || print_comparison (cli, comparison, error);
  }
  object = sgn_backup_to_json (backup);
  if (comparison != NULL)
    json_object_set_new (object, "comparison", comparison_to_json (comparison));
  sgn_cli_print_json (object);
  return TRUE;
}

static gboolean
run_show (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (SgnCliPassphrase) passphrase = NULL;

  return sgn_cli_read_passphrase (call, &passphrase, error) && show (cli, call, passphrase, error);
}

static const SgnCliOption list_options[] = {
  { "check", NULL, N_ ("open and check each copy now") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption show_options[] = {
  { "compare", "FILE", N_ ("say what this company file has beyond the copy") },
  { "passphrase-file", "FILE", N_ ("the file with the passphrase of a sealed copy") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_backup_list = {
  .name = "backup list",
  .usage = "FILE [--check] [--json]",
  .summary = N_ ("list the dated copies of a company file, also of a damaged one"),
  .min_words = 1,
  .max_words = 1,
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_backup_show = {
  .name = "backup show",
  .usage = "COPY [--compare FILE] [--passphrase-file FILE] [--json]",
  .summary = N_ ("read a copy, check it and say what is in it"),
  .min_words = 1,
  .max_words = 1,
  .options = show_options,
  .run = run_show,
};
