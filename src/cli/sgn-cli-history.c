/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-history.h"

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-date.h"
#include "sgn-entry.h"
#include "sgn-error.h"

/* Columns for the name of a person. */
#define AUTHOR_WIDTH 18

void
sgn_cli_print_event (const SgnHistory *history, const SgnEvent *event)
{
  g_autofree char *time = sgn_time_to_minutes (event->at);
  g_autofree char *author = sgn_history_get_author (event);
  g_autofree char *sentence = sgn_history_get_sentence (history, event);

  sgn_cli_print ("%5" G_GINT64_FORMAT "  %s  ", event->seq, time != NULL ? time : event->at);
  sgn_cli_print_label (author, AUTHOR_WIDTH);
  sgn_cli_print ("  %s\n", sentence);
}

GPtrArray *
sgn_cli_read_history (SgnCli *cli, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_history_async (cli->session, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_history_finish (cli->session, result, error);
}

static gboolean
check_day (const char *day, GError **error)
{
  if (day == NULL || sgn_date_is_valid (day))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is not a date. Write it as 2026-11-23."),
               day);
  return FALSE;
}

/* A wrong word would find nothing, and that would be believed. */
static gboolean
check_words (const SgnHistoryFilter *filter, GError **error)
{
  g_autofree char *kind = filter->kind != NULL ? sgn_entry_kind_to_words (filter->kind) : NULL;

  if (filter->act != NULL && !sgn_history_knows_act (filter->act)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not an act. Use one of those “sengen history FILE --json” shows."),
                 filter->act);
    return FALSE;
  }
  if (kind != NULL && g_str_equal (kind, filter->kind) && !g_str_equal (kind, SGN_KIND_EVENT) &&
      !g_str_equal (kind, SGN_KIND_BLOB)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not a kind of entry. Use one of those “sengen history FILE --json” "
                    "shows."),
                 filter->kind);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_limit (const char *text, guint *limit, GError **error)
{
  guint64 number = 0;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL)) {
    *limit = (guint) number;
    return TRUE;
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is not a number of entries. Write it as 20."), text);
  return FALSE;
}

static gboolean
read_filter (const SgnCliCall *call, SgnHistoryFilter *filter, GError **error)
{
  *filter = (SgnHistoryFilter){
    .by = sgn_cli_call_get (call, "by"),
    .from = sgn_cli_call_get (call, "from"),
    .to = sgn_cli_call_get (call, "to"),
    .item = sgn_cli_call_get (call, "item"),
    .kind = sgn_cli_call_get (call, "kind"),
    .act = sgn_cli_call_get (call, "act"),
    .text = sgn_cli_call_get (call, "text"),
    .newest_first = sgn_cli_call_has (call, "newest"),
  };
  return check_day (filter->from, error) && check_day (filter->to, error) &&
         check_words (filter, error) &&
         read_limit (sgn_cli_call_get (call, "limit"), &filter->limit, error);
}

static gboolean
run_history (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const gboolean as_json = sgn_cli_call_has (call, "json");
  SgnHistoryFilter filter;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SgnHistory) history = NULL;
  g_autoptr (json_t) list = json_array ();

  if (!read_filter (call, &filter, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;
  events = sgn_cli_read_history (cli, error);
  if (events == NULL)
    return FALSE;

  history = sgn_history_new (events, cli->library);
  found = sgn_history_find (history, &filter);
  for (guint i = 0; i < found->len; i++)
    if (as_json)
      json_array_append_new (list, sgn_event_to_json (found->pdata[i]));
    else
      sgn_cli_print_event (history, found->pdata[i]);
  if (as_json)
    sgn_cli_print_json (list);
  return TRUE;
}

static gboolean
run_undo (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_undo_async (cli->session, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("undo");
  return TRUE;
}

static gboolean
run_redo (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_redo_async (cli->session, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("redo");
  return TRUE;
}

static gboolean
run_set_back (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *number = sgn_cli_call_get_word (call, 1);
  gint64 seq = 0;

  if (!g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &seq, NULL)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not the number of an entry. See “sengen history FILE”."), number);
    return FALSE;
  }
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_set_back_async (cli->session, seq, sgn_cli_call_has (call, "before"), sgn_cli_done_cb,
                              cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("set back to entry %" G_GINT64_FORMAT, seq);
  return TRUE;
}

static const SgnCliOption history_options[] = {
  { "by", "NAME", N_ ("only what NAME did; an empty name for what nobody put a name to") },
  { "item", "ITEM", N_ ("only what is about a question, by id or official number") },
  { "kind", "KIND", N_ ("only one kind of entry, such as answer or person") },
  { "act", "ACT", N_ ("only one kind of act, such as import or undo") },
  { "from", "DATE", N_ ("only from a day on") },
  { "to", "DATE", N_ ("only to the end of a day") },
  { "text", "TEXT", N_ ("only where TEXT stands; width, case and kana do not matter") },
  { "newest", NULL, N_ ("begin with the newest") },
  { "limit", "N", N_ ("at the most N entries") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption undo_options[] = {
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption set_back_options[] = {
  { "before", NULL, N_ ("to the value before that entry, instead of after it") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_history = {
  .name = "history",
  .usage = "FILE [--by NAME] [--item ITEM] [--kind KIND] [--act ACT] [--from DATE] [--to DATE] "
           "[--text TEXT] [--newest] [--limit N] [--json]",
  .summary = N_ ("print all that was ever done, oldest first, or what fits"),
  .min_words = 1,
  .max_words = 1,
  .options = history_options,
  .run = run_history,
};

const SgnCliCommand sgn_cli_undo = {
  .name = "undo",
  .usage = "FILE [--by NAME]",
  .summary = N_ ("take back the newest act, as a new entry of the history"),
  .min_words = 1,
  .max_words = 1,
  .options = undo_options,
  .run = run_undo,
};

const SgnCliCommand sgn_cli_redo = {
  .name = "redo",
  .usage = "FILE [--by NAME]",
  .summary = N_ ("do again what was taken back"),
  .min_words = 1,
  .max_words = 1,
  .options = undo_options,
  .run = run_redo,
};

const SgnCliCommand sgn_cli_set_back = {
  .name = "set-back",
  .usage = "FILE SEQ [--before] [--by NAME]",
  .summary = N_ ("give one entry the value it had after entry SEQ of the history"),
  .min_words = 2,
  .max_words = 2,
  .options = set_back_options,
  .run = run_set_back,
};
