/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-document.h"

#include "sgn-document-paper-private.h"
#include "sgn-document-table-private.h"
#include "sgn-placeholder.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

/* What each document is, and what is printed on it besides the record. */
struct _SgnDocuments {
  GPtrArray *all;          /* of SgnDocument */
  GHashTable *disclaimers; /* id → SgnText */
  GHashTable *common;      /* key → SgnText */
  GHashTable *strings;     /* id of a document → its own key → SgnText */
  GHashTable *tables;      /* id of a document → GPtrArray of SgnDocumentTable */
  GHashTable *papers;      /* id of a document → GPtrArray of SgnDocumentPaper */
  SgnText trademark;
};

/**
 * sgn_audience_to_key:
 * @audience: an audience
 *
 * Returns: "internal" or "partner"
 */
const char *
sgn_audience_to_key (SgnAudience audience)
{
  return audience == SGN_AUDIENCE_PARTNER ? "partner" : "internal";
}

/**
 * sgn_audience_from_key:
 * @key: (nullable): "internal" or "partner"
 * @audience: (out): the audience; untouched when @key is neither
 *
 * Returns: whether @key names an audience
 */
gboolean
sgn_audience_from_key (const char *key, SgnAudience *audience)
{
  g_return_val_if_fail (audience != NULL, FALSE);

  if (g_strcmp0 (key, "internal") == 0)
    *audience = SGN_AUDIENCE_INTERNAL;
  else if (g_strcmp0 (key, "partner") == 0)
    *audience = SGN_AUDIENCE_PARTNER;
  else
    return FALSE;
  return TRUE;
}

static void
document_free (gpointer data)
{
  SgnDocument *self = data;

  g_free (self->id);
  g_free (self->prefix);
  g_free (self->form);
  g_free (self->form_version);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->short_title);
  sgn_text_clear (&self->menu);
  g_strfreev (self->audiences);
  g_strfreev (self->formats);
  g_free (self->group);
  g_strfreev (self->variants);
  g_free (self->disclaimer);
  g_free (self);
}

static void
clear (gpointer data)
{
  SgnDocuments *self = data;

  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->strings);
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->papers);
  g_clear_pointer (&self->disclaimers, g_hash_table_unref);
  g_clear_pointer (&self->common, g_hash_table_unref);
  sgn_text_clear (&self->trademark);
}

/* Every word of the list at @key must be one of @choices. */
static char **
read_words (SgnReader *reader, const json_t *object, const char *key, const char *const *choices)
{
  char **words = sgn_reader_dup_strings (reader, object, key, 1);
  g_autofree char *expected = g_strjoinv (", ", (char **) choices);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (choices, words[i]))
      sgn_reader_fail_value (reader, key, words[i], expected);
  return words;
}

/* What a sheet is called and which letters its number begins with must not be shared. */
static void
check_unique (SgnReader *reader, const SgnDocuments *self, const SgnDocument *document)
{
  for (guint i = 0; i < self->all->len; i++) {
    const SgnDocument *before = g_ptr_array_index (self->all, i);

    if (g_strcmp0 (before->id, document->id) == 0)
      sgn_reader_fail_value (reader, "id", document->id, _ ("a word that no entry before it has"));
    if (document->prefix != NULL && g_strcmp0 (before->prefix, document->prefix) == 0)
      sgn_reader_fail_value (reader, "prefix", document->prefix,
                             _ ("a word that no entry before it has"));
  }
}

static void
read_document (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id",      "prefix",     "form",      "form_version",
                                      "title",   "short",      "menu",      "audiences",
                                      "formats", "disclaimer", "trademark", "variants",
                                      "group",   NULL };
  static const char *const audiences[] = { "internal", "partner", NULL };
  static const char *const formats[] = { "pdf", "xlsx", "csv", "json", NULL };
  SgnDocuments *self = data;
  SgnDocument *document;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  document = g_new0 (SgnDocument, 1);
  document->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  if (sgn_reader_has (object, "prefix"))
    document->prefix = sgn_reader_dup_string (reader, object, "prefix");
  document->form = sgn_reader_dup_string (reader, object, "form");
  document->form_version = sgn_reader_dup_string (reader, object, "form_version");
  sgn_reader_text (reader, object, "title", &document->title);
  sgn_reader_text (reader, object, "short", &document->short_title);
  sgn_reader_text (reader, object, "menu", &document->menu);
  document->audiences = read_words (reader, object, "audiences", audiences);
  document->formats = read_words (reader, object, "formats", formats);
  document->disclaimer = sgn_reader_dup_word (reader, object, "disclaimer", SGN_WORD_ID);
  document->trademark = sgn_json_boolean (object, "trademark");
  if (sgn_reader_has (object, "group"))
    document->group = sgn_reader_dup_word (reader, object, "group", SGN_WORD_ID);
  document->variants = sgn_reader_has (object, "variants")
                         ? sgn_reader_dup_strings (reader, object, "variants", 1)
                         : g_new0 (char *, 1);
  if (document->disclaimer != NULL && self->disclaimers != NULL &&
      !g_hash_table_contains (self->disclaimers, document->disclaimer))
    sgn_reader_fail_value (reader, "disclaimer", document->disclaimer,
                           _ ("the id of a disclaimer"));
  check_unique (reader, self, document);
  g_ptr_array_add (self->all, document);
}

