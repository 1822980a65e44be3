/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* Which catalogues can be answered, and which check of one is in hand. */
/* (nullable): the one to begin with */
SgnCatalogue *sgn_checklist_find_first (SgnLibrary *library);
GPtrArray *sgn_checklist_find_choices (SgnLibrary *library, const SgnRecord *record);
/* (nullable): the newest assessment of @catalogue, open before closed */
SgnAssessment *sgn_checklist_find_newest (const SgnRecord *record, const SgnCatalogue *catalogue);

G_END_DECLS
