/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

G_BEGIN_DECLS

/* How far a checklist is, and where to go on. */

/* Whether it is shown one section a page, with its requirements folded. */
gboolean sgn_checklist_is_large (SgnChecklist *self);
/* Whether an expert is to look at its answers, as at those of a scheme with levels. */
gboolean sgn_checklist_asks_experts (SgnChecklist *self);
/* (nullable): the section on the page; NULL when all are */
const SgnSection *sgn_checklist_find_page (SgnChecklist *self);

/* The first unanswered item; when there is none, the one answered last. */
guint sgn_checklist_find_place_to_resume (SgnChecklist *self);
/* The next unanswered one after @index, from the top again at the end; FALSE when there is none. */
gboolean sgn_checklist_find_unanswered (SgnChecklist *self, guint index, guint *found);
guint sgn_checklist_count (SgnChecklist *self, SgnMark mark);
/* How many items of a section there are, and how many are answered. */
void sgn_checklist_count_section (SgnChecklist *self,
                                  const SgnSection *section,
                                  guint *answered,
                                  guint *items);
/* Where work is left in a section: its first unanswered item, else its first; FALSE when it has
 * none. */
gboolean
sgn_checklist_find_in_section (SgnChecklist *self, const SgnSection *section, guint *found);
/* The question of @item, in whichever catalogue asks it; FALSE when none does. */
gboolean sgn_checklist_choose_item (SgnChecklist *self, const char *item, guint *found);

G_END_DECLS
