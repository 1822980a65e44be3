/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-pages.h"

G_BEGIN_DECLS

#define SGN_TYPE_SHEET_VIEW (sgn_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (SgnSheetView, sgn_sheet_view, SGN, SHEET_VIEW, GtkWidget)

/* One page of a sheet on the screen, by the painter that also writes the PDF. Painted aside, so
 * that a slow page holds up nothing. Signal: painted. */
GtkWidget *sgn_sheet_view_new (void);
void sgn_sheet_view_set_pages (SgnSheetView *self, SgnPages *pages, const char *title);
guint sgn_sheet_view_get_n_pages (SgnSheetView *self);
guint sgn_sheet_view_get_page (SgnSheetView *self);
void sgn_sheet_view_set_page (SgnSheetView *self, guint page);
/* Pixels for one point; 0 fits the width. */
void sgn_sheet_view_set_zoom (SgnSheetView *self, double zoom);
double sgn_sheet_view_get_zoom (SgnSheetView *self);
/* The zoom that is in force, also when fitting. */
double sgn_sheet_view_get_scale (SgnSheetView *self);
gboolean sgn_sheet_view_is_painted (SgnSheetView *self);

G_END_DECLS
