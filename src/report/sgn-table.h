/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"
#include "sgn-icon.h"

G_BEGIN_DECLS

typedef enum {
  SGN_CELL_TEXT,
  SGN_CELL_STATE,   /* a mark and its word */
  SGN_CELL_MARK,    /* a mark without a word, standing for @text */
  SGN_CELL_LAST,    /* the mark of last time, standing for @text */
  SGN_CELL_BARS,    /* this time and last time, as shares of the whole */
  SGN_CELL_STACK,   /* how many answers have which mark, as parts of one bar */
  SGN_CELL_LEGEND,  /* of the bars: @text and @second */
  SGN_CELL_CHOICE,  /* to be circled by pen; @chosen: circled already */
  SGN_CELL_STEPS,   /* numbered boxes, filled up to @level, standing for @text */
  SGN_CELL_LEVEL,   /* small boxes, filled up to @level, and a word */
  SGN_CELL_NUMERAL, /* a number as high as two lines */
  SGN_CELL_PICTURE, /* a small picture, standing for @text, or the sign of its kind */
} SgnCellKind;

typedef struct {
  SgnCellKind kind;
  SgnType type;
  char *text;
  char *second;
  SgnMark mark;
  double now;                /* 0 to 1; nothing is drawn at or below 0 */
  double last;               /* negative: there is none */
  guint counts[SGN_N_MARKS]; /* of a stack */
  gboolean chosen;
  guint level;
  guint levels;  /* boxes there are */
  guint span;    /* columns it covers: 1 normally */
  double radius; /* of the mark */
  SgnType under; /* of the lines after the first @first ones, when that is not 0 */
  guint first;
  SgnPicture *picture; /* (nullable) */
  SgnIcon icon;        /* without one */
  GPtrArray *lines;
} SgnCell;

typedef enum {
  SGN_ROW_PLAIN,
  SGN_ROW_GROUP, /* spans the table: a text at the left, one at the right */
  SGN_ROW_TOTAL, /* the same at the end; in a form cells as in a plain row */
} SgnRowKind;

typedef struct {
  SgnRowKind kind;
  GPtrArray *cells; /* of SgnCell */
  gboolean action;  /* a bar in the margin */
  double height;
} SgnRow;

typedef struct {
  double width; /* in any unit: columns are scaled to the table */
  SgnAlign align;
  const char *head;
  gboolean subject; /* says what its row is about */
} SgnColumn;

/**
 * SgnTable:
 * @x: left edge
 * @width: width; columns are scaled to it
 * @pad: above and below the text of a row
 * @min_height: of a row
 * @head_height: of the head
 * @after: what follows and must not begin a page without rows above it
 * @continued: (nullable): what a group row says on a later page: （続き）
 * @form: cells in boxes, because a pen goes there
 * @flowing: a group may be broken after any of its rows but the group row
 * @watch: (nullable): who waits for a long table: when it is stopped the rows that are left are
 *   dropped, because nobody will see it
 *
 * Columns, a head that is repeated on each page, rows in groups.
 */
typedef struct {
  double x;
  double width;
  double pad;
  double min_height;
  double head_height;
  double after;
  const char *continued;
  gboolean form;
  gboolean flowing;
  const SgnWatch *watch;
  GArray *columns;  /* of SgnColumn */
  GPtrArray *heads; /* of SgnCell */
  GPtrArray *rows;  /* of SgnRow */
  gboolean measured;
} SgnTable;

SgnTable *sgn_table_new (const SgnColumn *columns, guint n_columns);
void sgn_table_free (SgnTable *self);
/* The row is owned by the table. */
SgnRow *sgn_table_add_row (SgnTable *self, SgnRowKind kind);
SgnCell *sgn_row_add_text (SgnRow *self, SgnType type, const char *text);
/* A text, and another one below it in a type of its own; @second: (nullable). */
SgnCell *
sgn_row_add_pair (SgnRow *self, SgnType type, const char *text, SgnType under, const char *second);
SgnCell *sgn_row_add_numeral (SgnRow *self, SgnType type, const char *text);
/* @picture: (nullable): @alt says what it shows; without one @icon is drawn, which says nothing
 * that the words beside it do not. */
SgnCell *sgn_row_add_picture (SgnRow *self, SgnPicture *picture, SgnIcon icon, const char *alt);
SgnCell *sgn_row_add_state (SgnRow *self, SgnMark mark, const char *word);
SgnCell *sgn_row_add_mark (SgnRow *self, SgnMark mark, const char *text);
SgnCell *sgn_row_add_last (SgnRow *self, SgnMark mark, const char *text);
/* @alt says in words that it is circled; NULL when it is not. */
SgnCell *sgn_row_add_choice (SgnRow *self, SgnType type, const char *text, const char *alt);
/* @alt says in words what the bars show. */
SgnCell *sgn_row_add_bars (SgnRow *self, double now, double last, const char *alt);
/* @alt says in words how far the numbered boxes are filled. */
SgnCell *sgn_row_add_steps (SgnRow *self, guint level, guint levels, const char *alt);
SgnCell *
sgn_row_add_level (SgnRow *self, SgnType type, guint level, guint levels, const char *word);
/* @counts: by SgnMark; @alt says them in words. */
SgnCell *sgn_row_add_stack (SgnRow *self, const guint *counts, const char *alt);
/* Turns the head of @column into the legend of its bars. */
void sgn_table_set_legend (SgnTable *self, guint column, const char *now, const char *last);

/* Whether a state calls for action: bold, and a bar in the margin. */
gboolean sgn_mark_needs_action (SgnMark mark);

/* Breaks all lines, sets all heights. Done by the others when it has not been yet. */
void sgn_table_measure (SgnTable *self, SgnTypesetter *typesetter);
/* The head and the rows that must follow it on the same page. */
double sgn_table_get_keep (SgnTable *self, SgnTypesetter *typesetter);
double sgn_table_get_height (SgnTable *self, SgnTypesetter *typesetter);
double sgn_table_get_column_x (const SgnTable *self, guint column);
double sgn_table_get_column_width (const SgnTable *self, guint column);
/* Places the table at the flow's y, over as many pages as it needs. */
void sgn_table_place (SgnTable *self, SgnFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnTable, sgn_table_free)

G_END_DECLS
