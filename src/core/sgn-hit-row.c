/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-hit-private.h"

#include "sgn-match.h"
#include "sgn-record-years.h"

#include <string.h>

typedef void (*AddRow) (SgnHitSearch *search, const char *id);

static gboolean
fits (const SgnHitSearch *search, const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  sgn_match_append (texts, text);
  return sgn_match_fit (texts->str, search->words) != SGN_FIT_NOT;
}

static gboolean
holds_first_word (const SgnHitSearch *search, const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  sgn_match_append (texts, text);
  return strstr (texts->str, g_ptr_array_index (search->words, 0)) != NULL;
}

/* (nullable): the sentence of @text in which what is looked for begins, else the first one */
static char *
dup_sentence (const SgnHitSearch *search, const char *text)
{
  g_autofree char *lines = g_strdup (text);
  g_auto (GStrv) sentences = NULL;
  char *first = NULL;

  sentences = g_strsplit_set (lines, "\n", -1);
  for (guint i = 0; sentences[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (sentences[i], "。", -1);

    for (guint p = 0; parts[p] != NULL; p++)
      if (holds_first_word (search, parts[p])) {
        g_free (first);
        return g_strstrip (g_strdup (parts[p]));
      }
    if (first == NULL && *g_strstrip (sentences[i]) != '\0')
      first = g_strdup (sentences[i]);
  }
  return first;
}

/* (nullable): of the first of @texts (nullable each) that fits, else that is there, a sentence */
static char *
dup_fitting (const SgnHitSearch *search, const char *const *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    if (texts[i] != NULL && holds_first_word (search, texts[i]))
      return dup_sentence (search, texts[i]);
  for (guint i = 0; i < n_texts; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      return dup_sentence (search, texts[i]);
  return NULL;
}

/* (nullable): the guideline of an assessment that this version knows */
static SgnCatalogue *
find_catalogue (const SgnHitSearch *search, const SgnAssessment *assessment)
{
  return sgn_library_find_catalogue (search->library, assessment->catalogue, assessment->edition);
}

/* Names the question of an answer as the place of @hit; (nullable) (transfer full): in words */
static char *
set_question (const SgnHitSearch *search, SgnHit *hit, const char *answer)
{
  g_auto (GStrv) parts = g_strsplit (answer, "/", 2);
  const SgnAssessment *assessment = NULL;
  SgnCatalogue *catalogue = NULL;
  const SgnItem *item = NULL;

  if (parts[0] == NULL || parts[1] == NULL)
    return NULL;
  assessment = sgn_record_find_assessment (search->record, g_ascii_strtoll (parts[0], NULL, 10));
  catalogue = assessment != NULL ? find_catalogue (search, assessment) : NULL;
  item = catalogue != NULL ? sgn_catalogue_find_item (catalogue, parts[1]) : NULL;
  if (item == NULL)
    return NULL;

  g_free (hit->catalogue);
  g_free (hit->item);
  hit->catalogue = sgn_catalogue_dup_key (catalogue);
  hit->item = g_strdup (item->id);
  return sgn_hit_search_dup_item (search, item);
}

/* Notes are copied from year to year; those of a year that is over say which. */
static void
add_year (SgnHit *hit, const SgnAssessment *assessment)
{
  g_autofree char *detail = hit->detail;

  hit->detail = NULL;
  if (detail != NULL && assessment->closed && assessment->closed_at != NULL)
    hit->detail = g_strdup_printf ("%s (%.4s)", detail, assessment->closed_at);
  else
    hit->detail = g_steal_pointer (&detail);
}

static void
add_answer (SgnHitSearch *search, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);
  const SgnAssessment *assessment =
    sgn_record_find_assessment (search->record, g_ascii_strtoll (parts[0], NULL, 10));
  const SgnAnswer *answer = assessment != NULL && parts[1] != NULL
                              ? sgn_assessment_find_answer (assessment, parts[1])
                              : NULL;
  SgnHit *hit;

  if (answer == NULL || find_catalogue (search, assessment) == NULL)
    return;
  hit = sgn_hit_search_add (search, SGN_HIT_NOTE,
                            dup_fitting (search,
                                         (const char *const[]){ answer->note, answer->statement,
                                                                answer->statement_en,
                                                                answer->expert_name },
                                         4),
                            NULL);
  hit->detail = set_question (search, hit, id);
  add_year (hit, assessment);
  hit->id = g_strdup (answer->item);
  if (hit->title == NULL)
    hit->title = g_strdup (hit->detail);
}

/* The question of the first answer among @links. */
static void
set_linked_question (const SgnHitSearch *search, SgnHit *hit, GPtrArray *links)
{
  for (guint i = 0; i < links->len && hit->detail == NULL; i++) {
    const char *link = g_ptr_array_index (links, i);

    if (g_str_has_prefix (link, SGN_KIND_ANSWER "/"))
      hit->detail = set_question (search, hit, link + strlen (SGN_KIND_ANSWER "/"));
  }
}

static void
add_evidence (SgnHitSearch *search, const char *id)
{
  const SgnEvidence *evidence =
    sgn_record_find_evidence (search->record, g_ascii_strtoll (id, NULL, 10));
  SgnHit *hit;

  if (evidence == NULL)
    return;
  hit = sgn_hit_search_add (search, SGN_HIT_EVIDENCE, g_strdup (evidence->title), NULL);
  hit->id = g_strdup (id);
  set_linked_question (search, hit, evidence->links);
}

static void
add_task (SgnHitSearch *search, const char *id)
{
  const SgnTask *task = sgn_record_find_task (search->record, g_ascii_strtoll (id, NULL, 10));
  SgnHit *hit;

  if (task == NULL)
    return;
  hit = sgn_hit_search_add (search, SGN_HIT_TASK, g_strdup (task->title), NULL);
  hit->id = g_strdup (id);
  set_linked_question (search, hit, task->links);
}

static void
add_policy_part (SgnHitSearch *search, const SgnPolicyPart *part, const char *text)
{
  SgnHit *hit;

  if (text == NULL || !fits (search, text))
    return;
  hit = sgn_hit_search_add (search, SGN_HIT_POLICY, dup_sentence (search, text),
                            g_strdup (sgn_text_get (&part->title, search->language)));
  hit->id = g_strdup (part->id);
}

/* Only of the newest version: that is the one which is worked on. */
static void
add_policy (SgnHitSearch *search, const char *id)
{
  const SgnPolicy *policy = sgn_record_get_policy (search->record);
  GPtrArray *parts = search->library->policy->parts;

  if (policy == NULL || policy->version != g_ascii_strtoll (id, NULL, 10))
    return;
  for (guint i = 0; i < parts->len; i++) {
    const SgnPolicyPart *part = g_ptr_array_index (parts, i);

    add_policy_part (search, part, g_hash_table_lookup (policy->parts, part->id));
    add_policy_part (search, part, g_hash_table_lookup (policy->parts_en, part->id));
  }
}

static void
add_declaration_of (SgnHitSearch *search, const SgnDeclaration *declaration, char *title)
{
  SgnHit *hit =
    sgn_hit_search_add (search, SGN_HIT_DECLARATION, title, g_strdup (declaration->date));

  hit->id = g_strdup_printf ("%" G_GINT64_FORMAT, declaration->id);
}

static void
add_declaration (SgnHitSearch *search, const char *id)
{
  for (guint i = 0; i < search->record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (search->record->declarations, i);

    if (declaration->id == g_ascii_strtoll (id, NULL, 10))
      add_declaration_of (search, declaration, g_strdup (declaration->number));
  }
}

static void
add_place (SgnHitSearch *search, const char *id)
{
  for (guint i = 0; i < search->record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (search->record->declarations, i);

    for (guint p = 0; p < declaration->places->len; p++) {
      const SgnPlace *place = g_ptr_array_index (declaration->places, p);

      if (place->id == g_ascii_strtoll (id, NULL, 10))
        add_declaration_of (search, declaration, g_strdup (place->place));
    }
  }
}

static void
add_issue (SgnHitSearch *search, const char *id)
{
  for (guint i = 0; i < search->record->issues->len; i++) {
    const SgnIssue *issue = g_ptr_array_index (search->record->issues, i);
    const SgnDocument *document = sgn_documents_find (search->library->documents, issue->document);
    SgnHit *hit;

    if (!g_str_equal (issue->number, id) || document == NULL)
      continue;
    hit = sgn_hit_search_add (search, SGN_HIT_DOCUMENT, g_strdup (issue->number),
                              g_strdup (sgn_text_get (&document->menu, search->language)));
    hit->id = g_strdup (document->id);
  }
}

static void
add_company (SgnHitSearch *search, const char *id)
{
  const SgnProfile *profile = search->record->profile;
  SgnHit *hit =
    sgn_hit_search_add (search, SGN_HIT_COMPANY,
                        dup_fitting (search,
                                     (const char *const[]){
                                       profile->name, profile->address, profile->representative,
                                       profile->contact, profile->contact_department },
                                     5),
                        NULL);

  hit->id = g_strdup (SGN_KIND_COMPANY "/1");
}

static void
add_person (SgnHitSearch *search, const char *id)
{
  const SgnPerson *person = sgn_record_find_person (search->record, g_ascii_strtoll (id, NULL, 10));
  SgnHit *hit;

  /* Somebody whose data was erased has no name. */
  if (person == NULL || person->name == NULL || *person->name == '\0')
    return;
  hit = sgn_hit_search_add (search, SGN_HIT_COMPANY, g_strdup (person->name),
                            g_strdup (person->department));
  hit->id = g_strconcat (SGN_KIND_PERSON "/", id, NULL);
}

static void
add_site (SgnHitSearch *search, const char *id)
{
  const SgnSite *site = sgn_record_find_site (search->record, g_ascii_strtoll (id, NULL, 10));
  SgnHit *hit;

  if (site == NULL)
    return;
  hit =
    sgn_hit_search_add (search, SGN_HIT_COMPANY, g_strdup (site->name), g_strdup (site->address));
  hit->id = g_strconcat (SGN_KIND_SITE "/", id, NULL);
}

/* What is not here leads nowhere. */
static const struct {
  const char *kind;
  AddRow add;
} kinds[] = {
  { SGN_KIND_ANSWER, add_answer }, { SGN_KIND_EVIDENCE, add_evidence },
  { SGN_KIND_TASK, add_task },     { SGN_KIND_POLICY, add_policy },
  { SGN_KIND_PLACE, add_place },   { SGN_KIND_DECLARATION, add_declaration },
  { SGN_KIND_ISSUE, add_issue },   { SGN_KIND_COMPANY, add_company },
  { SGN_KIND_PERSON, add_person }, { SGN_KIND_SITE, add_site },
};

void
sgn_hit_search_add_row (SgnHitSearch *search, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && parts[1] != NULL; i++)
    if (g_str_equal (kinds[i].kind, parts[0]))
      kinds[i].add (search, parts[1]);
}
