/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-history-private.h"

#include "sgn-declaration.h"

#include <string.h>

/* Digits of a hash that name a file. */
#define HASH_DIGITS 12

/* Where a row has its name. */
typedef struct {
  const char *kind;
  const char *column;
} NameColumn;

static const NameColumn name_columns[] = {
  { SGN_KIND_PERSON, "name" },    { SGN_KIND_SITE, "name" },  { SGN_KIND_PLACE, "place" },
  { SGN_KIND_EVIDENCE, "title" }, { SGN_KIND_TASK, "title" },
};

const char *
sgn_teller_get_text (const SgnTeller *self, const char *key)
{
  return sgn_documents_text (self->projection->library->documents, "history", key,
                             self->projection->request->language);
}

char *
sgn_teller_make_key (const char *stem, const char *word)
{
  char *key = g_strconcat (stem, word, NULL);

  return g_strdelimit (key, "-", '_');
}

/* The part of a link's id before the first slash. */
static gint64
get_owner (const char *id)
{
  return g_ascii_strtoll (id, NULL, 10);
}

/* (nullable) */
static const char *
pick_text (const SgnTeller *self, const json_t *row, const char *column)
{
  g_autofree char *twin = g_strconcat (column, "_en", NULL);

  return sgn_projection_pick (self->projection, sgn_json_string (row, column),
                              sgn_json_string (row, twin));
}

/* (nullable): the name in its own row, as it was then */
static const char *
find_own_name (const SgnTeller *self, const char *kind, const json_t *row)
{
  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (name_columns); i++) {
    if (g_str_equal (name_columns[i].kind, kind))
      return pick_text (self, row, name_columns[i].column);
  }
  return NULL;
}

/* (nullable): of a row that another one names, as it is now */
static const char *
find_other_name (const SgnTeller *self, const char *kind, const char *id)
{
  const SgnRecord *record = self->projection->record;
  const SgnEvidence *evidence = NULL;
  const SgnTask *task = NULL;

  if (g_str_equal (kind, SGN_KIND_EVIDENCE) || g_str_equal (kind, SGN_KIND_EVIDENCE_LINK))
    evidence = sgn_record_find_evidence (record, get_owner (id));
  if (g_str_equal (kind, SGN_KIND_TASK) || g_str_equal (kind, SGN_KIND_TASK_LINK))
    task = sgn_record_find_task (record, get_owner (id));
  if (evidence != NULL)
    return sgn_projection_pick (self->projection, evidence->title, evidence->title_en);
  return task != NULL ? sgn_projection_pick (self->projection, task->title, task->title_en) : NULL;
}

static const char *
find_star (const SgnTeller *self, const char *id, const json_t *row)
{
  SgnLanguage language = self->projection->request->language;
  GPtrArray *declarations = self->projection->record->declarations;
  gint64 star = sgn_json_integer (row, "star", 0);

  for (guint i = 0; star == 0 && i < declarations->len; i++) {
    const SgnDeclaration *declaration = declarations->pdata[i];

    if (declaration->id == get_owner (id))
      star = declaration->star;
  }
  return star > 0 ? sgn_star_to_words ((int) star, language) : id;
}

static const char *
find_document (const SgnTeller *self, const json_t *row)
{
  const char *id = sgn_json_string (row, "document");
  const SgnDocument *document =
    id != NULL ? sgn_documents_find (self->projection->library->documents, id) : NULL;

  return document != NULL ? sgn_text_get (&document->menu, self->projection->request->language)
                          : id;
}

/* (nullable): one of those that a company chooses for its documents */
static const char *
find_setting (const SgnTeller *self, const char *id)
{
  static const char *const known[] = { "dates", "stamps", "fiscal-month", "training", NULL };
  g_autofree char *key = sgn_teller_make_key ("setting.", id);

  return g_strv_contains (known, id) ? sgn_teller_get_text (self, key) : NULL;
}

/* (nullable): one of the company's own guidelines, while it has it */
static const char *
find_guideline (const SgnTeller *self, const char *key)
{
  const SgnCatalogue *catalogue = g_hash_table_lookup (self->projection->record->catalogues, key);

  return catalogue != NULL ? sgn_text_get (&catalogue->title, self->projection->request->language)
                           : NULL;
}

