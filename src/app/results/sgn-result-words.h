/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-results.h"

G_BEGIN_DECLS

/* Words of the results that need no widget. All are owned by the caller. */

/* “72”, “2.8”; “–” where there is nothing to say. */
char *sgn_result_words_dup_number (SgnResultsKind kind, const SgnResultValue *value);
/* “/ 100” */
char *sgn_result_words_dup_max (SgnResultsKind kind, const SgnResultValue *value);
/* “72 of 100 points”, for a screen reader */
char *sgn_result_words_dup_said (SgnResultsKind kind, const SgnResultValue *value);
/* “+25”, “±0”, “−3”; empty where it cannot be compared */
char *sgn_result_words_dup_difference (SgnResultsKind kind,
                                       const SgnResultValue *now,
                                       const SgnResultValue *before);
/* How much of the highest, from 0 to 1; below 0 where there is nothing to say. */
double sgn_result_words_get_share (const SgnResultValue *value);
/* “+1 to 5 points”; empty where there are no points */
char *sgn_result_words_dup_gain (const SgnFirstStep *step);
/* “49 or less”, “50–69”, “100” */
char *sgn_result_words_dup_band (const SgnCatalogue *catalogue, const SgnBand *band);
/* (nullable): one word for a band that is known to the program; owned by it */
const char *sgn_result_words_get_band (const SgnBand *band);
/* A check to choose: its title and edition. */
char *sgn_result_words_dup_check (const SgnCatalogue *catalogue, const char *level);

G_END_DECLS
