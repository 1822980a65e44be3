/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-record-years.h"

/* The word for “still so”; no scale has it as a value. */
#define SAME "same"

/* (nullable): the guideline that @change means, by its name or by the item's id */
static const SgnCatalogue *
find_named (SgnCli *cli, const SgnAnswerChange *change)
{
  return change->catalogue != NULL
           ? sgn_library_find_catalogue_key (cli->library, change->catalogue)
           : sgn_library_find_catalogue_of_item (cli->library, change->item);
}

/* (nullable): the assessment that has just been answered: the newest open one of those meant */
static const SgnAssessment *
find_assessment (SgnCli *cli, const SgnAnswerChange *change)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnCatalogue *named = find_named (cli, change);
  const SgnSite *site =
    change->site != NULL ? sgn_record_find_site_named (record, change->site) : NULL;
  gboolean any_edition = change->catalogue == NULL || strchr (change->catalogue, '@') == NULL;

  if (change->assessment != 0)
    return sgn_record_find_assessment (record, change->assessment);
  for (guint i = record->assessments->len; named != NULL && i > 0; i--) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (!assessment->closed && strcmp (assessment->catalogue, named->id) == 0 &&
        assessment->site == (site != NULL ? site->id : 0) &&
        (any_edition || strcmp (assessment->edition, named->edition) == 0))
      return assessment;
  }
  return NULL;
}

/* (nullable): the edition that has just been answered */
static const SgnCatalogue *
find_edition (SgnCli *cli, const SgnAnswerChange *change)
{
  const SgnAssessment *assessment = find_assessment (cli, change);

  return assessment != NULL
           ? sgn_library_find_catalogue (cli->library, assessment->catalogue, assessment->edition)
           : find_named (cli, change);
}

/* How an item is written in the acknowledgement: by its id, also when it was named by number. */
static const char *
find_id (SgnCli *cli, const SgnAnswerChange *change)
{
  const SgnCatalogue *edition = find_edition (cli, change);
  const SgnItem *item = edition != NULL ? sgn_catalogue_find_item (edition, change->item) : NULL;

  return item != NULL ? item->id : change->item;
}

/* The key that stands for @change's item now; (nullable) */
static const char *
find_value (SgnCli *cli, const SgnAnswerChange *change)
{
  const SgnAssessment *assessment = find_assessment (cli, change);
  const SgnAnswer *answer =
    assessment != NULL ? sgn_assessment_find_answer (assessment, find_id (cli, change)) : NULL;

  return answer != NULL ? answer->value : NULL;
}

/* “Still so” takes over what was said last time, so nothing else can be said with it. */
static gboolean
check_alone (const SgnAnswerChange *change, GError **error)
{
  if (change->note == NULL && change->statement == NULL && change->statement_en == NULL &&
      change->next_review == NULL)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” takes over the texts of last time. Leave out note and statements, or write "
                  "the value itself."),
               SAME);
  return FALSE;
}

static gboolean
write_answer (SgnCli *cli, const SgnAnswerChange *change, GError **error)
{
  gboolean same = g_str_equal (change->value, SAME);
  const char *value = change->value;

  if (same)
    sgn_session_confirm_async (cli->session, change, sgn_cli_done_cb, cli);
  else
    sgn_session_answer_async (cli->session, change, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  if (same)
    value = find_value (cli, change);
  /* An empty value takes the answer away. */
  if (value == NULL || *value == '\0')
    value = sgn_mark_to_key (SGN_MARK_NONE);
  sgn_cli_acknowledge ("%s %s", find_id (cli, change), value);
  return TRUE;
}

static gboolean
run_answer (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnAnswerChange change = {
    .catalogue = sgn_cli_call_get (call, "catalogue"),
    .item = sgn_cli_call_get_word (call, 1),
    .value = sgn_cli_call_get_word (call, 2),
    .note = sgn_cli_call_get (call, "note"),
    .statement = sgn_cli_call_get (call, "statement"),
    .statement_en = sgn_cli_call_get (call, "statement-en"),
    .site = sgn_cli_call_get (call, "site"),
    .next_review = sgn_cli_call_get (call, "next-review"),
  };

  if (g_str_equal (change.value, SAME) && !check_alone (&change, error))
    return FALSE;
  if (!sgn_cli_read_assessment (sgn_cli_call_get (call, "assessment"), &change.assessment, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  return write_answer (cli, &change, error);
}

static gboolean
run_import (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnAnswerPlace place = {
    .catalogue = sgn_cli_call_get (call, "catalogue"),
    .site = sgn_cli_call_get (call, "site"),
  };
  g_autoptr (GAsyncResult) result = NULL;
  gint64 count;

  if (!sgn_cli_read_assessment (sgn_cli_call_get (call, "assessment"), &place.assessment, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_import_async (cli->session, sgn_cli_call_get_word (call, 1), &place, sgn_cli_done_cb,
                            cli);
  result = sgn_cli_wait (cli);
  count = sgn_session_import_finish (cli->session, result, error);
  if (count < 0)
    return FALSE;

  sgn_cli_acknowledge ("%" G_GINT64_FORMAT " answers", count);
  return TRUE;
}

static const SgnCliOption answer_options[] = {
  SGN_CLI_OPTIONS_OF_ITEM,
  { "note", "TEXT", N_ ("a note for ourselves, or why it is not applicable") },
  { "statement", "TEXT", N_ ("a sentence meant for outsiders") },
  { "statement-en", "TEXT", N_ ("the same sentence for English sheets") },
  { "next-review", "DATE", N_ ("the day on which it is to be looked at again") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption import_options[] = {
  { "catalogue", "ID[@EDITION]", N_ ("the guideline, when the file does not name it") },
  SGN_CLI_OPTION_ASSESSMENT,
  SGN_CLI_OPTION_SITE,
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_answer = {
  .name = "answer",
  .usage = "FILE ITEM VALUE|same [--catalogue ID] [--assessment N] [--site NAME] [--note TEXT] "
           "[--statement TEXT] [--statement-en TEXT] [--next-review DATE] [--by NAME]",
  .summary = N_ ("answer one item; “same” says it is still as last time"),
  .min_words = 3,
  .max_words = 3,
  .options = answer_options,
  .run = run_answer,
};

const SgnCliCommand sgn_cli_import = {
  .name = "import",
  .usage = "FILE ANSWERS.json|.csv [--catalogue ID] [--assessment N] [--site NAME] [--by NAME]",
  .summary = N_ ("take in many answers: all of them or none"),
  .min_words = 2,
  .max_words = 2,
  .options = import_options,
  .run = run_import,
};
