/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record.h"

#include <string.h>

/* Rows that stand inside another's list. */
static const struct {
  const char *kind;
  const char *list;
} members[] = {
  { SGN_KIND_SITE, SGN_KIND_COMPANY },           { SGN_KIND_ANSWER, SGN_KIND_ASSESSMENT },
  { SGN_KIND_EVIDENCE_LINK, SGN_KIND_EVIDENCE }, { SGN_KIND_PLACE, SGN_KIND_DECLARATION },
  { SGN_KIND_TASK_LINK, SGN_KIND_TASK },
};

/**
 * sgn_record_get_list:
 * @kind: a kind of rows
 *
 * Returns: (transfer none): the kind whose list in a record its rows stand in; mostly its own
 */
const char *
sgn_record_get_list (const char *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
    if (g_str_equal (members[i].kind, kind))
      return members[i].list;
  }
  return kind;
}

static void
share_list (GPtrArray **list, GPtrArray *before)
{
  g_ptr_array_unref (*list);
  *list = g_ptr_array_ref (before);
}

static void
share_lists (SgnRecord *self, const SgnRecord *before, GHashTable *lists)
{
  const struct {
    const char *kind;
    GPtrArray **list;
    GPtrArray *before;
  } all[] = {
    { SGN_KIND_PERSON, &self->persons, before->persons },
    { SGN_KIND_ASSESSMENT, &self->assessments, before->assessments },
    { SGN_KIND_EVIDENCE, &self->evidence, before->evidence },
    { SGN_KIND_DECLARATION, &self->declarations, before->declarations },
    { SGN_KIND_POLICY, &self->policies, before->policies },
    { SGN_KIND_ISSUE, &self->issues, before->issues },
    { SGN_KIND_TASK, &self->tasks, before->tasks },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++) {
    if (!g_hash_table_contains (lists, all[i].kind))
      share_list (all[i].list, all[i].before);
  }
}

/**
 * sgn_record_renew:
 * @before: a record
 * @lists: set of the lists that are no longer so, see sgn_record_get_list()
 *
 * A company file grows for years, and an act changes little of it: what it did not change need not
 * be read again. Both records may be used on different threads; what they share never changes.
 *
 * Returns: (transfer full): a record that shares with @before every list but @lists, which are
 * empty and to be filled; whoever fills it sets the rest
 */
SgnRecord *
sgn_record_renew (const SgnRecord *before, GHashTable *lists)
{
  SgnRecord *self = NULL;

  g_return_val_if_fail (before != NULL && lists != NULL, NULL);

  self = sgn_record_new ();
  share_lists (self, before, lists);
  if (!g_hash_table_contains (lists, SGN_KIND_COMPANY)) {
    sgn_profile_free (self->profile);
    self->profile = sgn_profile_copy (before->profile);
    self->sample = before->sample;
  }
  if (!g_hash_table_contains (lists, SGN_KIND_SETTING)) {
    g_hash_table_unref (self->settings);
    self->settings = g_hash_table_ref (before->settings);
  }
  if (!g_hash_table_contains (lists, SGN_KIND_CATALOGUE)) {
    g_hash_table_unref (self->catalogues);
    self->catalogues = g_hash_table_ref (before->catalogues);
  }
  return self;
}

/* The assessments that @answers belong to. */
static GHashTable *
find_owners (GHashTable *answers)
{
  GHashTable *owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const gint64 owner = g_ascii_strtoll (id, NULL, 10);

    g_hash_table_add (owners, g_memdup2 (&owner, sizeof owner));
  }
  return owners;
}

/* The answers of @before but for those that change. */
static void
copy_answers (SgnAssessment *self, const SgnAssessment *before, GHashTable *answers)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, before->answers);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SgnAnswer *answer = value;
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", self->id, answer->item);

    if (!g_hash_table_contains (answers, id)) {
      SgnAnswer *copy = sgn_answer_copy (answer);

      g_hash_table_insert (self->answers, copy->item, copy);
    }
  }
}

static void
copy_assessments (SgnRecord *self, GHashTable *answers)
{
  g_autoptr (GHashTable) owners = find_owners (answers);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->assessments);

  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_assessment_free);
  for (guint i = 0; i < before->len; i++) {
    const SgnAssessment *old = before->pdata[i];
    SgnAssessment *copy = sgn_assessment_copy (old);

    g_ptr_array_add (self->assessments, copy);
    if (g_hash_table_contains (owners, &old->id)) {
      copy_answers (copy, old, answers);
    } else {
      g_hash_table_unref (copy->answers);
      copy->answers = g_hash_table_ref (old->answers);
    }
  }
}

/**
 * sgn_record_change_answers:
 * @self: a record made by sgn_record_renew() that still shares its assessments
 * @answers: id of each changed answer → its row as json_t *, JSON null for one taken away
 * @error: return location for an error
 *
 * Answers change all the time, so that not even their list is read again.
 *
 * Returns: %FALSE with SGN_ERROR_DAMAGED as sgn_record_add_row(); @self is then to be dropped
 */
gboolean
sgn_record_change_answers (SgnRecord *self, GHashTable *answers, GError **error)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer row = NULL;

  g_return_val_if_fail (self != NULL && answers != NULL, FALSE);

  copy_assessments (self, answers);
  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &id, &row)) {
    if (!json_is_null ((json_t *) row) &&
        !sgn_record_add_row (self, SGN_KIND_ANSWER, id, row, error))
      return FALSE;
  }
  return TRUE;
}
