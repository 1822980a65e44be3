/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-task.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

gboolean
sgn_cli_read_task (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is not the number of a task. See “sengen task list FILE”."), text);
  return FALSE;
}

static gboolean
run_add (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnTaskWords words = {
    .title = sgn_cli_call_get_word (call, 2),
    .title_en = sgn_cli_call_get (call, "title-en"),
    .note = sgn_cli_call_get (call, "note"),
    .owner = sgn_cli_call_get (call, "owner"),
    .due = sgn_cli_call_get (call, "due"),
  };
  SgnEvidenceUse use = { 0 };
  g_autofree char *kind = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 id;

  if (!sgn_cli_read_use (call, 1, &use, &kind, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_add_task_async (cli->session, &use, &words, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  id = sgn_session_add_task_finish (cli->session, result, error);
  if (id == 0)
    return FALSE;

  sgn_cli_acknowledge ("task %" G_GINT64_FORMAT, id);
  return TRUE;
}

/* The number that stands after the file, and the file open for writing. */
static gboolean
open_task (SgnCli *cli, const SgnCliCall *call, gint64 *id, GError **error)
{
  return sgn_cli_read_task (sgn_cli_call_get_word (call, 1), id, error) &&
         sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error);
}

static gboolean
run_change (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnTaskWords words = {
    .title = sgn_cli_call_get (call, "title"),
    .title_en = sgn_cli_call_get (call, "title-en"),
    .note = sgn_cli_call_get (call, "note"),
    .owner = sgn_cli_call_get (call, "owner"),
    .due = sgn_cli_call_get (call, "due"),
    .state = sgn_cli_call_get (call, "state"),
  };
  gint64 id = 0;

  if (words.title == NULL && words.title_en == NULL && words.note == NULL && words.owner == NULL &&
      words.due == NULL && words.state == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("Nothing is to be changed. Give --title, --note, --owner, --due or "
                            "--state."));
    return FALSE;
  }
  if (!open_task (cli, call, &id, error))
    return FALSE;

  sgn_session_change_task_async (cli->session, id, &words, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "task", id, "changed", error);
}

static gboolean
run_done (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_task (cli, call, &id, error))
    return FALSE;

  sgn_session_complete_task_async (cli->session, id, sgn_cli_call_get (call, "on"), sgn_cli_done_cb,
                                   cli);
  return sgn_cli_finish_numbered (cli, "task", id, "done", error);
}

static gboolean
run_reopen (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_task (cli, call, &id, error))
    return FALSE;

  sgn_session_reopen_task_async (cli->session, id, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "task", id, "reopened", error);
}

static gboolean
run_decline (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_task (cli, call, &id, error))
    return FALSE;

  sgn_session_decline_task_async (cli->session, id, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "task", id, "declined", error);
}

static gboolean
run_link (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnEvidenceUse use = { 0 };
  g_autofree char *kind = NULL;
  gint64 id = 0;

  if (!sgn_cli_read_use (call, 2, &use, &kind, error) || !open_task (cli, call, &id, error))
    return FALSE;

  sgn_session_link_task_async (cli->session, id, &use, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "task", id, "linked", error);
}

static gboolean
run_unlink (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnEvidenceUse use = { 0 };
  g_autofree char *kind = NULL;
  gint64 id = 0;

  if (!sgn_cli_read_use (call, 2, &use, &kind, error) || !open_task (cli, call, &id, error))
    return FALSE;

  sgn_session_unlink_task_async (cli->session, id, &use, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "task", id, "unlinked", error);
}

static const SgnCliOption add_options[] = {
  SGN_CLI_OPTIONS_OF_ITEM,
  { "owner", "NAME", N_ ("who does it") },
  { "due", "YYYY-MM-DD", N_ ("until when") },
  { "note", "TEXT", N_ ("a note for the company itself") },
  { "title-en", "TEXT", N_ ("what is to be done, on English sheets") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption change_options[] = {
  { "title", "TEXT", N_ ("what is to be done") },
  { "title-en", "TEXT", N_ ("the same on English sheets; empty takes it away") },
  { "note", "TEXT", N_ ("a note for the company itself; empty takes it away") },
  { "owner", "NAME", N_ ("who does it; empty is nobody") },
  { "due", "YYYY-MM-DD", N_ ("until when; empty takes it away") },
  { "state", "STATE", N_ ("todo, doing, done or declined") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption done_options[] = {
  { "on", "YYYY-MM-DD", N_ ("the day it was done; today without this") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption link_options[] = {
  SGN_CLI_OPTIONS_OF_ITEM,
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption by_options[] = {
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_task_add = {
  .name = "task add",
  .usage = "FILE ITEM TEXT [--owner NAME] [--due YYYY-MM-DD] [--note TEXT] [--by NAME]",
  .summary = N_ ("note what is to be done about an item"),
  .min_words = 3,
  .max_words = 3,
  .options = add_options,
  .run = run_add,
};

const SgnCliCommand sgn_cli_task_change = {
  .name = "task change",
  .usage = "FILE N [--title TEXT] [--note TEXT] [--owner NAME] [--due YYYY-MM-DD] [--state STATE] "
           "[--by NAME]",
  .summary = N_ ("change what is said of a task"),
  .min_words = 2,
  .max_words = 2,
  .options = change_options,
  .run = run_change,
};

const SgnCliCommand sgn_cli_task_done = {
  .name = "task done",
  .usage = "FILE N [--on YYYY-MM-DD] [--by NAME]",
  .summary = N_ ("say that a task is done"),
  .min_words = 2,
  .max_words = 2,
  .options = done_options,
  .run = run_done,
};

const SgnCliCommand sgn_cli_task_reopen = {
  .name = "task reopen",
  .usage = "FILE N [--by NAME]",
  .summary = N_ ("let a task be open again"),
  .min_words = 2,
  .max_words = 2,
  .options = by_options,
  .run = run_reopen,
};

const SgnCliCommand sgn_cli_task_decline = {
  .name = "task decline",
  .usage = "FILE N [--by NAME]",
  .summary = N_ ("decide against a task; it is kept"),
  .min_words = 2,
  .max_words = 2,
  .options = by_options,
  .run = run_decline,
};

const SgnCliCommand sgn_cli_task_link = {
  .name = "task link",
  .usage = "FILE N ITEM [--by NAME]",
  .summary = N_ ("let a task be for one item more"),
  .min_words = 3,
  .max_words = 3,
  .options = link_options,
  .run = run_link,
};

const SgnCliCommand sgn_cli_task_unlink = {
  .name = "task unlink",
  .usage = "FILE N ITEM [--by NAME]",
  .summary = N_ ("let it be for one item less; the task stays"),
  .min_words = 3,
  .max_words = 3,
  .options = link_options,
  .run = run_unlink,
};
