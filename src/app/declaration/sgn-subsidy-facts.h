/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-subsidy.h"

G_BEGIN_DECLS

#define SGN_TYPE_SUBSIDY_FACTS (sgn_subsidy_facts_get_type ())
G_DECLARE_FINAL_TYPE (SgnSubsidyFacts, sgn_subsidy_facts, SGN, SUBSIDY_FACTS, GtkBox)

/* What is known of a subsidy: by whom, how well, and since when. */
GtkWidget *sgn_subsidy_facts_new (void);
/* @today: to tell which closing dates have passed */
void sgn_subsidy_facts_show (SgnSubsidyFacts *self, const SgnSubsidy *subsidy, const char *today);

G_END_DECLS
