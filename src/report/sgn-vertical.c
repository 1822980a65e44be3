/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-vertical.h"

#include "sgn-font.h"
#include "sgn-vertical-private.h"

#include <hb-ot.h>

/* Two digits side by side are this wide at most, in em. */
#define ACROSS_WIDTH 0.96
/* The baseline of upright and turned Latin letters from the middle of the line, in em. */
#define ACROSS_DROP 0.36
#define TURNED_SHIFT 0.38

/* A font that glyphs are taken from. */
typedef struct {
  hb_font_t *hb; /* its unit is that of the font's design */
  double units;  /* to the em */
  cairo_font_face_t *face;
} Font;

/* Neighbouring glyphs of one font, set in one way; positions from the top of the centre line. */
typedef struct {
  const Font *font;
  cairo_matrix_t matrix;
  GArray *glyphs;   /* of cairo_glyph_t */
  GArray *clusters; /* of cairo_text_cluster_t */
  const char *text;
  gsize length;
} Run;

struct _SgnVertical {
  PangoContext *context;
  SgnFontSet *upright;
  SgnFontSet *turned;
  GHashTable *fonts; /* PangoFont → Font */
};

/* A line in the making. */
typedef struct {
  SgnVertical *setter;
  const char *text;
  double size;
  double tracking; /* in points */
  double y;
  GPtrArray *runs; /* of Run */
} Line;

static void
font_free (gpointer data)
{
  Font *font = data;

  hb_font_destroy (font->hb);
  cairo_font_face_destroy (font->face);
  g_free (font);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_array_unref (run->glyphs);
  g_array_unref (run->clusters);
  g_free (run);
}

SgnVertical *
sgn_vertical_new (void)
{
  SgnVertical *self = g_new0 (SgnVertical, 1);

  self->context = sgn_font_create_context (SGN_LANGUAGE_JA);
  self->upright = sgn_font_set_new (SGN_FACE_COLUMN, SGN_LANGUAGE_JA);
  self->turned = sgn_font_set_new (SGN_FACE_MINCHO, SGN_LANGUAGE_JA);
  self->fonts = g_hash_table_new_full (NULL, NULL, g_object_unref, font_free);
  return self;
}

void
sgn_vertical_free (SgnVertical *self)
{
  g_object_unref (self->context);
  g_hash_table_unref (self->fonts);
  sgn_font_set_free (self->upright);
  sgn_font_set_free (self->turned);
  g_free (self);
}

static const Font *
find_font (Line *line, SgnSetting setting, gunichar character)
{
  SgnVertical *self = line->setter;
  SgnFontSet *set = setting == SGN_SETTING_TURNED ? self->turned : self->upright;
  g_autoptr (PangoFont) source = sgn_font_set_get_font (set, character);
  Font *font = g_hash_table_lookup (self->fonts, source);
  hb_face_t *face;

  if (font != NULL)
    return font;
  face = hb_font_get_face (pango_font_get_hb_font (source));
  font = g_new0 (Font, 1);
  font->hb = hb_font_create (face);
  font->units = hb_face_get_upem (face);
  font->face = cairo_font_face_reference (
    cairo_scaled_font_get_font_face (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (source))));
  g_hash_table_insert (self->fonts, g_object_ref (source), font);
  return font;
}

