/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-proposal.h"

#include "sgn-record-years.h"

#include <glib/gi18n-lib.h>

const char *
sgn_sureness_to_key (SgnSureness sureness)
{
  static const char *const keys[] = { "low", "fair", "high" };

  g_return_val_if_fail ((guint) sureness < G_N_ELEMENTS (keys), NULL);

  return keys[sureness];
}

const char *
sgn_sureness_to_words (SgnSureness sureness)
{
  /* Translators: how sure it is that an answer fits where it is proposed */
  static const char *const words[] = { N_ ("sureness low"), N_ ("sureness fair"),
                                       N_ ("sureness high") };

  g_return_val_if_fail ((guint) sureness < G_N_ELEMENTS (words), NULL);

  return _ (words[sureness]);
}

void
sgn_proposal_source_free (SgnProposalSource *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  sgn_text_clear (&self->why);
  g_free (self);
}

static void
proposal_free (gpointer data)
{
  SgnProposal *self = data;

  g_ptr_array_unref (self->sources);
  g_free (self);
}

static void
free_source (gpointer data)
{
  sgn_proposal_source_free (data);
}

/* (nullable) */
static const char *
choose_level (const SgnCatalogue *catalogue, const SgnAssessment *into)
{
  if (into != NULL && into->level != NULL)
    return into->level;
  return catalogue->levels->len > 0 ? g_ptr_array_index (catalogue->levels, 0) : NULL;
}

/**
 * sgn_proposals_new:
 * @record: a record
 * @catalogue: the edition that is to be answered
 * @into: (nullable): the assessment that is to be answered, one of @record's; NULL when none is
 *   begun yet
 * @level: (nullable): the id of a level: only its items; NULL for the level that @into aims at, or
 *   the lowest one
 *
 * Returns: (transfer full): no proposals yet, and room for them
 */
SgnProposals *
sgn_proposals_new (SgnRecord *record,
                   SgnCatalogue *catalogue,
                   const SgnAssessment *into,
                   const char *level)
{
  SgnProposals *self = NULL;

  g_return_val_if_fail (record != NULL && catalogue != NULL, NULL);

  self = g_new0 (SgnProposals, 1);
  self->record = sgn_record_ref (record);
  self->catalogue = sgn_catalogue_ref (catalogue);
  self->into = into;
  self->level = g_strdup (level != NULL ? level : choose_level (catalogue, into));
  self->list = g_ptr_array_new_with_free_func (proposal_free);
  if (into != NULL)
    self->combined = sgn_combined_new (record, catalogue, into);
  return self;
}

void
sgn_proposals_free (SgnProposals *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->list);
  g_clear_pointer (&self->combined, sgn_combined_free);
  sgn_catalogue_unref (self->catalogue);
  sgn_record_unref (self->record);
  g_free (self->level);
  g_free (self);
}

/* What is left of @mark when the other question asks something that this one did not; what nobody
 * knows stays so. NONE: nothing follows. */
static SgnMark
step_down (SgnMark mark)
{
  static const SgnMark lower[SGN_N_MARKS] = {
    [SGN_MARK_DONE] = SGN_MARK_PARTIAL,
    [SGN_MARK_PARTIAL] = SGN_MARK_NOT_DONE,
    [SGN_MARK_NOT_DONE] = SGN_MARK_NOT_DONE,
    [SGN_MARK_UNKNOWN] = SGN_MARK_UNKNOWN,
  };

  return lower[mark];
}

static SgnMark
choose_mark (SgnMark said, SgnRelation relation)
{
  if (relation == SGN_RELATION_EQUAL)
    return said;
  if (relation == SGN_RELATION_SUPERSET)
    return said != SGN_MARK_NOT_APPLICABLE ? said : SGN_MARK_NONE;
  return step_down (said);
}

/* (nullable): the worst value of @scale that is drawn as @mark */
static const SgnScaleValue *
find_worst (const SgnScale *scale, SgnMark mark)
{
  const SgnScaleValue *worst = NULL;

  for (guint i = 0; i < scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (scale->values, i);

    if (value->mark == mark && (worst == NULL || sgn_scale_value_is_worse (value, worst)))
      worst = value;
  }
  return worst;
}

/**
 * sgn_proposal_choose_value:
 * @item: an item
 * @said: what was answered to another item
 * @relation: what that one is to @item
 *
 * The rules are our own, no guideline has any. A proposal is never better than the answer it comes
 * from; where that answer was to a question that does not ask all that @item does, it is one step
 * lower. Unknown stays unknown. That something does not apply follows only from the same question.
 * Where a scale has several values that count the same, the lowest is chosen.
 *
 * Returns: (nullable) (transfer none): the value of @item that is proposed; NULL when nothing
 *   follows
 */
