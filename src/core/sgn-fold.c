/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fold.h"

#include <string.h>

#define NOT_PLAIN G_MAXUINT32

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
  g_autofree char *joined = join_voiced_marks (valid);

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

/* Whatever @text is made of. */
static char *
fold_any (const char *text)
{
  g_autofree char *normal = normalise (text);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_dash (c) || !is_left_out (c))
      g_string_append_unichar (key, fold_character (c));
  }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
is_full_width (gunichar c)
{
  return c >= 0xff01 && c <= 0xff5e;
}

/* What most texts are made of. Whatever of it stands side by side, each character folds by itself:
 * NFKC joins them to marks only, and marks are none of it. Beyond ASCII it begins with U+3000, so
 * that in UTF-8 all have one byte or three, the first of them from 0xe3 on. */
static gboolean
is_plain (gunichar c)
{
  return c < 0x80 || (c >= 0x3000 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) ||
         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fe) ||
         (c >= 0x4e00 && c <= 0x9fff) || is_full_width (c);
}

/* What a plain character becomes; 0 when it is left out. */
static gunichar
fold_plain_character (gunichar c)
{
  if (is_full_width (c))
    c -= 0xff01 - '!';
  if (c <= ' ' || c == 0x7f || c == 0x3000)
    return 0;
  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  if (c == 0x30fc)
    return '-';
  return is_hiragana (c) ? c + 0x60 : c;
}

static gboolean
continues (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* The character at @p when it is plain, else NOT_PLAIN: broken UTF-8 is not. GLib's decoder knows
 * more than those of one byte or three, and takes three times as long. */
static gunichar
read_plain_character (const char *p)
{
  const guint lead = (guchar) p[0];
  gunichar c = lead;

  if (lead >= 0xe3 && lead < 0xf0 && continues (p[1]) && continues (p[2]))
    c = (lead & 0x0f) << 12 | ((guint) p[1] & 0x3f) << 6 | ((guint) p[2] & 0x3f);
  return is_plain (c) ? c : NOT_PLAIN;
}

/* 0 adds nothing. Returns the new end. */
static char *
append_plain_character (char *end, gunichar c)
{
  if (c == 0)
    return end;
  if (c < 0x80) {
    *end++ = (char) c;
    return end;
  }
  *end++ = (char) (0xe0 | c >> 12);
  *end++ = (char) (0x80 | (c >> 6 & 0x3f));
  *end++ = (char) (0x80 | (c & 0x3f));
  return end;
}

/* (nullable): what fold_any() would make of it, without its detours; NULL when @text is not all
 * plain. No character of a key is longer than the one it comes from. */
static char *
fold_plain (const char *text)
{
  g_autofree char *key = g_malloc (strlen (text) + 1);
  char *end = key;

  for (const char *p = text; *p != '\0';) {
    const gunichar c = read_plain_character (p);

    if (c == NOT_PLAIN)
      return NULL;
    end = append_plain_character (end, fold_plain_character (c));
    p += c < 0x80 ? 1 : 3;
  }
  *end = '\0';
  return g_steal_pointer (&key);
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
  char *key = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  key = fold_plain (text);
  return key != NULL ? key : fold_any (text);
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
