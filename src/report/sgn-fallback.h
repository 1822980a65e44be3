/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "sgn-pages.h"

G_BEGIN_DECLS

/* The fonts that have what the sheets' own lack hold everything (Noto CJK: 19 MB), and for a single
 * glyph cairo reads such a font whole and embeds much of it. Here they are cut down to the glyphs
 * that will be painted before cairo sees them. Only fonts with CFF outlines: of the others cairo
 * takes no more than it needs. */
typedef struct _SgnFallback SgnFallback;

SgnFallback *sgn_fallback_new (void);
void sgn_fallback_free (SgnFallback *self);

/* Notes the glyphs of @line that such fonts have. Before the first line is shown. */
void sgn_fallback_add_line (SgnFallback *self, PangoLayoutLine *line);
/* The same for all lines on @pages. */
void sgn_fallback_add_pages (SgnFallback *self, SgnPages *pages);
/* Paints @line from the current point on, as pango_cairo_show_layout_line() does. A glyph that was
 * not noted comes from the font as it is. */
void sgn_fallback_show_line (SgnFallback *self, cairo_t *cr, PangoLayoutLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFallback, sgn_fallback_free)

G_END_DECLS
