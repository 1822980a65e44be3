/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages-private.h"
#include "sgn-typesetter.h"

G_BEGIN_DECLS

typedef enum {
  SGN_ALIGN_LEFT,
  SGN_ALIGN_CENTRE,
  SGN_ALIGN_RIGHT,
} SgnAlign;

/* Where a line of text goes: @x and @y are the corner of its box (the right one for right-aligned
 * text, the middle for centred), @leading the height of the box, 0 for that of the type. */
typedef struct {
  double x;
  double y;
  SgnAlign align;
  double leading;
  SgnColour colour; /* SGN_COLOUR_NONE: ink */
} SgnPlace;

/**
 * SgnCanvas:
 * @pages: what is being laid out
 * @typesetter: measures text
 * @page: the page that boxes go to
 * @node: the structure node that text goes to
 *
 * Puts boxes on pages. Text belongs to the node that is open; shapes are artifacts unless the open
 * node is a figure or stands for a text.
 */
typedef struct {
  SgnPages *pages;
  SgnTypesetter *typesetter;
  guint page;
  int node;
} SgnCanvas;

void sgn_canvas_begin (SgnCanvas *self, SgnTag tag);
void sgn_canvas_begin_cell (SgnCanvas *self, SgnTag tag, SgnScope scope, int span);
void sgn_canvas_begin_figure (SgnCanvas *self, SgnTag tag, const char *alt);
void sgn_canvas_end (SgnCanvas *self);

void sgn_canvas_line (SgnCanvas *self, SgnRect rect, SgnPen pen);
void sgn_canvas_rect (SgnCanvas *self, SgnRect rect, SgnColour fill, SgnPen pen);
void sgn_canvas_hatch (SgnCanvas *self, SgnRect rect);
void sgn_canvas_cross_hatch (SgnCanvas *self, SgnRect rect);
void sgn_canvas_polygon (SgnCanvas *self,
                         const SgnPoint *points,
                         guint n_points,
                         SgnColour fill,
                         SgnPen pen);
void
sgn_canvas_circle (SgnCanvas *self, SgnPoint centre, double radius, SgnColour fill, SgnPen pen);
void sgn_canvas_mark (SgnCanvas *self, SgnMark mark, SgnPoint centre, double radius, gboolean last);
void sgn_canvas_qr (SgnCanvas *self, SgnRect rect, const char *text);
void sgn_canvas_banner (SgnCanvas *self, const char *text);
/* In the middle of @room, with a thin frame. */
void sgn_canvas_picture (SgnCanvas *self, SgnRect room, SgnPicture *picture);

/* Returns the width. */
double sgn_canvas_text (SgnCanvas *self, SgnType type, SgnPlace place, const char *text);
/* In another size than that of the type. */
double sgn_canvas_text_sized (SgnCanvas *self,
                              SgnType type,
                              double size,
                              SgnPlace place,
                              const char *text);
/* From top to bottom. @place: the centre line, its top, and as height the length that was measured.
 */
void sgn_canvas_column (SgnCanvas *self,
                        SgnType type,
                        double size,
                        SgnRect place,
                        SgnColour colour,
                        const char *text);
/* A broken line, stretched to @stretch when that is not 0. */
void sgn_canvas_line_of_text (SgnCanvas *self,
                              SgnType type,
                              SgnPlace place,
                              const SgnLine *line,
                              double stretch);
/* An empty cell is an element of the structure all the same. */
void sgn_canvas_nothing (SgnCanvas *self);

G_END_DECLS
