/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages.h"

G_BEGIN_DECLS

/* The papers of a seminar. None of them says anything of a real company. */
typedef enum {
  SGN_SEMINAR_HANDOUT, /* what the company of the seminar answered, with room for a pen */
  SGN_SEMINAR_SIXTY,   /* the trainer's script for 60 minutes */
  SGN_SEMINAR_NINETY,  /* for 90 */
  SGN_SEMINAR_KEY,     /* the weak points that were put in */
} SgnSeminarPaper;

#define SGN_N_SEMINAR_PAPERS 4

/**
 * SgnSeminarSheet:
 * @documents: the fixed texts
 * @paper: which one
 * @language: its language
 * @record: the result of the self-check of the company of the seminar, as it is printed
 * @issued: the time now
 * @program: version of the program
 */
typedef struct {
  SgnDocuments *documents;
  SgnSeminarPaper paper;
  SgnLanguage language;
  const json_t *record;
  const char *issued;
  const char *program;
} SgnSeminarSheet;

/* "handout" "script-60" "script-90" "key" */
const char *sgn_seminar_paper_to_key (SgnSeminarPaper paper);
/* As a PDF, marked across each page; SGN_ERROR_NOT_YET without fonts. */
GBytes *sgn_seminar_sheet_to_pdf (const SgnSeminarSheet *self, GError **error);

G_END_DECLS
