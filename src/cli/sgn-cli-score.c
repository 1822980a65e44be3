/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-combined.h"
#include "sgn-error.h"

static gboolean
read_level (const SgnCliCall *call,
            const SgnCatalogue *catalogue,
            const char **level,
            GError **error)
{
  const char *typed = sgn_cli_call_get (call, "level");

  if (typed == NULL)
    return TRUE;

  *level = sgn_catalogue_find_level (catalogue, typed);
  if (*level != NULL)
    return TRUE;

  g_set_error (
    error, SGN_ERROR, SGN_ERROR_USAGE,
    _ ("“%s” has no level “%s”. See which there are with “sengen catalogue list --json”."),
    catalogue->id, typed);
  return FALSE;
}

/* (nullable): the newest open one, else the newest */
static const SgnAssessment *
find_assessment_of (const SgnRecord *record, const char *id)
{
  const SgnAssessment *found = sgn_record_find_open (record, id);

  return found != NULL ? found : sgn_record_find_newest (record, id);
}

/* (nullable): the same; with an edition in @key only of that edition */
static const SgnAssessment *
find_assessment (const SgnRecord *record, const SgnCatalogue *catalogue, const char *key)
{
  const SgnAssessment *found = NULL;

  if (strchr (key, '@') == NULL)
    return find_assessment_of (record, catalogue->id);

  for (guint i = 0; i < record->assessments->len; i++) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i);

    if (assessment->site == 0 && g_str_equal (assessment->catalogue, catalogue->id) &&
        g_str_equal (assessment->edition, catalogue->edition) &&
        (found == NULL || found->closed || !assessment->closed))
      found = assessment;
  }
  return found;
}

/* The one named by --assessment, or the one found; FALSE when the name is wrong. */
static gboolean
read_assessment (const SgnCliCall *call,
                 const SgnRecord *record,
                 const SgnCatalogue *catalogue,
                 const SgnAssessment **assessment,
                 GError **error)
{
  const char *typed = sgn_cli_call_get (call, "assessment");
  gint64 id = 0;

  if (typed == NULL) {
    *assessment = find_assessment (record, catalogue, sgn_cli_call_get_word (call, 1));
    return TRUE;
  }
  if (!sgn_cli_read_assessment (typed, &id, error))
    return FALSE;

  *assessment = sgn_record_find_assessment (record, id);
  if (*assessment != NULL && g_str_equal ((*assessment)->catalogue, catalogue->id))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("Assessment %s is not one of “%s”. See “sengen assessment list FILE”."), typed,
               catalogue->id);
  return FALSE;
}

/* An assessment is scored by the edition it was answered in, with what its sites say. */
static SgnScore *
score (SgnCli *cli,
       const SgnCliCall *call,
       SgnCatalogue *catalogue,
       const SgnAssessment *assessment,
       GError **error)
{
  SgnCatalogue *edition =
    assessment != NULL ? sgn_cli_find_edition (cli, assessment, error) : catalogue;
  g_autoptr (SgnCombined) combined = NULL;
  const char *level = NULL;

  if (edition == NULL || !sgn_catalogue_check_asks (edition, error) ||
      !read_level (call, edition, &level, error))
    return NULL;
  if (assessment == NULL)
    return sgn_score_new (edition, NULL, level);
  combined = sgn_combined_new (sgn_session_get_record (cli->session), edition, assessment);
  return sgn_score_new (edition, combined->answers, level);
}

static void
print_head (const SgnScore *self)
{
  sgn_cli_print ("%s@%s%s%s\n", self->catalogue->id, self->catalogue->edition,
                 self->level != NULL ? " " : "", self->level != NULL ? self->level : "");
  if (sgn_score_has_total (self)) {
    sgn_cli_print_label (_ ("Total"), 24);
    sgn_cli_print (" %d / %d\n", self->total, self->max);
  }
  if (self->catalogue->bands->len > 0) {
    sgn_cli_print_label (_ ("Band"), 24);
    sgn_cli_print (" %s\n", self->band != NULL ? self->band->key : "–");
  }
  if (self->groups->len > 0) {
    sgn_cli_print_label (_ ("Requirements met"), 24);
    sgn_cli_print (" %u / %u\n", sgn_score_count_met_groups (self, NULL), self->groups->len);
  }
  sgn_cli_print_label (_ ("Answered"), 24);
  sgn_cli_print (" %u / %u\n", self->answered, self->items);
  sgn_cli_print ("  %-22s %u\n", sgn_mark_to_key (SGN_MARK_NONE), self->counts[SGN_MARK_NONE]);
  for (guint i = 0; i < self->values->len; i++) {
    const SgnValueCount *value = &g_array_index (self->values, SgnValueCount, i);

    sgn_cli_print ("  %-22s %u\n", value->key, value->count);
  }
}

