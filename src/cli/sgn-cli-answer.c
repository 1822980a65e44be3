/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"

/* (nullable): the edition that has just been answered */
static const SgnCatalogue *
find_edition (SgnCli *cli, const SgnAnswerChange *change)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnCatalogue *named = sgn_library_find_catalogue_key (cli->library, change->catalogue);
  const SgnAssessment *assessment = NULL;

  if (change->assessment != 0)
    assessment = sgn_record_find_assessment (record, change->assessment);
  else if (named != NULL && strchr (change->catalogue, '@') == NULL)
    assessment = sgn_record_find_open (record, named->id);

  return assessment != NULL
           ? sgn_library_find_catalogue (cli->library, assessment->catalogue, assessment->edition)
           : named;
}

/* How an item is written in the acknowledgement: by its id, also when it was named by number. */
static const char *
find_id (SgnCli *cli, const SgnAnswerChange *change)
{
  const SgnCatalogue *edition = find_edition (cli, change);
  const SgnItem *item = edition != NULL ? sgn_catalogue_find_item (edition, change->item) : NULL;

  return item != NULL ? item->id : change->item;
}

static gboolean
run_answer (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *assessment = sgn_cli_call_get (call, "assessment");
  SgnAnswerChange change = {
    .catalogue = sgn_cli_call_get (call, "catalogue"),
    .item = sgn_cli_call_get_word (call, 1),
    .value = sgn_cli_call_get_word (call, 2),
    .note = sgn_cli_call_get (call, "note"),
    .statement = sgn_cli_call_get (call, "statement"),
    .statement_en = sgn_cli_call_get (call, "statement-en"),
  };

  if ((assessment != NULL && !sgn_cli_read_assessment (assessment, &change.assessment, error)) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_answer_async (cli->session, &change, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  /* An empty value takes the answer away. */
  sgn_cli_acknowledge ("%s %s", find_id (cli, &change),
                       *change.value != '\0' ? change.value : sgn_mark_to_key (SGN_MARK_NONE));
  return TRUE;
}

static gboolean
run_import (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 count;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_import_async (cli->session, sgn_cli_call_get_word (call, 1), NULL, sgn_cli_done_cb,
                            cli);
  result = sgn_cli_wait (cli);
  count = sgn_session_import_finish (cli->session, result, error);
  if (count < 0)
    return FALSE;

  sgn_cli_acknowledge ("%" G_GINT64_FORMAT " answers", count);
  return TRUE;
}

static const SgnCliOption answer_options[] = {
  { "catalogue", "ID[@EDITION]", N_ ("the guideline; needed when ITEM is a number") },
  { "assessment", "N", N_ ("another assessment than the newest open one") },
  { "note", "TEXT", N_ ("a note for ourselves, or why it is not applicable") },
  { "statement", "TEXT", N_ ("a sentence meant for outsiders") },
  { "statement-en", "TEXT", N_ ("the same sentence for English sheets") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption import_options[] = {
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_answer = {
  .name = "answer",
  .usage = "FILE ITEM VALUE [--catalogue ID] [--assessment N] [--note TEXT] [--statement TEXT] "
           "[--statement-en TEXT] [--by NAME]",
  .summary = N_ ("answer one item"),
  .min_words = 3,
  .max_words = 3,
  .options = answer_options,
  .run = run_answer,
};

const SgnCliCommand sgn_cli_import = {
  .name = "import",
  .usage = "FILE ANSWERS.json|.csv [--by NAME]",
  .summary = N_ ("take in many answers: all of them or none"),
  .min_words = 2,
  .max_words = 2,
  .options = import_options,
  .run = run_import,
};
