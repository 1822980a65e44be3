/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fallback.h"

#include "sgn-cut-font.h"
#include "sgn-font.h"

#include <cairo-pdf.h>

/* What one glyph of Noto makes of a file when cairo takes the font whole, and when not. */
#define WHOLE 40000
#define CUT 12000

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
set (const char *text)
{
  PangoContext *context = sgn_font_create_context (SGN_LANGUAGE_JA);
  PangoFontDescription *description = sgn_font_describe (SGN_TYPE_BODY);
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  g_object_unref (context);
  return layout;
}

/* The size of a file that shows @text when the glyphs of @noted are noted. */
static guint
write_text (const char *noted, const char *text)
{
  g_autoptr (SgnFallback) fallback = sgn_fallback_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 200, 50);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *first = set (noted);
  PangoLayout *second = set (text);

  sgn_fallback_add_line (fallback, pango_layout_get_line_readonly (first, 0));
  cairo_move_to (cr, 10, 20);
  sgn_fallback_show_line (fallback, cr, pango_layout_get_line_readonly (second, 0));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (first);
  g_object_unref (second);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return bytes->len;
}

static void
test_takes_no_more_than_is_shown (void)
{
  static const struct {
    const char *noted;
    const char *text;
    gboolean cut;
  } cases[] = {
    { "吉田", "吉田", TRUE },
    { "𠮷田", "𠮷田", TRUE },
    { "𠮷田𠀋", "𠀋と𠮷と田", TRUE },
    { "안녕하세요", "안녕하세요", TRUE },
    { "葛󠄀城", "葛󠄀城", TRUE },
    { "吉田", "𠮷田", FALSE },
    { "𠀋", "𠮷田𠀋", FALSE },
    { "", "𠮷", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint size = write_text (cases[i].noted, cases[i].text);

    if (cases[i].cut ? size > CUT : size < WHOLE)
      g_error ("“%s” with the glyphs of “%s”: %u bytes", cases[i].text, cases[i].noted, size);
  }
}

/* 100 × 50 dots of @text, 20 points high, through @fallback or not. */
static cairo_surface_t *
show (const char *text, SgnFallback *fallback)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 100, 50);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = set (text);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  cairo_move_to (cr, 10, 20);
  if (fallback != NULL) {
    sgn_fallback_add_line (fallback, line);
    sgn_fallback_show_line (fallback, cr, line);
  } else
    pango_cairo_show_layout_line (cr, line);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_looks_the_same (void)
{
  static const char *const texts[] = { "𠮷田", "ab𠮷cd𠀋", "안녕", "吉田" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SgnFallback) fallback = sgn_fallback_new ();
    cairo_surface_t *plain = show (texts[i], NULL);
    cairo_surface_t *cut = show (texts[i], fallback);
    gsize size = (gsize) cairo_image_surface_get_stride (plain) * 50;

    g_assert_cmpmem (cairo_image_surface_get_data (plain), size, cairo_image_surface_get_data (cut),
                     size);
    cairo_surface_destroy (plain);
    cairo_surface_destroy (cut);
  }
}

static hb_face_t *
get_face (PangoLayout *layout)
{
  const PangoGlyphItem *run = pango_layout_get_line_readonly (layout, 0)->runs->data;
  return hb_font_get_face (pango_font_get_hb_font (run->item->analysis.font));
}

static void
test_other_outlines_are_left_alone (void)
{
  PangoLayout *own = set ("吉");
  PangoLayout *other = set ("𠮷");
  SgnCutFont *font = sgn_cut_font_new (get_face (other));

  g_assert_null (sgn_cut_font_new (get_face (own)));
  g_assert_nonnull (font);
  sgn_cut_font_free (font);
  g_object_unref (own);
  g_object_unref (other);
}

static void
test_glyphs_are_numbered_anew (void)
{
  PangoLayout *layout = set ("𠮷");
  const PangoGlyphItem *run = pango_layout_get_line_readonly (layout, 0)->runs->data;
  hb_codepoint_t glyph = run->glyphs->glyphs[0].glyph;
  SgnCutFont *font = sgn_cut_font_new (get_face (layout));
  unsigned long index = 0;

  sgn_cut_font_add (font, glyph);
  sgn_cut_font_add (font, PANGO_GLYPH_EMPTY);
  g_assert_false (sgn_cut_font_look_up (font, glyph, &index));
  g_assert_nonnull (sgn_cut_font_get_face (font));
  g_assert_true (sgn_cut_font_look_up (font, glyph, &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (sgn_cut_font_look_up (font, glyph + 1, &index));
  g_assert_false (sgn_cut_font_look_up (font, PANGO_GLYPH_EMPTY, &index));
  sgn_cut_font_free (font);
  g_object_unref (layout);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fallback/takes-no-more-than-is-shown", test_takes_no_more_than_is_shown);
  g_test_add_func ("/fallback/looks-the-same", test_looks_the_same);
  g_test_add_func ("/fallback/other-outlines-are-left-alone", test_other_outlines_are_left_alone);
  g_test_add_func ("/fallback/glyphs-are-numbered-anew", test_glyphs_are_numbered_anew);
  return g_test_run ();
}
