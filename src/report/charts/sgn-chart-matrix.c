/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart-private.h"

#define LABEL_WIDTH 40.0
#define LABEL_GAP 6.0
#define MARK_EARLIER 3.6

static void
row_free (gpointer data)
{
  SgnMatrixRow *row = data;

  g_free (row->label);
  g_array_unref (row->marks);
  g_array_unref (row->known);
  g_free (row);
}

SgnMatrixChart *
sgn_matrix_chart_new (const char *head)
{
  SgnMatrixChart *self = g_new0 (SgnMatrixChart, 1);

  self->head = g_strdup (head);
  self->columns = sgn_strip_cells_new ();
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
sgn_matrix_chart_free (SgnMatrixChart *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->head);
  g_free (self->alt);
  g_free (self);
}

void
sgn_matrix_chart_add_column (SgnMatrixChart *self, const char *number, guint group)
{
  sgn_strip_cells_add (self->columns, number, group);
}

SgnMatrixRow *
sgn_matrix_chart_add_row (SgnMatrixChart *self, char *label)
{
  SgnMatrixRow *row = g_new0 (SgnMatrixRow, 1);

  row->label = label;
  row->marks = g_array_new (FALSE, TRUE, sizeof (SgnMark));
  row->known = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_ptr_array_add (self->rows, row);
  return row;
}

void
sgn_matrix_row_add (SgnMatrixRow *self, SgnMark mark, gboolean known)
{
  g_array_append_val (self->marks, mark);
  g_array_append_val (self->known, known);
}

/* The state of column @column at the date of @row; where there was no such item, a dash. */
static void
place_state (const SgnMatrixChart *self, SgnCanvas *canvas, guint i, guint column, SgnRect cell)
{
  const SgnMatrixRow *row = g_ptr_array_index (self->rows, i);
  SgnPoint centre = { cell.x + cell.width / 2, cell.y + cell.height / 2 };
  gboolean latest = i + 1 == self->rows->len;

  if (column >= row->marks->len)
    return;
  if (g_array_index (row->known, gboolean, column))
    sgn_canvas_mark (canvas, g_array_index (row->marks, SgnMark, column), centre,
                     latest ? SGN_MARK_RADIUS : MARK_EARLIER, !latest);
  else
    sgn_canvas_text (canvas, SGN_TYPE_STRIP,
                     (SgnPlace){ centre.x, cell.y, SGN_ALIGN_CENTRE, cell.height, 0 }, "—");
}

static void
place_column (const SgnMatrixChart *self, SgnCanvas *canvas, guint column, SgnRect rect)
{
  double height = rect.height / (self->rows->len + 1);

  sgn_canvas_text (canvas, SGN_TYPE_STRIP,
                   (SgnPlace){ rect.x + rect.width / 2, rect.y, SGN_ALIGN_CENTRE, height, 0 },
                   sgn_strip_cells_get (self->columns, column)->number);
  for (guint i = 0; i < self->rows->len; i++)
    place_state (self, canvas, i, column,
                 (SgnRect){ rect.x, rect.y + (i + 1) * height, rect.width, height });
}

static void
place_group (gconstpointer chart, SgnCanvas *canvas, guint start, guint n, SgnRect rect)
{
  const SgnMatrixChart *self = chart;
  double width = rect.width / n;
  double height = rect.height / (self->rows->len + 1);

  for (guint i = 0; i < n; i++)
    place_column (self, canvas, start + i,
                  (SgnRect){ rect.x + i * width, rect.y, width, rect.height });
  for (guint i = 1; i <= self->rows->len; i++)
    sgn_canvas_line (canvas, (SgnRect){ rect.x, rect.y + i * height, rect.width, 0 },
                     SGN_INK (SGN_RULE_ROW));
}

static double
measure_labels (const SgnMatrixChart *self, SgnCanvas *canvas)
{
  double width = LABEL_WIDTH;

  for (guint i = 0; i < self->rows->len; i++) {
    const SgnMatrixRow *row = g_ptr_array_index (self->rows, i);

    width = MAX (width, LABEL_GAP + sgn_typesetter_measure (canvas->typesetter,
                                                            SGN_TYPE_NUMBER_BOLD, row->label));
  }
  return width;
}

static void
place_labels (const SgnMatrixChart *self, SgnCanvas *canvas, SgnRect rect)
{
  double height = rect.height / (self->rows->len + 1);

  sgn_canvas_text (canvas, SGN_TYPE_HEAD, (SgnPlace){ rect.x, rect.y, SGN_ALIGN_LEFT, height, 0 },
                   self->head);
  for (guint i = 0; i < self->rows->len; i++) {
    const SgnMatrixRow *row = g_ptr_array_index (self->rows, i);
    gboolean latest = i + 1 == self->rows->len;

    sgn_canvas_text (canvas, latest ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER,
                     (SgnPlace){ rect.x, rect.y + (i + 1) * height, SGN_ALIGN_LEFT, height, 0 },
                     row->label);
  }
}

void
sgn_matrix_chart_place (const SgnMatrixChart *self, SgnCanvas *canvas, SgnRect rect)
{
  double labels = measure_labels (self, canvas);

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, self->alt);
  place_labels (self, canvas, rect);
  sgn_strip_cells_place (self->columns, canvas,
                         (SgnRect){ rect.x + labels, rect.y, rect.width - labels, rect.height },
                         place_group, self);
  sgn_canvas_end (canvas);
}
