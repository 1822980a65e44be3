/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-cli-commands.h"
#include "sgn-cli-look.h"
#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-error.h"
#include "sgn-subsidy-plan.h"

#include <glib/gi18n-lib.h>

#define DAY_WIDTH 12
#define STATE_WIDTH 11

static void
print_known (const char *title, const SgnSubsidyFact *fact)
{
  sgn_cli_print ("  %s [%s]\n    %s\n    %s\n", title, sgn_known_to_words (fact->known),
                 sgn_text_get (&fact->text, sgn_language_of_user ()), fact->source);
}

static void
print_rounds (const SgnSubsidy *subsidy, const char *today)
{
  for (guint i = 0; i < subsidy->rounds->len; i++) {
    const SgnSubsidyRound *round = g_ptr_array_index (subsidy->rounds, i);

    sgn_cli_print ("  %s  %s [%s]\n", round->date,
                   sgn_date_compare (round->date, today) < 0 ? _ ("has passed")
                                                             : _ ("closing date"),
                   sgn_known_to_words (round->known));
  }
}

static void
print_subsidy (const SgnSubsidy *subsidy, const char *today)
{
  SgnLanguage language = sgn_language_of_user ();

  sgn_cli_print ("%s (%s)\n  %s\n", sgn_text_get (&subsidy->name, language), subsidy->id,
                 sgn_text_get (&subsidy->about, language));
  print_known (sgn_subsidy_star_to_words (subsidy->needs), subsidy->star);
  for (guint i = 0; i < subsidy->facts->len; i++) {
    const SgnSubsidyFact *fact = g_ptr_array_index (subsidy->facts, i);

    print_known (sgn_text_get (&fact->title, language), fact);
  }
  print_rounds (subsidy, today);
  sgn_cli_print ("  %s\n%s%s%s\n", sgn_text_get (&subsidy->later, language),
                 subsidy->site != NULL ? "  " : "", subsidy->site != NULL ? subsidy->site : "",
                 subsidy->site != NULL ? "\n" : "");
}

static void
print_date (const SgnSubsidies *subsidies)
{
  sgn_cli_print (_ ("As of %s. See the official site for the latest."), subsidies->checked);
  sgn_cli_print ("\n%s\n", sgn_text_get (&subsidies->remark, sgn_language_of_user ()));
}

static SgnSubsidies *
load (GError **error)
{
  g_autofree char *data_dir = sgn_data_dir ();

  return sgn_subsidies_load (data_dir, error);
}

static char *
dup_today (SgnCli *cli)
{
  g_autofree char *now = sgn_clock_now (cli->clock);

  return sgn_time_get_date (now);
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (SgnSubsidies) subsidies = load (error);
  g_autofree char *today = dup_today (cli);

  if (subsidies == NULL)
    return FALSE;
  if (sgn_cli_call_has (call, "json")) {
    sgn_cli_print_json (subsidies->json);
    return TRUE;
  }
  for (guint i = 0; i < subsidies->subsidies->len; i++)
    print_subsidy (g_ptr_array_index (subsidies->subsidies, i), today);
  print_date (subsidies);
  return TRUE;
}

static json_t *
steps_to_json (const SgnSubsidyPlan *plan)
{
  json_t *list = json_array ();

  for (guint i = 0; i < plan->steps->len; i++) {
    const SgnSubsidyStep *step = g_ptr_array_index (plan->steps, i);
    json_t *json = json_object ();

    sgn_json_set_string (json, "step", step->id);
    sgn_json_set_string (json, "day", step->day);
    sgn_json_set_integer (json, "days_left", step->days_left);
    json_object_set_new (json, "done", json_boolean (step->done));
    json_object_set_new (json, "late", json_boolean (step->late));
    json_object_set_new (json, "at_best", json_boolean (step->at_best));
    sgn_json_set_string (json, "duration", step->duration != NULL ? step->duration->id : NULL);
    json_array_append_new (list, json);
  }
  return list;
}

static void
print_plan_as_json (const SgnSubsidies *subsidies,
                    const SgnSubsidyAim *aim,
                    const SgnSubsidyPlan *plan)
{
  g_autoptr (json_t) json = json_object ();

  sgn_json_set_string (json, "checked", subsidies->checked);
  sgn_json_set_string (json, "subsidy", aim->subsidy != NULL ? aim->subsidy->id : NULL);
  sgn_json_set_integer (json, "star", plan->star);
  sgn_json_set_string (json, "deadline", plan->deadline);
  sgn_json_set_integer (json, "days_left", plan->days_left);
  json_object_set_new (json, "steps", steps_to_json (plan));
  sgn_cli_print_json (json);
}

