/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-backup.h"
#include "sgn-cli-evidence.h"
#include "sgn-cli-history.h"
#include "sgn-entry.h"
#include "sgn-error.h"

/* What was erased is still in every copy that was made before. */
static gboolean
print_backups (SgnCli *cli, GError **error)
{
  g_autoptr (SgnBackupList) list = sgn_cli_list_backups (cli, NULL, FALSE, error);
  guint known;

  if (list == NULL)
    return FALSE;

  known = list->backups->len;
  sgn_cli_print (g_dngettext (GETTEXT_PACKAGE,
                              "%u backup is known; backups made before the erasure still hold what "
                              "was erased, also copies made by hand.\n",
                              "%u backups are known; backups made before the erasure still hold "
                              "what was erased, also copies made by hand.\n",
                              known),
                 known);
  for (guint i = 0; i < known; i++) {
    const SgnBackup *backup = list->backups->pdata[i];

    sgn_cli_print ("       %s\n", backup->path);
  }
  return TRUE;
}

static void
print_names (const SgnErasure *erasure)
{
  g_autofree char *names = NULL;

  g_ptr_array_add (erasure->names, NULL);
  /* Translators: between two names in quotation marks */
  names = g_strjoinv (_ ("”, “"), (char **) erasure->names->pdata);
  g_ptr_array_set_size (erasure->names, (int) erasure->names->len - 1);
  if (*names != '\0')
    sgn_cli_print (_ ("Names looked for, as typed: “%s”.\n"), names);
}

static void
print_mentions (const SgnErasure *erasure)
{
  const guint n = erasure->mentions->len;

  if (n == 0)
    return;

  sgn_cli_print (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u text of today names the person and stays. Change it by hand, then "
                 "erase again:\n",
                 "%u texts of today name the person and stay. Change them by hand, then "
                 "erase again:\n",
                 n),
    n);
  for (guint i = 0; i < n; i++) {
    const SgnMention *mention = erasure->mentions->pdata[i];
    g_autofree char *words = sgn_entry_value_to_words (mention->kind, mention->id, mention->column);

    sgn_cli_print ("       %s\n", words);
  }
}

/* Before the act, the entries are told once more. */
static gboolean
print_preview (SgnCli *cli, const SgnErasure *erasure, GError **error)
{
  const guint n = erasure->events->len;
  g_autoptr (GPtrArray) events = sgn_cli_read_history (cli, error);
  g_autoptr (SgnHistory) history = NULL;

  if (events == NULL)
    return FALSE;

  history = sgn_history_new (events, cli->library);
  print_names (erasure);
  sgn_cli_print (
    g_dngettext (GETTEXT_PACKAGE,
                 "The content of %u entry of the history would be erased for good:\n",
                 "The content of %u entries of the history would be erased for good:\n", n),
    n);
  for (guint i = 0; i < n; i++)
    sgn_cli_print_event (history, erasure->events->pdata[i]);
  print_mentions (erasure);
  return print_backups (cli, error);
}

static gboolean
ask_for_yes (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK,
                       _ ("Nothing was erased, and it could not be undone. Add --yes to do it."));
  return FALSE;
}

static gboolean
look_at_person (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnErasure) erasure = NULL;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_look_at_erasure_async (cli->session, sgn_cli_call_get_word (call, 1), sgn_cli_done_cb,
                                     cli);
  result = sgn_cli_wait (cli);
  erasure = sgn_session_look_at_erasure_finish (cli->session, result, error);
  return erasure != NULL && print_preview (cli, erasure, error) && ask_for_yes (error);
}

static gboolean
run_erase_person (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnErasure) erasure = NULL;

  if (!sgn_cli_call_has (call, "yes"))
    return look_at_person (cli, call, error);
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_erase_person_async (cli->session, sgn_cli_call_get_word (call, 1),
                                  sgn_cli_call_has (call, "everywhere"), sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  erasure = sgn_session_erase_person_finish (cli->session, result, error);
  if (erasure == NULL)
    return FALSE;

  sgn_cli_acknowledge ("person %" G_GINT64_FORMAT " erased, %u entries blanked", erasure->person,
                       erasure->events->len);
  print_mentions (erasure);
  return print_backups (cli, error);
}

/* All that has the same content loses it. */
static gboolean
look_at_evidence (SgnCli *cli, gint64 id, GError **error)
{
  const SgnEvidence *named = sgn_cli_find_evidence (cli, id, error);
  GPtrArray *all = sgn_session_get_record (cli->session)->evidence;

  if (named == NULL)
    return FALSE;

  sgn_cli_print ("%s\n", _ ("The content of this file would be erased for good:"));
  for (guint i = 0; i < all->len; i++) {
    const SgnEvidence *evidence = all->pdata[i];

    if (g_str_equal (evidence->sha256, named->sha256))
      sgn_cli_print ("%5" G_GINT64_FORMAT "  %s  %s  %" G_GINT64_FORMAT "\n", evidence->id,
                     evidence->title, evidence->file_name, evidence->size);
  }
  return print_backups (cli, error) && ask_for_yes (error);
}

static gboolean
run_erase_evidence (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const gboolean yes = sgn_cli_call_has (call, "yes");
  gint64 id = 0;

  if (!sgn_cli_read_evidence (sgn_cli_call_get_word (call, 1), &id, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), yes ? SGN_OPEN_WRITE : SGN_OPEN_READ,
                     error))
    return FALSE;
  if (!yes)
    return look_at_evidence (cli, id, error);

  sgn_session_erase_evidence_async (cli->session, id, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("content of evidence %" G_GINT64_FORMAT " erased", id);
  return print_backups (cli, error);
}

#define YES                                                                                     \
  {                                                                                             \
    "yes", NULL, N_ ("do it; without this the command only says what it would do, and exits 1") \
  }

static const SgnCliOption person_options[] = {
  YES,
  { "everywhere", NULL, N_ ("refuse while any text of today still names the person") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption evidence_options[] = {
  YES,
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_person_erase = {
  .name = "person erase",
  .usage = "FILE NAME [--everywhere] [--yes] [--by NAME]",
  .summary = N_ ("erase the data of a person for good; the history keeps that it was done"),
  .min_words = 2,
  .max_words = 2,
  .options = person_options,
  .run = run_erase_person,
};

const SgnCliCommand sgn_cli_evidence_erase = {
  .name = "evidence erase",
  .usage = "FILE N [--yes] [--by NAME]",
  .summary = N_ ("erase the content of a file taken in as evidence for good"),
  .min_words = 2,
  .max_words = 2,
  .options = evidence_options,
  .run = run_erase_evidence,
};
