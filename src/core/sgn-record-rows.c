/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record-private.h"

#include "sgn-error.h"
#include "sgn-fields-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD(type, member, kind)                            \
  {                                                          \
#member, G_STRUCT_OFFSET(type, member), SGN_FIELD_##kind \
  }

static const SgnField person_fields[] = {
  FIELD (SgnPerson, name, TEXT),
  FIELD (SgnPerson, kana, NULLABLE),
  FIELD (SgnPerson, department, NULLABLE),
  FIELD (SgnPerson, role, NULLABLE),
  FIELD (SgnPerson, name_en, NULLABLE),
  FIELD (SgnPerson, department_en, NULLABLE),
  FIELD (SgnPerson, role_en, NULLABLE),
  FIELD (SgnPerson, left_on, NULLABLE),
  { NULL },
};

static const SgnField assessment_fields[] = {
  FIELD (SgnAssessment, catalogue, TEXT),
  FIELD (SgnAssessment, edition, TEXT),
  FIELD (SgnAssessment, site, REFERENCE),
  FIELD (SgnAssessment, scope, NULLABLE),
  FIELD (SgnAssessment, scope_en, NULLABLE),
  FIELD (SgnAssessment, period_start, NULLABLE),
  FIELD (SgnAssessment, period_end, NULLABLE),
  FIELD (SgnAssessment, person, REFERENCE),
  FIELD (SgnAssessment, reviewed_by, REFERENCE),
  { "state", G_STRUCT_OFFSET (SgnAssessment, closed), SGN_FIELD_CLOSED },
  FIELD (SgnAssessment, opened_at, TEXT),
  FIELD (SgnAssessment, closed_at, NULLABLE),
  FIELD (SgnAssessment, previous, REFERENCE),
  FIELD (SgnAssessment, parent, REFERENCE),
  FIELD (SgnAssessment, level, NULLABLE),
  { NULL },
};

static const SgnField answer_fields[] = {
  FIELD (SgnAnswer, assessment, NUMBER),     FIELD (SgnAnswer, item, TEXT),
  FIELD (SgnAnswer, value, NULLABLE),        FIELD (SgnAnswer, note, NULLABLE),
  FIELD (SgnAnswer, statement, NULLABLE),    FIELD (SgnAnswer, statement_en, NULLABLE),
  FIELD (SgnAnswer, person, REFERENCE),      FIELD (SgnAnswer, at, TEXT),
  FIELD (SgnAnswer, next_review, NULLABLE),  FIELD (SgnAnswer, reviewed_by, REFERENCE),
  FIELD (SgnAnswer, reviewed_on, NULLABLE),  FIELD (SgnAnswer, expert, NULLABLE),
  FIELD (SgnAnswer, expert_name, NULLABLE),  FIELD (SgnAnswer, expert_on, NULLABLE),
  FIELD (SgnAnswer, carried_from, NULLABLE), { NULL },
};

static const SgnField evidence_fields[] = {
  FIELD (SgnEvidence, sha256, TEXT),
  FIELD (SgnEvidence, size, NUMBER),
  FIELD (SgnEvidence, title, TEXT),
  FIELD (SgnEvidence, title_en, NULLABLE),
  FIELD (SgnEvidence, file_name, TEXT),
  FIELD (SgnEvidence, media_type, TEXT),
  FIELD (SgnEvidence, dated, NULLABLE),
  FIELD (SgnEvidence, added_at, TEXT),
  FIELD (SgnEvidence, person, REFERENCE),
  FIELD (SgnEvidence, retired, FLAG),
  FIELD (SgnEvidence, expires, NULLABLE),
  FIELD (SgnEvidence, replaces, REFERENCE),
  FIELD (SgnEvidence, location_removed, MARK),
  { NULL },
};

static const SgnField declaration_fields[] = {
  FIELD (SgnDeclaration, star, STAR),     FIELD (SgnDeclaration, number, TEXT),
  FIELD (SgnDeclaration, date, TEXT),     FIELD (SgnDeclaration, account, NULLABLE),
  FIELD (SgnDeclaration, edition, TEXT),  FIELD (SgnDeclaration, review, NULLABLE),
  FIELD (SgnDeclaration, note, NULLABLE), { NULL },
};

static const SgnField place_fields[] = {
  FIELD (SgnPlace, place, TEXT),
  FIELD (SgnPlace, place_en, NULLABLE),
  FIELD (SgnPlace, how, NULLABLE),
  FIELD (SgnPlace, how_en, NULLABLE),
  FIELD (SgnPlace, since, NULLABLE),
  FIELD (SgnPlace, confirmed, NULLABLE),
  { NULL },
};

