/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-phrase-private.h"

/* One character to compare, and where it comes from. */
typedef struct {
  gunichar c;
  const char *from;
  const char *to;
} Letter;

struct _SgnPhraseText {
  char *typed;
  GArray *letters; /* of Letter */
};

struct _SgnPhrases {
  GPtrArray *folded; /* of GArray of Letter */
};

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

/* What may stand, or be missing, between the words of a phrase. */
static gboolean
is_joint (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == 0x30FB /* ・ */ || c == 0x2010 || c == 0x2011;
}

/* Characters without a shape of their own would let a phrase slip through. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || type == G_UNICODE_NON_SPACING_MARK ||
         (type == G_UNICODE_CONTROL && !g_unichar_isspace (c));
}

/* Kana and kanji have one width and no case: most of what is looked through. */
static gboolean
is_folded (gunichar c)
{
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) ||
         (c >= 0x4e00 && c <= 0x9fff);
}

/* Folds character by character, so that each keeps its place in the typed text. */
static void
fold_into (GArray *letters, const char *from)
{
  const char *to = g_utf8_next_char (from);
  const Letter whole = { g_utf8_get_char (from), from, to };
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;

  if (is_folded (whole.c)) {
    g_array_append_val (letters, whole);
    return;
  }
  composed = g_utf8_normalize (from, to - from, G_NORMALIZE_NFKC);
  folded = g_utf8_casefold (composed, -1);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at)) {
    Letter letter = { g_utf8_get_char (at), from, to };

    if (!is_invisible (letter.c))
      g_array_append_val (letters, letter);
  }
}

static GArray *
fold (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    fold_into (letters, at);
  return letters;
}

SgnPhrases *
sgn_phrases_new (char **phrases)
{
  SgnPhrases *self = g_new (SgnPhrases, 1);

  self->folded = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    g_ptr_array_add (self->folded, fold (phrases[i]));
  return self;
}

void
sgn_phrases_free (SgnPhrases *self)
{
  g_ptr_array_unref (self->folded);
  g_free (self);
}

SgnPhraseText *
sgn_phrase_text_new (const char *text)
{
  SgnPhraseText *self = g_new (SgnPhraseText, 1);

  self->typed = g_utf8_make_valid (text, -1);
  self->letters = fold (self->typed);
  return self;
}

void
sgn_phrase_text_free (SgnPhraseText *self)
{
  g_array_unref (self->letters);
  g_free (self->typed);
  g_free (self);
}

/* 0 outside the text */
static gunichar
letter_at (const GArray *letters, guint i)
{
  return i < letters->len ? g_array_index (letters, Letter, i).c : 0;
}

/* A Latin word is not found inside another (IPA in “participant”); a plural s is let through. */
static gboolean
ends_well (const GArray *text, guint start, guint end)
{
  gunichar after = letter_at (text, end);

  if (is_latin (letter_at (text, start)) && start > 0 && is_latin (letter_at (text, start - 1)))
    return FALSE;
  if (after == 's')
    after = letter_at (text, end + 1);
  return !is_latin (letter_at (text, end - 1)) || !is_latin (after);
}

/* The end of @phrase when it stands at @start, else 0. */
static guint
match (const GArray *text, guint start, const GArray *phrase)
{
  guint at = start;

  for (guint i = 0; i < phrase->len; i++) {
    gunichar wanted = letter_at (phrase, i);

    if (is_joint (wanted))
      continue;
    while (at > start && is_joint (letter_at (text, at)))
      at++;
    if (letter_at (text, at) != wanted)
      return 0;
    at++;
  }
  return at > start && ends_well (text, start, at) ? at : 0;
}

/* The letter every place of @phrase begins with; 0 when it has none. */
static gunichar
find_first (const GArray *phrase)
{
  for (guint i = 0; i < phrase->len; i++)
    if (!is_joint (letter_at (phrase, i)))
      return letter_at (phrase, i);
  return 0;
}

/* Nearly all places are passed over by their letter alone. */
static void
find_phrase (const GArray *letters, const GArray *phrase, GArray *spans)
{
  gunichar first = find_first (phrase);

  for (guint start = 0; start < letters->len; start++) {
    SgnSpan span = { start, 0 };

    if (g_array_index (letters, Letter, start).c == first)
      span.end = match (letters, start, phrase);
    if (span.end > 0)
      g_array_append_val (spans, span);
  }
}

GArray *
sgn_phrase_text_find (const SgnPhraseText *self, const SgnPhrases *phrases)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SgnSpan));

  for (guint i = 0; i < phrases->folded->len; i++)
    find_phrase (self->letters, phrases->folded->pdata[i], spans);
  return spans;
}

gboolean
sgn_phrase_text_has_stop (const SgnPhraseText *self, guint start, guint end)
{
  for (guint i = start; i < end; i++) {
    gunichar c = letter_at (self->letters, i);

    if (c == 0x3002 /* 。 */ || c == '!' || c == '?')
      return TRUE;
    if (c == '.' && g_unichar_isspace (letter_at (self->letters, i + 1)))
      return TRUE;
  }
  return FALSE;
}

char *
sgn_phrase_text_dup_span (const SgnPhraseText *self, SgnSpan span)
{
  const Letter *first, *last;

  g_return_val_if_fail (span.start < span.end && span.end <= self->letters->len, NULL);

  first = &g_array_index (self->letters, Letter, span.start);
  last = &g_array_index (self->letters, Letter, span.end - 1);
  return g_strndup (first->from, (gsize) (last->to - first->from));
}

SgnSpan
sgn_phrase_text_place (const SgnPhraseText *self, SgnSpan span)
{
  SgnSpan place = { 0, 0 };

  g_return_val_if_fail (span.start < span.end && span.end <= self->letters->len, place);

  place.start =
    (guint) g_utf8_pointer_to_offset (self->typed,
                                      g_array_index (self->letters, Letter, span.start).from);
  place.end =
    (guint) g_utf8_pointer_to_offset (self->typed,
                                      g_array_index (self->letters, Letter, span.end - 1).to);
  return place;
}
