/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-consistency-private.h"

#include "sgn-date.h"
#include "sgn-placeholder.h"

#include <string.h>

/* Where the sentences stand in data/documents/. */
#define TEXTS "consistency"

typedef struct {
  const char *id; /* stands in output and never changes */
  SgnInspect inspect;
} Rule;

static const Rule rules[] = {
  { "promise-denied", sgn_inspect_promises },
  { "policy-unpublished", sgn_inspect_publication },
  { "answers-contradict", sgn_inspect_contradictions },
  { "declared-without-check", sgn_inspect_declared_check },
  { "policy-not-shown", sgn_inspect_showing },
  { "done-without-proof", sgn_inspect_proof },
  { "not-applicable-without-reason", sgn_inspect_reasons },
  { "carried-unconfirmed", sgn_inspect_carried },
  { "evidence-expired", sgn_inspect_expired },
  { "review-overdue", sgn_inspect_reviews },
  { "policy-published-late", sgn_inspect_publication_date },
  { "declaration-not-shown", sgn_inspect_declared_places },
  { "answer-behind-task", sgn_inspect_tasks },
  { "evidence-expiring", sgn_inspect_expiring },
};

const char *
sgn_weight_to_key (SgnWeight weight)
{
  static const char *const keys[SGN_N_WEIGHTS] = {
    [SGN_WEIGHT_REMARK] = "remark",
    [SGN_WEIGHT_SHOULD] = "should",
    [SGN_WEIGHT_MUST] = "must",
  };

  g_return_val_if_fail ((guint) weight < SGN_N_WEIGHTS, NULL);

  return keys[weight];
}

/**
 * sgn_concern_free:
 * @self: (transfer full) (nullable): a concern
 */
void
sgn_concern_free (SgnConcern *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->ref);
  g_free (self->other);
  g_free (self->catalogue);
  g_free (self->item);
  sgn_text_clear (&self->text);
  g_free (self);
}

/* "done_without_proof.advice" of "done-without-proof" and "advice" */
static char *
make_key (const char *rule, const char *part)
{
  char *key = part != NULL ? g_strconcat (rule, ".", part, NULL) : g_strdup (rule);

  return g_strdelimit (key, "-", '_');
}

static const char *
get_text (SgnLibrary *library, const char *rule, const char *part, SgnLanguage language)
{
  g_autofree char *key = make_key (rule, part);

  return sgn_documents_text (library->documents, TEXTS, key, language);
}

const char *
sgn_consistency_get_title (SgnLibrary *library, const char *rule, SgnLanguage language)
{
  g_return_val_if_fail (library != NULL && rule != NULL, NULL);

  return get_text (library, rule, "title", language);
}

const char *
sgn_consistency_get_advice (SgnLibrary *library, const char *rule, SgnLanguage language)
{
  g_return_val_if_fail (library != NULL && rule != NULL, NULL);

  return get_text (library, rule, "advice", language);
}

typedef struct {
  const char *name;
  SgnText text;
} Fact;

static void
fact_clear (gpointer data)
{
  Fact *fact = data;

  sgn_text_clear (&fact->text);
}

void
sgn_facts_clear (SgnFacts *self)
{
  g_clear_pointer (&self->values, g_array_unref);
}

void
sgn_facts_add (SgnFacts *self, const char *name, const char *ja, const char *en)
{
  const Fact fact = { name, { g_strdup (ja), g_strdup (en != NULL ? en : ja) } };

  if (self->values == NULL) {
    self->values = g_array_new (FALSE, FALSE, sizeof (Fact));
    g_array_set_clear_func (self->values, fact_clear);
  }
  g_array_append_val (self->values, fact);
}

void
sgn_facts_add_date (SgnFacts *self, const char *name, const char *date)
{
  g_autofree char *ja = sgn_date_to_words (date, SGN_LANGUAGE_JA);
  g_autofree char *en = sgn_date_to_words (date, SGN_LANGUAGE_EN);

  sgn_facts_add (self, name, ja, en);
}

void
sgn_facts_add_number (SgnFacts *self, const char *name, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  sgn_facts_add (self, name, digits, NULL);
}

/* “No. 24 “Being ready for an incident” of “Self-check””; numbers with parts stand alone. */
static char *
name_item (SgnLibrary *library,
           const SgnCatalogue *catalogue,
           const SgnItem *item,
           SgnLanguage language)
{
  gboolean plain = strspn (item->number, "0123456789") == strlen (item->number);
  g_autofree char *number = plain ? sgn_documents_format (library->documents, TEXTS, "item.number",
                                                          language, "number", item->number, NULL)
                                  : g_strdup (item->number);
  g_autofree char *title =
    sgn_documents_format (library->documents, TEXTS, "item.title", language, "number", number,
                          "title", sgn_text_get (&item->short_title, language), NULL);

  return sgn_documents_format (library->documents, TEXTS, "item.of", language, "item", title,
                               "guideline", sgn_text_get (&catalogue->short_title, language), NULL);
}

