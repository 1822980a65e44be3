/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-chart.h"

G_BEGIN_DECLS

/**
 * SgnGroupPlace:
 * @chart: what @cells belong to
 * @start: index of the group's first cell
 * @n: how many cells it has
 * @rect: where it stands
 *
 * Draws what is in the cells of one group.
 */
typedef void (
  *SgnGroupPlace) (gconstpointer chart, SgnCanvas *canvas, guint start, guint n, SgnRect rect);

/* Cells of one width, with a gap between groups. */
GPtrArray *sgn_strip_cells_new (void);
/* (transfer none): the new cell */
SgnStripCell *sgn_strip_cells_add (GPtrArray *cells, const char *number, guint group);
const SgnStripCell *sgn_strip_cells_get (GPtrArray *cells, guint i);
/* Each group in a frame; grey lines first, so that black ones stay whole. */
void sgn_strip_cells_place (GPtrArray *cells,
                            SgnCanvas *canvas,
                            SgnRect rect,
                            SgnGroupPlace place,
                            gconstpointer chart);

G_END_DECLS
