/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/**
 * SgnFrame:
 * @editions: the second line of the footer: which edition the sheet speaks about
 * @foot_lines: (element-type utf8): sentences that stand above the footer of every page
 * @letter: a letter to outsiders: no 用途, the disclaimer above the footer
 * @draft: 下書き beside the title
 * @cover: the first page is a cover: neither title nor disclaimer stand at the head
 *
 * What stands round the body of a sheet.
 */
typedef struct {
  char *editions;
  GPtrArray *foot_lines;
  gboolean letter;
  gboolean draft;
  gboolean cover;
} SgnFrame;

/* With the sentence that a copy has no number, when it is one. */
SgnFrame *sgn_frame_new (SgnFlow *flow);
void sgn_frame_free (SgnFrame *self);
void sgn_frame_add_foot_line (SgnFrame *self, char *line); /* takes @line */
/* What is inherited in the questions that the footer names; nothing without a @note. */
void sgn_frame_add_inherited (SgnFrame *self,
                              SgnFlow *flow,
                              const char *catalogue,
                              const char *edition,
                              const char *note);
/* The sentence on the trademark, when the document names it; the last line. */
void sgn_frame_add_trademark (SgnFrame *self, SgnFlow *flow);

/* A word in a box at @place; returns its right edge. */
double sgn_frame_place_tag (SgnFlow *flow, SgnPlace place, const char *word);
/* The title of a sheet with the line below it, and its place in the outline. */
void sgn_frame_place_title (SgnFlow *flow);
/* The head of the first page; sets where the body begins and ends. */
void sgn_frame_begin (const SgnFrame *self, SgnFlow *flow);
/* Running heads and footers of all pages, once their number is known. */
void sgn_frame_finish (const SgnFrame *self, SgnFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFrame, sgn_frame_free)

G_END_DECLS
