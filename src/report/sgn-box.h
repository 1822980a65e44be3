/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"
#include "sgn-picture.h"
#include "sgn-style.h"

G_BEGIN_DECLS

typedef struct {
  double x;
  double y;
} SgnPoint;

typedef struct {
  double x;
  double y;
  double width;
  double height;
} SgnRect;

typedef struct {
  double weight; /* 0: no line */
  SgnColour colour;
  double dash;
  double gap;
} SgnPen;

/* A rule in black. */
#define SGN_INK(weight) ((SgnPen){ (weight), SGN_COLOUR_INK, 0, 0 })

typedef enum {
  SGN_BOX_TEXT,        /* one line, already broken */
  SGN_BOX_COLUMN,      /* one line set from top to bottom */
  SGN_BOX_LINE,        /* from the corner of the rectangle to the opposite one */
  SGN_BOX_RECT,        /* filled, outlined or both */
  SGN_BOX_HATCH,       /* 45° lines, clipped to the rectangle */
  SGN_BOX_CROSS_HATCH, /* the same in both directions */
  SGN_BOX_POLYGON,     /* closed */
  SGN_BOX_CIRCLE,      /* inscribed in the rectangle */
  SGN_BOX_MARK,        /* the shape of a state, inscribed in the rectangle */
  SGN_BOX_QR,          /* text holds the modules, a line a row, # is black */
  SGN_BOX_BANNER,      /* outlined text across the page */
  SGN_BOX_PICTURE,     /* in black and white */
} SgnBoxKind;

/**
 * SgnBox:
 *
 * Something at a place on a page. Plain data: painting decides nothing. For text, the rectangle's
 * x is where the line starts, y its baseline, width its measured width. For a column, x is its
 * centre line, y its top, height its measured length.
 */
typedef struct {
  SgnBoxKind kind;
  int node; /* index of its structure node; SGN_NODE_ARTIFACT: no content of the document */
  SgnRect rect;
  SgnColour fill; /* also the colour of text */
  SgnPen pen;
  SgnType type;
  double size;     /* of text: 0 for that of the type */
  double tracking; /* added to that of the type, in points: justified lines */
  char *text;
  SgnPoint *points;
  guint n_points;
  SgnMark mark;
  gboolean last; /* a mark of last time: smaller weight, no fill */
  SgnPicture *picture;
} SgnBox;

typedef enum {
  SGN_TAG_ARTIFACT,
  SGN_TAG_DOCUMENT,
  SGN_TAG_H1,
  SGN_TAG_H2,
  SGN_TAG_P,
  SGN_TAG_L,
  SGN_TAG_LI,
  SGN_TAG_LBL,
  SGN_TAG_LBODY,
  SGN_TAG_TABLE,
  SGN_TAG_THEAD,
  SGN_TAG_TBODY,
  SGN_TAG_TR,
  SGN_TAG_TH,
  SGN_TAG_TD,
  SGN_TAG_FIGURE,
  SGN_TAG_SPAN,
} SgnTag;

typedef enum {
  SGN_SCOPE_NONE,
  SGN_SCOPE_ROW,
  SGN_SCOPE_COLUMN,
} SgnScope;

#define SGN_NODE_ARTIFACT 0
#define SGN_NODE_DOCUMENT 1

/* An element of the document's structure, as a screen reader meets it. */
typedef struct {
  SgnTag tag;
  int parent;
  char *alt; /* (nullable): of a figure; of a span the text it stands for */
  SgnScope scope;
  int span; /* columns a cell covers; 1 normally */
} SgnNode;

typedef struct {
  char *title;
  int level; /* 1 or 2 */
  guint page;
  double y;
} SgnOutlineEntry;

void sgn_box_free (SgnBox *self);
void sgn_outline_entry_free (SgnOutlineEntry *self);
const char *sgn_tag_get_name (SgnTag tag);
/* The size of its text. */
double sgn_box_get_size (const SgnBox *self);
/* One line of the golden form. */
void sgn_box_append_to (const SgnBox *self, const SgnNode *node, GString *out);

G_END_DECLS
