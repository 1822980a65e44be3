/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-font.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>

#include "sgn-error.h"

struct _SgnFontSet {
  PangoContext *context;
  PangoFont *own;
  PangoFontset *fontset; /* made when the own font first lacks something */
  PangoFontDescription *description;
};

/* Those of a PDF, wherever is painted: with options of its own what is laid out would open all
 * fonts once and what is painted a second time. */
static cairo_font_options_t *
create_options (void)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (NULL, NULL, 1, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_surface_get_font_options (surface, options);
  cairo_surface_destroy (surface);
  return options;
}

PangoContext *
sgn_font_create_context (SgnLanguage language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = create_options ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context,
                              pango_language_from_string (sgn_language_to_code (language)));
  return context;
}

static PangoFontDescription *
describe_face (SgnFace face, gboolean bold, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, sgn_face_get_families (face));
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  return description;
}

PangoFontDescription *
sgn_font_describe (SgnType type)
{
  const SgnTypeStyle *style = sgn_type_get_style (type);
  return describe_face (style->face, style->bold, style->size);
}

static gboolean
has_family (const char *family)
{
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *found;
  gboolean result;

  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  found = FcFontList (NULL, pattern, objects);
  result = found != NULL && found->nfont > 0;

  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (pattern);
  return result;
}

gboolean
sgn_font_check_installed (GError **error)
{
  if (!has_family ("BIZ UDPGothic") || !has_family ("BIZ UDGothic")) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("The fonts of the sheets are missing. Install the package "
                            "fonts-morisawa-bizud-gothic and try again."));
    return FALSE;
  }
  if (!has_family ("BIZ UDPMincho") || !has_family ("BIZ UDMincho")) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("The fonts of the sheets are missing. Install the package "
                            "fonts-morisawa-bizud-mincho and try again."));
    return FALSE;
  }
  return TRUE;
}

SgnFontSet *
sgn_font_set_new (SgnFace face, SgnLanguage language)
{
  SgnFontSet *self = g_new0 (SgnFontSet, 1);

  self->context = sgn_font_create_context (language);
  self->description = describe_face (face, FALSE, 10);
  self->own = pango_context_load_font (self->context, self->description);
  return self;
}

void
sgn_font_set_free (SgnFontSet *self)
{
  g_clear_object (&self->own);
  g_clear_object (&self->fontset);
  g_clear_object (&self->context);
  pango_font_description_free (self->description);
  g_free (self);
}

static gboolean
has_glyph (PangoFont *font, gunichar character)
{
  hb_codepoint_t glyph;
  return hb_font_get_nominal_glyph (pango_font_get_hb_font (font), character, &glyph) && glyph != 0;
}

static gboolean
has_variation (PangoFont *font, gunichar character, gunichar variation)
{
  hb_codepoint_t glyph;
  return hb_font_get_variation_glyph (pango_font_get_hb_font (font), character, variation, &glyph);
}

/* Pictures in colour are no letters: paper and fax lose them, and PDF/A forbids their kind. */
static gboolean
is_colour_font (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  return hb_ot_color_has_layers (face) || hb_ot_color_has_png (face) || hb_ot_color_has_svg (face);
}

static PangoFont *
find_fallback (SgnFontSet *self, gunichar character)
{
  g_autoptr (PangoFont) font = NULL;

  if (self->fontset == NULL)
    self->fontset =
      pango_font_map_load_fontset (pango_context_get_font_map (self->context), self->context,
                                   self->description, pango_context_get_language (self->context));
  font = pango_fontset_get_font (self->fontset, character);
  if (font == NULL || !has_glyph (font, character) || is_colour_font (font))
    return NULL;
  return g_steal_pointer (&font);
}

PangoFont *
sgn_font_set_get_font (SgnFontSet *self, gunichar character)
{
  PangoFont *fallback = has_glyph (self->own, character) ? NULL : find_fallback (self, character);

  return fallback != NULL ? fallback : g_object_ref (self->own);
}

SgnCoverage
sgn_font_set_look_up (SgnFontSet *self, gunichar character, gunichar variation, char **family)
{
  g_autoptr (PangoFont) fallback = NULL;
  gboolean own = self->own != NULL && has_glyph (self->own, character);
  PangoFontDescription *found;

  if (!own)
    fallback = find_fallback (self, character);
  if (!own && fallback == NULL)
    return SGN_COVERAGE_NONE;
  if (variation != 0 && !has_variation (own ? self->own : fallback, character, variation))
    return SGN_COVERAGE_VARIATION;
  if (own)
    return SGN_COVERAGE_OWN;

  found = pango_font_describe (fallback);
  if (family != NULL)
    *family = g_strdup (pango_font_description_get_family (found));
  pango_font_description_free (found);
  return SGN_COVERAGE_FALLBACK;
}
