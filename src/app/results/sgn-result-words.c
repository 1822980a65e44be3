/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-result-words.h"

#include <glib/gi18n-lib.h>

#define TENTHS 10
#define MINUS "\xe2\x88\x92"

/* One word for each reading of the self-check. */
static const struct {
  const char *key;
  const char *word;
} bands[] = {
  { "start", NC_ ("band", "Thin") },
  { "partly", NC_ ("band", "Gaps") },
  { "mostly", NC_ ("band", "Largely in place") },
  { "complete", NC_ ("band", "In place") },
};

static char *
format (SgnResultsKind kind, int number)
{
  const char *sign = number < 0 ? MINUS : "";
  int size = ABS (number);

  if (kind == SGN_RESULTS_LEVEL)
    return g_strdup_printf ("%s%d.%d", sign, size / TENTHS, size % TENTHS);
  return g_strdup_printf ("%s%d", sign, size);
}

char *
sgn_result_words_dup_number (SgnResultsKind kind, const SgnResultValue *value)
{
  return value->known ? format (kind, value->value) : g_strdup ("–");
}

/* A level is counted from one; the highest has no tenths. */
static int
get_max (SgnResultsKind kind, const SgnResultValue *value)
{
  return kind == SGN_RESULTS_LEVEL ? value->max / TENTHS : value->max;
}

char *
sgn_result_words_dup_max (SgnResultsKind kind, const SgnResultValue *value)
{
  return g_strdup_printf ("/ %d", get_max (kind, value));
}

char *
sgn_result_words_dup_said (SgnResultsKind kind, const SgnResultValue *value)
{
  g_autofree char *number = sgn_result_words_dup_number (kind, value);
  int max = get_max (kind, value);

  if (!value->known)
    return g_strdup (_ ("nothing to say yet"));
  if (kind == SGN_RESULTS_POINTS)
    return g_strdup_printf (_ ("%s of %d points"), number, max);
  if (kind == SGN_RESULTS_LEVEL)
    return g_strdup_printf (_ ("mean level %s of %d"), number, max);
  return g_strdup_printf (_ ("%s of %d"), number, max);
}

char *
sgn_result_words_dup_difference (SgnResultsKind kind,
                                 const SgnResultValue *now,
                                 const SgnResultValue *before)
{
  int difference = now->value - before->value;
  g_autofree char *size = format (kind, ABS (difference));

  if (!now->known || !before->known)
    return g_strdup ("");
  return g_strconcat (difference > 0 ? "+" : difference < 0 ? MINUS : "±", size, NULL);
}

/* Below nothing is drawn as nothing. */
double
sgn_result_words_get_share (const SgnResultValue *value)
{
  return value->known ? MAX (value->value, 0) / (double) value->max : -1;
}

char *
sgn_result_words_dup_gain (const SgnFirstStep *step)
{
  if (step->most == 0)
    return g_strdup ("");
  if (step->least == step->most)
    return g_strdup_printf (ngettext ("+%d point", "+%d points", (gulong) step->most), step->most);
  /* Translators: how many points more, as “+1 to 5 points” */
  return g_strdup_printf (_ ("+%d to %d points"), step->least, step->most);
}

char *
sgn_result_words_dup_band (const SgnCatalogue *catalogue, const SgnBand *band)
{
  /* The highest stands first. */
  const SgnBand *lowest = catalogue->bands->pdata[catalogue->bands->len - 1];

  if (band == lowest)
    /* Translators: a total of points */
    return g_strdup_printf (_ ("%d or less"), band->max);
  if (band->min == band->max)
    return g_strdup_printf ("%d", band->min);
  return g_strdup_printf ("%d–%d", band->min, band->max);
}

const char *
sgn_result_words_get_band (const SgnBand *band)
{
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    if (g_str_equal (bands[i].key, band->key))
      return g_dpgettext2 (GETTEXT_PACKAGE, "band", bands[i].word);
  return NULL;
}

char *
sgn_result_words_dup_check (const SgnCatalogue *catalogue, const char *level)
{
  SgnLanguage language = sgn_language_of_user ();
  const char *title = sgn_text_get (&catalogue->short_title, language);
  const char *edition = sgn_text_get (&catalogue->edition_label, language);

  if (level == NULL || catalogue->levels->len < 2)
    return g_strdup_printf (_ ("%s (%s)"), title, edition);
  return g_strdup_printf (_ ("%s (%s), up to %s"), title, edition, level);
}
