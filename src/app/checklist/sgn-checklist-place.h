/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

G_BEGIN_DECLS

/* Where in a checklist one is, as back and forward keep it: “ipa-self-check@4.0 SD-11 list”. */
char *sgn_checklist_place_dup (SgnChecklist *checklist, gboolean list);
/* Turns to such a place as far as it is still there; sets whether it was in the list. FALSE when
 * its guideline is gone. */
gboolean sgn_checklist_place_go_to (SgnChecklist *checklist, const char *place, gboolean *list);

G_END_DECLS
