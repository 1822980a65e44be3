/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fold.h"

#include <string.h>

static gboolean
is_dash (gunichar c)
{
  switch (c) {
  case '-':
  case 0x02d7:
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212: /* minus */
  case 0x2500: /* the box line people type as a dash */
  case 0x30fc: /* prolonged sound */
  case 0xff0d:
  case 0xff70:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_wave (gunichar c)
{
  return c == '~' || c == 0x301c || c == 0x3030 || c == 0xff5e || c == 0x223c;
}

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_hiragana (gunichar c)
{
  return (c >= 0x3041 && c <= 0x3096) || c == 0x309d || c == 0x309e;
}

/* Spaces, controls and marks, variation selectors among them. */
static gboolean
is_left_out (gunichar c)
{
  static const guint left_out = 1u << G_UNICODE_CONTROL | 1u << G_UNICODE_FORMAT |
                                1u << G_UNICODE_SPACING_MARK | 1u << G_UNICODE_ENCLOSING_MARK |
                                1u << G_UNICODE_NON_SPACING_MARK | 1u << G_UNICODE_SPACE_SEPARATOR |
                                1u << G_UNICODE_LINE_SEPARATOR |
                                1u << G_UNICODE_PARAGRAPH_SEPARATOR;

  return (left_out & 1u << g_unichar_type (c)) != 0;
}

/* What most texts are made of, and what NFKC leaves as it is, whatever stands beside it. */
static gboolean
is_plain (gunichar c)
{
  return c < 0x80 || c == 0x3001 || c == 0x3002 || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30a1 && c <= 0x30fe) || (c >= 0x4e00 && c <= 0x9fff);
}

static gboolean
is_plain_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (!is_plain (g_utf8_get_char (p)))
      return FALSE;
  }
  return TRUE;
}

/* The voiced marks that stand alone become combining ones, or NFKC would put a space before them.
 */
static char *
join_voiced_marks (const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x309b || c == 0x309c)
      c = c == 0x309b ? 0x3099 : 0x309a;
    g_string_append_unichar (joined, c);
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Compatibility forms to one form; never fails. */
static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *joined = NULL;

  if (is_plain_text (valid))
    return g_steal_pointer (&valid);

  joined = join_voiced_marks (valid);

  return g_utf8_normalize (joined, -1, G_NORMALIZE_NFKC);
}

static gunichar
fold_character (gunichar c)
{
  if (is_dash (c))
    return '-';
  if (is_wave (c))
    return '~';
  if (is_hiragana (c))
    return c + 0x60;
  return g_unichar_tolower (c);
}

/**
 * sgn_fold:
 * @text: any text
 *
 * Returns: (transfer full): the key under which @text is searched and sorted; folding a key again
 *   changes nothing
 */
char *
sgn_fold (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  normal = normalise (text);
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_dash (c) || !is_left_out (c))
      g_string_append_unichar (key, fold_character (c));
  }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/**
 * sgn_fold_code:
 * @typed: a number or code as typed
 *
 * For fields with a grammar: full-width characters become ASCII; spaces and dashes go. What else
 * was typed stays, so that a check can see it.
 *
 * Returns: (transfer full): the code
 */
char *
sgn_fold_code (const char *typed)
{
  g_autoptr (GString) code = g_string_new (NULL);
  g_autofree char *normal = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  normal = normalise (typed);
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_dash (c) && !is_left_out (c))
      g_string_append_unichar (code, c);
  }
  return g_string_free (g_steal_pointer (&code), FALSE);
}

static void
chomp (GString *text)
{
  while (text->len > 0) {
    const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

    if (!g_unichar_isspace (g_utf8_get_char (last)))
      return;
    g_string_truncate (text, last - text->str);
  }
}

/* What @p stands for in the cleaned text; 0 when it is left out. A CR counts as a line end unless
 * its LF follows. */
static gunichar
clean_character (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == '\r')
    return p[1] == '\n' ? 0 : '\n';
  if (c == '\n' || c == '\t')
    return c;
  return g_unichar_iscntrl (c) || is_bidi_control (c) ? 0 : c;
}

static char *
clean (const char *text, gboolean one_line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) cleaned = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = clean_character (p);

    if (one_line && (c == '\n' || c == '\t'))
      c = ' ';
    if (c != 0)
      g_string_append_unichar (cleaned, c);
  }
  chomp (cleaned);
  return g_string_free (g_steal_pointer (&cleaned), FALSE);
}

/**
 * sgn_clean_typed:
 * @text: a text as typed
 *
 * No normalisation: registered name glyphs survive. A line ends with LF.
 *
 * Returns: (transfer full): what may be stored of @text
 */
char *
sgn_clean_typed (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clean (text, FALSE);
}

/**
 * sgn_clean_line:
 * @text: a text as typed or pasted into a field of one line
 *
 * Returns: (transfer full): what may be stored of @text
 */
char *
sgn_clean_line (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return clean (text, TRUE);
}