/* (nullable): the guideline of the assessment @id */
static const SgnCatalogue *
find_catalogue (const SgnTeller *self, const char *id)
{
  g_autofree char *assessment = g_strndup (id, strcspn (id, "/"));

  return g_hash_table_lookup (self->history->catalogues, assessment);
}

/* What people call it in short; its own short title says how many questions it has. */
static const char *
get_guideline (const SgnTeller *self, const SgnCatalogue *catalogue)
{
  if (g_str_equal (catalogue->id, SGN_SELF_CHECK))
    return sgn_teller_get_text (self, "guideline.ipa_self_check");
  return sgn_text_get (&catalogue->short_title, self->projection->request->language);
}

static char *
name_assessment (const SgnTeller *self, const char *id)
{
  SgnLanguage language = self->projection->request->language;
  const SgnCatalogue *catalogue = find_catalogue (self, id);

  if (catalogue == NULL)
    return sgn_teller_format (self, "check.unknown", "id", id, NULL);
  return sgn_teller_format (self, "check.name", "title", get_guideline (self, catalogue), "edition",
                            sgn_text_get (&catalogue->edition_label, language), NULL);
}

static char *
name_answer (const SgnTeller *self, const char *id)
{
  SgnLanguage language = self->projection->request->language;
  const SgnCatalogue *catalogue = find_catalogue (self, id);
  const SgnItem *item = sgn_history_find_item (self->history, id);

  if (catalogue == NULL || item == NULL)
    return sgn_teller_format (self, "subject.other", "kind", SGN_KIND_ANSWER, "id", id, NULL);
  return sgn_teller_format (self, "subject.answer", "check", get_guideline (self, catalogue),
                            "number", item->number, "name",
                            sgn_text_get (&item->short_title, language), NULL);
}

/* (nullable): what stands for {name} in the subject of @kind */
static char *
dup_name (const SgnTeller *self, const char *kind, const char *id, const json_t *row)
{
  const char *name = find_own_name (self, kind, row);

  if (name == NULL)
    name = find_other_name (self, kind, id);
  if (g_str_equal (kind, SGN_KIND_DECLARATION))
    name = find_star (self, id, row);
  if (g_str_equal (kind, SGN_KIND_ISSUE))
    name = find_document (self, row);
  if (g_str_equal (kind, SGN_KIND_SETTING))
    name = find_setting (self, id);
  if (g_str_equal (kind, SGN_KIND_CATALOGUE))
    name = find_guideline (self, id);
  if (g_str_equal (kind, SGN_KIND_BLOB))
    return g_strndup (id, HASH_DIGITS);
  return g_strdup (name);
}

static gboolean
is_known_kind (const char *kind)
{
  static const char *const kinds[] = {
    SGN_KIND_COMPANY,       SGN_KIND_PERSON,      SGN_KIND_SITE,      SGN_KIND_EVIDENCE,
    SGN_KIND_EVIDENCE_LINK, SGN_KIND_DECLARATION, SGN_KIND_PLACE,     SGN_KIND_POLICY,
    SGN_KIND_ISSUE,         SGN_KIND_TASK,        SGN_KIND_TASK_LINK, SGN_KIND_SETTING,
    SGN_KIND_CATALOGUE,     SGN_KIND_EVENT,       SGN_KIND_BLOB,      NULL
  };

  return g_strv_contains (kinds, kind);
}

char *
sgn_teller_name (const SgnTeller *self, const char *kind, const char *id, const json_t *row)
{
  g_autofree char *key = sgn_teller_make_key ("subject.", kind);
  g_autofree char *name = NULL;

  if (g_str_equal (kind, SGN_KIND_ASSESSMENT))
    return name_assessment (self, id);
  if (g_str_equal (kind, SGN_KIND_ANSWER))
    return name_answer (self, id);
  if (!is_known_kind (kind))
    return sgn_teller_format (self, "subject.other", "kind", kind, "id", id, NULL);

  name = dup_name (self, kind, id, row);
  return sgn_teller_format (self, key, "name", name != NULL && *name != '\0' ? name : id, "id", id,
                            NULL);
}

char *
sgn_teller_name_target (const SgnTeller *self, const char *kind, const char *id)
{
  if (g_str_equal (kind, SGN_KIND_DECLARATION))
    return sgn_teller_format (self, "target.declaration", "name", find_star (self, id, NULL), NULL);
  return sgn_teller_name (self, kind, id, NULL);
}
