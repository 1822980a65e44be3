/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-placeholder.h"

#include <string.h>

/* (nullable): the value of the @length characters at @name */
static const char *
find (const char *const *pairs, const char *name, gsize length)
{
  for (; pairs[0] != NULL && pairs[1] != NULL; pairs += 2)
    if (strncmp (pairs[0], name, length) == 0 && pairs[0][length] == '\0')
      return pairs[1];
  return NULL;
}

/**
 * sgn_placeholder_fill:
 * @text: a text with {name} in it
 * @pairs: (array zero-terminated=1): name, value, name, value …
 *
 * Replaces in one pass, so that braces inside a value (a company may be called anything) stay.
 *
 * Returns: (transfer full): the filled text
 */
char *
sgn_placeholder_fill (const char *text, const char *const *pairs)
{
  GString *filled;
  const char *rest = text;
  const char *open;

  g_return_val_if_fail (text != NULL && pairs != NULL, NULL);

  filled = g_string_new (NULL);
  while ((open = strchr (rest, '{')) != NULL) {
    const char *close = strchr (open, '}');
    const char *value = close != NULL ? find (pairs, open + 1, (gsize) (close - open - 1)) : NULL;

    g_string_append_len (filled, rest, open - rest);
    rest = value != NULL ? close + 1 : open + 1;
    g_string_append (filled, value != NULL ? value : "{");
  }
  g_string_append (filled, rest);
  return g_string_free (filled, FALSE);
}

/**
 * sgn_placeholder_fill_one:
 * @words: a text with %s in it
 * @value: what stands there
 *
 * Returns: (transfer full): the filled text
 */
char *
sgn_placeholder_fill_one (const char *words, const char *value)
{
  g_autoptr (GString) filled = NULL;

  g_return_val_if_fail (words != NULL && value != NULL, NULL);

  filled = g_string_new (words);
  g_string_replace (filled, "%s", value, 1);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}
