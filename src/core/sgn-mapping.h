/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SGN_RELATION_EQUAL,
  SGN_RELATION_SUBSET,
  SGN_RELATION_SUPERSET,
  SGN_RELATION_INTERSECTS,
} SgnRelation;

typedef struct {
  char *from;
  char *to;
  SgnRelation relation;
  gboolean official;
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
