/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-record-years.h"

/**
 * Words:
 * @said: what the options say; borrows from the call and from @start and @end
 * @start: (nullable): what stands before the dots of --period
 * @end: (nullable): what stands after them
 */
typedef struct {
  SgnAssessmentWords said;
  char *start;
  char *end;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->start);
  g_free (words->end);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* START..END; an end that is left out stays as it is, and an empty period is taken away. */
static void
read_period (const char *typed, Words *words)
{
  const char *dots = typed != NULL ? strstr (typed, "..") : NULL;
  const char *end = dots != NULL ? dots + strlen ("..") : NULL;

  if (typed == NULL)
    return;
  if (*typed == '\0') {
    words->said.period_start = words->said.period_end = "";
    return;
  }
  words->start = dots != NULL ? g_strndup (typed, (gsize) (dots - typed)) : g_strdup (typed);
  words->end = g_strdup (end);
  words->said.period_start = *words->start != '\0' ? words->start : NULL;
  words->said.period_end = end != NULL && *end != '\0' ? words->end : NULL;
}

static void
read_words (const SgnCliCall *call, Words *words)
{
  words->said.scope = sgn_cli_call_get (call, "scope");
  words->said.scope_en = sgn_cli_call_get (call, "scope-en");
  words->said.answered_by = sgn_cli_call_get (call, "answered-by");
  words->said.reviewed_by = sgn_cli_call_get (call, "reviewed-by");
  words->said.level = sgn_cli_call_get (call, "level");
  read_period (sgn_cli_call_get (call, "period"), words);
}

/* saved: assessment 3 open, or: assessments 3 4 5 open */
static void
acknowledge (const GArray *ids)
{
  g_autoptr (GString) list = g_string_new (ids->len > 1 ? "assessments" : "assessment");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  sgn_cli_acknowledge ("%s open", list->str);
}

/* What the company answered itself counts before what its sites say, which may not be meant. */
static void
tell_decided (SgnCli *cli, gint64 newest)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnAssessment *part = sgn_record_find_assessment (record, newest);
  const SgnAssessment *company = sgn_record_find_assessment (record, part->parent);
  g_autofree char *number = NULL;
  g_autofree char *remark = NULL;

  if (company == NULL || !sgn_assessment_has_answer (company))
    return;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, company->id);
  remark = g_strdup_printf (_ ("Assessment %s of the company has answers of its own, which count "
                               "before those of the sites. Take away those that should not."),
                            number);
  sgn_cli_complain (remark);
}

static gboolean
open_check (SgnCli *cli, const SgnBeginning *beginning, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  sgn_session_open_assessment_async (cli->session, beginning, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  ids = sgn_session_open_assessment_finish (cli->session, result, error);
  if (ids == NULL)
    return FALSE;

  acknowledge (ids);
  tell_decided (cli, g_array_index (ids, gint64, ids->len - 1));
  return TRUE;
}

static gboolean
run_open (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_auto (Words) words = { 0 };
  SgnBeginning beginning = {
    .catalogue = sgn_cli_call_get_word (call, 1),
    .site = sgn_cli_call_get (call, "site"),
    .all_sites = sgn_cli_call_has (call, "sites"),
    .close_previous = sgn_cli_call_has (call, "close-previous"),
  };

  if (beginning.site != NULL && beginning.all_sites) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("--site and --sites exclude each other. Leave out one of them."));
    return FALSE;
  }
  if (!sgn_cli_read_assessment (sgn_cli_call_get (call, "from"), &beginning.from, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  read_words (call, &words);
  beginning.words = words.said;
  return open_check (cli, &beginning, error);
}

static gboolean
says_something (const SgnAssessmentWords *said)
{
  return said->scope != NULL || said->scope_en != NULL || said->period_start != NULL ||
         said->period_end != NULL || said->answered_by != NULL || said->reviewed_by != NULL ||
         said->level != NULL;
}

static gboolean
run_describe (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_auto (Words) words = { 0 };
  gint64 id = 0;

  read_words (call, &words);
  if (!says_something (&words.said)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("There is nothing to describe. Give --scope, --period, --level, "
                            "--answered-by or --reviewed-by."));
    return FALSE;
  }
  if (!sgn_cli_read_assessment (sgn_cli_call_get_word (call, 1), &id, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_describe_assessment_async (cli->session, id, &words.said, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("assessment %" G_GINT64_FORMAT " described", id);
  return TRUE;
}

/* What can be said of a whole check. */
#define WORD_OPTIONS                                                                      \
  { "scope", "TEXT", N_ ("what it covers, in words; an empty text takes it away") },      \
    { "scope-en", "TEXT", N_ ("the same for English sheets") },                           \
    { "period", "START..END", N_ ("its first and last day, as 2026-04-01..2026-06-30") }, \
    { "level", "★3", N_ ("the level aimed at; an empty text means the lowest") },         \
    { "answered-by", "NAME", N_ ("who answers it") },                                     \
    { "reviewed-by", "NAME", N_ ("who has looked it over") }, SGN_CLI_OPTION_BY

static const SgnCliOption open_options[] = {
  { "site", "NAME", N_ ("for one site, as part of the company’s check") },
  { "sites", NULL, N_ ("for the company and each of its sites") },
  { "from", "N", N_ ("the earlier check it continues, instead of the newest") },
  { "close-previous", NULL, N_ ("close the one that is still open in the same act") },
  WORD_OPTIONS,
  { NULL },
};

static const SgnCliOption describe_options[] = {
  WORD_OPTIONS,
  { NULL },
};

const SgnCliCommand sgn_cli_assessment_open = {
  .name = "assessment open",
  .usage = "FILE CATALOGUE[@EDITION] [--site NAME | --sites] [--from N] [--close-previous] "
           "[--period START..END] [--scope TEXT] [--level ★3] [--answered-by NAME] [--by NAME]",
  .summary = N_ ("begin a check, as of a new year; its answers start empty"),
  .min_words = 2,
  .max_words = 2,
  .options = open_options,
  .run = run_open,
};

const SgnCliCommand sgn_cli_assessment_describe = {
  .name = "assessment describe",
  .usage = "FILE N [--scope TEXT] [--period START..END] [--level ★3] [--answered-by NAME] "
           "[--reviewed-by NAME] [--by NAME]",
  .summary = N_ ("say what an assessment covers, when it was done and by whom"),
  .min_words = 2,
  .max_words = 2,
  .options = describe_options,
  .run = run_describe,
};