static const SgnField policy_fields[] = {
  FIELD (SgnPolicy, established, NULLABLE),
  FIELD (SgnPolicy, revised, NULLABLE),
  FIELD (SgnPolicy, contact, NULLABLE),
  FIELD (SgnPolicy, contact_en, NULLABLE),
  FIELD (SgnPolicy, published_place, NULLABLE),
  FIELD (SgnPolicy, published_on, NULLABLE),
  { NULL },
};

static const SgnField issue_fields[] = {
  FIELD (SgnIssue, document, TEXT),
  FIELD (SgnIssue, audience, TEXT),
  FIELD (SgnIssue, language, TEXT),
  FIELD (SgnIssue, options, TEXT),
  FIELD (SgnIssue, issued_at, TEXT),
  FIELD (SgnIssue, record_hash, TEXT),
  FIELD (SgnIssue, person, REFERENCE),
  FIELD (SgnIssue, recipient, NULLABLE),
  { NULL },
};

static const SgnField task_fields[] = {
  FIELD (SgnTask, title, TEXT),       FIELD (SgnTask, title_en, NULLABLE),
  FIELD (SgnTask, note, NULLABLE),    FIELD (SgnTask, owner, REFERENCE),
  FIELD (SgnTask, due, NULLABLE),     FIELD (SgnTask, state, TEXT),
  FIELD (SgnTask, added_at, TEXT),    FIELD (SgnTask, person, REFERENCE),
  FIELD (SgnTask, done_on, NULLABLE), { NULL },
};

/* The one column of a place that its struct does not have. */
typedef struct {
  gint64 declaration;
} PlaceOwner;

static const SgnField place_owner_fields[] = {
  FIELD (PlaceOwner, declaration, NUMBER),
  { NULL },
};

/* A row of two kinds, whose column for its owner has two names. */
typedef struct {
  gint64 owner;
  char *kind;
  char *ref;
} Link;

static const SgnField evidence_link_fields[] = {
  { "evidence", G_STRUCT_OFFSET (Link, owner), SGN_FIELD_NUMBER },
  FIELD (Link, kind, TEXT),
  FIELD (Link, ref, TEXT),
  { NULL },
};

static const SgnField task_link_fields[] = {
  { "task", G_STRUCT_OFFSET (Link, owner), SGN_FIELD_NUMBER },
  FIELD (Link, kind, TEXT),
  FIELD (Link, ref, TEXT),
  { NULL },
};

typedef struct {
  char *value;
} Setting;

static const SgnField setting_fields[] = {
  FIELD (Setting, value, TEXT),
  { NULL },
};

static json_t *
write_row (const SgnField *fields, gconstpointer source)
{
  json_t *row = json_object ();

  sgn_fields_write (fields, source, row);
  return row;
}

json_t *
sgn_person_to_row (const SgnPerson *person)
{
  g_return_val_if_fail (person != NULL, NULL);

  return write_row (person_fields, person);
}

json_t *
sgn_assessment_to_row (const SgnAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  return write_row (assessment_fields, assessment);
}

json_t *
sgn_answer_to_row (const SgnAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  return write_row (answer_fields, answer);
}

static json_t *
write_link (const SgnField *fields, gint64 owner, const char *reference)
{
  g_auto (GStrv) words = g_strsplit (reference, "/", 2);
  const Link link = { owner, words[0], words[1] };

  return write_row (fields, &link);
}

/**
 * sgn_evidence_link_to_row:
 * @evidence: id of the evidence
 * @reference: what it hangs on, as "answer/1/SD-01"
 *
 * Returns: (transfer full): the row of kind evidence-link
 */
json_t *
sgn_evidence_link_to_row (gint64 evidence, const char *reference)
{
  g_return_val_if_fail (reference != NULL && strchr (reference, '/') != NULL, NULL);

  return write_link (evidence_link_fields, evidence, reference);
}

/**
 * sgn_task_link_to_row:
 * @task: id of the task
 * @reference: what it hangs on, as "answer/1/SD-01"
 *
 * Returns: (transfer full): the row of kind task-link
 */
json_t *
sgn_task_link_to_row (gint64 task, const char *reference)
{
  g_return_val_if_fail (reference != NULL && strchr (reference, '/') != NULL, NULL);

  return write_link (task_link_fields, task, reference);
}

json_t *
sgn_task_to_row (const SgnTask *task)
{
  g_return_val_if_fail (task != NULL, NULL);

  return write_row (task_fields, task);
}

