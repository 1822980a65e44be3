/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-consistency-private.h"

#include "sgn-date.h"
#include "sgn-declaration.h"

#define SELF_CHECK "ipa-self-check"

static gboolean
is_published (const SgnPolicy *policy)
{
  return policy->published_place != NULL && policy->published_place[0] != '\0' &&
         sgn_date_is_valid (policy->published_on);
}

/* (nullable): the newest version that is published */
static const SgnPolicy *
find_published (const SgnRecord *record)
{
  for (guint i = record->policies->len; i > 0; i--) {
    const SgnPolicy *policy = g_ptr_array_index (record->policies, i - 1);

    if (is_published (policy))
      return policy;
  }
  return NULL;
}

static gboolean
makes_promise (const SgnPolicy *policy, const SgnPolicyPart *part, const SgnPolicyPromise *promise)
{
  const char *ja = g_hash_table_lookup (policy->parts, part->id);
  const char *en = g_hash_table_lookup (policy->parts_en, part->id);
  guint start;
  guint end;

  return sgn_policy_promise_find (promise, SGN_LANGUAGE_JA, ja, &start, &end) ||
         sgn_policy_promise_find (promise, SGN_LANGUAGE_EN, en, &start, &end);
}

gboolean
sgn_said_denies (const SgnSaid *said)
{
  return said->value->mark == SGN_MARK_NOT_DONE || said->value->mark == SGN_MARK_PARTIAL ||
         said->value->mark == SGN_MARK_UNKNOWN;
}

/* Said to everybody and not done at all: that must not stay. A draft can still be changed. */
static SgnWeight
weigh_promise (const SgnPolicy *policy, const SgnSaid *said)
{
  gboolean published = is_published (policy);

  if (said->value->mark == SGN_MARK_NOT_DONE)
    return published ? SGN_WEIGHT_MUST : SGN_WEIGHT_SHOULD;
  return published ? SGN_WEIGHT_SHOULD : SGN_WEIGHT_REMARK;
}

static void
add_promise (SgnInspection *self,
             const SgnPolicy *policy,
             const SgnPolicyPromise *promise,
             const SgnSaid *said)
{
  g_autofree char *ref = g_strdup_printf ("%" G_GINT64_FORMAT, policy->version);
  g_autofree char *other = sgn_said_dup_reference (said);
  g_auto (SgnFacts) facts = { 0 };

  sgn_facts_add_number (&facts, "version", policy->version);
  sgn_facts_add (&facts, "phrase", promise->phrase.ja, promise->phrase.en);
  sgn_facts_add_said (&facts, self, "item", "value", said);
  sgn_inspection_add (
    self, weigh_promise (policy, said),
    &(SgnPlaceOf){ .kind = SGN_KIND_POLICY, .ref = ref, .said = said, .other = other }, &facts);
}

/* @before: (nullable): a version that was looked at already */
static void
look_at_policy (SgnInspection *self, const SgnPolicy *policy, const SgnPolicy *before)
{
  GPtrArray *parts = self->library->policy->parts;

  for (guint i = 0; i < parts->len; i++) {
    const SgnPolicyPart *part = g_ptr_array_index (parts, i);

    for (guint j = 0; j < part->promises->len; j++) {
      const SgnPolicyPromise *promise = g_ptr_array_index (part->promises, j);
      SgnSaid said;

      if (makes_promise (policy, part, promise) &&
          (before == NULL || !makes_promise (before, part, promise)) &&
          sgn_inspection_find (self, &promise->item, &said) && sgn_said_denies (&said))
        add_promise (self, policy, promise, &said);
    }
  }
}

/* What is published counts until the next version is; the draft of that is looked at as well. */
void
sgn_inspect_promises (SgnInspection *self)
{
  const SgnPolicy *published = find_published (self->record);
  const SgnPolicy *newest = sgn_record_get_policy (self->record);

  if (published != NULL)
    look_at_policy (self, published, NULL);
  if (newest != NULL && newest != published)
    look_at_policy (self, newest, published);
}

/* (nullable): the first ★★ on record: the one that the basic policy was published for */
static const SgnDeclaration *
find_two_stars (const SgnRecord *record)
{
  const SgnDeclaration *first = NULL;

  for (guint i = 0; i < record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (record->declarations, i);

    if (declaration->star == 2 && sgn_date_is_valid (declaration->date) &&
        (first == NULL || sgn_date_compare (declaration->date, first->date) < 0))
      first = declaration;
  }
  return first;
}

