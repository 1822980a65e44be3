/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-proposal.h"

G_BEGIN_DECLS

/* From how much likeness, of 100, an answer is proposed. Found by trying the questionnaire of 60
 * questions that comes with the program: of what is found 9 in 10 fit; just below, every other one.
 */
#define SGN_SIMILARITY_LEAST 28

/* Adds the answers of all guidelines that the company answered, of each the newest check: to items
 * that the items of @proposals refer to, and to those with a text that is much like theirs. */
void sgn_similarity_add (SgnProposals *proposals, SgnLibrary *library);

G_END_DECLS
