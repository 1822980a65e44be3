/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages-private.h"

G_BEGIN_DECLS

/* Stands before the record hash in the description of the attachment. */
#define SGN_PDF_RECORD_PREFIX "sengen-record sha256:"

/* Title, company, program and times as XMP. Owned by the caller. */
char *sgn_pdf_xmp_write (SgnPages *pages);
/* D:20261123100000+09'00, from a time of ours. Owned by the caller. */
char *sgn_pdf_date_format (const char *time);

G_END_DECLS