static void
add_declaration (SgnInspection *self,
                 SgnWeight weight,
                 const SgnDeclaration *declaration,
                 SgnFacts *facts)
{
  g_autofree char *ref = g_strdup_printf ("%" G_GINT64_FORMAT, declaration->id);

  sgn_facts_add (facts, "star", sgn_star_to_symbol (declaration->star), NULL);
  sgn_facts_add_date (facts, "date", declaration->date);
  sgn_inspection_add (self, weight, &(SgnPlaceOf){ .kind = SGN_KIND_DECLARATION, .ref = ref },
                      facts);
}

void
sgn_inspect_publication (SgnInspection *self)
{
  const SgnDeclaration *declaration = find_two_stars (self->record);
  g_auto (SgnFacts) facts = { 0 };

  if (declaration != NULL && find_published (self->record) == NULL)
    add_declaration (self, SGN_WEIGHT_MUST, declaration, &facts);
}

/* (nullable): the day on which a version was published for the first time */
static const char *
find_first_day (const SgnRecord *record)
{
  const char *first = NULL;

  for (guint i = 0; i < record->policies->len; i++) {
    const SgnPolicy *policy = g_ptr_array_index (record->policies, i);

    if (is_published (policy) &&
        (first == NULL || sgn_date_compare (policy->published_on, first) < 0))
      first = policy->published_on;
  }
  return first;
}

void
sgn_inspect_publication_date (SgnInspection *self)
{
  const SgnDeclaration *declaration = find_two_stars (self->record);
  const char *first = find_first_day (self->record);
  g_auto (SgnFacts) facts = { 0 };

  if (declaration == NULL || first == NULL || sgn_date_compare (declaration->date, first) >= 0)
    return;

  sgn_facts_add_date (&facts, "published", first);
  add_declaration (self, SGN_WEIGHT_SHOULD, declaration, &facts);
}

void
sgn_inspect_showing (SgnInspection *self)
{
  GPtrArray *items = self->library->policy->shown_by;
  gboolean published = find_published (self->record) != NULL;

  for (guint i = 0; i < items->len && !published; i++) {
    g_auto (SgnFacts) facts = { 0 };
    SgnSaid said;

    if (!sgn_inspection_find (self, g_ptr_array_index (items, i), &said) ||
        said.value->mark != SGN_MARK_DONE)
      continue;
    sgn_facts_add_said (&facts, self, "item", "value", &said);
    sgn_inspection_add_said (self, SGN_WEIGHT_SHOULD, &said, &facts);
  }
}

static gboolean
is_whole (const SgnInspection *self, const SgnAssessment *assessment)
{
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (self->library, assessment->catalogue, assessment->edition);
  g_autoptr (SgnCombined) combined =
    catalogue != NULL ? sgn_combined_new (self->record, catalogue, assessment) : NULL;

  if (combined == NULL)
    return FALSE;

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const SgnAnswer *answer = sgn_assessment_find_answer (combined->answers, item->id);

    if (answer == NULL || answer->value == NULL)
      return FALSE;
  }
  return TRUE;
}

/* A check of any year will do: this one may have just begun. */
void
sgn_inspect_declared_check (SgnInspection *self)
{
  const SgnDeclaration *declaration = find_two_stars (self->record);
  SgnCatalogue *catalogue = sgn_library_find_catalogue (self->library, SELF_CHECK, NULL);
  g_auto (SgnFacts) facts = { 0 };

  if (declaration == NULL || catalogue == NULL)
    return;

  for (guint i = 0; i < self->record->assessments->len; i++) {
    const SgnAssessment *assessment = g_ptr_array_index (self->record->assessments, i);

    if (assessment->site == 0 && g_str_equal (assessment->catalogue, SELF_CHECK) &&
        is_whole (self, assessment))
      return;
  }
  sgn_facts_add (&facts, "guideline", catalogue->title.ja, catalogue->title.en);
  add_declaration (self, SGN_WEIGHT_SHOULD, declaration, &facts);
}

void
sgn_inspect_declared_places (SgnInspection *self)
{
  const SgnDeclaration *declaration = sgn_record_get_declaration (self->record);
  g_auto (SgnFacts) facts = { 0 };

  if (declaration != NULL && declaration->places->len == 0)
    add_declaration (self, SGN_WEIGHT_REMARK, declaration, &facts);
}
