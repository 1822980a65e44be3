/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/**
 * SgnRelation:
 * @SGN_RELATION_EQUAL: both ask the same
 * @SGN_RELATION_SUBSET: the one asks less than the other: all of it is part of the other
 * @SGN_RELATION_SUPERSET: the one asks all that the other does, and more
 * @SGN_RELATION_INTERSECTS: each asks something that the other does not
 *
 * What one item is to another.
 */
typedef enum {
  SGN_RELATION_EQUAL,
  SGN_RELATION_SUBSET,
  SGN_RELATION_SUPERSET,
  SGN_RELATION_INTERSECTS,
} SgnRelation;

/* "equal" "subset" "superset" "intersects" */
const char *sgn_relation_to_key (SgnRelation relation);
/* For people: what the one is to the other. */
const char *sgn_relation_to_words (SgnRelation relation);
/* What the other item is to the one. */
SgnRelation sgn_relation_reverse (SgnRelation relation);

/* @relation is what the from side is to the to side; @official: the official texts say so, else it
 * is our own reading. */
typedef struct {
  char *from;
  char *to;
  SgnRelation relation;
  gboolean official;
  SgnConfidence confidence;
  SgnText why; /* what they have in common, or what one does not ask; both NULL: nothing said */
} SgnMappingPair;

/* How the items of two catalogues (or two editions of one) relate. Immutable. */
typedef struct {
  char *from; /* "ipa-self-check@3.1" */
  char *to;
  GPtrArray *pairs; /* of SgnMappingPair */
} SgnMapping;

SgnMapping *sgn_mapping_new_from_file (const char *path, GError **error);
void sgn_mapping_free (SgnMapping *self);
/* (nullable): the item of the from side that is equal to @to_item */
const char *sgn_mapping_find_equal (const SgnMapping *self, const char *to_item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnMapping, sgn_mapping_free)

G_END_DECLS
