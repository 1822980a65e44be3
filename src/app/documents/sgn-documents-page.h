/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_DOCUMENTS_PAGE (sgn_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnDocumentsPage, sgn_documents_page, SGN, DOCUMENTS_PAGE, SgnPage)

/* For whom, in which language, which sheet; the sheet as it will print; issuing it. */
/* Chooses a document by its id. */
gboolean sgn_documents_page_show_document (SgnDocumentsPage *self, const char *document);
gboolean sgn_documents_page_is_ready (SgnDocumentsPage *self); /* the preview stands there */
gboolean sgn_documents_page_is_counted (SgnDocumentsPage *self);

G_END_DECLS
