/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_FILTERS (sgn_task_filters_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskFilters, sgn_task_filters, SGN, TASK_FILTERS, GtkBox)

/* Which tasks are shown, with their counts, and for which guideline. Signal: chosen. */
/* The counts are those of @wish. */
void sgn_task_filters_show (SgnTaskFilters *self,
                            const SgnTaskBoard *board,
                            SgnLibrary *library,
                            const SgnBoardWish *wish);
void sgn_task_filters_set_narrow (SgnTaskFilters *self, gboolean narrow);
void sgn_task_filters_set_filter (SgnTaskFilters *self, SgnBoardFilter filter);
SgnBoardFilter sgn_task_filters_get_filter (SgnTaskFilters *self);
/* (nullable): as SgnBoardWish.origin; valid until the next one is chosen */
const char *sgn_task_filters_get_origin (SgnTaskFilters *self);
void sgn_task_filters_clear_origin (SgnTaskFilters *self);

G_END_DECLS
