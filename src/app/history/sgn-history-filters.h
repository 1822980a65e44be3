/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-history.h"

G_BEGIN_DECLS

#define SGN_TYPE_HISTORY_FILTERS (sgn_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (SgnHistoryFilters, sgn_history_filters, SGN, HISTORY_FILTERS, GtkBox)

/* What of the history is wanted: kind, person, year, words, one question. Signal: changed. */

/* The people and years to choose from. @month: the first one of the business year */
void sgn_history_filters_set_events (SgnHistoryFilters *self, GPtrArray *events, int month);
/* @item: (nullable): id of a question; NULL: all */
void sgn_history_filters_set_item (SgnHistoryFilters *self, const char *item);
/* What is chosen; its texts are valid until something else is. */
void sgn_history_filters_get (SgnHistoryFilters *self, SgnHistoryFilter *filter);
gboolean sgn_history_filters_is_empty (SgnHistoryFilters *self);
void sgn_history_filters_set_narrow (SgnHistoryFilters *self, gboolean narrow);
void sgn_history_filters_reset (SgnHistoryFilters *self);

G_END_DECLS