void
sgn_facts_add_item (SgnFacts *self,
                    const SgnInspection *inspection,
                    const char *name,
                    const SgnCatalogue *catalogue,
                    const SgnItem *item)
{
  g_autofree char *ja = name_item (inspection->library, catalogue, item, SGN_LANGUAGE_JA);
  g_autofree char *en = name_item (inspection->library, catalogue, item, SGN_LANGUAGE_EN);

  sgn_facts_add (self, name, ja, en);
}

void
sgn_facts_add_said (SgnFacts *self,
                    const SgnInspection *inspection,
                    const char *item,
                    const char *value,
                    const SgnSaid *said)
{
  sgn_facts_add_item (self, inspection, item, said->check->catalogue, said->item);
  sgn_facts_add (self, value, said->value->label.ja, said->value->label.en);
}

void
sgn_facts_add_text (SgnFacts *self,
                    const SgnInspection *inspection,
                    const char *name,
                    const char *key)
{
  SgnDocuments *documents = inspection->library->documents;

  sgn_facts_add (self, name, sgn_documents_text (documents, TEXTS, key, SGN_LANGUAGE_JA),
                 sgn_documents_text (documents, TEXTS, key, SGN_LANGUAGE_EN));
}

/* The sentence of a rule with the facts in it. */
static char *
fill (const char *text, const SgnFacts *facts, SgnLanguage language)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  for (guint i = 0; facts->values != NULL && i < facts->values->len; i++) {
    const Fact *fact = &g_array_index (facts->values, Fact, i);

    g_ptr_array_add (pairs, (gpointer) fact->name);
    g_ptr_array_add (pairs, (gpointer) sgn_text_get (&fact->text, language));
  }
  g_ptr_array_add (pairs, NULL);
  return sgn_placeholder_fill (text, (const char *const *) pairs->pdata);
}

char *
sgn_said_dup_ref (const SgnSaid *said)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", said->answer->assessment, said->item->id);
}

char *
sgn_said_dup_reference (const SgnSaid *said)
{
  return sgn_answer_make_reference (said->answer->assessment, said->item->id);
}

void
sgn_inspection_add (SgnInspection *self,
                    SgnWeight weight,
                    const SgnPlaceOf *place,
                    const SgnFacts *facts)
{
  SgnConcern *concern = g_new0 (SgnConcern, 1);
  const char *ja = get_text (self->library, self->rule, place->variant, SGN_LANGUAGE_JA);
  const char *en = get_text (self->library, self->rule, place->variant, SGN_LANGUAGE_EN);

  concern->id =
    g_strconcat (self->rule, ":", place->kind, "/", place->ref, place->other != NULL ? ":" : "",
                 place->other != NULL ? place->other : "", NULL);
  concern->rule = self->rule;
  concern->weight = weight;
  concern->kind = g_strdup (place->kind);
  concern->ref = g_strdup (place->ref);
  concern->other = g_strdup (place->other);
  if (place->said != NULL) {
    concern->catalogue = sgn_catalogue_dup_key (place->said->check->catalogue);
    concern->item = g_strdup (place->said->item->id);
  }
  concern->text.ja = fill (ja, facts, SGN_LANGUAGE_JA);
  concern->text.en = fill (en, facts, SGN_LANGUAGE_EN);
  g_ptr_array_add (self->concerns, concern);
}

void
sgn_inspection_add_said (SgnInspection *self,
                         SgnWeight weight,
                         const SgnSaid *said,
                         const SgnFacts *facts)
{
  g_autofree char *ref = sgn_said_dup_ref (said);
  const SgnPlaceOf place = { .kind = SGN_KIND_ANSWER, .ref = ref, .said = said };

  sgn_inspection_add (self, weight, &place, facts);
}

gboolean
sgn_checked_find (const SgnChecked *self, const SgnItem *item, SgnSaid *said)
{
  const SgnAnswer *answer = sgn_assessment_find_answer (self->combined->answers, item->id);
  const SgnScaleValue *value =
    answer != NULL && answer->value != NULL ? sgn_item_find_value (item, answer->value) : NULL;

  if (value == NULL)
    return FALSE;

  *said = (SgnSaid){ self, item, answer, value };
  return TRUE;
}

