/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-kanji.h"

#include <string.h>

#define DIGITS "0123456789"

const char *
sgn_kanji_get_digit (guint digit)
{
  static const char *const digits[] = {
    "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"
  };

  g_return_val_if_fail (digit < G_N_ELEMENTS (digits), "");
  return digits[digit];
}

/* 23 is two tens and three. */
static void
append_value (GString *out, guint value)
{
  guint tens = value / 10;
  guint ones = value % 10;

  if (tens > 1)
    g_string_append (out, sgn_kanji_get_digit (tens));
  if (tens > 0)
    g_string_append (out, "十");
  if (ones > 0 || tens == 0)
    g_string_append (out, sgn_kanji_get_digit (ones));
}

static void
append_number (GString *out, const char *digits, gsize n)
{
  if (n == 1)
    append_value (out, (guint) (digits[0] - '0'));
  else if (n == 2)
    append_value (out, (guint) (digits[0] - '0') * 10 + (guint) (digits[1] - '0'));
  else
    for (gsize i = 0; i < n; i++)
      g_string_append (out, sgn_kanji_get_digit ((guint) (digits[i] - '0')));
}

char *
sgn_kanji_spell_numbers (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0') {
    gsize words = strcspn (text, DIGITS);
    gsize digits = strspn (text + words, DIGITS);

    g_string_append_len (out, text, (gssize) words);
    if (digits > 0)
      append_number (out, text + words, digits);
    text += words + digits;
  }
  return g_string_free (out, FALSE);
}
