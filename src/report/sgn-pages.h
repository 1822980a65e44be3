/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sgn-document.h"
#include "sgn-finding.h"
#include "sgn-watch.h"

G_BEGIN_DECLS

/**
 * SgnSheet:
 * @document: which sheet
 * @documents: the fixed texts
 * @language: language of the sheet
 * @audience: for whom
 * @projection: the record behind it, the only source of what is printed
 * @record_hash: SHA-256 of the canonical @projection
 * @number: (nullable): document number; NULL prints 写し, as from a file opened read-only
 * @issued: time of issue
 * @program: version of the program, as printed in the footer
 * @training: 研修用サンプル across the page
 * @pictures: (nullable): SHA-256 → SgnPicture, to be shown beside what the record says of the file
 * @watch: (nullable): who waits for it to be laid out
 *
 * What a sheet is made from.
 */
typedef struct {
  const SgnDocument *document;
  SgnDocuments *documents;
  SgnLanguage language;
  SgnAudience audience;
  json_t *projection;
  const char *record_hash;
  const char *number;
  const char *issued;
  const char *program;
  gboolean training;
  GHashTable *pictures;
  const SgnWatch *watch;
} SgnSheet;

/* A sheet laid out into boxes on pages. Plain data: may be made on one thread and painted on
 * another, one at a time. Atomically reference counted. */
typedef struct _SgnPages SgnPages;

/* Checks every character against the fonts first (see sgn_pages_get_findings()), then lays out.
 * Fails only when the fonts are not installed (SGN_ERROR_NOT_YET naming the package), the document
 * has no layout, or whoever waits has stopped it. */
SgnPages *sgn_pages_new (const SgnSheet *sheet, GError **error);
SgnPages *sgn_pages_ref (SgnPages *self);
void sgn_pages_unref (SgnPages *self);

/* Moves the pages of @other, which is left without any, behind those of @self. */
void sgn_pages_append (SgnPages *self, SgnPages *other);

/* Of SgnFinding, owned by @self: private-use characters and characters no font has are refusals. */
GPtrArray *sgn_pages_get_findings (SgnPages *self);
guint sgn_pages_get_n_pages (SgnPages *self);
const char *sgn_pages_get_number (SgnPages *self); /* (nullable): the document number on them */
void sgn_pages_get_size (SgnPages *self, double *width, double *height); /* in points */
/* The one painter: page @page (from 0) at 1 unit = 1 pt; PDF, printer and preview call it. */
void sgn_pages_paint (SgnPages *self, guint page, cairo_t *cr);
/* The boxes as text, for golden tests. */
char *sgn_pages_to_text (SgnPages *self);
/* The finished PDF with @attachment (JSON) inside; byte-identical for the same input.
 * SGN_ERROR_CHECK when a finding refuses. */
GBytes *sgn_pages_to_pdf (SgnPages *self, GBytes *attachment, GError **error);
/* The same for somebody who hears of each page, and may stop it: G_IO_ERROR_CANCELLED. */
GBytes *sgn_pages_to_pdf_watched (SgnPages *self,
                                  GBytes *attachment,
                                  const SgnWatch *watch,
                                  GError **error);

/* The JSON attached to a PDF that this program wrote, and whether the footer's hash fits;
 * SGN_ERROR_UNREADABLE otherwise. */
GBytes *sgn_pdf_get_attachment (GBytes *pdf, char **record_hash, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPages, sgn_pages_unref)

G_END_DECLS