static void
print_step (const SgnSubsidyStep *step)
{
  const char *state = step->done ? _ ("done") : "";

  if (step->late)
    state = _ ("passed");
  else if (!step->done && step->at_best)
    state = _ ("at best");
  sgn_cli_print_label (step->day, DAY_WIDTH);
  sgn_cli_print_label (state, STATE_WIDTH);
  sgn_cli_print ("%s\n", step->words);
  if (step->duration != NULL && !step->done)
    sgn_cli_print ("%*s%s [%s]\n", DAY_WIDTH + STATE_WIDTH, "",
                   sgn_text_get (&step->duration->fact->text, sgn_language_of_user ()),
                   sgn_known_to_words (step->duration->fact->known));
}

static void
print_plan (const SgnSubsidies *subsidies, const SgnSubsidyPlan *plan)
{
  sgn_cli_print ("%s  %s\n", sgn_star_to_symbol (plan->star), plan->words);
  for (guint i = 0; i < plan->remarks->len; i++)
    sgn_cli_print ("%s\n", (const char *) g_ptr_array_index (plan->remarks, i));
  sgn_cli_print ("\n");
  for (guint i = 0; i < plan->steps->len; i++)
    print_step (g_ptr_array_index (plan->steps, i));
  sgn_cli_print ("\n");
  print_date (subsidies);
}

static gboolean
read_star (const SgnCliCall *call, int *star, GError **error)
{
  const char *text = sgn_cli_call_get (call, "star");
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 2, &number, NULL)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is no star. Give 1 or 2."), text);
    return FALSE;
  }
  *star = (int) number;
  return TRUE;
}

static gboolean
read_aim (const SgnCliCall *call, const SgnSubsidies *subsidies, SgnSubsidyAim *aim, GError **error)
{
  const char *id = sgn_cli_call_get (call, "subsidy");

  aim->deadline = sgn_cli_call_get (call, "date");
  aim->subsidy = sgn_subsidies_find (subsidies, id);
  if (id != NULL && aim->subsidy == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no subsidy “%s” here. See what there is with “sengen subsidy list”."),
                 id);
    return FALSE;
  }
  if (aim->deadline != NULL && !sgn_date_is_valid (aim->deadline)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is no date. Write it as 2026-12-18."),
                 aim->deadline);
    return FALSE;
  }
  return read_star (call, &aim->star, error);
}

/* Without a file nothing is done yet. */
static gboolean
run_plan (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (SgnSubsidies) subsidies = load (error);
  g_auto (SgnCliLook) look = { 0 };
  g_autofree char *today = dup_today (cli);
  g_autoptr (SgnSubsidyPlan) plan = NULL;
  SgnSubsidyAim aim = { 0 };

  if (subsidies == NULL || !read_aim (call, subsidies, &aim, error))
    return FALSE;
  if (sgn_cli_call_get_word (call, 0) != NULL && !sgn_cli_look_open (cli, call, &look, error))
    return FALSE;
  plan = sgn_subsidy_plan_new (subsidies, &aim, look.library, look.record, today);
  if (plan->state != SGN_SUBSIDY_COUNTED) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET, plan->words);
    return FALSE;
  }
  if (sgn_cli_call_has (call, "json"))
    print_plan_as_json (subsidies, &aim, plan);
  else
    print_plan (subsidies, plan);
  return TRUE;
}

static const SgnCliOption list_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption plan_options[] = {
  { "subsidy", "ID", N_ ("the one that is meant; its next closing date is counted from") },
  { "date", "YYYY-MM-DD", N_ ("the day on which all has to be ready") },
  { "star", "1|2", N_ ("the star to declare") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_subsidy_list = {
  .name = "subsidy list",
  .usage = "[--json]",
  .summary = N_ ("say which subsidy asks for which star, and by when"),
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_subsidy_plan = {
  .name = "subsidy plan",
  .usage = "[FILE] [--subsidy ID] [--date YYYY-MM-DD] [--star 1|2] [--json]",
  .summary = N_ ("count back from a closing date to what must be begun when"),
  .max_words = 1,
  .options = plan_options,
  .run = run_plan,
};
