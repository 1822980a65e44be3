/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist-page.h"

G_BEGIN_DECLS

/* What is done with a whole check. Closing and reopening ask first, and say how many questions are
 * not answered; starting asks when an older one is still open. */
void sgn_check_acts_start (SgnChecklistPage *page);
void sgn_check_acts_close (SgnChecklistPage *page);
void sgn_check_acts_reopen (SgnChecklistPage *page);

/* Which of them can be done now. */
gboolean sgn_check_acts_can_start (SgnChecklistPage *page);
gboolean sgn_check_acts_can_close (SgnChecklistPage *page);
gboolean sgn_check_acts_can_reopen (SgnChecklistPage *page);

G_END_DECLS
