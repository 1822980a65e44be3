/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-last-answer.h"

#define ITEM_WIDTH 11
#define ANSWER_WIDTH 17

/* One assessment beside the one it continues. */
typedef struct {
  const SgnRecord *record;
  SgnCatalogue *catalogue;
  SgnCombined *now;
  SgnLast *last;
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->now, sgn_combined_free);
  g_clear_pointer (&look->last, sgn_last_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

/* One item of it. */
typedef struct {
  const SgnItem *item;
  SgnCombinedAnswer now;
  const SgnScaleValue *value; /* (nullable) */
  SgnLastAnswer before;
} Line;

static Line
look_at_item (const Look *look, const SgnItem *item)
{
  Line line = { item, sgn_combined_find_answer (look->now, item) };

  if (line.now.source != NULL)
    line.value = sgn_item_find_value (item, line.now.answer->value);
  line.before = sgn_last_find_answer (look->last, item);
  return line;
}

static gboolean
is_comparable (const Line *line)
{
  return line->value != NULL && line->before.value != NULL;
}

static gboolean
has_changed (const Line *line)
{
  return line->value->mark != line->before.value->mark ||
         !g_str_equal (line->value->key, line->before.value->key);
}

static json_t *
answer_to_json (const SgnRecord *record, const SgnAnswer *answer)
{
  const SgnPerson *person = NULL;
  const SgnPerson *reviewer = NULL;
  json_t *json = NULL;

  if (answer == NULL)
    return json_null ();

  json = json_object ();
  person = sgn_record_find_person (record, answer->person);
  reviewer = sgn_record_find_person (record, answer->reviewed_by);
  sgn_json_set_string (json, "value", answer->value);
  sgn_json_set_string (json, "note", answer->note);
  sgn_json_set_string (json, "statement", answer->statement);
  sgn_json_set_string (json, "statement_en", answer->statement_en);
  sgn_json_set_string (json, "by", person != NULL ? person->name : NULL);
  sgn_json_set_string (json, "at", answer->at);
  sgn_json_set_integer (json, "assessment", answer->assessment);
  sgn_json_set_string (json, "reviewed_by", reviewer != NULL ? reviewer->name : NULL);
  sgn_json_set_string (json, "reviewed_on", answer->reviewed_on);
  sgn_json_set_string (json, "expert", answer->expert);
  sgn_json_set_string (json, "expert_name", answer->expert_name);
  sgn_json_set_string (json, "expert_on", answer->expert_on);
  sgn_json_set_string (json, "carried_from", answer->carried_from);
  return json;
}

/* How the answer of a company with several sites came about. */
static json_t *
sites_to_json (const Look *look, const Line *line)
{
  const SgnAssessment *source = line->now.source;
  const SgnSite *site = source != NULL ? sgn_record_find_site (look->record, source->site) : NULL;
  json_t *json = NULL;

  if (look->now->parts->len == 0)
    return json_null ();

  json = json_object ();
  sgn_json_set_string (json, "from", site != NULL ? site->name : NULL);
  json_object_set_new (json, "decided", json_boolean (line->now.decided));
  sgn_json_set_integer (json, "answered", line->now.answered);
  sgn_json_set_integer (json, "differing", line->now.differing);
  return json;
}

static json_t *
line_to_json (const Look *look, const Line *line)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "item", line->item->id);
  sgn_json_set_string (json, "number", line->item->number);
  json_object_set_new (json, "now", answer_to_json (look->record, line->now.answer));
  json_object_set_new (json, "before", answer_to_json (look->record, line->before.answer));
  sgn_json_set_string (json, "last", sgn_last_state_to_key (line->before.state));
  json_object_set_new (json, "changed",
                       is_comparable (line) ? json_boolean (has_changed (line)) : json_null ());
  json_object_set_new (json, "sites", sites_to_json (look, line));
  return json;
}

