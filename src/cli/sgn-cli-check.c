/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-cli-look.h"
#include "sgn-consistency.h"
#include "sgn-error.h"

#define WEIGHT_WIDTH 10

static json_t *
text_to_json (const char *ja, const char *en)
{
  return json_pack ("{s:s, s:s}", "ja", ja, "en", en);
}

static json_t *
describe (const SgnCliLook *look, const SgnConcern *concern)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", concern->id);
  sgn_json_set_string (json, "rule", concern->rule);
  sgn_json_set_string (json, "severity", sgn_weight_to_key (concern->weight));
  sgn_json_set_string (json, "kind", concern->kind);
  sgn_json_set_string (json, "ref", concern->ref);
  sgn_json_set_string (json, "other", concern->other);
  sgn_json_set_string (json, "catalogue", concern->catalogue);
  sgn_json_set_string (json, "item", concern->item);
  json_object_set_new (json, "text", text_to_json (concern->text.ja, concern->text.en));
  json_object_set_new (
    json, "advice",
    text_to_json (sgn_consistency_get_advice (look->library, concern->rule, SGN_LANGUAGE_JA),
                  sgn_consistency_get_advice (look->library, concern->rule, SGN_LANGUAGE_EN)));
  return json;
}

static void
print_json (const SgnCliLook *look, GPtrArray *concerns)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < concerns->len; i++)
    json_array_append_new (list, describe (look, g_ptr_array_index (concerns, i)));
  sgn_cli_print_json (list);
}

static const char *
weight_to_word (SgnWeight weight)
{
  static const char *const words[SGN_N_WEIGHTS] = {
    [SGN_WEIGHT_REMARK] = NC_ ("finding", "remark"),
    [SGN_WEIGHT_SHOULD] = NC_ ("finding", "should"),
    [SGN_WEIGHT_MUST] = NC_ ("finding", "must"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "finding", words[weight]);
}

/* What to do stands once, below all that it is for. */
static void
print_list (const SgnCliLook *look, GPtrArray *concerns)
{
  SgnLanguage language = sgn_language_of_user ();

  for (guint i = 0; i < concerns->len; i++) {
    const SgnConcern *concern = g_ptr_array_index (concerns, i);
    const SgnConcern *next = i + 1 < concerns->len ? g_ptr_array_index (concerns, i + 1) : NULL;

    sgn_cli_print_label (weight_to_word (concern->weight), WEIGHT_WIDTH);
    sgn_cli_print ("%s  [%s/%s]\n", sgn_text_get (&concern->text, language), concern->kind,
                   concern->ref);
    if (next != NULL && next->rule == concern->rule && next->weight == concern->weight)
      continue;
    sgn_cli_print_label ("", WEIGHT_WIDTH);
    sgn_cli_print ("→ %s\n", sgn_consistency_get_advice (look->library, concern->rule, language));
  }
  if (concerns->len == 0)
    sgn_cli_print ("%s\n", _ ("Nothing was found that does not fit together."));
}

static gboolean
judge (GPtrArray *concerns, GError **error)
{
  guint count = sgn_concerns_count (concerns, SGN_WEIGHT_MUST);

  if (count == 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               g_dngettext (GETTEXT_PACKAGE,
                            "The record has %u fault to mend before anything is shown to others.",
                            "The record has %u faults to mend before anything is shown to others.",
                            count),
               count);
  return FALSE;
}

static gboolean
run_check (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) concerns = NULL;
  g_auto (SgnCliLook) look = { 0 };

  if (!sgn_cli_look_open (cli, call, &look, error))
    return FALSE;

  concerns = sgn_consistency_check (look.library, look.record, look.today);
  if (sgn_cli_call_has (call, "json"))
    print_json (&look, concerns);
  else
    print_list (&look, concerns);
  return judge (concerns, error);
}

static const SgnCliOption check_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_check = {
  .name = "check",
  .usage = "FILE [--json]",
  .summary = N_ ("look for what does not fit together in the record"),
  .min_words = 1,
  .max_words = 1,
  .options = check_options,
  .run = run_check,
};
