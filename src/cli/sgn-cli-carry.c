/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-similarity.h"

#define ITEM_WIDTH 11
/* In the place of a guideline: all that were answered. */
#define ALL "all"

/* (nullable): the newest assessment that @key, "ID" or "ID@EDITION", means and that answers for
 * @to may come from */
static const SgnAssessment *
find_origin (SgnCli *cli, const char *key, const SgnCatalogue *to)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  g_autoptr (GPtrArray) origins = sgn_library_is_own (cli->library, to->id)
                                    ? sgn_similarity_list_origins (cli->library, record, to)
                                    : sgn_proposals_list_origins (cli->library, record, to);

  for (guint i = 0; i < origins->len; i++) {
    const SgnAssessment *origin = g_ptr_array_index (origins, i);
    g_autofree char *own = g_strdup_printf ("%s@%s", origin->catalogue, origin->edition);

    if (g_str_equal (key, origin->catalogue) || g_str_equal (key, own))
      return origin;
  }
  return NULL;
}

static gboolean
check_level (const SgnCatalogue *catalogue, const char *level, GError **error)
{
  if (level == NULL ||
      g_ptr_array_find_with_equal_func (catalogue->levels, level, g_str_equal, NULL))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” has no level “%s”. Leave out --level for the one aimed at."), catalogue->id,
               level);
  return FALSE;
}

/* (nullable): what follows for the guideline TO from the answers to FROM */
static SgnProposals *
propose (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *from = sgn_cli_call_get_word (call, 1);
  const char *level = sgn_cli_call_get (call, "level");
  SgnCatalogue *to = sgn_cli_find_catalogue (cli, sgn_cli_call_get_word (call, 2), error);
  SgnRecord *record = sgn_session_get_record (cli->session);
  const SgnAssessment *origin = NULL;
  g_autoptr (SgnProposals) proposals = NULL;
  const gboolean all = g_str_equal (from, ALL);

  if (to == NULL || (!all && sgn_cli_find_catalogue (cli, from, error) == NULL) ||
      !sgn_catalogue_check_asks (to, error) || !check_level (to, level, error))
    return NULL;
  proposals = sgn_proposals_new (record, to, sgn_proposals_find_into (record, to), level);
  if (all) {
    sgn_similarity_add_all (proposals, cli->library);
    return g_steal_pointer (&proposals);
  }
  origin = find_origin (cli, from, to);
  if (origin == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
                 _ ("No answer to “%s” leads to “%s”: it is not answered, or the two are not "
                    "related. Choose another guideline."),
                 from, to->id);
    return NULL;
  }

  if (sgn_library_is_own (cli->library, to->id))
    sgn_similarity_add (proposals, cli->library, origin);
  else
    sgn_proposals_add_mapped (proposals, cli->library, origin);
  return g_steal_pointer (&proposals);
}

/* (transfer full): the ids of what --item names; all that is proposed when there is none */
static GPtrArray *
list_items (const SgnProposals *proposals, const SgnCliCall *call, GError **error)
{
  const char *const *named = sgn_cli_call_get_all (call, "item");
  g_autoptr (GPtrArray) items = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; named == NULL && i < proposals->list->len; i++)
    g_ptr_array_add (items, ((SgnProposal *) proposals->list->pdata[i])->item->id);
  for (; named != NULL && *named != NULL; named++) {
    const SgnItem *item = sgn_catalogue_find_item (proposals->catalogue, *named);

    if (item == NULL || sgn_proposals_find (proposals, item->id) == NULL) {
      g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                   _ ("Nothing is proposed for “%s”. Choose one of the items that are listed."),
                   *named);
      return NULL;
    }
    if (!g_ptr_array_find (items, item->id, NULL))
      g_ptr_array_add (items, item->id);
  }
  return g_steal_pointer (&items);
}

static json_t *
source_to_json (const SgnProposalSource *source)
{
  json_t *json = json_object ();
  g_autofree char *key = sgn_catalogue_dup_key (source->catalogue);

  sgn_json_set_string (json, "catalogue", key);
  sgn_json_set_integer (json, "assessment", source->assessment);
  sgn_json_set_string (json, "item", source->item->id);
  sgn_json_set_string (json, "said", source->said->key);
  sgn_json_set_string (json, "value", source->value->key);
  sgn_json_set_string (json, "relation", sgn_relation_to_key (source->relation));
  sgn_json_set_string (json, "basis", source->official ? "official" : "own");
  json_object_set_new (json, "likeness",
                       source->likeness > 0 ? json_integer (source->likeness) : json_null ());
  sgn_json_set_string (json, "sureness", sgn_sureness_to_key (source->sureness));
  json_object_set_new (json, "why",
                       source->why.ja != NULL
                         ? json_pack ("{s:s, s:s}", "ja", source->why.ja, "en", source->why.en)
                         : json_null ());
  return json;
}

static json_t *
proposal_to_json (const SgnProposal *proposal)
{
  json_t *json = json_object ();
  json_t *sources = json_array ();

  for (guint i = 0; i < proposal->sources->len; i++)
    json_array_append_new (sources, source_to_json (proposal->sources->pdata[i]));
  sgn_json_set_string (json, "item", proposal->item->id);
  sgn_json_set_string (json, "number", proposal->item->number);
  sgn_json_set_string (json, "value", proposal->value->key);
  sgn_json_set_string (json, "sureness", sgn_sureness_to_key (proposal->sureness));
  sgn_json_set_string (json, "answered",
                       proposal->answered != NULL ? proposal->answered->key : NULL);
  json_object_set_new (json, "sources", sources);
  return json;
}

