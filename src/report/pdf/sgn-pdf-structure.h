/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <qpdf/qpdf-c.h>

#include "sgn-paint.h"

G_BEGIN_DECLS

/* Adds what cairo cannot write to the structure tree: alternative texts, scopes and spans of cells;
 * and joins the elements that go on over a page break. FALSE when the tree is not the one that
 * @log describes. */
gboolean sgn_pdf_complete_structure (qpdf_data qpdf, SgnPages *pages, const SgnTagLog *log);

G_END_DECLS
