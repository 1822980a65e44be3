/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/* One item of the strip. */
typedef struct {
  SgnMark mark;
  gboolean starts_section; /* a gap stands before it */
} SgnStripItem;

#define SGN_TYPE_STRIP (sgn_strip_get_type ())
G_DECLARE_FINAL_TYPE (SgnStrip, sgn_strip, SGN, STRIP, GtkWidget)

/* All marks of a checklist in one line: map, progress and, by the mouse, navigation. Where the
 * marks do not fit it is a bar. Signal: picked (guint), an item was clicked. The keyboard has its
 * own ways from question to question. */
GtkWidget *sgn_strip_new (void);
void sgn_strip_set_items (SgnStrip *self, const SgnStripItem *items, guint n_items);
void sgn_strip_set_current (SgnStrip *self, guint current);
void sgn_strip_set_bar (SgnStrip *self, gboolean bar);

G_END_DECLS
