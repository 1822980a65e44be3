/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-match.h"

#include "sgn-fold.h"

#include <string.h>

/**
 * sgn_match_split:
 * @typed: what is looked for
 *
 * Words are parted by any kind of space, the wide Japanese one too.
 *
 * Returns: (transfer full) (element-type utf8): the words, folded; none is empty
 */
GPtrArray *
sgn_match_split (const char *typed)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *start = typed;

  g_return_val_if_fail (typed != NULL, NULL);

  for (const char *p = typed;; p = g_utf8_next_char (p)) {
    if (*p == '\0' || g_unichar_isspace (g_utf8_get_char (p))) {
      g_autofree char *part = g_strndup (start, (gsize) (p - start));
      g_autofree char *word = sgn_fold (part);

      if (*word != '\0')
        g_ptr_array_add (words, g_steal_pointer (&word));
      start = *p != '\0' ? g_utf8_next_char (p) : p;
    }
    if (*p == '\0')
      return g_steal_pointer (&words);
  }
}

/**
 * sgn_match_append:
 * @texts: folded texts, each ended by a newline
 * @text: (nullable): one more, as typed
 */
void
sgn_match_append (GString *texts, const char *text)
{
  g_autofree char *folded = text != NULL ? sgn_fold (text) : NULL;

  g_return_if_fail (texts != NULL);

  if (folded == NULL || *folded == '\0')
    return;
  g_string_append (texts, folded);
  g_string_append_c (texts, '\n');
}

/* How a word fits that stands at @found. */
static SgnFit
fit_at (const char *texts, const char *found, gsize length)
{
  if (found != texts && found[-1] != '\n')
    return SGN_FIT_INSIDE;
  return found[length] == '\n' ? SGN_FIT_WHOLE : SGN_FIT_BEGINNING;
}

static SgnFit
fit_word (const char *texts, const char *word)
{
  const gsize length = strlen (word);
  SgnFit best = SGN_FIT_NOT;

  for (const char *found = strstr (texts, word); found != NULL && best != SGN_FIT_WHOLE;
       found = strstr (found + 1, word))
    best = MIN (best, fit_at (texts, found, length));
  return best;
}

/**
 * sgn_match_fit:
 * @texts: folded texts, as sgn_match_append() made them
 * @words: (element-type utf8): folded words, as sgn_match_split() made them
 *
 * Returns: how well the worst of @words fits
 */
SgnFit
sgn_match_fit (const char *texts, GPtrArray *words)
{
  SgnFit worst = SGN_FIT_WHOLE;

  g_return_val_if_fail (texts != NULL && words != NULL, SGN_FIT_NOT);

  for (guint i = 0; i < words->len && worst != SGN_FIT_NOT; i++)
    worst = MAX (worst, fit_word (texts, words->pdata[i]));
  return words->len > 0 ? worst : SGN_FIT_NOT;
}
