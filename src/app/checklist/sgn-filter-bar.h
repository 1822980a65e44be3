/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-check-filter.h"

G_BEGIN_DECLS

#define SGN_TYPE_FILTER_BAR (sgn_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnFilterBar, sgn_filter_bar, SGN, FILTER_BAR, GtkBox)

/* Which questions the list shows, each choice with its count: linked buttons, or one drop-down when
 * narrow; and beside them, where experts are asked, how far that is. Signal: chosen. */
void sgn_filter_bar_watch (SgnFilterBar *self, SgnChecklist *checklist);
SgnFilter sgn_filter_bar_get_filter (SgnFilterBar *self);
SgnLook sgn_filter_bar_get_look (SgnFilterBar *self);
void sgn_filter_bar_set_narrow (SgnFilterBar *self, gboolean narrow);

G_END_DECLS
