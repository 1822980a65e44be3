/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-evidence-private.h"

#include "sgn-date.h"
#include "sgn-fold.h"
#include "sgn-media-type.h"

#include <string.h>

#define DOCUMENT "evidence-list"
/* Shorter names stand in too many words by chance. */
#define NAME_LENGTH 2

static const char *const kinds[] = {
  [SGN_MEDIA_DOCUMENT] = "document",   [SGN_MEDIA_TABLE] = "table",
  [SGN_MEDIA_PICTURE] = "picture",     [SGN_MEDIA_MAIL] = "mail",
  [SGN_MEDIA_RECORDING] = "recording", [SGN_MEDIA_ARCHIVE] = "archive",
  [SGN_MEDIA_PROGRAM] = "program",     [SGN_MEDIA_OTHER] = "other",
};

SgnEvidenceList *
sgn_evidence_list_new (const SgnProjection *projection)
{
  SgnEvidenceList *self = g_new0 (SgnEvidenceList, 1);

  self->projection = projection;
  self->rows = json_array ();
  self->without = json_array ();
  self->numbers = g_hash_table_new (NULL, NULL);
  return self;
}

void
sgn_evidence_list_free (SgnEvidenceList *self)
{
  json_decref (self->rows);
  json_decref (self->without);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static const char *
get_text (const SgnEvidenceList *self, const char *key)
{
  return sgn_documents_text (self->projection->library->documents, DOCUMENT, key,
                             self->projection->request->language);
}

static json_t *
line_to_json (const SgnEvidenceList *self, const SgnItemLine *line)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "item", line->item->id);
  sgn_json_set_string (json, "number", line->item->number);
  sgn_projection_set_text (self->projection, json, "short", &line->item->short_title);
  sgn_projection_set_state (self->projection, json, line);
  return json;
}

json_t *
sgn_evidence_list_item (SgnEvidenceList *self, const SgnItemLine *line)
{
  json_t *json = line_to_json (self, line);

  sgn_json_set_string (json, "group", "item");
  return json;
}

json_t *
sgn_evidence_list_group (SgnEvidenceList *self, const char *kind)
{
  g_autofree char *key = g_strconcat ("group.", kind, NULL);
  json_t *json = json_object ();

  sgn_json_set_string (json, "item", NULL);
  sgn_json_set_string (json, "number", NULL);
  sgn_json_set_string (json, "short", get_text (self, key));
  sgn_json_set_string (json, "mark", NULL);
  sgn_json_set_string (json, "word", NULL);
  sgn_json_set_string (json, "group", kind);
  return json;
}

/* A file takes the number of its first row. */
static gint64
get_number (SgnEvidenceList *self, const SgnEvidence *evidence, gint64 kilobytes)
{
  gpointer known = g_hash_table_lookup (self->numbers, evidence);

  if (known != NULL)
    return GPOINTER_TO_INT (known);
  self->kilobytes += kilobytes;
  known = GINT_TO_POINTER ((int) g_hash_table_size (self->numbers) + 1);
  g_hash_table_insert (self->numbers, (gpointer) evidence, known);
  return GPOINTER_TO_INT (known);
}

/* Rounded half up; the sum of the column is the total that is printed. */
static gint64
count_kilobytes (const SgnEvidence *evidence)
{
  return MAX (1, (evidence->size + 500) / 1000);
}

static gboolean
contains (const char *folded, const char *word)
{
  g_autofree char *part = word != NULL ? sgn_fold (word) : NULL;

  return part != NULL && g_utf8_strlen (part, -1) >= NAME_LENGTH && strstr (folded, part) != NULL;
}

static gboolean
is_stem (const char *folded, const char *file_name)
{
  const char *dot = strrchr (file_name, '.');
  g_autofree char *stem =
    dot != NULL ? g_strndup (file_name, (gsize) (dot - file_name)) : g_strdup (file_name);
  g_autofree char *other = sgn_fold (stem);

  return g_str_equal (folded, other);
}

/* A title that nobody typed is the name of the file, and some name a person: neither is for
 * partners. */
