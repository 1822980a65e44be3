/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-guide.h"
#include "sgn-library.h"

G_BEGIN_DECLS

#define SGN_TYPE_GUIDE_CARD (sgn_guide_card_get_type ())
G_DECLARE_FINAL_TYPE (SgnGuideCard, sgn_guide_card, SGN, GUIDE_CARD, GtkBox)

/* What one guideline is, for whom, how long it takes, and what is known of it; its button opens it
 * by the action company.show-guideline. */
GtkWidget *sgn_guide_card_new (const SgnGuide *guide, const SgnCatalogue *catalogue);
/* What stands at the right of the title, such as how far it is answered. */
void sgn_guide_card_set_state (SgnGuideCard *self, const char *state);
const char *sgn_guide_card_get_key (SgnGuideCard *self);

G_END_DECLS
