/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* A font with CFF outlines that is left only the glyphs it is asked for. */
typedef struct _SgnCutFont SgnCutFont;

/* (nullable): NULL for a font with other outlines */
SgnCutFont *sgn_cut_font_new (hb_face_t *face);
void sgn_cut_font_free (SgnCutFont *self);

/* Before the face is asked for. */
void sgn_cut_font_add (SgnCutFont *self, hb_codepoint_t glyph);
/* (nullable): the cut font, owned by it; NULL when it cannot be cut */
cairo_font_face_t *sgn_cut_font_get_face (SgnCutFont *self);
/* The number that @glyph of the whole font has in the cut one; FALSE when it is not there. */
gboolean sgn_cut_font_look_up (SgnCutFont *self, hb_codepoint_t glyph, unsigned long *index);

G_END_DECLS
