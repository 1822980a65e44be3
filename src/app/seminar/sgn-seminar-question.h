/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-library.h"
#include "sgn-record.h"
#include "sgn-room.h"

G_BEGIN_DECLS

/* What a question tells besides itself. */
typedef enum {
  SGN_REVEAL_NOTHING,
  SGN_REVEAL_GOOD,   /* what counts as done */
  SGN_REVEAL_SAMPLE, /* what the sample company answered */
} SgnReveal;

#define SGN_TYPE_SEMINAR_QUESTION (sgn_seminar_question_get_type ())
G_DECLARE_FINAL_TYPE (SgnSeminarQuestion, sgn_seminar_question, SGN, SEMINAR_QUESTION, GtkBox)

/* One question on the wall, with its hands and its clock. */
char *sgn_seminar_question_make_key (const SgnItem *item);
void sgn_seminar_question_show (SgnSeminarQuestion *self,
                                SgnLibrary *library,
                                const SgnCatalogue *catalogue,
                                guint position);
void sgn_seminar_question_set_room (SgnSeminarQuestion *self, const SgnRoom *room, guint position);
/* @running: the clock runs; @left: seconds */
void sgn_seminar_question_set_left (SgnSeminarQuestion *self, int left, gboolean running);
/* @sample: (nullable): what the sample company answered */
void sgn_seminar_question_reveal (SgnSeminarQuestion *self,
                                  SgnReveal reveal,
                                  const SgnItem *item,
                                  const SgnAnswer *sample);
void sgn_seminar_question_set_scale (SgnSeminarQuestion *self, double scale);

G_END_DECLS
