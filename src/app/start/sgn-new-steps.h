/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-profile.h"

G_BEGIN_DECLS

#define SGN_TYPE_NEW_STEPS (sgn_new_steps_get_type ())
G_DECLARE_FINAL_TYPE (SgnNewSteps, sgn_new_steps, SGN, NEW_STEPS, GtkBox)

/* Three short things that may be said of a new company, one after the other; each can be skipped.
 * Signal: over (none is at hand any more). */
/* Writes how many people and computers there are into @profile. */
void sgn_new_steps_fill (SgnNewSteps *self, SgnProfile *profile);
/* (nullable): a value of the setting SGN_SETTING_GOAL; NULL: not decided */
const char *sgn_new_steps_get_goal (SgnNewSteps *self);
const char *sgn_new_steps_get_folder (SgnNewSteps *self); /* (nullable) */
void sgn_new_steps_set_folder (SgnNewSteps *self, const char *folder);

G_END_DECLS