static json_t *
look_to_json (const Look *look)
{
  const SgnAssessment *last = look->last->assessment;
  json_t *json = sgn_assessment_to_row (look->now->own);
  json_t *items = json_array ();

  for (guint i = 0; i < look->catalogue->items->len; i++) {
    const SgnItem *item = look->catalogue->items->pdata[i];
    Line line;

    if (item->scale == NULL)
      continue;
    line = look_at_item (look, item);
    json_array_append_new (items, line_to_json (look, &line));
  }
  sgn_json_set_integer (json, "assessment", look->now->own->id);
  json_object_set_new (json, "last", last != NULL ? json_integer (last->id) : json_null ());
  sgn_json_set_integer (json, "sites", look->now->parts->len);
  json_object_set_new (json, "items", items);
  return json;
}

static const char *
get_label (const SgnScaleValue *value)
{
  return value != NULL ? sgn_text_get (&value->label, sgn_language_of_user ()) : _ ("not answered");
}

static const char *
get_change (const Line *line)
{
  if (line->before.state == SGN_LAST_OTHER)
    return _ ("not the same item last time");
  if (!is_comparable (line))
    return "";
  return has_changed (line) ? _ ("changed") : _ ("same");
}

static void
print_item (const Look *look, const SgnItem *item)
{
  Line line = look_at_item (look, item);
  const SgnSite *site = NULL;

  if (line.now.source != NULL && line.now.differing > 0)
    site = sgn_record_find_site (look->record, line.now.source->site);
  sgn_cli_print_label (item->id, ITEM_WIDTH);
  sgn_cli_print_label (get_label (line.value), ANSWER_WIDTH);
  sgn_cli_print_label (get_label (line.before.value), ANSWER_WIDTH);
  sgn_cli_print ("%s%s%s\n", get_change (&line), site != NULL ? "  " : "",
                 site != NULL ? site->name : "");
}

static void
print_look (const Look *look)
{
  const SgnAssessment *own = look->now->own;
  const SgnAssessment *last = look->last->assessment;

  sgn_cli_print ("%s@%s  %s\n", own->catalogue, own->edition,
                 own->closed ? _ ("closed") : _ ("open"));
  if (last != NULL) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, last->id);

    sgn_cli_print (_ ("continues assessment %s\n"), number);
  }
  if (look->now->parts->len > 0)
    sgn_cli_print (_ ("gathers %u sites, which differ in %u items\n"), look->now->parts->len,
                   look->now->differing);
  sgn_cli_print_label ("", ITEM_WIDTH);
  sgn_cli_print_label (_ ("now"), ANSWER_WIDTH);
  sgn_cli_print ("%s\n", _ ("last time"));
  for (guint i = 0; i < look->catalogue->items->len; i++) {
    const SgnItem *item = look->catalogue->items->pdata[i];

    if (item->scale != NULL)
      print_item (look, item);
  }
}

/* Looks at assessment @id; FALSE with @error when it cannot be shown. */
static gboolean
look_at (SgnCli *cli, gint64 id, Look *look, GError **error)
{
  const SgnAssessment *assessment = NULL;

  look->record = sgn_session_get_record (cli->session);
  assessment = sgn_record_find_assessment (look->record, id);
  if (assessment == NULL) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no assessment %s in this file. Choose one of those that are."),
                 number);
    return FALSE;
  }
  look->catalogue = sgn_cli_find_edition (cli, assessment, error);
  if (look->catalogue == NULL)
    return FALSE;

  look->now = sgn_combined_new (look->record, look->catalogue, assessment);
  look->last = sgn_last_new (cli->library, look->record, assessment);
  return TRUE;
}

static gboolean
run_show (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_auto (Look) look = { 0 };
  g_autoptr (json_t) json = NULL;
  gint64 id = 0;

  if (!sgn_cli_read_assessment (sgn_cli_call_get_word (call, 1), &id, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error) ||
      !look_at (cli, id, &look, error))
    return FALSE;

  if (!sgn_cli_call_has (call, "json")) {
    print_look (&look);
    return TRUE;
  }
  json = look_to_json (&look);
  sgn_cli_print_json (json);
  return TRUE;
}

static const SgnCliOption options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_assessment_show = {
  .name = "assessment show",
  .usage = "FILE N [--json]",
  .summary = N_ ("print the answers of an assessment beside those of last time"),
  .min_words = 2,
  .max_words = 2,
  .options = options,
  .run = run_show,
};
