/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-document-paper.h"
#include "sgn-reader-private.h"

G_BEGIN_DECLS

/* (transfer full) (element-type SgnDocumentPaper): the list "papers" of @object; empty without */
GPtrArray *sgn_document_papers_read (SgnReader *reader, const json_t *object);

G_END_DECLS
