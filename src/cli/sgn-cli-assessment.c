/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-combined.h"
#include "sgn-error.h"

static json_t *
describe (const SgnAssessment *assessment)
{
  json_t *json = sgn_assessment_to_row (assessment);

  sgn_json_set_integer (json, "assessment", assessment->id);
  sgn_json_set_integer (json, "answers", g_hash_table_size (assessment->answers));
  return json;
}

static void
print_line (const SgnRecord *record, const SgnAssessment *assessment)
{
  const SgnSite *site = sgn_record_find_site (record, assessment->site);

  sgn_cli_print ("%4" G_GINT64_FORMAT "  %s@%s  %s  %s", assessment->id, assessment->catalogue,
                 assessment->edition, assessment->closed ? _ ("closed") : _ ("open"),
                 assessment->closed ? assessment->closed_at : assessment->opened_at);
  if (site != NULL)
    sgn_cli_print ("  %s", site->name);
  sgn_cli_print ("\n");
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (json_t) list = json_array ();
  const SgnRecord *record = NULL;
  GPtrArray *assessments;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  record = sgn_session_get_record (cli->session);
  assessments = record->assessments;
  for (guint i = 0; i < assessments->len; i++) {
    const SgnAssessment *assessment = g_ptr_array_index (assessments, i);

    if (sgn_cli_call_has (call, "json"))
      json_array_append_new (list, describe (assessment));
    else
      print_line (record, assessment);
  }
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (list);
  return TRUE;
}

gboolean
sgn_cli_read_assessment (const char *text, gint64 *id, GError **error)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is not the number of an assessment. See “sengen assessment list FILE”."),
               text);
  return FALSE;
}

static gboolean
open_assessment (SgnCli *cli, const SgnCliCall *call, gint64 *id, GError **error)
{
  return sgn_cli_read_assessment (sgn_cli_call_get_word (call, 1), id, error) &&
         sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error);
}

/* What is missing stops nobody, but is said. */
static void
tell_unanswered (SgnCli *cli, gint64 id)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnAssessment *assessment = sgn_record_find_assessment (record, id);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (cli->library, assessment->catalogue, assessment->edition);
  g_autoptr (SgnCombined) combined =
    catalogue != NULL ? sgn_combined_new (record, catalogue, assessment) : NULL;
  g_autoptr (SgnScore) score =
    combined != NULL ? sgn_score_new (catalogue, combined->answers, NULL) : NULL;
  g_autofree char *remark = NULL;

  if (score == NULL || score->answered == score->items)
    return;
  remark = g_strdup_printf (_ ("%u of %u questions are not answered. Reopen the check to answer "
                               "them."),
                            score->items - score->answered, score->items);
  sgn_cli_complain (remark);
}

/* A later check goes on comparing with this one. */
static void
tell_continued (SgnCli *cli, gint64 id)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnAssessment *assessment = sgn_record_find_assessment (record, id);
  const SgnAssessment *next = sgn_record_find_next (record, assessment);
  g_autofree char *number = NULL;
  g_autofree char *remark = NULL;

  if (next == NULL)
    return;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, next->id);
  remark = g_strdup_printf (_ ("Assessment %s continues this one and compares with it once it is "
                               "closed again. Name this one with --assessment to correct it."),
                            number);
  sgn_cli_complain (remark);
}

static gboolean
run_close (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_assessment (cli, call, &id, error))
    return FALSE;

  sgn_session_close_assessment_async (cli->session, id, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("assessment %" G_GINT64_FORMAT " closed", id);
  tell_unanswered (cli, id);
  return TRUE;
}

static gboolean
run_reopen (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_assessment (cli, call, &id, error))
    return FALSE;

  sgn_session_reopen_assessment_async (cli->session, id, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("assessment %" G_GINT64_FORMAT " open", id);
  tell_continued (cli, id);
  return TRUE;
}

static const SgnCliOption list_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption write_options[] = {
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_assessment_list = {
  .name = "assessment list",
  .usage = "FILE [--json]",
  .summary = N_ ("list the assessments with their numbers"),
  .min_words = 1,
  .max_words = 1,
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_assessment_close = {
  .name = "assessment close",
  .usage = "FILE N [--by NAME]",
  .summary = N_ ("close an assessment, so that its answers stay as they are"),
  .min_words = 2,
  .max_words = 2,
  .options = write_options,
  .run = run_close,
};

const SgnCliCommand sgn_cli_assessment_reopen = {
  .name = "assessment reopen",
  .usage = "FILE N [--by NAME]",
  .summary = N_ ("open a closed assessment again, to correct it"),
  .min_words = 2,
  .max_words = 2,
  .options = write_options,
  .run = run_reopen,
};
