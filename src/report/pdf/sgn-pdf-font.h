/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pdf-object.h"

G_BEGIN_DECLS

/* Says what cairo leaves unsaid of the fonts of @page, and takes from them what only screens of
 * few dots need. @known: the numbers of the fonts this was done to, shared by all pages. */
void sgn_pdf_mend_fonts (qpdf_data qpdf, qpdf_oh page, GHashTable *known);

G_END_DECLS
