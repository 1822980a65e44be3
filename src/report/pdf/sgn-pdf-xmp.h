/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages-private.h"

G_BEGIN_DECLS

/* Stands before the record hash in the description of the attachment. */
#define SGN_PDF_RECORD_PREFIX "sengen-record sha256:"

/* The names of the claims a file makes about itself. */
#define SGN_PDF_PDFA_ID "http://www.aiim.org/pdfa/ns/id/"
#define SGN_PDF_PDFUA_ID "http://www.aiim.org/pdfua/ns/id/"

/* Title, company, programs and times as XMP. @producer: what drew the pages, as the file says
 * elsewhere. @claim: that the file is PDF/A-3a and PDF/UA-1. Owned by the caller. */
char *sgn_pdf_xmp_write (SgnPages *pages, const char *producer, gboolean claim);
/* D:20261123100000+09'00', from a time of ours. Owned by the caller. */
char *sgn_pdf_date_format (const char *time);

G_END_DECLS
