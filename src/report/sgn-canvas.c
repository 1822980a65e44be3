/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-canvas.h"

#include "sgn-qr.h"

static SgnBox *
new_box (SgnBoxKind kind, SgnRect rect)
{
  SgnBox *box = g_new0 (SgnBox, 1);

  box->kind = kind;
  box->rect = rect;
  return box;
}

/* Whatever is begun inside an artifact is part of it. */
static gboolean
is_artifact (SgnPages *pages, int node)
{
  while (node > SGN_NODE_DOCUMENT)
    node = sgn_pages_get_node (pages, node)->parent;
  return node == SGN_NODE_ARTIFACT;
}

static void
add (SgnCanvas *self, SgnBox *box, int node)
{
  box->node = is_artifact (self->pages, node) ? SGN_NODE_ARTIFACT : node;
  sgn_pages_add_box (self->pages, self->page, box);
}

static int
node_of_shapes (SgnCanvas *self)
{
  SgnTag tag = sgn_pages_get_node (self->pages, self->node)->tag;
  return tag == SGN_TAG_FIGURE || tag == SGN_TAG_SPAN ? self->node : SGN_NODE_ARTIFACT;
}

void
sgn_canvas_begin (SgnCanvas *self, SgnTag tag)
{
  sgn_canvas_begin_cell (self, tag, SGN_SCOPE_NONE, 1);
}

void
sgn_canvas_begin_cell (SgnCanvas *self, SgnTag tag, SgnScope scope, int span)
{
  SgnNode *node;

  self->node = sgn_pages_add_node (self->pages, tag, self->node);
  node = sgn_pages_get_node (self->pages, self->node);
  node->scope = scope;
  node->span = span;
}

void
sgn_canvas_begin_figure (SgnCanvas *self, SgnTag tag, const char *alt)
{
  sgn_canvas_begin_cell (self, tag, SGN_SCOPE_NONE, 1);
  sgn_pages_get_node (self->pages, self->node)->alt = g_strdup (alt);
}

void
sgn_canvas_end (SgnCanvas *self)
{
  g_return_if_fail (self->node > SGN_NODE_DOCUMENT);
  self->node = sgn_pages_get_node (self->pages, self->node)->parent;
}

