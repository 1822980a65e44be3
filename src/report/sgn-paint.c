/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-paint.h"

#include "sgn-font.h"
#include "sgn-mark.h"
#include "sgn-vertical.h"

#include <math.h>
#include <string.h>

#define HATCH_GAP 2.8
#define MAX_DEPTH 16

typedef struct {
  SgnPages *pages;
  cairo_t *cr;
  PangoLayout *layout;
  PangoFontDescription *descriptions[SGN_N_TYPES];
  SgnVertical *vertical; /* made for the first column */
  SgnTagLog *log;        /* (nullable) */
  SgnFallback *fallback; /* (nullable) */
  int path[MAX_DEPTH];   /* the nodes whose tags are open, outermost first */
  int depth;
  gboolean own; /* the innermost one's own content is in a span */
} Painter;

SgnTagLog *
sgn_tag_log_new (void)
{
  SgnTagLog *self = g_new0 (SgnTagLog, 1);

  self->tags = g_array_new (FALSE, FALSE, sizeof (SgnOpenedTag));
  self->seen = g_hash_table_new (NULL, NULL);
  self->parents = g_hash_table_new (NULL, NULL);
  return self;
}

void
sgn_tag_log_free (SgnTagLog *self)
{
  g_array_unref (self->tags);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->parents);
  g_free (self);
}

static void
use_colour (cairo_t *cr, SgnColour colour)
{
  const double *rgb = sgn_colour_get_rgb (colour);
  cairo_set_source_rgb (cr, rgb[0], rgb[1], rgb[2]);
}

static void
stroke (cairo_t *cr, const SgnPen *pen)
{
  const double dashes[] = { pen->dash, pen->gap };

  use_colour (cr, pen->colour);
  cairo_set_line_width (cr, pen->weight);
  cairo_set_dash (cr, dashes, pen->dash > 0 ? 2 : 0, 0);
  cairo_stroke (cr);
}

static void
finish_path (cairo_t *cr, const SgnBox *box)
{
  if (box->fill != SGN_COLOUR_NONE) {
    use_colour (cr, box->fill);
    cairo_fill_preserve (cr);
  }
  if (box->pen.weight > 0)
    stroke (cr, &box->pen);
  cairo_new_path (cr);
}

static void
set_font (Painter *self, const SgnBox *box)
{
  PangoFontDescription *sized;

  if (box->size <= 0) {
    pango_layout_set_font_description (self->layout, self->descriptions[box->type]);
    return;
  }
  sized = pango_font_description_copy (self->descriptions[box->type]);
  pango_font_description_set_absolute_size (sized, box->size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, sized);
  pango_font_description_free (sized);
}

static void
set_text (Painter *self, const SgnBox *box)
{
  const SgnTypeStyle *style = sgn_type_get_style (box->type);
  double tracking = style->tracking * sgn_box_get_size (box) + box->tracking;
  PangoAttrList *attributes = NULL;

  if (self->descriptions[box->type] == NULL)
    self->descriptions[box->type] = sgn_font_describe (box->type);
  if (tracking != 0) {
    attributes = pango_attr_list_new ();
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (tracking * PANGO_SCALE));
  }
  set_font (self, box);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, box->text, -1);
  if (attributes != NULL)
    pango_attr_list_unref (attributes);
}

static void
paint_text (Painter *self, const SgnBox *box)
{
  PangoLayoutLine *line;

  if (*box->text == '\0')
    return;

  set_text (self, box);
  line = pango_layout_get_line_readonly (self->layout, 0);
  use_colour (self->cr, box->fill);
  cairo_move_to (self->cr, box->rect.x, box->rect.y);
  if (self->fallback != NULL)
    sgn_fallback_show_line (self->fallback, self->cr, line);
  else
    pango_cairo_show_layout_line (self->cr, line);
}

static void
paint_column (Painter *self, const SgnBox *box)
{
  if (self->vertical == NULL)
    self->vertical = sgn_vertical_new ();
  use_colour (self->cr, box->fill);
  sgn_vertical_paint (self->vertical, self->cr, box);
}

static void
paint_line (Painter *self, const SgnBox *box)
{
  cairo_move_to (self->cr, box->rect.x, box->rect.y);
  cairo_line_to (self->cr, box->rect.x + box->rect.width, box->rect.y + box->rect.height);
  stroke (self->cr, &box->pen);
}

