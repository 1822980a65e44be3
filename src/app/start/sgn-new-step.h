/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-declare-mark.h"

G_BEGIN_DECLS

#define SGN_TYPE_NEW_STEP (sgn_new_step_get_type ())
G_DECLARE_FINAL_TYPE (SgnNewStep, sgn_new_step, SGN, NEW_STEP, GtkListBoxRow)

/* One of the short things one may say of a new company: a line that can be skipped, and below it
 * what is asked, while it is at hand. Signals: taken, skipped. */
GtkWidget *
sgn_new_step_new (guint number, const char *title, const char *about, GtkWidget *question);
/* @fact: (nullable): what was said, in place of what it is about */
void sgn_new_step_set_state (SgnNewStep *self, SgnStepState state, const char *fact);
SgnStepState sgn_new_step_get_state (SgnNewStep *self);
/* Says that it is answered, as its button does. */
void sgn_new_step_take (SgnNewStep *self);

G_END_DECLS
