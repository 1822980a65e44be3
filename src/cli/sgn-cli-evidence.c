/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-error.h"

gboolean
sgn_cli_read_evidence (const char *text, gint64 *id, GError **error)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ (
                 "“%s” is not the number of a piece of evidence. See “sengen evidence list FILE”."),
               text);
  return FALSE;
}

const SgnEvidence *
sgn_cli_find_evidence (SgnCli *cli, gint64 id, GError **error)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnEvidence *evidence = sgn_record_find_evidence (record, id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (evidence == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no evidence %s in this file. See “sengen evidence list FILE”."),
                 number);
  return evidence;
}

gboolean
sgn_cli_read_use (const SgnCliCall *call,
                  guint word,
                  SgnEvidenceUse *use,
                  char **kind,
                  GError **error)
{
  const char *text = sgn_cli_call_get_word (call, word);
  const char *slash = strchr (text, '/');

  if (slash != NULL) {
    *kind = g_strndup (text, (gsize) (slash - text));
    use->kind = *kind;
    use->id = slash + 1;
    return TRUE;
  }

  use->item = text;
  use->catalogue = sgn_cli_call_get (call, "catalogue");
  use->site = sgn_cli_call_get (call, "site");
  return sgn_cli_read_assessment (sgn_cli_call_get (call, "assessment"), &use->assessment, error);
}

static gboolean
run_add (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnEvidenceRequest request = {
    .path = sgn_cli_call_get_word (call, 2),
    .title = sgn_cli_call_get (call, "title"),
    .dated = sgn_cli_call_get (call, "date"),
    .expires = sgn_cli_call_get (call, "expires"),
    .remove_location = sgn_cli_call_has (call, "remove-location"),
  };
  g_autofree char *kind = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnEvidenceResult) added = NULL;

  if (!sgn_cli_read_use (call, 1, &request.use, &kind, error) ||
      !sgn_cli_read_evidence (sgn_cli_call_get (call, "replaces"), &request.replaces, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error))
    return FALSE;

  sgn_session_add_evidence_async (cli->session, &request, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  added = sgn_session_add_evidence_finish (cli->session, result, error);
  if (added == NULL)
    return FALSE;

  sgn_cli_acknowledge ("evidence %" G_GINT64_FORMAT, added->id);
  sgn_cli_complain_of (added->findings);
  return TRUE;
}

/* The number that stands after the file, and the file open for writing. */
static gboolean
open_evidence (SgnCli *cli, const SgnCliCall *call, gint64 *id, GError **error)
{
  return sgn_cli_read_evidence (sgn_cli_call_get_word (call, 1), id, error) &&
         sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error);
}

static gboolean
run_link (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnEvidenceUse use = { 0 };
  g_autofree char *kind = NULL;
  gint64 id = 0;

  if (!sgn_cli_read_use (call, 2, &use, &kind, error) || !open_evidence (cli, call, &id, error))
    return FALSE;

  sgn_session_link_evidence_async (cli->session, id, &use, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "evidence", id, "linked", error);
}

static gboolean
run_unlink (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnEvidenceUse use = { 0 };
  g_autofree char *kind = NULL;
  gint64 id = 0;

  if (!sgn_cli_read_use (call, 2, &use, &kind, error) || !open_evidence (cli, call, &id, error))
    return FALSE;

  sgn_session_unlink_evidence_async (cli->session, id, &use, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "evidence", id, "unlinked", error);
}

static gboolean
run_describe (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnEvidenceWords words = {
    .title = sgn_cli_call_get (call, "title"),
    .dated = sgn_cli_call_get (call, "date"),
    .expires = sgn_cli_call_get (call, "expires"),
  };
  gint64 id = 0;

  if (words.title == NULL && words.dated == NULL && words.expires == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("Nothing is to be changed. Give --title, --date or --expires."));
    return FALSE;
  }
  if (!open_evidence (cli, call, &id, error))
    return FALSE;

  sgn_session_describe_evidence_async (cli->session, id, &words, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "evidence", id, "described", error);
}

static gboolean
run_retire (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_evidence (cli, call, &id, error))
    return FALSE;

  sgn_session_retire_evidence_async (cli->session, id, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "evidence", id, "retired", error);
}

static gboolean
run_restore (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gint64 id = 0;

  if (!open_evidence (cli, call, &id, error))
    return FALSE;

  sgn_session_restore_evidence_async (cli->session, id, sgn_cli_done_cb, cli);
  return sgn_cli_finish_numbered (cli, "evidence", id, "restored", error);
}

static const SgnCliOption add_options[] = {
  SGN_CLI_OPTIONS_OF_ITEM,
  { "title", "TEXT", N_ ("what it shows; the file’s name without this") },
  { "date", "YYYY-MM-DD", N_ ("the evidence’s own date") },
  { "expires", "YYYY-MM-DD", N_ ("the last day it proves anything") },
  { "replaces", "N", N_ ("the older version, which is kept behind it") },
  { "remove-location", NULL, N_ ("take out where a photograph was taken") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption link_options[] = {
  SGN_CLI_OPTIONS_OF_ITEM,
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption describe_options[] = {
  { "title", "TEXT", N_ ("what it shows") },
  { "date", "YYYY-MM-DD", N_ ("the evidence’s own date; empty takes it away") },
  { "expires", "YYYY-MM-DD", N_ ("the last day it proves anything; empty takes it away") },
  SGN_CLI_OPTION_BY,
  { NULL },
};

static const SgnCliOption by_options[] = {
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_evidence_add = {
  .name = "evidence add",
  .usage = "FILE ITEM PATH [--title TEXT] [--date YYYY-MM-DD] [--expires YYYY-MM-DD] "
           "[--replaces N] [--remove-location] [--by NAME]",
  .summary = N_ ("keep a copy of a file as evidence of an item"),
  .min_words = 3,
  .max_words = 3,
  .options = add_options,
  .run = run_add,
};

const SgnCliCommand sgn_cli_evidence_link = {
  .name = "evidence link",
  .usage = "FILE N ITEM [--by NAME]",
  .summary = N_ ("let a piece of evidence prove one item more"),
  .min_words = 3,
  .max_words = 3,
  .options = link_options,
  .run = run_link,
};

const SgnCliCommand sgn_cli_evidence_unlink = {
  .name = "evidence unlink",
  .usage = "FILE N ITEM [--by NAME]",
  .summary = N_ ("let it prove one item less; the file stays"),
  .min_words = 3,
  .max_words = 3,
  .options = link_options,
  .run = run_unlink,
};

const SgnCliCommand sgn_cli_evidence_describe = {
  .name = "evidence describe",
  .usage = "FILE N [--title TEXT] [--date YYYY-MM-DD] [--expires YYYY-MM-DD] [--by NAME]",
  .summary = N_ ("change title or dates of a piece of evidence"),
  .min_words = 2,
  .max_words = 2,
  .options = describe_options,
  .run = run_describe,
};

const SgnCliCommand sgn_cli_evidence_retire = {
  .name = "evidence retire",
  .usage = "FILE N [--by NAME]",
  .summary = N_ ("withdraw a piece of evidence; it is kept and not counted"),
  .min_words = 2,
  .max_words = 2,
  .options = by_options,
  .run = run_retire,
};

const SgnCliCommand sgn_cli_evidence_restore = {
  .name = "evidence restore",
  .usage = "FILE N [--by NAME]",
  .summary = N_ ("take withdrawn evidence into use again"),
  .min_words = 2,
  .max_words = 2,
  .options = by_options,
  .run = run_restore,
};