void
sgn_canvas_line (SgnCanvas *self, SgnRect rect, SgnPen pen)
{
  SgnBox *box = new_box (SGN_BOX_LINE, rect);

  box->pen = pen;
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_rect (SgnCanvas *self, SgnRect rect, SgnColour fill, SgnPen pen)
{
  SgnBox *box = new_box (SGN_BOX_RECT, rect);

  box->fill = fill;
  box->pen = pen;
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_hatch (SgnCanvas *self, SgnRect rect)
{
  SgnBox *box = new_box (SGN_BOX_HATCH, rect);

  box->pen = SGN_INK (0.6);
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_cross_hatch (SgnCanvas *self, SgnRect rect)
{
  SgnBox *box = new_box (SGN_BOX_CROSS_HATCH, rect);

  box->pen = SGN_INK (0.6);
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_polygon (SgnCanvas *self,
                    const SgnPoint *points,
                    guint n_points,
                    SgnColour fill,
                    SgnPen pen)
{
  SgnBox *box = new_box (SGN_BOX_POLYGON, (SgnRect){ points[0].x, points[0].y, 0, 0 });

  box->fill = fill;
  box->pen = pen;
  box->points = g_memdup2 (points, n_points * sizeof *points);
  box->n_points = n_points;
  add (self, box, node_of_shapes (self));
}

static SgnRect
square_around (SgnPoint centre, double radius)
{
  return (SgnRect){ centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };
}

void
sgn_canvas_circle (SgnCanvas *self, SgnPoint centre, double radius, SgnColour fill, SgnPen pen)
{
  SgnBox *box = new_box (SGN_BOX_CIRCLE, square_around (centre, radius));

  box->fill = fill;
  box->pen = pen;
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_mark (SgnCanvas *self, SgnMark mark, SgnPoint centre, double radius, gboolean last)
{
  SgnBox *box = new_box (SGN_BOX_MARK, square_around (centre, radius));

  box->mark = mark;
  box->last = last;
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_qr (SgnCanvas *self, SgnRect rect, const char *text)
{
  SgnBox *box = new_box (SGN_BOX_QR, rect);

  box->fill = SGN_COLOUR_INK;
  box->text = sgn_qr_encode (text);
  add (self, box, node_of_shapes (self));
}

void
sgn_canvas_banner (SgnCanvas *self, const char *text)
{
  SgnBox *box = new_box (SGN_BOX_BANNER, (SgnRect){ 0, 0, SGN_PAPER_WIDTH, SGN_PAPER_HEIGHT });

  box->type = SGN_TYPE_TRAINING;
  box->fill = SGN_COLOUR_INK;
  box->pen = (SgnPen){ 0.7, SGN_COLOUR_GRID, 0, 0 };
  box->text = g_strdup (text);
  add (self, box, SGN_NODE_ARTIFACT);
}

void
sgn_canvas_picture (SgnCanvas *self, SgnRect room, SgnPicture *picture)
{
  SgnRect rect = room;
  SgnBox *box;

  sgn_picture_get_size (picture, &rect.width, &rect.height);
  rect.x += (room.width - rect.width) / 2;
  rect.y += (room.height - rect.height) / 2;
  box = new_box (SGN_BOX_PICTURE, rect);
  box->picture = sgn_picture_ref (picture);
  add (self, box, node_of_shapes (self));
  sgn_canvas_rect (self, rect, SGN_COLOUR_NONE, SGN_INK (SGN_RULE_PICTURE));
}

static double
shift (SgnAlign align, double width)
{
  switch (align) {
  case SGN_ALIGN_CENTRE:
    return -width / 2;
  case SGN_ALIGN_RIGHT:
    return -width;
  case SGN_ALIGN_LEFT:
  default:
    return 0;
  }
}

static SgnBox *
new_text (SgnType type, SgnPlace place, const char *text, double width)
{
  double leading = place.leading > 0 ? place.leading : sgn_type_get_style (type)->leading;
  SgnBox *box = new_box (SGN_BOX_TEXT, (SgnRect){ place.x + shift (place.align, width),
                                                  place.y + sgn_type_get_baseline (type, leading),
                                                  width, leading });

  box->type = type;
  box->fill = place.colour == SGN_COLOUR_NONE ? SGN_COLOUR_INK : place.colour;
  box->text = g_strdup (text);
  return box;
}

double
sgn_canvas_text (SgnCanvas *self, SgnType type, SgnPlace place, const char *text)
{
  double width = sgn_typesetter_measure (self->typesetter, type, text);

  add (self, new_text (type, place, text, width), self->node);
  return width;
}

double
sgn_canvas_text_sized (SgnCanvas *self, SgnType type, double size, SgnPlace place, const char *text)
{
  double usual = sgn_type_get_style (type)->size;
  double width = sgn_typesetter_measure (self->typesetter, type, text) * size / usual;
  SgnBox *box = new_text (type, place, text, width);

  box->rect.y += (usual - size) / 2 - 0.88 * (usual - size);
  box->size = size;
  add (self, box, self->node);
  return width;
}

void
sgn_canvas_column (SgnCanvas *self,
                   SgnType type,
                   double size,
                   SgnRect place,
                   SgnColour colour,
                   const char *text)
{
  SgnBox *box = new_box (SGN_BOX_COLUMN, place);

  box->type = type;
  box->size = size;
  box->fill = colour;
  box->text = g_strdup (text);
  add (self, box, self->node);
}

void
sgn_canvas_line_of_text (SgnCanvas *self,
                         SgnType type,
                         SgnPlace place,
                         const SgnLine *line,
                         double stretch)
{
  SgnBox *box = new_text (type, place, line->text, line->width);
  glong n = g_utf8_strlen (line->text, -1);

  if (stretch > line->width && !line->ends && n > 1) {
    box->tracking = (stretch - line->width) / (double) (n - 1);
    box->rect.width = stretch;
  }
  add (self, box, self->node);
}

void
sgn_canvas_nothing (SgnCanvas *self)
{
  add (self, new_text (SGN_TYPE_CELL, (SgnPlace){ 0, 0, SGN_ALIGN_LEFT, 0, 0 }, "", 0), self->node);
}