static void
print_json (const SgnProposals *proposals, const GPtrArray *items)
{
  g_autoptr (json_t) json = json_object ();
  g_autofree char *key = sgn_catalogue_dup_key (proposals->catalogue);
  json_t *list = json_array ();

  for (guint i = 0; i < items->len; i++)
    json_array_append_new (list,
                           proposal_to_json (sgn_proposals_find (proposals, items->pdata[i])));
  sgn_json_set_string (json, "to", key);
  sgn_json_set_string (json, "level", proposals->level);
  json_object_set_new (json, "assessment",
                       proposals->into != NULL ? json_integer (proposals->into->id) : json_null ());
  json_object_set_new (json, "proposals", list);
  sgn_cli_print_json (json);
}

/* (transfer full): how the two questions are related */
static char *
relation_to_words (const SgnProposalSource *source)
{
  if (source->likeness > 0)
    return g_strdup_printf (_ ("alike, %u of 100"), source->likeness);
  return g_strdup (sgn_relation_to_words (source->relation));
}

static void
print_source (const SgnProposalSource *source)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *relation = relation_to_words (source);

  sgn_cli_print_label ("", ITEM_WIDTH);
  sgn_cli_print ("← %s %s: %s (%s, %s)\n", source->item->id,
                 sgn_text_get (&source->item->short_title, language),
                 sgn_text_get (&source->said->label, language), relation,
                 sgn_sureness_to_words (source->sureness));
  if (source->why.ja != NULL) {
    sgn_cli_print_label ("", ITEM_WIDTH);
    sgn_cli_print ("  %s\n", sgn_text_get (&source->why, language));
  }
}

static void
print_proposal (const SgnProposal *proposal)
{
  SgnLanguage language = sgn_language_of_user ();

  sgn_cli_print_label (proposal->item->number, ITEM_WIDTH);
  sgn_cli_print ("%s: ", sgn_text_get (&proposal->item->short_title, language));
  if (proposal->answered != NULL)
    sgn_cli_print (_ ("not proposed, answered already: %s"),
                   sgn_text_get (&proposal->answered->label, language));
  else
    sgn_cli_print ("%s", sgn_text_get (&proposal->value->label, language));
  sgn_cli_print ("\n");
  for (guint i = 0; i < proposal->sources->len; i++)
    print_source (proposal->sources->pdata[i]);
}

static void
print_proposals (const SgnProposals *proposals, const GPtrArray *items)
{
  guint count = 0;

  for (guint i = 0; i < items->len; i++) {
    const SgnProposal *proposal = sgn_proposals_find (proposals, items->pdata[i]);

    print_proposal (proposal);
    count += proposal->answered == NULL;
  }
  sgn_cli_print ("\n");
  sgn_cli_print (ngettext ("%u proposal. Nothing is carried over without --accept.",
                           "%u proposals. Nothing is carried over without --accept.", count),
                 count);
  sgn_cli_print ("\n");
}

static gboolean
accept (SgnCli *cli,
        const SgnCliCall *call,
        const SgnProposals *proposals,
        const GPtrArray *items,
        GError **error)
{
  const char *const *named =
    sgn_cli_call_has (call, "item") ? (const char *const *) items->pdata : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 count;

  sgn_session_carry_async (cli->session, proposals, named, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  count = sgn_session_carry_finish (cli->session, result, error);
  if (count < 0)
    return FALSE;

  sgn_cli_acknowledge ("%" G_GINT64_FORMAT " answers", count);
  return TRUE;
}

static gboolean
run_carry (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  gboolean writes = sgn_cli_call_has (call, "accept");
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (writes && sgn_cli_call_has (call, "json")) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("--json shows the proposals, --accept carries them over. Choose one "
                            "of the two."));
    return FALSE;
  }
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), writes ? SGN_OPEN_WRITE : SGN_OPEN_READ,
                     error))
    return FALSE;
  proposals = propose (cli, call, error);
  items = proposals != NULL ? list_items (proposals, call, error) : NULL;
  if (items == NULL)
    return FALSE;

  if (writes)
    return accept (cli, call, proposals, items, error);
  if (sgn_cli_call_has (call, "json"))
    print_json (proposals, items);
  else
    print_proposals (proposals, items);
  return TRUE;
}

static const SgnCliOption options[] = {
  { "accept", NULL, N_ ("carry over what is proposed; without it nothing is written") },
  { "item", "ITEM", N_ ("only this item of TO; may be given several times"), SGN_CLI_MANY },
  { "level", "LEVEL", N_ ("up to this level, as ★4, instead of the one aimed at") },
  SGN_CLI_OPTION_BY,
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_carry = {
  .name = "carry",
  .usage = "FILE FROM|all TO [--accept] [--item ITEM]... [--level LEVEL] [--by NAME] [--json]",
  .summary =
    N_ ("propose answers for guideline TO from the answers to guideline FROM, or to all of them"),
  .min_words = 3,
  .max_words = 3,
  .options = options,
  .run = run_carry,
};
