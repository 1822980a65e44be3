/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far a step is. */
typedef enum {
  SGN_STEP_LATER,
  SGN_STEP_NOW,
  SGN_STEP_DONE,
} SgnStepState;

#define SGN_TYPE_DECLARE_MARK (sgn_declare_mark_get_type ())
G_DECLARE_FINAL_TYPE (SgnDeclareMark, sgn_declare_mark, SGN, DECLARE_MARK, GtkWidget)

/* The node of a step on the line that joins it with the others: a check when it is done, a ring
 * where one is, a dashed ring later. @first, @last: the line begins or ends here. */
GtkWidget *sgn_declare_mark_new (guint number, gboolean first, gboolean last);
void sgn_declare_mark_set_state (SgnDeclareMark *self, SgnStepState state);

G_END_DECLS
