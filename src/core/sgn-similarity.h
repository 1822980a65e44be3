/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-proposal.h"

G_BEGIN_DECLS

/* From how much likeness, of 100, an answer is proposed. Found by trying the questionnaire of 60
 * questions that comes with the program: of what is found 9 in 10 fit; just below, every other one.
 */
#define SGN_SIMILARITY_LEAST 28

/* Of SgnAssessment: those whose questions a sheet of the company's own is compared with: of each
 * other guideline the newest check that has an answer, the newest first; owns none of them. */
GPtrArray *sgn_similarity_list_origins (SgnLibrary *library,
                                        const SgnRecord *record,
                                        const SgnCatalogue *catalogue);
/* Adds the answers of @from, or with NULL of all origins: to items that the items of @proposals
 * refer to, and to those with a text that is much like theirs. */
void sgn_similarity_add (SgnProposals *proposals, SgnLibrary *library, const SgnAssessment *from);
/* Adds what follows from all guidelines that the company answered: by the mappings, and for a sheet
 * of the company's own also by what is alike. */
void sgn_similarity_add_all (SgnProposals *proposals, SgnLibrary *library);

G_END_DECLS