json_t *
sgn_setting_to_row (const char *value)
{
  const Setting setting = { (char *) value };

  g_return_val_if_fail (value != NULL, NULL);

  return write_row (setting_fields, &setting);
}

json_t *
sgn_evidence_to_row (const SgnEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  return write_row (evidence_fields, evidence);
}

json_t *
sgn_declaration_to_row (const SgnDeclaration *declaration)
{
  g_return_val_if_fail (declaration != NULL, NULL);

  return write_row (declaration_fields, declaration);
}

json_t *
sgn_place_to_row (const SgnPlace *place, gint64 declaration)
{
  json_t *row = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  row = write_row (place_fields, place);
  sgn_json_set_integer (row, "declaration", declaration);
  return row;
}

static void
set_parts (json_t *row, const char *key, GHashTable *parts)
{
  g_autoptr (json_t) json = json_object ();
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer part = NULL;

  if (parts != NULL) {
    g_hash_table_iter_init (&iter, parts);
    while (g_hash_table_iter_next (&iter, &id, &part))
      json_object_set_new (json, id, json_string (part));
  }
  text = sgn_json_to_canonical (json);
  sgn_json_set_string (row, key, text);
}

json_t *
sgn_policy_to_row (const SgnPolicy *policy)
{
  json_t *row = NULL;

  g_return_val_if_fail (policy != NULL, NULL);

  row = write_row (policy_fields, policy);
  set_parts (row, "parts", policy->parts);
  set_parts (row, "parts_en", policy->parts_en);
  return row;
}

json_t *
sgn_issue_to_row (const SgnIssue *issue)
{
  g_return_val_if_fail (issue != NULL, NULL);

  return write_row (issue_fields, issue);
}