static void
read_list (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "documents", "disclaimers", "trademark", "common", NULL };
  SgnDocuments *self = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  self->disclaimers = sgn_reader_dup_texts (reader, json, "disclaimers");
  self->common = sgn_reader_dup_texts (reader, json, "common");
  sgn_reader_text (reader, json, "trademark", &self->trademark);
  sgn_reader_each (reader, json, "documents", 1, read_document, self);
}

/* What one document says besides the common strings, the tables it has, and the papers it lists. */
typedef struct {
  GHashTable *strings;
  GPtrArray *tables;
  GPtrArray *papers;
} Words;

static void
read_words_of (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "strings", "tables", "papers", NULL };
  Words *words = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  words->strings = sgn_reader_dup_texts (reader, json, "strings");
  words->tables = sgn_document_tables_read (reader, json);
  words->papers = sgn_document_papers_read (reader, json);
}

/* Reads data/documents/@stem.json with @func. */
static gboolean
load (const char *data_dir, const char *stem, SgnReaderFunc func, gpointer data, GError **error)
{
  g_autofree char *file = g_strconcat (stem, ".json", NULL);
  g_autofree char *path = g_build_filename (data_dir, "documents", file, NULL);

  return sgn_reader_load (path, func, data, error);
}

static gboolean
load_words_of (SgnDocuments *self, const char *data_dir, const char *id, GError **error)
{
  Words words = { NULL, NULL, NULL };
  gboolean read = load (data_dir, id, read_words_of, &words, error);

  if (words.strings != NULL)
    g_hash_table_insert (self->strings, g_strdup (id), words.strings);
  if (words.tables != NULL)
    g_hash_table_insert (self->tables, g_strdup (id), words.tables);
  if (words.papers != NULL)
    g_hash_table_insert (self->papers, g_strdup (id), words.papers);
  return read;
}

static gboolean
load_words (SgnDocuments *self, const char *data_dir, GError **error)
{
  for (guint i = 0; i < self->all->len; i++) {
    const SgnDocument *document = g_ptr_array_index (self->all, i);

    if (!load_words_of (self, data_dir, document->id, error))
      return FALSE;
  }
  /* A page that says nothing of the record, what the checks find, what a room is asked and the
   * papers it gets: none of the documents. */
  return load_words_of (self, data_dir, "recovery-sheet", error) &&
         load_words_of (self, data_dir, "consistency", error) &&
         load_words_of (self, data_dir, "seminar", error) &&
         load_words_of (self, data_dir, "seminar-handout", error) &&
         load_words_of (self, data_dir, "seminar-key", error) &&
         load_words_of (self, data_dir, "seminar-script", error);
}

/**
 * sgn_documents_load:
 * @data_dir: the folder with documents/
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Reads documents/documents.json and, for each document in it, its own strings.
 *
 * Returns: (transfer full): the documents, or NULL
 */
SgnDocuments *
sgn_documents_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnDocuments) self = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_atomic_rc_box_new0 (SgnDocuments);
  self->all = g_ptr_array_new_with_free_func (document_free);
  self->strings =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->tables =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->papers =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!load (data_dir, "documents", read_list, self, error) || !load_words (self, data_dir, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sgn_documents_ref:
 * @self: documents
 *
 * Returns: (transfer full): @self
 */
SgnDocuments *
sgn_documents_ref (SgnDocuments *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * sgn_documents_unref:
 * @self: (transfer full): documents
 */
void
sgn_documents_unref (SgnDocuments *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sgn_documents_get_all:
 * @self: documents
 *
 * Returns: (transfer none) (element-type SgnDocument): every document, in the order of the list
 */
GPtrArray *
sgn_documents_get_all (SgnDocuments *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->all;
}

/**
 * sgn_documents_find:
 * @self: documents
 * @id: (nullable): the id of a document
 *
 * Returns: (nullable) (transfer none): the document
 */
const SgnDocument *
sgn_documents_find (SgnDocuments *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->all->len; i++) {
    const SgnDocument *document = g_ptr_array_index (self->all, i);

    if (g_strcmp0 (document->id, id) == 0)
      return document;
  }
  return NULL;
}

/**
 * sgn_document_get_title:
 * @self: a document
 * @projection: the record behind a sheet of it
 * @language: the language of the sheet
 *
 * Returns: the title as printed: that of @projection where it has one of its own
 */
const char *
sgn_document_get_title (const SgnDocument *self, const json_t *projection, SgnLanguage language)
{
  const char *title = NULL;

  g_return_val_if_fail (self != NULL, "");

  title = sgn_json_string (projection, "title");
  return title != NULL ? title : sgn_text_get (&self->title, language);
}

/**
 * sgn_document_has_audience:
 * @self: a document
 * @audience: who would read it
 *
 * Returns: whether the document is made for @audience
 */
gboolean
sgn_document_has_audience (const SgnDocument *self, SgnAudience audience)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->audiences, sgn_audience_to_key (audience));
}