/* A section that only says something, as the principles of the management guideline, is none. */
static void
print_section (const SgnScore *self, guint at)
{
  const SgnPartScore *part = &g_array_index (self->sections, SgnPartScore, at);
  const SgnSection *section = g_ptr_array_index (self->catalogue->sections, at);

  if (part->items == 0 && self->level == NULL)
    return;
  if (sgn_score_has_total (self))
    sgn_cli_print ("  %d / %d", part->total, part->max);
  sgn_cli_print ("  (%u / %u)  %s\n", part->answered, part->items,
                 sgn_text_get (&section->title, sgn_language_of_user ()));
}

/* A requirement is met or not; how many of its criteria do not apply is said beside it. */
static void
print_group (const SgnGroupScore *self)
{
  sgn_cli_print ("  %-22s %u / %u  %s", self->group->id, self->met, self->items,
                 self->is_met ? _ ("met") : _ ("not met"));
  if (self->not_applicable > 0)
    sgn_cli_print (_ (" (not applicable: %u)"), self->not_applicable);
  sgn_cli_print ("  %s\n", sgn_text_get (&self->group->title, sgn_language_of_user ()));
}

static void
print_score (const SgnScore *self)
{
  print_head (self);
  for (guint i = 0; i < self->sections->len; i++)
    print_section (self, i);
  for (guint i = 0; i < self->groups->len; i++)
    print_group (&g_array_index (self->groups, SgnGroupScore, i));
}

static gboolean
score_one (SgnCli *cli, const SgnCliCall *call, const char *key, GError **error)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  SgnCatalogue *catalogue = sgn_cli_find_catalogue (cli, key, error);
  const SgnAssessment *assessment = NULL;
  g_autoptr (SgnScore) result = NULL;
  g_autoptr (json_t) json = NULL;

  if (catalogue == NULL || !read_assessment (call, record, catalogue, &assessment, error))
    return FALSE;

  result = score (cli, call, catalogue, assessment, error);
  if (result == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json")) {
    json = sgn_score_to_json (result);
    sgn_cli_print_json (json);
  } else {
    print_score (result);
  }
  return TRUE;
}

/* Each guideline that was answered, once. */
static gboolean
score_all (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnRecord *record = sgn_session_get_record (cli->session);
  g_autoptr (json_t) list = json_array ();
  gboolean as_json = sgn_cli_call_has (call, "json");

  for (const char *const *id = sgn_library_get_catalogue_ids (cli->library); *id != NULL; id++) {
    const SgnAssessment *assessment = find_assessment_of (record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (cli->library, *id, assessment->edition)
                         : NULL;
    g_autoptr (SgnScore) result = NULL;

    if (catalogue == NULL)
      continue;
    result = score (cli, call, catalogue, assessment, error);
    if (result == NULL)
      return FALSE;
    if (as_json)
      json_array_append_new (list, sgn_score_to_json (result));
    else
      print_score (result);
  }
  if (as_json)
    sgn_cli_print_json (list);
  return TRUE;
}

static gboolean
run_score (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *key = sgn_cli_call_get_word (call, 1);

  if (key == NULL && (sgn_cli_call_has (call, "assessment") || sgn_cli_call_has (call, "level"))) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("--assessment and --level need a guideline. Name it after the file."));
    return FALSE;
  }
  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;
  return key != NULL ? score_one (cli, call, key, error) : score_all (cli, call, error);
}

static const SgnCliOption options[] = {
  SGN_CLI_OPTION_ASSESSMENT,
  { "level", "★3", N_ ("only what belongs to this level") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_score = {
  .name = "score",
  .usage = "FILE [CATALOGUE] [--assessment N] [--level ★3] [--json]",
  .summary = N_ ("print points and counts of one guideline, or of all that were answered"),
  .min_words = 1,
  .max_words = 2,
  .options = options,
  .run = run_score,
};
