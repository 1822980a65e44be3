/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"
#include "sgn-saving.h"

G_BEGIN_DECLS

#define SGN_TYPE_LEVEL_SWITCH (sgn_level_switch_get_type ())
G_DECLARE_FINAL_TYPE (SgnLevelSwitch, sgn_level_switch, SGN, LEVEL_SWITCH, GtkBox)

/* ★3 or ★4: the range that is shown, and that the check aims at from then on, with the number of
 * its criteria in the button. Only where a catalogue has several levels. */
void sgn_level_switch_watch (SgnLevelSwitch *self, SgnChecklist *checklist, SgnSaving *saving);

G_END_DECLS
