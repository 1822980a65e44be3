/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <qpdf/qpdf-c.h>

#include "sgn-paint.h"

G_BEGIN_DECLS

/* Mends what cairo writes otherwise than PDF/A-3a and PDF/UA-1 ask: what was painted as no content
 * becomes an artifact and leaves the structure, glyphs of TrueType fonts are looked up by their own
 * numbers, pages are no transparency groups, times begin as times do. */
void sgn_pdf_make_archival (qpdf_data qpdf, SgnPages *pages);

G_END_DECLS
