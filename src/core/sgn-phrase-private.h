/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a folded text, @end not included. */
typedef struct {
  guint start;
  guint end;
} SgnSpan;

/* Phrases made ready once, to be found in many texts. Immutable. */
typedef struct _SgnPhrases SgnPhrases;

/* @phrases: (nullable): none for NULL */
SgnPhrases *sgn_phrases_new (char **phrases);
void sgn_phrases_free (SgnPhrases *self);

/* A text made ready for finding phrases in it: width and case do not matter, nor do spaces and
 * hyphens inside a phrase; Latin words are found whole only. */
typedef struct _SgnPhraseText SgnPhraseText;

SgnPhraseText *sgn_phrase_text_new (const char *text);
void sgn_phrase_text_free (SgnPhraseText *self);

/* (element-type SgnSpan): every place of every phrase */
GArray *sgn_phrase_text_find (const SgnPhraseText *self, const SgnPhrases *phrases);
/* Whether a sentence ends between the two places. */
gboolean sgn_phrase_text_has_stop (const SgnPhraseText *self, guint start, guint end);
/* The words as they were typed. */
char *sgn_phrase_text_dup_span (const SgnPhraseText *self, SgnSpan span);
/* Where they stand in the typed text, in its own characters. */
SgnSpan sgn_phrase_text_place (const SgnPhraseText *self, SgnSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPhrases, sgn_phrases_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPhraseText, sgn_phrase_text_free)

G_END_DECLS