const SgnScaleValue *
sgn_proposal_choose_value (const SgnItem *item, const SgnScaleValue *said, SgnRelation relation)
{
  const SgnScaleValue *same = NULL;
  SgnMark mark;

  g_return_val_if_fail (item != NULL && said != NULL, NULL);

  mark = choose_mark (said->mark, relation);
  if (mark == SGN_MARK_NONE || item->scale == NULL)
    return NULL;
  same = sgn_item_find_value (item, said->key);
  return same != NULL && same->mark == mark ? same : find_worst (item->scale, mark);
}

/* All that the wider question asks is done, so what the narrower one asks is done too; in all other
 * cases something is left to be looked at. */
static SgnSureness
choose_sureness (const SgnMappingPair *pair, SgnRelation relation, const SgnScaleValue *said)
{
  gboolean follows = relation == SGN_RELATION_EQUAL ||
                     (relation == SGN_RELATION_SUPERSET && said->mark == SGN_MARK_DONE);

  if (pair->confidence == SGN_CONFIDENCE_UNVERIFIED && !pair->official)
    return follows ? SGN_SURENESS_FAIR : SGN_SURENESS_LOW;
  return follows ? SGN_SURENESS_HIGH : SGN_SURENESS_FAIR;
}

static guint
find_place (const SgnProposals *self, const SgnItem *item)
{
  guint place = 0;

  g_ptr_array_find (self->catalogue->items, item, &place);
  return place;
}

/* (nullable) */
static const SgnScaleValue *
find_answered (const SgnProposals *self, const SgnItem *item)
{
  SgnCombinedAnswer found = { 0 };

  if (self->combined == NULL)
    return NULL;
  found = sgn_combined_find_answer (self->combined, item);
  return found.answer != NULL && found.answer->value != NULL
           ? sgn_item_find_value (item, found.answer->value)
           : NULL;
}

static SgnProposal *
insert_proposal (SgnProposals *self, const SgnItem *item)
{
  SgnProposal *proposal = g_new0 (SgnProposal, 1);
  guint place = 0;

  proposal->item = item;
  proposal->answered = find_answered (self, item);
  proposal->sources = g_ptr_array_new_with_free_func (free_source);
  while (place < self->list->len &&
         find_place (self, ((SgnProposal *) self->list->pdata[place])->item) <
           find_place (self, item))
    place++;
  g_ptr_array_insert (self->list, (int) place, proposal);
  return proposal;
}

const SgnProposal *
sgn_proposals_find (const SgnProposals *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->list->len; i++) {
    const SgnProposal *proposal = g_ptr_array_index (self->list, i);

    if (g_str_equal (proposal->item->id, id))
      return proposal;
  }
  return NULL;
}

/* The worst decides; of equal ones the surer, then the one that was there first. */
static gboolean
decides (const SgnProposalSource *source, const SgnProposalSource *first)
{
  if (source->value != first->value)
    return sgn_scale_value_is_worse (source->value, first->value);
  return source->sureness > first->sureness;
}

/**
 * sgn_proposals_take_source:
 * @self: proposals
 * @item: an item of their edition
 * @source: (transfer full): an answer that says something about it; its value is set here
 *
 * Adds an answer as a source. It is dropped when nothing follows from it, when @item has no answers
 * or when it belongs to another level.
 */
void
sgn_proposals_take_source (SgnProposals *self, const SgnItem *item, SgnProposalSource *source)
{
  SgnProposal *proposal = NULL;
  gboolean first;

  g_return_if_fail (self != NULL && item != NULL && source != NULL && source->said != NULL);

  source->value = sgn_proposal_choose_value (item, source->said, source->relation);
  if (source->value == NULL || !sgn_catalogue_level_includes (self->catalogue, self->level, item)) {
    sgn_proposal_source_free (source);
    return;
  }

  proposal = (SgnProposal *) sgn_proposals_find (self, item->id);
  if (proposal == NULL)
    proposal = insert_proposal (self, item);
  first = proposal->sources->len == 0 || decides (source, proposal->sources->pdata[0]);
  g_ptr_array_insert (proposal->sources, first ? 0 : -1, source);
  if (first) {
    proposal->value = source->value;
    proposal->sureness = source->sureness;
  }
}

/* @relation: what the item that was answered is to the other */
static void
add_pair (SgnProposals *self,
          SgnCatalogue *catalogue,
          const SgnCombined *answers,
          const SgnMappingPair *pair,
          gboolean reverse)
{
  const SgnItem *item = sgn_catalogue_find_item (self->catalogue, reverse ? pair->from : pair->to);
  const SgnItem *of = sgn_catalogue_find_item (catalogue, reverse ? pair->to : pair->from);
  const SgnAnswer *answer = NULL;
  const SgnScaleValue *said = NULL;
  SgnProposalSource *source = NULL;

  if (item == NULL || of == NULL || of->scale == NULL)
    return;
  answer = sgn_assessment_find_answer (answers->answers, of->id);
  said = answer != NULL && answer->value != NULL ? sgn_item_find_value (of, answer->value) : NULL;
  if (said == NULL)
    return;

  source = g_new0 (SgnProposalSource, 1);
  source->catalogue = sgn_catalogue_ref (catalogue);
  source->assessment = answer->assessment;
  source->item = of;
  source->said = said;
  source->relation = reverse ? sgn_relation_reverse (pair->relation) : pair->relation;
  source->official = pair->official;
  source->sureness = choose_sureness (pair, source->relation, said);
  source->why.ja = g_strdup (pair->why.ja);
  source->why.en = g_strdup (pair->why.en);
  sgn_proposals_take_source (self, item, source);
}