/* Where the letter at @p ends, with what is attached to it. */
static const char *
find_end_of_letter (const char *p, const char *end)
{
  p = g_utf8_next_char (p);
  while (p < end && sgn_character_is_attached (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static hb_buffer_t *
shape (const Font *font, SgnSetting setting, const char *p, const char *end)
{
  /* Every letter takes a whole em: no pulling together. */
  static const hb_feature_t features[] = {
    { HB_TAG ('v', 'k', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };
  gboolean down = setting == SGN_SETTING_UPRIGHT || setting == SGN_SETTING_WIDE;
  hb_buffer_t *buffer = hb_buffer_create ();

  for (const char *at = p; at < end; at = g_utf8_next_char (at)) {
    gunichar typed = g_utf8_get_char (at);
    gunichar set = setting == SGN_SETTING_WIDE ? sgn_character_widen (typed) : typed;

    hb_buffer_add (buffer, g_unichar_iscntrl (set) ? ' ' : set, (unsigned) (at - p));
  }
  hb_buffer_set_content_type (buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction (buffer, down ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, down ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN);
  hb_buffer_set_language (buffer, hb_language_from_string (down ? "ja" : "en", -1));
  hb_buffer_set_cluster_level (buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  hb_shape (font->hb, buffer, features, down ? G_N_ELEMENTS (features) : 0);
  return buffer;
}

static double
measure_across (hb_buffer_t *buffer, const Font *font)
{
  unsigned n;
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, &n);
  double width = 0;

  for (unsigned i = 0; i < n; i++)
    width += positions[i].x_advance;
  return width / font->units;
}

static Run *
run_new (const Font *font, const char *text, gsize length)
{
  Run *run = g_new0 (Run, 1);

  run->font = font;
  run->text = text;
  run->length = length;
  run->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  run->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  return run;
}

/* @offset: in em, from where the pen stands at @pen points: to the right, and below the baseline.
 */
static void
add_glyph (const Line *line, Run *run, SgnSetting setting, double pen, const cairo_glyph_t *offset)
{
  cairo_glyph_t glyph = { offset->index, offset->x * line->size, offset->y * line->size };

  switch (setting) {
  case SGN_SETTING_TURNED: {
    double along = glyph.x;

    glyph.x = -glyph.y - TURNED_SHIFT * line->size;
    glyph.y = line->y + pen + along;
    break;
  }
  case SGN_SETTING_ACROSS:
    glyph.x += pen;
    glyph.y += line->y + (0.5 + ACROSS_DROP) * line->size;
    break;
  case SGN_SETTING_UPRIGHT:
  case SGN_SETTING_WIDE:
  default:
    glyph.y += line->y + pen;
  }
  g_array_append_val (run->glyphs, glyph);
}

/* Whether glyph @i begins a new letter; if so, notes how much of the text it stands for. */
static gboolean
add_cluster (Run *run, const hb_glyph_info_t *infos, unsigned i, unsigned n)
{
  cairo_text_cluster_t cluster = { 0, 1 };
  unsigned next = i + 1;

  if (i > 0 && infos[i].cluster == infos[i - 1].cluster) {
    g_array_index (run->clusters, cairo_text_cluster_t, run->clusters->len - 1).num_glyphs++;
    return FALSE;
  }
  while (next < n && infos[next].cluster == infos[i].cluster)
    next++;
  cluster.num_bytes =
    (int) ((next < n ? infos[next].cluster : run->length) - (gsize) infos[i].cluster);
  g_array_append_val (run->clusters, cluster);
  return TRUE;
}

/* Returns how far the pen went. */
static double
add_glyphs (Line *line, Run *run, SgnSetting setting, hb_buffer_t *buffer, double narrow)
{
  unsigned n;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n);
  const hb_glyph_position_t *places = hb_buffer_get_glyph_positions (buffer, NULL);
  gboolean down = setting == SGN_SETTING_UPRIGHT || setting == SGN_SETTING_WIDE;
  double em = run->font->units;
  double start = setting == SGN_SETTING_ACROSS ? -measure_across (buffer, run->font) / 2 : 0;
  double pen = start * narrow * line->size;

  for (unsigned i = 0; i < n; i++) {
    const cairo_glyph_t offset = { infos[i].codepoint, places[i].x_offset / em * narrow,
                                   -places[i].y_offset / em };
    double advance = down ? -places[i].y_advance / em : places[i].x_advance / em * narrow;

    if (add_cluster (run, infos, i, n) && i > 0 && down)
      pen += line->tracking;
    add_glyph (line, run, setting, pen, &offset);
    pen += advance * line->size;
  }
  return pen;
}

static void
set_matrix (Run *run, SgnSetting setting, double size, double narrow)
{
  if (setting == SGN_SETTING_TURNED)
    cairo_matrix_init (&run->matrix, 0, size, -size, 0, 0, 0);
  else
    cairo_matrix_init (&run->matrix, size * narrow, 0, 0, size, 0, 0);
}

/* Letters of one font. */
static void
set_letters (Line *line, SgnSetting setting, const Font *font, const char *p, const char *end)
{
  hb_buffer_t *buffer = shape (font, setting, p, end);
  Run *run = run_new (font, p, (gsize) (end - p));
  double narrow = 1;
  double length;

  if (setting == SGN_SETTING_ACROSS)
    narrow = MIN (1, ACROSS_WIDTH / measure_across (buffer, font));
  set_matrix (run, setting, line->size, narrow);
  length = add_glyphs (line, run, setting, buffer, narrow);
  line->y += (setting == SGN_SETTING_ACROSS ? line->size : length) + line->tracking;
  g_ptr_array_add (line->runs, run);
  hb_buffer_destroy (buffer);
}

static void
set_piece (Line *line, const SgnPiece *piece)
{
  const char *end = line->text + piece->end;

  for (const char *p = line->text + piece->start; p < end;) {
    const Font *font = find_font (line, piece->setting, g_utf8_get_char (p));
    const char *next = find_end_of_letter (p, end);

    while (next < end && find_font (line, piece->setting, g_utf8_get_char (next)) == font)
      next = find_end_of_letter (next, end);
    set_letters (line, piece->setting, font, p, next);
    p = next;
  }
}

/* Returns how long the line is. */
static double
set_line (Line *line)
{
  g_autoptr (GArray) pieces = sgn_pieces_new (line->text);

  for (guint i = 0; i < pieces->len; i++)
    set_piece (line, &g_array_index (pieces, SgnPiece, i));
  return pieces->len > 0 ? line->y - line->tracking : 0;
}

static Line
begin_line (SgnVertical *self, SgnType type, double size, const char *text)
{
  return (Line){ self, text,
                 size, sgn_type_get_style (type)->tracking * size,
                 0,    g_ptr_array_new_with_free_func (run_free) };
}

double
sgn_vertical_measure (SgnVertical *self, SgnType type, double size, const char *text)
{
  Line line = begin_line (self, type, size, text);
  double length = set_line (&line);

  g_ptr_array_unref (line.runs);
  return length;
}

static void
paint_run (cairo_t *cr, const Run *run)
{
  cairo_set_font_face (cr, run->font->face);
  cairo_set_font_matrix (cr, &run->matrix);
  cairo_show_text_glyphs (cr, run->text, (int) run->length,
                          &g_array_index (run->glyphs, cairo_glyph_t, 0), (int) run->glyphs->len,
                          &g_array_index (run->clusters, cairo_text_cluster_t, 0),
                          (int) run->clusters->len, 0);
}

void
sgn_vertical_paint (SgnVertical *self, cairo_t *cr, const SgnBox *box)
{
  Line line = begin_line (self, box->type, sgn_box_get_size (box), box->text);

  set_line (&line);
  cairo_save (cr);
  cairo_set_font_options (cr, pango_cairo_context_get_font_options (self->context));
  cairo_translate (cr, box->rect.x, box->rect.y);
  for (guint i = 0; i < line.runs->len; i++)
    paint_run (cr, g_ptr_array_index (line.runs, i));
  cairo_restore (cr);
  g_ptr_array_unref (line.runs);
}
