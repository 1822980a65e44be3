/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "sgn-style.h"

G_BEGIN_DECLS

/* A context that sets type the same way wherever it is painted: 72 units an inch, no hinting, no
 * rounding. Belongs to the calling thread. */
PangoContext *sgn_font_create_context (SgnLanguage language);
PangoFontDescription *sgn_font_describe (SgnType type);

/* Whether the sheets' own fonts are installed; SGN_ERROR_NOT_YET naming the package otherwise. */
gboolean sgn_font_check_installed (GError **error);

typedef enum {
  SGN_COVERAGE_OWN,       /* the sheet's own font has it */
  SGN_COVERAGE_VARIATION, /* a font has the character, not this variation of it */
  SGN_COVERAGE_FALLBACK,  /* another font has it */
  SGN_COVERAGE_NONE,
} SgnCoverage;

/* Looks characters up in the fonts that will be used. */
typedef struct _SgnFontSet SgnFontSet;

SgnFontSet *sgn_font_set_new (SgnFace face, SgnLanguage language);
void sgn_font_set_free (SgnFontSet *self);
/* @variation: the variation selector that follows @character, or 0. @family: (nullable) (out): the
 * family of a fallback, owned by the caller. */
SgnCoverage
sgn_font_set_look_up (SgnFontSet *self, gunichar character, gunichar variation, char **family);
/* The font that prints @character: the own one also when no font has it. Owned by the caller. */
PangoFont *sgn_font_set_get_font (SgnFontSet *self, gunichar character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFontSet, sgn_font_set_free)

G_END_DECLS
