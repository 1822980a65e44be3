/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-style.h"

G_BEGIN_DECLS

/* One broken line and how wide it came out. */
typedef struct {
  char *text;
  double width;
  gboolean ends; /* the last line of its paragraph */
} SgnLine;

/* An empty array of SgnLine that frees them. */
GPtrArray *sgn_lines_new (void);

/* Measures and breaks lines. Belongs to one thread. */
typedef struct _SgnTypesetter SgnTypesetter;

SgnTypesetter *sgn_typesetter_new (SgnLanguage language);
void sgn_typesetter_free (SgnTypesetter *self);

double sgn_typesetter_measure (SgnTypesetter *self, SgnType type, const char *text);
/* Of SgnLine, at least one. Lines end where @text has a line end, or where the line breaking rules
 * of the language allow; a last line of three characters or fewer is avoided where narrowing the
 * measure does it without another line. */
GPtrArray *sgn_typesetter_break (SgnTypesetter *self, SgnType type, const char *text, double width);

/* @text with word joiners (U+2060) where our own templates must not break: 第4.0版, 3件, No. 12,
 * 2→4. Joiners steer the breaking only and never reach the paper. Not for text a person typed. */
char *sgn_text_join (const char *text);
/* @text in one piece: with joiners between all its characters. */
char *sgn_text_glue (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnTypesetter, sgn_typesetter_free)

G_END_DECLS