/* (nullable): the mapping between both, whichever way it was written */
static const SgnMapping *
find_mapping (SgnLibrary *library,
              const SgnCatalogue *from,
              const SgnCatalogue *to,
              gboolean *reverse)
{
  g_autofree char *from_key = sgn_catalogue_dup_key (from);
  g_autofree char *to_key = sgn_catalogue_dup_key (to);
  const SgnMapping *mapping = sgn_library_find_mapping (library, from_key, to_key);

  *reverse = mapping == NULL;
  return mapping != NULL ? mapping : sgn_library_find_mapping (library, to_key, from_key);
}

/**
 * sgn_proposals_add_mapped:
 * @self: proposals
 * @library: the mappings
 * @from: an assessment of the record they were made for
 *
 * Adds the answers of @from, with those of its sites, to all items that a mapping relates to them.
 * What was not answered there is no source.
 *
 * Returns: whether there is a mapping between the two editions
 */
gboolean
sgn_proposals_add_mapped (SgnProposals *self, SgnLibrary *library, const SgnAssessment *from)
{
  SgnCatalogue *catalogue = NULL;
  const SgnMapping *mapping = NULL;
  g_autoptr (SgnCombined) answers = NULL;
  gboolean reverse = FALSE;

  g_return_val_if_fail (self != NULL && library != NULL && from != NULL, FALSE);

  catalogue = sgn_library_find_catalogue (library, from->catalogue, from->edition);
  if (catalogue != NULL)
    mapping = find_mapping (library, catalogue, self->catalogue, &reverse);
  if (mapping == NULL)
    return FALSE;

  answers = sgn_combined_new (self->record, catalogue, from);
  for (guint i = 0; i < mapping->pairs->len; i++)
    add_pair (self, catalogue, answers, mapping->pairs->pdata[i], reverse);
  return TRUE;
}

guint
sgn_proposals_count_open (const SgnProposals *self)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->list->len; i++)
    count += ((const SgnProposal *) self->list->pdata[i])->answered == NULL;
  return count;
}

static gboolean
is_listed (const GPtrArray *list, const SgnAssessment *assessment)
{
  for (guint i = 0; i < list->len; i++) {
    const SgnAssessment *other = g_ptr_array_index (list, i);

    if (g_str_equal (other->catalogue, assessment->catalogue) &&
        g_str_equal (other->edition, assessment->edition))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_origin (SgnLibrary *library,
           const SgnRecord *record,
           const SgnAssessment *assessment,
           const SgnCatalogue *to)
{
  gboolean reverse = FALSE;
  const SgnCatalogue *from = NULL;

  if (assessment->site != 0 || !sgn_record_has_answer (record, assessment))
    return FALSE;
  from = sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);
  return from != NULL && from != to && find_mapping (library, from, to, &reverse) != NULL;
}

/**
 * sgn_proposals_list_origins:
 * @library: the mappings
 * @record: a record
 * @catalogue: the edition that is to be answered
 *
 * Returns: (transfer container): the assessments of the company that have an answer and that a
 *   mapping relates to @catalogue: the newest of each edition, the newest first
 */
GPtrArray *
sgn_proposals_list_origins (SgnLibrary *library,
                            const SgnRecord *record,
                            const SgnCatalogue *catalogue)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (library != NULL && record != NULL && catalogue != NULL, list);

  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (!is_listed (list, assessment) && is_origin (library, record, assessment, catalogue))
      g_ptr_array_add (list, assessment);
  }
  return list;
}

/**
 * sgn_proposals_find_into:
 * @record: a record
 * @catalogue: the edition that is to be answered
 *
 * Returns: (nullable) (transfer none): the newest open assessment of the company and of that
 *   edition; NULL when one has to be begun
 */
SgnAssessment *
sgn_proposals_find_into (const SgnRecord *record, const SgnCatalogue *catalogue)
{
  g_return_val_if_fail (record != NULL && catalogue != NULL, NULL);

  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (!assessment->closed && assessment->site == 0 &&
        g_str_equal (assessment->catalogue, catalogue->id) &&
        g_str_equal (assessment->edition, catalogue->edition))
      return assessment;
  }
  return NULL;
}
