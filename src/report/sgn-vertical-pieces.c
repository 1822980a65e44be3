/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-vertical-private.h"

gunichar
sgn_character_widen (gunichar character)
{
  if (character == ' ')
    return 0x3000;
  return character > ' ' && character < 0x7f ? character + 0xfee0 : character;
}

gboolean
sgn_character_is_attached (gunichar character)
{
  return g_unichar_ismark (character);
}

/* Written from left to right, also in the middle of Japanese: Latin, Greek, Cyrillic, and the marks
 * that stand in their words. */
static gboolean
is_western (gunichar character)
{
  if (character < 0x250)
    return character > ' ' && character != 0xa0 && character != 0xd7 && character != 0xf7;
  return (character >= 0x300 && character < 0x530) || (character >= 0x1e00 && character < 0x2000) ||
         (character >= 0x2010 && character <= 0x2011) || character == 0x2019;
}

/* Where the words that begin at @p end: spaces between them belong to them. */
static const char *
find_end_of_words (const char *p)
{
  const char *end = p;

  while (*p != '\0' && (is_western (g_utf8_get_char (p)) || *p == ' ')) {
    gboolean space = *p == ' ';

    p = g_utf8_next_char (p);
    if (!space)
      end = p;
  }
  return end;
}

static gboolean
is_all (const char *p, const char *end, gboolean (*test) (gunichar))
{
  for (; p < end; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 || !test ((guchar) *p))
      return FALSE;
  return TRUE;
}

static SgnSetting
choose_setting (const char *p, const char *end)
{
  glong n = g_utf8_strlen (p, end - p);

  if (n == 1)
    return (guchar) *p < 0x80 ? SGN_SETTING_WIDE : SGN_SETTING_UPRIGHT;
  if (n == 2 && is_all (p, end, g_unichar_isdigit))
    return SGN_SETTING_ACROSS;
  if (n == 2 && is_all (p, end, g_unichar_isalnum))
    return SGN_SETTING_WIDE;
  return SGN_SETTING_TURNED;
}

static void
append (GArray *pieces, SgnSetting setting, gsize start, gsize end)
{
  SgnPiece piece = { setting, start, end };
  SgnPiece *last = pieces->len > 0 ? &g_array_index (pieces, SgnPiece, pieces->len - 1) : NULL;

  if (last != NULL && setting == SGN_SETTING_UPRIGHT && last->setting == SGN_SETTING_UPRIGHT)
    last->end = end;
  else
    g_array_append_val (pieces, piece);
}

/* A single bracket before or after Japanese stands on its own, not with the word it touches. */
static const char *
leave_bracket_out (const char *p, const char *end)
{
  static const char brackets[] = "([{<";

  if (end - p > 1 && *end != '\0')
    for (const char *bracket = brackets; *bracket != '\0'; bracket++)
      if (end[-1] == *bracket)
        return end - 1;
  return end;
}

GArray *
sgn_pieces_new (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (SgnPiece));

  for (const char *p = text; *p != '\0';) {
    gboolean western = is_western (g_utf8_get_char (p));
    const char *end = western ? leave_bracket_out (p, find_end_of_words (p)) : g_utf8_next_char (p);
    SgnSetting setting = western ? choose_setting (p, end) : SGN_SETTING_UPRIGHT;

    append (pieces, setting, (gsize) (p - text), (gsize) (end - text));
    p = end;
  }
  return pieces;
}
