/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-mapping.h"

#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

/* As files write them, in the order of SgnRelation. */
static const char *const relation_keys[] = { "equal", "subset", "superset", "intersects", NULL };

const char *
sgn_relation_to_key (SgnRelation relation)
{
  g_return_val_if_fail ((guint) relation < G_N_ELEMENTS (relation_keys) - 1, NULL);

  return relation_keys[relation];
}

const char *
sgn_relation_to_words (SgnRelation relation)
{
  /* Translators: how the question that was answered relates to the one it is proposed for */
  static const char *const words[] = { N_ ("nearly the same"), N_ ("asks less"), N_ ("asks more"),
                                       N_ ("partly the same") };

  g_return_val_if_fail ((guint) relation < G_N_ELEMENTS (words), NULL);

  return _ (words[relation]);
}

SgnRelation
sgn_relation_reverse (SgnRelation relation)
{
  switch (relation) {
  case SGN_RELATION_SUBSET:
    return SGN_RELATION_SUPERSET;
  case SGN_RELATION_SUPERSET:
    return SGN_RELATION_SUBSET;
  case SGN_RELATION_EQUAL:
  case SGN_RELATION_INTERSECTS:
  default:
    return relation;
  }
}

static void
pair_free (gpointer data)
{
  SgnMappingPair *self = data;

  g_free (self->from);
  g_free (self->to);
  sgn_text_clear (&self->why);
  g_free (self);
}

/**
 * sgn_mapping_free:
 * @self: (transfer full) (nullable): a mapping
 */
void
sgn_mapping_free (SgnMapping *self)
{
  if (self == NULL)
    return;

  g_free (self->from);
  g_free (self->to);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

/* “equal” carries answers over, so an item may have one equal on either side and no more. */
static void
check_equal (SgnReader *reader, const SgnMapping *self, const SgnMappingPair *pair)
{
  for (guint i = 0; i < self->pairs->len && pair->relation == SGN_RELATION_EQUAL; i++) {
    const SgnMappingPair *before = g_ptr_array_index (self->pairs, i);

    if (before->relation != SGN_RELATION_EQUAL)
      continue;
    if (g_strcmp0 (before->from, pair->from) == 0)
      sgn_reader_fail_value (reader, "from", pair->from,
                             _ ("an item that has no equal in a pair before it"));
    if (g_strcmp0 (before->to, pair->to) == 0)
      sgn_reader_fail_value (reader, "to", pair->to,
                             _ ("an item that has no equal in a pair before it"));
  }
}

/* What nobody vouches for is unverified. */
static SgnConfidence
read_confidence (SgnReader *reader, const json_t *object)
{
  static const char *const words[] = { "confirmed", "inherited", "unverified", NULL };

  return sgn_reader_has (object, "confidence")
           ? (SgnConfidence) sgn_reader_choice (reader, object, "confidence", words)
           : SGN_CONFIDENCE_UNVERIFIED;
}

static void
read_pair (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = {
    "from", "to", "relation", "basis", "confidence", "why", NULL
  };
  static const char *const bases[] = { "own", "official", NULL };
  SgnMapping *self = data;
  SgnMappingPair *pair;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  pair = g_new0 (SgnMappingPair, 1);
  pair->from = sgn_reader_dup_word (reader, object, "from", SGN_WORD_ITEM);
  pair->to = sgn_reader_dup_word (reader, object, "to", SGN_WORD_ITEM);
  pair->relation = (SgnRelation) sgn_reader_choice (reader, object, "relation", relation_keys);
  pair->official = sgn_reader_choice (reader, object, "basis", bases) == 1;
  pair->confidence = read_confidence (reader, object);
  if (sgn_reader_has (object, "why"))
    sgn_reader_text (reader, object, "why", &pair->why);
  check_equal (reader, self, pair);
  g_ptr_array_add (self->pairs, pair);
}

static void
read_mapping (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "from", "to", "checked", "pairs", NULL };
  SgnMapping *self = data;
  g_autofree char *checked = NULL; /* for the people who keep the file */

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  self->from = sgn_reader_dup_word (reader, json, "from", SGN_WORD_CATALOGUE);
  self->to = sgn_reader_dup_word (reader, json, "to", SGN_WORD_CATALOGUE);
  checked = sgn_reader_dup_date (reader, json, "checked");
  sgn_reader_each (reader, json, "pairs", 1, read_pair, self);
}

/**
 * sgn_mapping_new_from_file:
 * @path: a file name
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Returns: (transfer full): the mapping, or NULL
 */
SgnMapping *
sgn_mapping_new_from_file (const char *path, GError **error)
{
  g_autoptr (SgnMapping) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SgnMapping, 1);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  return sgn_reader_load (path, read_mapping, self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sgn_mapping_find_equal:
 * @self: a mapping
 * @to_item: the id of an item on the to side
 *
 * Returns: (nullable) (transfer none): the item of the from side that is equal to @to_item; subsets
 *   and overlaps are never enough to carry an answer over
 */
const char *
sgn_mapping_find_equal (const SgnMapping *self, const char *to_item)
{
  g_return_val_if_fail (self != NULL && to_item != NULL, NULL);

  for (guint i = 0; i < self->pairs->len; i++) {
    const SgnMappingPair *pair = g_ptr_array_index (self->pairs, i);

    if (pair->relation == SGN_RELATION_EQUAL && g_str_equal (pair->to, to_item))
      return pair->from;
  }
  return NULL;
}
