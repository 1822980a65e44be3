/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-document.h"

G_BEGIN_DECLS

#define SGN_TYPE_DOCUMENT_ROW (sgn_document_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnDocumentRow, sgn_document_row, SGN, DOCUMENT_ROW, GtkListBoxRow)

/* A sheet in the list, with its length and its formats, or why it cannot be made yet. */
GtkWidget *sgn_document_row_new (const SgnDocument *document);
const SgnDocument *sgn_document_row_get_document (SgnDocumentRow *self);
void sgn_document_row_set_obstacle (SgnDocumentRow *self, const char *obstacle);
const char *sgn_document_row_get_obstacle (SgnDocumentRow *self); /* (nullable) */

void sgn_document_row_set_pages (SgnDocumentRow *self, guint pages, gboolean refused);
/* Whether the number of pages is up to date; it is shown in either case. */
gboolean sgn_document_row_get_counted (SgnDocumentRow *self);

G_END_DECLS