/**
 * sgn_document_has_format:
 * @self: a document
 * @format: (nullable): "pdf", "xlsx", "csv" or "json"
 *
 * Returns: whether the document can be written in @format
 */
gboolean
sgn_document_has_format (const SgnDocument *self, const char *format)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return format != NULL && g_strv_contains ((const char *const *) self->formats, format);
}

/**
 * sgn_document_has_variant:
 * @self: a document
 * @variant: (nullable): the name of a variant, such as "a3-vertical"; %NULL: the usual one
 *
 * Returns: whether the document can be made in @variant
 */
gboolean
sgn_document_has_variant (const SgnDocument *self, const char *variant)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return variant == NULL || g_strv_contains ((const char *const *) self->variants, variant);
}

/**
 * sgn_document_get_short_title:
 * @self: a document
 * @projection: the record behind a sheet of it
 * @language: the language of the sheet
 *
 * Returns: the running head: that of @projection where it has one of its own
 */
const char *
sgn_document_get_short_title (const SgnDocument *self,
                              const json_t *projection,
                              SgnLanguage language)
{
  const char *title = NULL;

  g_return_val_if_fail (self != NULL, "");

  title = sgn_json_string (projection, "short");
  return title != NULL ? title : sgn_text_get (&self->short_title, language);
}

/**
 * sgn_documents_get_tables:
 * @self: documents
 * @document: the id of a document
 *
 * Returns: (transfer none) (element-type SgnDocumentTable) (nullable): the tables it can be written
 *   as, the one for machines first; %NULL for an unknown @document
 */
GPtrArray *
sgn_documents_get_tables (SgnDocuments *self, const char *document)
{
  g_return_val_if_fail (self != NULL && document != NULL, NULL);

  return g_hash_table_lookup (self->tables, document);
}

/**
 * sgn_documents_get_papers:
 * @self: documents
 * @document: the id of a document
 *
 * Returns: (transfer none) (element-type SgnDocumentPaper) (nullable): the documents and records
 *   that it lists; empty for most; %NULL for an unknown @document
 */
GPtrArray *
sgn_documents_get_papers (SgnDocuments *self, const char *document)
{
  g_return_val_if_fail (self != NULL && document != NULL, NULL);

  return g_hash_table_lookup (self->papers, document);
}

/**
 * sgn_documents_text:
 * @self: documents
 * @document: (nullable): the id of a document; NULL looks in the common strings only
 * @key: the key of a text
 * @language: the language of the sheet
 *
 * Returns: (transfer none): the text; @key itself when there is none, after a critical message
 */
const char *
sgn_documents_text (SgnDocuments *self, const char *document, const char *key, SgnLanguage language)
{
  GHashTable *own;
  const SgnText *text = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, key);

  own = document != NULL ? g_hash_table_lookup (self->strings, document) : NULL;
  if (own != NULL)
    text = g_hash_table_lookup (own, key);
  if (text == NULL)
    text = g_hash_table_lookup (self->common, key);
  if (text != NULL)
    return sgn_text_get (text, language);

  g_critical ("no text “%s” for document “%s”", key, document != NULL ? document : "");
  return key;
}

gboolean
sgn_documents_has_text (SgnDocuments *self, const char *document, const char *key)
{
  GHashTable *own;

  g_return_val_if_fail (self != NULL && document != NULL && key != NULL, FALSE);

  own = g_hash_table_lookup (self->strings, document);
  return own != NULL && g_hash_table_contains (own, key);
}

/**
 * sgn_documents_format:
 * @self: documents
 * @document: (nullable): the id of a document
 * @key: the key of a text
 * @language: the language of the sheet
 * @...: name, value, name, value … ended by NULL; each {name} becomes its value
 *
 * Returns: (transfer full): the filled text
 */
char *
sgn_documents_format (SgnDocuments *self,
                      const char *document,
                      const char *key,
                      SgnLanguage language,
                      ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  const char *word;
  va_list words;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  va_start (words, language);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (pairs, (gpointer) word);
  va_end (words);
  g_ptr_array_add (pairs, NULL);

  return sgn_placeholder_fill (sgn_documents_text (self, document, key, language),
                               (const char *const *) pairs->pdata);
}

/**
 * sgn_documents_disclaimer:
 * @self: documents
 * @id: the id of a disclaimer, as SgnDocument names it
 * @language: the language of the sheet
 *
 * Returns: (nullable) (transfer none): the sentence that says what the sheet is not; NULL for an
 *   unknown @id
 */
const char *
sgn_documents_disclaimer (SgnDocuments *self, const char *id, SgnLanguage language)
{
  const SgnText *text;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  text = g_hash_table_lookup (self->disclaimers, id);
  return text != NULL ? sgn_text_get (text, language) : NULL;
}

/**
 * sgn_documents_trademark:
 * @self: documents
 * @language: the language of the sheet
 *
 * Returns: (transfer none): the sentence on the trademark that sheets naming it carry
 */
const char *
sgn_documents_trademark (SgnDocuments *self, SgnLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sgn_text_get (&self->trademark, language);
}
