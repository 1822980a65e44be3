/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-consistency-private.h"

/* Two answers that are held against each other: whoever does all of @whole does @part as well. */
typedef struct {
  SgnSaid part;
  SgnSaid whole;
  gboolean equal;
} Pair;

/* “Not at all” denies what the other says; less than that only casts doubt on it. */
static gboolean
weigh (const Pair *pair, SgnWeight *weight)
{
  SgnMark part = pair->part.value->mark;

  if (pair->whole.value->mark != SGN_MARK_DONE)
    return FALSE;

  if (part == SGN_MARK_NOT_DONE)
    *weight = pair->equal ? SGN_WEIGHT_MUST : SGN_WEIGHT_SHOULD;
  else
    *weight = SGN_WEIGHT_REMARK;
  return part == SGN_MARK_NOT_DONE || part == SGN_MARK_PARTIAL || part == SGN_MARK_UNKNOWN;
}

static void
compare (SgnInspection *self, const Pair *pair)
{
  SgnWeight weight = SGN_WEIGHT_REMARK;
  g_autofree char *ref = sgn_said_dup_ref (&pair->part);
  g_autofree char *other = sgn_said_dup_reference (&pair->whole);
  g_auto (SgnFacts) facts = { 0 };

  if (!weigh (pair, &weight))
    return;

  sgn_facts_add_said (&facts, self, "item", "value", &pair->part);
  sgn_facts_add_said (&facts, self, "other", "other_value", &pair->whole);
  sgn_inspection_add (self, weight,
                      &(SgnPlaceOf){ .kind = SGN_KIND_ANSWER,
                                     .ref = ref,
                                     .said = &pair->part,
                                     .other = other,
                                     .variant = pair->equal ? NULL : "part" },
                      &facts);
}

static gboolean
find_said (const SgnChecked *check, const char *id, SgnSaid *said)
{
  const SgnItem *item = sgn_catalogue_find_item (check->catalogue, id);

  return item != NULL && sgn_checked_find (check, item, said);
}

/* Whether the one follows from the other: questions that only overlap may be answered differently,
 * both rightly, and what nobody has checked accuses nobody. */
static gboolean
is_binding (const SgnMappingPair *mapped)
{
  return mapped->relation != SGN_RELATION_INTERSECTS &&
         mapped->confidence != SGN_CONFIDENCE_UNVERIFIED;
}

static void
look_at_pair (SgnInspection *self,
              const SgnChecked *from,
              const SgnChecked *to,
              const SgnMappingPair *mapped)
{
  Pair pair = { .equal = mapped->relation == SGN_RELATION_EQUAL };
  Pair turned = { .equal = pair.equal };

  if (!is_binding (mapped) || !find_said (from, mapped->from, &pair.part) ||
      !find_said (to, mapped->to, &pair.whole))
    return;

  turned.part = pair.whole;
  turned.whole = pair.part;
  if (mapped->relation != SGN_RELATION_SUPERSET)
    compare (self, &pair);
  if (mapped->relation != SGN_RELATION_SUBSET)
    compare (self, &turned);
}

/* Two editions of one guideline are answered in different years. */
void
sgn_inspect_contradictions (SgnInspection *self)
{
  for (guint i = 0; i < self->checks->len; i++) {
    const SgnChecked *from = g_ptr_array_index (self->checks, i);
    g_autofree char *from_key = sgn_catalogue_dup_key (from->catalogue);

    for (guint j = 0; j < self->checks->len; j++) {
      const SgnChecked *to = g_ptr_array_index (self->checks, j);
      g_autofree char *to_key = sgn_catalogue_dup_key (to->catalogue);
      SgnMapping *mapping =
        i != j ? sgn_library_find_mapping (self->library, from_key, to_key) : NULL;

      for (guint k = 0; mapping != NULL && k < mapping->pairs->len; k++)
        look_at_pair (self, from, to, g_ptr_array_index (mapping->pairs, k));
    }
  }
}
