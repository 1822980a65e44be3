/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

G_BEGIN_DECLS

/* What is said about an answer beside its value and note: the company's own, saved or not. */
const char *sgn_checklist_get_statement (SgnChecklist *self, guint index);   /* (nullable) */
const char *sgn_checklist_get_next_review (SgnChecklist *self, guint index); /* (nullable) */
void sgn_checklist_set_statement (SgnChecklist *self, guint index, const char *statement);
void sgn_checklist_set_next_review (SgnChecklist *self, guint index, const char *date);

G_END_DECLS
