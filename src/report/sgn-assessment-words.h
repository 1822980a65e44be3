/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-frame.h"

G_BEGIN_DECLS

/* What several sheets say of the assessment they speak of. Texts are owned by the caller
 * unless it is said otherwise. */

/* 本社・工場　全18名／パソコン21台; @computers: whether those are said */
char *sgn_assessment_words_scope (SgnFlow *flow, gboolean computers);
/* (nullable): from when to when; of one that is still open only from when */
char *sgn_assessment_words_period (SgnFlow *flow);
/* (nullable): how many sites the answers are gathered from, where they are */
char *sgn_assessment_words_sites (SgnFlow *flow);
/* (nullable): department and name; @person: (nullable): as in the projection */
char *sgn_assessment_words_person (SgnFlow *flow, const json_t *person);
/* The line of the footer: which edition of which questions. */
char *sgn_assessment_words_edition (SgnFlow *flow);
/* The same of a sheet that speaks of several catalogues, and what is inherited in them. */
char *sgn_assessment_words_editions (SgnFlow *flow);
void sgn_assessment_words_add_inherited (SgnFrame *frame, SgnFlow *flow);
/* ① for the first axis of a radar, and so on as far as the signs go */
char *sgn_assessment_words_sign (SgnFlow *flow, size_t i);
/* The lines at its end: the "label" of @part, numbered as in the table beside it. */
char **sgn_assessment_words_axis (SgnFlow *flow, const json_t *part, size_t i);
/* The word of the answers that are shown as @mark, in a column; owned by the projection. */
const char *sgn_assessment_words_state (SgnFlow *flow, SgnMark mark);
/* The state that stands under @key of an item. */
SgnMark sgn_assessment_words_mark (const json_t *object, const char *key);

G_END_DECLS
