/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-document-paper.h"
#include "sgn-document-table.h"
#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

typedef enum {
  SGN_AUDIENCE_INTERNAL,
  SGN_AUDIENCE_PARTNER,
} SgnAudience;

const char *sgn_audience_to_key (SgnAudience audience);
gboolean sgn_audience_from_key (const char *key, SgnAudience *audience);

/* One kind of sheet, from data/documents/documents.json. Owned by its SgnDocuments. */
typedef struct {
  char *id;
  char *prefix; /* (nullable): its number begins with it; NULL: it gets no number */
  char *form;
  char *form_version;
  SgnText title;
  SgnText short_title; /* running head */
  SgnText menu;
  char **audiences;
  char **formats;
  char *group;     /* (nullable): its place in the set for auditors and partners; NULL: not in it */
  char **variants; /* papers and settings it can be made in, the usual one first; may be empty */
  char *disclaimer;   /* id of the disclaimer */
  gboolean trademark; /* the trademark sentence is printed */
} SgnDocument;

/* All documents and the fixed texts of sheets. Immutable; atomically reference counted. */
typedef struct _SgnDocuments SgnDocuments;

SgnDocuments *sgn_documents_load (const char *data_dir, GError **error);
SgnDocuments *sgn_documents_ref (SgnDocuments *self);
void sgn_documents_unref (SgnDocuments *self);
GPtrArray *sgn_documents_get_all (SgnDocuments *self); /* of SgnDocument, owned by @self */
const SgnDocument *sgn_documents_find (SgnDocuments *self, const char *id); /* (nullable) */
/* The title as printed: that of @projection where it has one of its own, else that of the document.
 */
const char *
sgn_document_get_title (const SgnDocument *self, const json_t *projection, SgnLanguage language);
gboolean sgn_document_has_audience (const SgnDocument *self, SgnAudience audience);
gboolean sgn_document_has_format (const SgnDocument *self, const char *format);
/* @variant NULL is the usual one. */
gboolean sgn_document_has_variant (const SgnDocument *self, const char *variant);
/* The running head, the same way. */
const char *sgn_document_get_short_title (const SgnDocument *self,
                                          const json_t *projection,
                                          SgnLanguage language);
/* (element-type SgnDocumentTable) (nullable): the tables of the document; owned by @self */
GPtrArray *sgn_documents_get_tables (SgnDocuments *self, const char *document);
/* (element-type SgnDocumentPaper) (nullable): the papers it lists; owned by @self */
GPtrArray *sgn_documents_get_papers (SgnDocuments *self, const char *document);

/* The fixed text @key of @document in @language, looked up in the document's own strings, then in
 * the common ones. A key that is in neither is a programmer error: the key itself is returned after
 * g_critical(). */
const char *sgn_documents_text (SgnDocuments *self,
                                const char *document,
                                const char *key,
                                SgnLanguage language);
/* Whether @document has a text @key of its own. */
gboolean sgn_documents_has_text (SgnDocuments *self, const char *document, const char *key);
/* The same with {name} placeholders replaced from name, value pairs ended by NULL. Owned by the
 * caller. */
char *sgn_documents_format (SgnDocuments *self,
                            const char *document,
                            const char *key,
                            SgnLanguage language,
                            ...) G_GNUC_NULL_TERMINATED;
const char *sgn_documents_disclaimer (SgnDocuments *self, const char *id, SgnLanguage language);
const char *sgn_documents_trademark (SgnDocuments *self, SgnLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnDocuments, sgn_documents_unref)

G_END_DECLS