static gboolean
is_for_partners (const SgnEvidenceList *self, const SgnEvidence *evidence, const char *title)
{
  GPtrArray *persons = self->projection->record->persons;
  g_autofree char *folded = sgn_fold (title);

  if (contains (folded, evidence->file_name) || is_stem (folded, evidence->file_name))
    return FALSE;
  for (guint i = 0; i < persons->len; i++) {
    const SgnPerson *person = persons->pdata[i];

    if (contains (folded, person->name) || contains (folded, person->name_en) ||
        contains (folded, person->kana))
      return FALSE;
  }
  return TRUE;
}

/* (nullable) */
static const char *
get_title (const SgnEvidenceList *self, const SgnEvidence *evidence)
{
  const char *title = sgn_projection_pick (self->projection, evidence->title, evidence->title_en);

  if (sgn_projection_is_internal (self->projection) || is_for_partners (self, evidence, title))
    return title;
  return NULL;
}

/* The keys only the company sees. */
static void
add_internal (const SgnEvidenceList *self, const SgnEvidence *evidence, json_t *row)
{
  const SgnProjection *projection = self->projection;
  const SgnPerson *person = sgn_record_find_person (projection->record, evidence->person);
  json_t *who = sgn_projection_person_to_json (projection, person);

  sgn_json_set_integer (row, "size", evidence->size);
  sgn_json_set_string (row, "file_name", evidence->file_name);
  sgn_json_set_string (row, "media_type", evidence->media_type);
  sgn_json_set_string (row, "by", sgn_json_string (who, "name"));
  sgn_json_set_string (row, "by_department", sgn_json_string (who, "department"));
  json_decref (who);
}

static void
set_kind (const SgnEvidenceList *self, const SgnEvidence *evidence, json_t *row)
{
  const SgnMediaType *type = sgn_media_type_find (evidence->media_type);
  const char *kind = kinds[type != NULL ? type->group : SGN_MEDIA_OTHER];
  g_autofree char *key = g_strconcat ("kind.", kind, NULL);

  sgn_json_set_string (row, "kind", kind);
  sgn_json_set_string (row, "kind_word", get_text (self, key));
}

void
sgn_evidence_list_add (SgnEvidenceList *self, const SgnEvidence *evidence, json_t *row)
{
  g_autofree char *added = sgn_time_get_date (evidence->added_at);
  gint64 kilobytes = count_kilobytes (evidence);

  sgn_json_set_integer (row, "no", get_number (self, evidence, kilobytes));
  sgn_json_set_string (row, "title", get_title (self, evidence));
  set_kind (self, evidence, row);
  sgn_json_set_string (row, "dated", evidence->dated);
  sgn_json_set_string (row, "added", added);
  sgn_json_set_string (row, "expires", evidence->expires);
  sgn_json_set_integer (row, "kilobytes", kilobytes);
  sgn_json_set_string (row, "sha256", evidence->sha256);
  if (sgn_projection_is_internal (self->projection))
    add_internal (self, evidence, row);
  json_array_append_new (self->rows, row);
}

/* What could prove the answer, for those who look for it. */
static char *
dup_proof (const SgnEvidenceList *self, const SgnItem *item)
{
  SgnLanguage language = self->projection->request->language;
  const char *separator =
    sgn_documents_text (self->projection->library->documents, DOCUMENT, "list.separator", language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->evidence->len; i++) {
    if (i > 0)
      g_string_append (text, separator);
    g_string_append (text, sgn_text_get (item->evidence->pdata[i], language));
  }
  return g_string_free (text, FALSE);
}

void
sgn_evidence_list_miss (SgnEvidenceList *self, const SgnItemLine *line)
{
  json_t *json = NULL;
  g_autofree char *proof = NULL;

  if (line->mark == SGN_MARK_NOT_APPLICABLE)
    return;
  json = line_to_json (self, line);
  proof = dup_proof (self, line->item);
  if (sgn_projection_is_internal (self->projection))
    sgn_json_set_string (json, "proof", proof);
  json_array_append_new (self->without, json);
}
