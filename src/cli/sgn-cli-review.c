/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"

/* The word that takes a note on an expert away. */
#define NONE "none"

/* The words of @call from the second on, but for the last @left. */
static GPtrArray *
list_items (const SgnCliCall *call, guint left)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 1; sgn_cli_call_get_word (call, i + left) != NULL; i++)
    g_ptr_array_add (items, (gpointer) sgn_cli_call_get_word (call, i));
  g_ptr_array_add (items, NULL);
  return items;
}

static gboolean
open_place (SgnCli *cli, const SgnCliCall *call, SgnAnswerPlace *place, GError **error)
{
  place->catalogue = sgn_cli_call_get (call, "catalogue");
  place->site = sgn_cli_call_get (call, "site");
  return sgn_cli_read_assessment (sgn_cli_call_get (call, "assessment"), &place->assessment,
                                  error) &&
         sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE, error);
}

/* saved: SD-01 SD-02 reviewed */
static void
acknowledge (GPtrArray *items, const char *what)
{
  g_autofree char *list = g_strjoinv (" ", (char **) items->pdata);

  sgn_cli_acknowledge ("%s %s", list, what);
}

static gboolean
run_review (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) items = list_items (call, 0);
  SgnReview review = {
    .items = (const char *const *) items->pdata,
    .none = sgn_cli_call_has (call, "none"),
    .date = sgn_cli_call_get (call, "date"),
  };

  if (!open_place (cli, call, &review.place, error))
    return FALSE;

  sgn_session_review_answers_async (cli->session, &review, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  acknowledge (items, review.none ? "not reviewed" : "reviewed");
  return TRUE;
}

static gboolean
run_expert (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) items = list_items (call, 1);
  const char *word = sgn_cli_call_get_word (call, items->len);
  g_autofree char *what = g_strconcat ("expert ", word, NULL);
  SgnExpertNote note = {
    .items = (const char *const *) items->pdata,
    .state = g_str_equal (word, NONE) ? NULL : word,
    .name = sgn_cli_call_get (call, "name"),
    .date = sgn_cli_call_get (call, "date"),
  };

  if (!open_place (cli, call, &note.place, error))
    return FALSE;

  sgn_session_note_expert_async (cli->session, &note, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  acknowledge (items, what);
  return TRUE;
}

static const SgnCliOption review_options[] = {
  { "by", "NAME", N_ ("who has looked them over") },
  { "date", "YYYY-MM-DD", N_ ("the day it was done, instead of today") },
  { "none", NULL, N_ ("take the review away") },
  SGN_CLI_OPTIONS_OF_ITEM,
  { NULL },
};

static const SgnCliOption expert_options[] = {
  { "name", "TEXT", N_ ("the expert’s name and qualification") },
  { "date", "YYYY-MM-DD", N_ ("the day it was done, instead of today") },
  SGN_CLI_OPTIONS_OF_ITEM,
  SGN_CLI_OPTION_BY,
  { NULL },
};

const SgnCliCommand sgn_cli_review = {
  .name = "review",
  .usage = "FILE ITEM… [--by NAME] [--date YYYY-MM-DD] [--none] [--catalogue ID] [--assessment N] "
           "[--site NAME]",
  .summary = N_ ("note that somebody has looked answers over"),
  .min_words = 2,
  .max_words = G_MAXUINT,
  .options = review_options,
  .run = run_review,
};

const SgnCliCommand sgn_cli_expert = {
  .name = "expert",
  .usage = "FILE ITEM… asked|seen|none [--name TEXT] [--date YYYY-MM-DD] [--catalogue ID] "
           "[--assessment N] [--site NAME] [--by NAME]",
  .summary = N_ ("note how far an expert was asked about answers; our own note, never a result"),
  .min_words = 3,
  .max_words = G_MAXUINT,
  .options = expert_options,
  .run = run_expert,
};
