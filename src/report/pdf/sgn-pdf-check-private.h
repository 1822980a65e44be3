/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pdf-check.h"
#include "sgn-pdf-object.h"

G_BEGIN_DECLS

typedef enum {
  SGN_PDF_RULE_FILE,
  SGN_PDF_RULE_FORBIDDEN,
  SGN_PDF_RULE_MARKED,
  SGN_PDF_RULE_LANGUAGE,
  SGN_PDF_RULE_TITLE,
  SGN_PDF_RULE_METADATA,
  SGN_PDF_RULE_CLAIM,
  SGN_PDF_RULE_OUTPUT_INTENT,
  SGN_PDF_RULE_ATTACHMENT,
  SGN_PDF_RULE_TRANSPARENCY,
  SGN_PDF_RULE_COLOUR,
  SGN_PDF_RULE_FONT,
  SGN_PDF_RULE_CONTENT,
  SGN_PDF_RULE_STRUCTURE,
  SGN_PDF_RULE_TABLE,
  SGN_PDF_RULE_LIST,
  SGN_PDF_RULE_FIGURE,
  SGN_PDF_RULE_HEADING,
} SgnPdfRule;

/* Of a marked piece of content. */
#define SGN_PDF_SEEN_ON_PAGE 1
#define SGN_PDF_SEEN_IN_TREE 2

typedef struct {
  int id; /* object number */
  qpdf_oh page;
  qpdf_oh parents;   /* the elements of its marked pieces, by their numbers */
  GByteArray *marks; /* by number: SGN_PDF_SEEN_… */
} SgnPdfCheckPage;

typedef struct {
  qpdf_data qpdf;
  qpdf_oh root;
  GArray *pages;          /* of SgnPdfCheckPage */
  GHashTable *page_of_id; /* object number → index + 1 */
  const SgnWatch *watch;  /* (nullable) */
  GPtrArray *findings;
} SgnPdfCheck;

void sgn_pdf_check_complain (SgnPdfCheck *self, SgnPdfRule rule, const char *place);
/* FALSE complains. */
gboolean sgn_pdf_check_that (SgnPdfCheck *self, gboolean holds, SgnPdfRule rule, const char *place);
/* Notes that the piece @mcid was met, as @seen says; FALSE when it had been before. */
gboolean sgn_pdf_check_page_see (SgnPdfCheckPage *self, int mcid, guint8 seen);

void sgn_pdf_check_document (SgnPdfCheck *self);
void sgn_pdf_check_metadata (SgnPdfCheck *self);
void sgn_pdf_check_page (SgnPdfCheck *self, SgnPdfCheckPage *page);
void sgn_pdf_check_content (SgnPdfCheck *self, SgnPdfCheckPage *page);
/* After the content of all pages. */
void sgn_pdf_check_structure (SgnPdfCheck *self);
void sgn_pdf_check_table (SgnPdfCheck *self, qpdf_oh table);

G_END_DECLS