void
sgn_inspection_each (SgnInspection *self, void (*func) (SgnInspection *, const SgnSaid *))
{
  for (guint i = 0; i < self->checks->len; i++) {
    const SgnChecked *check = g_ptr_array_index (self->checks, i);

    for (guint j = 0; j < check->catalogue->items->len; j++) {
      SgnSaid said;

      if (sgn_checked_find (check, g_ptr_array_index (check->catalogue->items, j), &said))
        func (self, &said);
    }
  }
}

/* (nullable): the item of @catalogue that is @item of the edition @scheme */
static const SgnItem *
find_same_item (const SgnInspection *self, SgnCatalogue *catalogue, const SgnReference *item)
{
  g_autofree char *key = sgn_catalogue_dup_key (catalogue);
  SgnMapping *mapping;
  const char *equal;

  if (g_str_equal (key, item->scheme))
    return sgn_catalogue_find_item (catalogue, item->item);

  mapping = sgn_library_find_mapping (self->library, key, item->scheme);
  equal = mapping != NULL ? sgn_mapping_find_equal (mapping, item->item) : NULL;
  return equal != NULL ? sgn_catalogue_find_item (catalogue, equal) : NULL;
}

gboolean
sgn_inspection_find (const SgnInspection *self, const SgnReference *item, SgnSaid *said)
{
  const char *at = strchr (item->scheme, '@');
  g_autofree char *id = at != NULL ? g_strndup (item->scheme, (gsize) (at - item->scheme)) : NULL;

  for (guint i = 0; i < self->checks->len; i++) {
    const SgnChecked *check = g_ptr_array_index (self->checks, i);
    const SgnItem *found = NULL;

    if (g_strcmp0 (check->catalogue->id, id) == 0)
      found = find_same_item (self, check->catalogue, item);
    if (found != NULL)
      return sgn_checked_find (check, found, said);
  }
  return FALSE;
}

gboolean
sgn_inspection_is_open (const SgnInspection *self, const SgnSaid *said)
{
  const SgnAssessment *assessment =
    sgn_record_find_assessment (self->record, said->answer->assessment);

  return assessment != NULL && !assessment->closed;
}

static void
checked_free (gpointer data)
{
  SgnChecked *self = data;

  sgn_combined_free (self->combined);
  g_free (self);
}

GPtrArray *
sgn_checks_of (SgnLibrary *library, const SgnRecord *record)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (checked_free);

  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (library, *id, assessment->edition) : NULL;
    SgnChecked *check;

    if (catalogue == NULL)
      continue;
    check = g_new0 (SgnChecked, 1);
    check->catalogue = catalogue;
    check->combined = sgn_combined_new (record, catalogue, assessment);
    g_ptr_array_add (checks, check);
  }
  return checks;
}

static void
collect_proof (SgnInspection *self)
{
  for (guint i = 0; i < self->record->evidence->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (self->record->evidence, i);

    for (guint j = 0; j < evidence->links->len && !evidence->retired; j++)
      g_hash_table_add (self->proven, g_ptr_array_index (evidence->links, j));
  }
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const SgnConcern *first = *(const SgnConcern *const *) a;
  const SgnConcern *second = *(const SgnConcern *const *) b;

  return (int) second->weight - (int) first->weight;
}

/**
 * sgn_consistency_check:
 * @library: the guidelines, how they relate, and the template of the policy
 * @record: the record of a company
 * @today: a date
 *
 * Looks at the newest open check of each guideline, or the newest closed one where none is open, as
 * sheets do. Nothing is changed, and nothing found hinders any act.
 *
 * Returns: (transfer full) (element-type SgnConcern): what is found
 */
GPtrArray *
sgn_consistency_check (SgnLibrary *library, const SgnRecord *record, const char *today)
{
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GHashTable) proven = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) concerns =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_concern_free);
  SgnInspection self = { library, record, today, NULL, proven, concerns, NULL };

  g_return_val_if_fail (library != NULL && record != NULL && sgn_date_is_valid (today), NULL);

  self.checks = checks = sgn_checks_of (library, record);
  collect_proof (&self);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    self.rule = rules[i].id;
    rules[i].inspect (&self);
  }
  g_ptr_array_sort (concerns, compare_weights);
  return g_steal_pointer (&concerns);
}

guint
sgn_concerns_count (GPtrArray *concerns, SgnWeight weight)
{
  guint count = 0;

  g_return_val_if_fail (concerns != NULL, 0);

  for (guint i = 0; i < concerns->len; i++) {
    const SgnConcern *concern = g_ptr_array_index (concerns, i);

    count += concern->weight == weight;
  }
  return count;
}