static void
paint_rect (Painter *self, const SgnBox *box)
{
  cairo_rectangle (self->cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
  finish_path (self->cr, box);
}

/* Each line ends on the edge of the rectangle, so that no clip is needed. */
static void
paint_hatch (Painter *self, const SgnBox *box)
{
  const SgnRect *r = &box->rect;

  for (double at = HATCH_GAP / 2; at < r->width + r->height; at += HATCH_GAP) {
    double x0 = MAX (0, at - r->height);
    double x1 = MIN (at, r->width);
    cairo_move_to (self->cr, r->x + x0, r->y + at - x0);
    cairo_line_to (self->cr, r->x + x1, r->y + at - x1);
  }
  stroke (self->cr, &box->pen);
}

static void
paint_cross_hatch (Painter *self, const SgnBox *box)
{
  const SgnRect *r = &box->rect;

  paint_hatch (self, box);
  for (double at = HATCH_GAP / 2; at < r->width + r->height; at += HATCH_GAP) {
    double x0 = MAX (0, at - r->height);
    double x1 = MIN (at, r->width);
    cairo_move_to (self->cr, r->x + x0, r->y + r->height - at + x0);
    cairo_line_to (self->cr, r->x + x1, r->y + r->height - at + x1);
  }
  stroke (self->cr, &box->pen);
}

static void
paint_polygon (Painter *self, const SgnBox *box)
{
  for (guint i = 0; i < box->n_points; i++)
    cairo_line_to (self->cr, box->points[i].x, box->points[i].y);
  cairo_close_path (self->cr);
  finish_path (self->cr, box);
}

static void
paint_circle (Painter *self, const SgnBox *box)
{
  double radius = box->rect.width / 2;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, box->rect.x + radius, box->rect.y + radius, radius, 0, 2 * G_PI);
  finish_path (self->cr, box);
}

/* Runs of black modules become one rectangle each. */
static void
paint_qr (Painter *self, const SgnBox *box)
{
  const char *end = strchr (box->text, '\n');
  gsize n = end != NULL ? (gsize) (end - box->text) : 0;
  double module = n > 0 ? box->rect.width / (double) n : 0;

  for (gsize y = 0; y < n; y++) {
    const char *row = box->text + y * (n + 1);
    for (gsize x = 0; x < n;) {
      gsize run = strspn (row + x, "#");
      if (run > 0)
        cairo_rectangle (self->cr, box->rect.x + (double) x * module,
                         box->rect.y + (double) y * module, (double) run * module, module);
      x += MAX (run, 1);
    }
  }
  use_colour (self->cr, box->fill);
  cairo_fill (self->cr);
}

