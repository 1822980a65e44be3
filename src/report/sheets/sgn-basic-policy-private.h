/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-frame.h"

G_BEGIN_DECLS

/* The letter stands a little further in than the rest of the page. */
#define SGN_LETTER_INSET 14.0
#define SGN_LETTER_LEFT (SGN_LEFT + SGN_LETTER_INSET)
#define SGN_LETTER_WIDTH (SGN_WIDTH - 2 * SGN_LETTER_INSET)
#define SGN_LETTER_TEXT_LEFT (SGN_LETTER_LEFT + 22.0)
#define SGN_LETTER_TEXT_WIDTH (SGN_LETTER_WIDTH - 22.0)

/* The basic policy while it is laid out. */
typedef struct {
  SgnFlow *flow;
  json_t *policy;
  gboolean japanese; /* the text itself, which a person wrote */
  SgnType text;
  SgnType head;
  SgnType date;
  SgnType company;
  SgnType office;
  SgnType name;
  guint number; /* of the last part that has a title */
} SgnLetter;

/* Dates, signature and contact, which stay together. */
void sgn_letter_place_end (SgnLetter *self);

G_END_DECLS
