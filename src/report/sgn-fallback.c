/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fallback.h"

#include "sgn-cut-font.h"

struct _SgnFallback {
  GHashTable *fonts; /* hb_face_t → SgnCutFont, or NULL for a font that is used as it is */
};

/* Is told where each run of a line goes. */
typedef struct {
  PangoRenderer parent;
  SgnFallback *fallback;
  cairo_t *cr;
  double x;
  double y;
} SgnLinePainter;

typedef struct {
  PangoRendererClass parent;
} SgnLinePainterClass;

GType sgn_line_painter_get_type (void);

G_DEFINE_TYPE (SgnLinePainter, sgn_line_painter, PANGO_TYPE_RENDERER)

SgnFallback *
sgn_fallback_new (void)
{
  SgnFallback *self = g_new0 (SgnFallback, 1);

  self->fonts = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) hb_face_destroy,
                                       (GDestroyNotify) sgn_cut_font_free);
  return self;
}

void
sgn_fallback_free (SgnFallback *self)
{
  g_hash_table_unref (self->fonts);
  g_free (self);
}

static hb_face_t *
get_face (const PangoGlyphItem *run)
{
  PangoFont *font = run->item->analysis.font;
  return font != NULL ? hb_font_get_face (pango_font_get_hb_font (font)) : NULL;
}

/* (nullable): what stands in for the font of @run */
static SgnCutFont *
find_font (SgnFallback *self, const PangoGlyphItem *run)
{
  return g_hash_table_lookup (self->fonts, get_face (run));
}

static SgnCutFont *
add_font (SgnFallback *self, hb_face_t *face)
{
  gpointer font;

  if (g_hash_table_lookup_extended (self->fonts, face, NULL, &font))
    return font;
  font = sgn_cut_font_new (face);
  g_hash_table_insert (self->fonts, hb_face_reference (face), font);
  return font;
}

void
sgn_fallback_add_line (SgnFallback *self, PangoLayoutLine *line)
{
  for (const GSList *l = line->runs; l != NULL; l = l->next) {
    const PangoGlyphItem *run = l->data;
    hb_face_t *face = get_face (run);
    SgnCutFont *font = face != NULL ? add_font (self, face) : NULL;

    for (int i = 0; font != NULL && i < run->glyphs->num_glyphs; i++)
      sgn_cut_font_add (font, run->glyphs->glyphs[i].glyph);
  }
}

static gboolean
has_font (SgnFallback *self, PangoLayoutLine *line)
{
  for (const GSList *l = line->runs; l != NULL; l = l->next)
    if (find_font (self, l->data) != NULL)
      return TRUE;
  return FALSE;
}

void
sgn_fallback_show_line (SgnFallback *self, cairo_t *cr, PangoLayoutLine *line)
{
  SgnLinePainter *painter;

  if (!has_font (self, line)) {
    pango_cairo_show_layout_line (cr, line);
    return;
  }
  painter = g_object_new (sgn_line_painter_get_type (), NULL);
  painter->fallback = self;
  painter->cr = cr;
  cairo_get_current_point (cr, &painter->x, &painter->y);
  pango_renderer_draw_layout_line (PANGO_RENDERER (painter), line, 0, 0);
  g_object_unref (painter);
}

static GArray *
collect_clusters (PangoGlyphItem *run, const char *text)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  PangoGlyphItemIter iter;

  for (gboolean have = pango_glyph_item_iter_init_start (&iter, run, text); have;
       have = pango_glyph_item_iter_next_cluster (&iter)) {
    cairo_text_cluster_t cluster = { iter.end_index - iter.start_index,
                                     iter.end_glyph - iter.start_glyph };
    g_array_append_val (clusters, cluster);
  }
  return clusters;
}

/* (nullable): the glyphs of @run as @font numbers them; NULL when it lacks one */
static GArray *
collect_glyphs (SgnCutFont *font, const PangoGlyphItem *run, double x, double y)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));

  for (int i = 0; i < run->glyphs->num_glyphs; i++) {
    const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
    cairo_glyph_t glyph = { 0, x + pango_units_to_double (info->geometry.x_offset),
                            y + pango_units_to_double (info->geometry.y_offset) };

    if (!sgn_cut_font_look_up (font, info->glyph, &glyph.index))
      return NULL;
    g_array_append_val (glyphs, glyph);
    x += pango_units_to_double (info->geometry.width);
  }
  return g_steal_pointer (&glyphs);
}

static void
set_font (cairo_t *cr, SgnCutFont *font, const PangoGlyphItem *run)
{
  PangoCairoFont *whole = PANGO_CAIRO_FONT (run->item->analysis.font);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (whole);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_scaled_font_get_font_options (scaled, options);
  cairo_set_font_face (cr, sgn_cut_font_get_face (font));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

/* FALSE when @run has a glyph that was not noted, or is set from the right to the left. */
static gboolean
show_cut (cairo_t *cr, SgnCutFont *font, PangoGlyphItem *run, const char *text, double x, double y)
{
  g_autoptr (GArray) glyphs = NULL;
  g_autoptr (GArray) clusters = NULL;

  if (run->item->analysis.level % 2 != 0 || sgn_cut_font_get_face (font) == NULL)
    return FALSE;
  glyphs = collect_glyphs (font, run, x, y);
  if (glyphs == NULL)
    return FALSE;
  clusters = collect_clusters (run, text);
  cairo_save (cr);
  set_font (cr, font, run);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length, (void *) glyphs->data,
                          (int) glyphs->len, (void *) clusters->data, (int) clusters->len, 0);
  cairo_restore (cr);
  return TRUE;
}

static void
draw_run (PangoRenderer *renderer, const char *text, PangoGlyphItem *run, int x, int y)
{
  SgnLinePainter *self = (SgnLinePainter *) renderer;
  SgnCutFont *font = find_font (self->fallback, run);
  double left = self->x + pango_units_to_double (x);
  double baseline = self->y + pango_units_to_double (y);

  if (font != NULL && show_cut (self->cr, font, run, text, left, baseline))
    return;
  cairo_move_to (self->cr, left, baseline);
  pango_cairo_show_glyph_item (self->cr, text, run);
}

static void
sgn_line_painter_class_init (SgnLinePainterClass *class)
{
  PANGO_RENDERER_CLASS (class)->draw_glyph_item = draw_run;
}

static void
sgn_line_painter_init (SgnLinePainter *self)
{
}