SgnPerson *
sgn_person_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnPerson) self = g_new0 (SgnPerson, 1);

  if (!sgn_fields_read (person_fields, SGN_KIND_PERSON, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static SgnAssessment *
assessment_new (void)
{
  SgnAssessment *self = g_new0 (SgnAssessment, 1);

  self->answers =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sgn_answer_free);
  return self;
}

SgnAssessment *
sgn_assessment_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnAssessment) self = assessment_new ();

  if (!sgn_fields_read (assessment_fields, SGN_KIND_ASSESSMENT, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

SgnAnswer *
sgn_answer_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnAnswer) self = g_new0 (SgnAnswer, 1);

  if (!sgn_fields_read (answer_fields, SGN_KIND_ANSWER, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

SgnEvidence *
sgn_evidence_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnEvidence) self = g_new0 (SgnEvidence, 1);

  self->links = g_ptr_array_new_with_free_func (g_free);
  if (!sgn_fields_read (evidence_fields, SGN_KIND_EVIDENCE, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static char *
read_link (const SgnField *fields,
           const char *kind,
           const json_t *row,
           gint64 *owner,
           GError **error)
{
  Link link = { 0 };
  char *reference = NULL;

  if (sgn_fields_read (fields, kind, row, &link, error)) {
    *owner = link.owner;
    reference = g_strconcat (link.kind, "/", link.ref, NULL);
  }
  sgn_fields_clear (fields, &link);
  return reference;
}

char *
sgn_evidence_link_read (const json_t *row, gint64 *evidence, GError **error)
{
  return read_link (evidence_link_fields, SGN_KIND_EVIDENCE_LINK, row, evidence, error);
}

char *
sgn_task_link_read (const json_t *row, gint64 *task, GError **error)
{
  return read_link (task_link_fields, SGN_KIND_TASK_LINK, row, task, error);
}

SgnTask *
sgn_task_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnTask) self = g_new0 (SgnTask, 1);

  self->links = g_ptr_array_new_with_free_func (g_free);
  if (!sgn_fields_read (task_fields, SGN_KIND_TASK, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

char *
sgn_setting_read (const json_t *row, GError **error)
{
  Setting setting = { NULL };

  sgn_fields_read (setting_fields, SGN_KIND_SETTING, row, &setting, error);
  return setting.value;
}

SgnDeclaration *
sgn_declaration_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnDeclaration) self = g_new0 (SgnDeclaration, 1);

  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_place_free);
  if (!sgn_fields_read (declaration_fields, SGN_KIND_DECLARATION, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

SgnPlace *
sgn_place_new_from_row (const json_t *row, gint64 *declaration, GError **error)
{
  g_autoptr (SgnPlace) self = g_new0 (SgnPlace, 1);
  PlaceOwner owner = { 0 };

  if (!sgn_fields_read (place_owner_fields, SGN_KIND_PLACE, row, &owner, error) ||
      !sgn_fields_read (place_fields, SGN_KIND_PLACE, row, self, error))
    return NULL;
  *declaration = owner.declaration;
  return g_steal_pointer (&self);
}

static gboolean
read_parts (const json_t *row, const char *key, GHashTable *parts)
{
  const char *text = sgn_json_string (row, key);
  g_autoptr (json_t) json = text != NULL ? json_loads (text, JSON_REJECT_DUPLICATES, NULL) : NULL;
  const char *id = NULL;
  json_t *part = NULL;

  if (!json_is_object (json))
    return FALSE;

  json_object_foreach (json, id, part)
  {
    if (!json_is_string (part))
      return FALSE;
    g_hash_table_insert (parts, g_strdup (id), g_strdup (json_string_value (part)));
  }
  return TRUE;
}

static SgnPolicy *
policy_new (void)
{
  SgnPolicy *self = g_new0 (SgnPolicy, 1);

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->parts_en = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

SgnPolicy *
sgn_policy_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnPolicy) self = policy_new ();

  if (!sgn_fields_read (policy_fields, SGN_KIND_POLICY, row, self, error))
    return NULL;
  if (!read_parts (row, "parts", self->parts) || !read_parts (row, "parts_en", self->parts_en)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_DAMAGED,
                         _ ("The company file is damaged: the parts of the basic policy cannot be "
                            "read. Restore the newest backup."));
    return NULL;
  }
  return g_steal_pointer (&self);
}

SgnIssue *
sgn_issue_new_from_row (const json_t *row, GError **error)
{
  g_autoptr (SgnIssue) self = g_new0 (SgnIssue, 1);

  if (!sgn_fields_read (issue_fields, SGN_KIND_ISSUE, row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sgn_person_free (SgnPerson *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (person_fields, self);
  g_free (self);
}

void
sgn_answer_free (SgnAnswer *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (answer_fields, self);
  g_free (self);
}

void
sgn_assessment_free (SgnAssessment *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (assessment_fields, self);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self);
}

void
sgn_evidence_free (SgnEvidence *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (evidence_fields, self);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

void
sgn_place_free (SgnPlace *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (place_fields, self);
  g_free (self);
}

void
sgn_declaration_free (SgnDeclaration *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (declaration_fields, self);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

void
sgn_policy_free (SgnPolicy *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (policy_fields, self);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->parts_en, g_hash_table_unref);
  g_free (self);
}

void
sgn_issue_free (SgnIssue *self)
{
  if (self == NULL)
    return;

  g_free (self->number);
  sgn_fields_clear (issue_fields, self);
  g_free (self);
}

void
sgn_task_free (SgnTask *self)
{
  if (self == NULL)
    return;

  sgn_fields_clear (task_fields, self);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

/**
 * sgn_assessment_copy:
 * @self: an assessment
 *
 * Returns: (transfer full): a copy without answers
 */
SgnAssessment *
sgn_assessment_copy (const SgnAssessment *self)
{
  SgnAssessment *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = assessment_new ();
  copy->id = self->id;
  sgn_fields_copy (assessment_fields, self, copy);
  return copy;
}

SgnAnswer *
sgn_answer_copy (const SgnAnswer *self)
{
  SgnAnswer *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SgnAnswer, 1);
  sgn_fields_copy (answer_fields, self, copy);
  return copy;
}

static void
copy_parts (GHashTable *source, GHashTable *target)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer part = NULL;

  g_hash_table_iter_init (&iter, source);
  while (g_hash_table_iter_next (&iter, &id, &part))
    g_hash_table_insert (target, g_strdup (id), g_strdup (part));
}

SgnPolicy *
sgn_policy_copy (const SgnPolicy *self)
{
  SgnPolicy *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = policy_new ();
  copy->version = self->version;
  sgn_fields_copy (policy_fields, self, copy);
  copy_parts (self->parts, copy->parts);
  copy_parts (self->parts_en, copy->parts_en);
  return copy;
}

SgnEvidence *
sgn_evidence_copy (const SgnEvidence *self)
{
  SgnEvidence *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SgnEvidence, 1);
  copy->id = self->id;
  copy->links = g_ptr_array_new_with_free_func (g_free);
  sgn_fields_copy (evidence_fields, self, copy);
  return copy;
}

SgnTask *
sgn_task_copy (const SgnTask *self)
{
  SgnTask *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SgnTask, 1);
  copy->id = self->id;
  copy->links = g_ptr_array_new_with_free_func (g_free);
  sgn_fields_copy (task_fields, self, copy);
  return copy;
}