/* Outlines only, rising from the lower left. */
static void
paint_banner (Painter *self, const SgnBox *box)
{
  PangoLayoutLine *line;
  PangoRectangle extents;

  set_text (self, box);
  line = pango_layout_get_line_readonly (self->layout, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  cairo_save (self->cr);
  cairo_translate (self->cr, box->rect.width / 2, box->rect.height / 2);
  cairo_rotate (self->cr, -atan2 (box->rect.height, box->rect.width));
  cairo_move_to (self->cr, -pango_units_to_double (extents.width) / 2, 28);
  pango_cairo_layout_line_path (self->cr, line);
  cairo_restore (self->cr);
  stroke (self->cr, &box->pen);
}

static void
paint_box (Painter *self, const SgnBox *box)
{
  cairo_new_path (self->cr);
  switch (box->kind) {
  case SGN_BOX_TEXT:
    paint_text (self, box);
    break;
  case SGN_BOX_COLUMN:
    paint_column (self, box);
    break;
  case SGN_BOX_LINE:
    paint_line (self, box);
    break;
  case SGN_BOX_RECT:
    paint_rect (self, box);
    break;
  case SGN_BOX_HATCH:
    paint_hatch (self, box);
    break;
  case SGN_BOX_CROSS_HATCH:
    paint_cross_hatch (self, box);
    break;
  case SGN_BOX_POLYGON:
    paint_polygon (self, box);
    break;
  case SGN_BOX_CIRCLE:
    paint_circle (self, box);
    break;
  case SGN_BOX_MARK:
    sgn_mark_paint (self->cr, box);
    break;
  case SGN_BOX_QR:
    paint_qr (self, box);
    break;
  case SGN_BOX_BANNER:
    paint_banner (self, box);
    break;
  case SGN_BOX_PICTURE:
    sgn_picture_paint (box->picture, self->cr, box->rect.x, box->rect.y);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
open_tag (Painter *self, int node)
{
  SgnTag tag = sgn_pages_get_node (self->pages, node)->tag;
  gboolean first = g_hash_table_add (self->log->seen, GINT_TO_POINTER (node));
  SgnOpenedTag opened = { node, node != SGN_NODE_ARTIFACT && !first, FALSE };

  g_array_append_val (self->log->tags, opened);
  cairo_tag_begin (self->cr, sgn_tag_get_name (tag), NULL);
  self->path[self->depth++] = node;
}

static void
close_tags (Painter *self, int depth)
{
  while (self->depth > depth) {
    int node = self->path[--self->depth];
    cairo_tag_end (self->cr, sgn_tag_get_name (sgn_pages_get_node (self->pages, node)->tag));
  }
}

/* cairo marks only what is in the innermost element: content beside such elements needs one. */
static gboolean
has_nodes (Painter *self, int node)
{
  GHashTable *parents = self->log->parents;

  if (g_hash_table_size (parents) == 0)
    for (guint i = 0; i < self->pages->nodes->len; i++)
      g_hash_table_add (parents,
                        GINT_TO_POINTER (sgn_pages_get_node (self->pages, (int) i)->parent));
  return node != SGN_NODE_ARTIFACT && g_hash_table_contains (parents, GINT_TO_POINTER (node));
}

static void
open_own (Painter *self, int node)
{
  SgnOpenedTag opened = { node, FALSE, TRUE };

  g_array_append_val (self->log->tags, opened);
  cairo_tag_begin (self->cr, sgn_tag_get_name (SGN_TAG_SPAN), NULL);
  self->own = TRUE;
}

static void
close_own (Painter *self)
{
  if (self->own)
    cairo_tag_end (self->cr, sgn_tag_get_name (SGN_TAG_SPAN));
  self->own = FALSE;
}

/* Closes and opens tags until @node is the innermost one. */
static void
go_to_node (Painter *self, int node)
{
  int path[MAX_DEPTH];
  int n = 0;
  int common = 0;

  if (self->log == NULL || (self->depth > 0 && self->path[self->depth - 1] == node))
    return;
  for (int at = node; at >= 0 && n < MAX_DEPTH; at = sgn_pages_get_node (self->pages, at)->parent)
    path[n++] = at;
  while (common < self->depth && common < n && self->path[common] == path[n - 1 - common])
    common++;
  close_own (self);
  close_tags (self, common);
  for (int i = n - 1 - common; i >= 0; i--)
    open_tag (self, path[i]);
  if (has_nodes (self, node))
    open_own (self, node);
}

/* Among artifacts the banner lies lowest, tints below the rules they meet. */
static int
get_layer (const SgnBox *box)
{
  if (box->kind == SGN_BOX_BANNER)
    return 0;
  return box->node == SGN_NODE_ARTIFACT && box->fill == SGN_COLOUR_TINT ? 1 : 2;
}

static int
compare_boxes (gconstpointer a, gconstpointer b)
{
  const SgnBox *left = *(SgnBox *const *) a;
  const SgnBox *right = *(SgnBox *const *) b;

  if (left->node != right->node)
    return left->node - right->node;
  return get_layer (left) - get_layer (right);
}

/* Artifacts first: what they are drawn under; then the content in reading order. */
static GPtrArray *
sort_boxes (GPtrArray *page)
{
  GPtrArray *boxes = g_ptr_array_sized_new (page->len);

  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (boxes, g_ptr_array_index (page, i));
  g_ptr_array_sort (boxes, compare_boxes);
  return boxes;
}

static void
painter_init (Painter *self)
{
  PangoContext *context = sgn_font_create_context (self->pages->language);

  pango_cairo_update_context (self->cr, context);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_auto_dir (self->layout, FALSE);
}

static void
painter_clear (Painter *self)
{
  for (guint i = 0; i < SGN_N_TYPES; i++)
    g_clear_pointer (&self->descriptions[i], pango_font_description_free);
  g_clear_pointer (&self->vertical, sgn_vertical_free);
  g_clear_object (&self->layout);
}

void
sgn_paint_page (SgnPages *pages, guint page, cairo_t *cr, SgnTagLog *log, SgnFallback *fallback)
{
  Painter self = { .pages = pages, .cr = cr, .log = log, .fallback = fallback };
  g_autoptr (GPtrArray) boxes = sort_boxes (g_ptr_array_index (pages->pages, page));

  cairo_save (cr);
  cairo_scale (cr, pages->scale, pages->scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  painter_init (&self);
  for (guint i = 0; i < boxes->len; i++) {
    const SgnBox *box = g_ptr_array_index (boxes, i);
    go_to_node (&self, box->node);
    paint_box (&self, box);
  }
  close_own (&self);
  close_tags (&self, 0);
  cairo_restore (cr);
  painter_clear (&self);
}
