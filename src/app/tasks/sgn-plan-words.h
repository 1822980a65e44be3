/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-task-board.h"

G_BEGIN_DECLS

/* Words of the plan that need no widget. */

const char *sgn_plan_words_state (SgnMark mark);
/* All below are owned by the caller. */
/* “15 January”; with the year when @today has another one */
char *sgn_plan_words_day (const char *date, const char *today);
/* “15 January”, under a heading that says the year */
char *sgn_plan_words_short_day (const char *date);
/* “10 days overdue”, “due today”, “25 days left” */
char *sgn_plan_words_left (const char *due, const char *today);
/* What a section is called. */
char *sgn_plan_words_heading (const SgnBoardSection *section);
/* Where somebody belongs, and the family name: “General Affairs YAMAZAKI”. */
char *sgn_plan_words_owner (const SgnPerson *person);
/* Only the name: of the family, or all of it. */
char *sgn_plan_words_family_name (const SgnPerson *person);
char *sgn_plan_words_name (const SgnPerson *person);
/* (nullable) */
const char *sgn_plan_words_department (const SgnPerson *person);
/* A guideline where there is little room: “Self-check”. */
const char *sgn_plan_words_guideline (const SgnCatalogue *catalogue);
/* What a line is for: “Self-check No.11 ・ Six rules No.6”, with the answer where it is only one.
 */
char *sgn_plan_words_grounds (const SgnBoardLine *line, const SgnRecord *record);
/* What is to be done. */
char *sgn_plan_words_title (const SgnBoardLine *line);

G_END_DECLS
