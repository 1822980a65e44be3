/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"
#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_CHECKLIST_PAGE (sgn_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnChecklistPage, sgn_checklist_page, SGN, CHECKLIST_PAGE, SgnPage)

/* The checklist, as a list or one question at a time. */
SgnChecklist *sgn_checklist_page_get_checklist (SgnChecklistPage *self);
void sgn_checklist_page_go_to_section (SgnChecklistPage *self, guint section);
gboolean sgn_checklist_page_show_item (SgnChecklistPage *self, const char *item);
void sgn_checklist_page_show_list (SgnChecklistPage *self, gboolean list);

G_END_DECLS
