/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-form.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"

#define FISCAL_MONTH 4
#define STAMP_LETTERS 6
#define STAMP_SEPARATOR "、"

/* The words of the setting "dates", in the order of SgnDateStyle. */
static const char *const styles[] = { "western", "era", "both", NULL };

static const char *const names[] = { SGN_SETTING_DATES, SGN_SETTING_STAMPS,
                                     SGN_SETTING_FISCAL_MONTH, SGN_SETTING_GOAL, NULL };

/* The words of the setting "goal", what holds without one first. */
static const char *const goals[] = { "open", "star-1", "star-2", NULL };

static SgnDateStyle
find_style (const char *word)
{
  for (guint i = 0; styles[i] != NULL; i++)
    if (g_strcmp0 (styles[i], word) == 0)
      return (SgnDateStyle) i;
  return SGN_DATES_WESTERN;
}

/* (transfer full): the labels in @text, which separates them by 、 or , */
static char **
split_stamps (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *commas = NULL;
  g_auto (GStrv) plain = NULL;
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", STAMP_SEPARATOR, -1);

  commas = g_strjoinv (",", parts);
  plain = g_strsplit (commas, ",", -1);
  for (guint i = 0; plain[i] != NULL; i++)
    if (*g_strstrip (plain[i]) != '\0')
      g_strv_builder_add (builder, plain[i]);
  return g_strv_builder_end (builder);
}

/* 0 when @text is no month. */
static int
read_month (const char *text)
{
  guint64 month = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, 12, &month, NULL))
    return 0;
  return (int) month;
}

/**
 * sgn_form_new:
 * @settings: (element-type utf8 utf8): name → value, as the record holds them
 *
 * A value that this version does not know counts as not set.
 *
 * Returns: (transfer full): what the company chose
 */
SgnForm *
sgn_form_new (GHashTable *settings)
{
  SgnForm *self = g_new0 (SgnForm, 1);
  int month;

  g_return_val_if_fail (settings != NULL, self);

  self->dates = find_style (g_hash_table_lookup (settings, SGN_SETTING_DATES));
  self->stamps = split_stamps (g_hash_table_lookup (settings, SGN_SETTING_STAMPS));
  month = read_month (g_hash_table_lookup (settings, SGN_SETTING_FISCAL_MONTH));
  self->fiscal_month = month != 0 ? month : FISCAL_MONTH;
  return self;
}

/**
 * sgn_form_free:
 * @self: (transfer full): a form
 */
void
sgn_form_free (SgnForm *self)
{
  g_strfreev (self->stamps);
  g_free (self);
}

/**
 * sgn_form_is_training:
 * @settings: (element-type utf8 utf8): name → value, as the record holds them
 *
 * Returns: whether it is the company of a seminar, whose sheets say so
 */
gboolean
sgn_form_is_training (GHashTable *settings)
{
  g_return_val_if_fail (settings != NULL, FALSE);

  return g_hash_table_contains (settings, SGN_SETTING_TRAINING);
}

static gboolean
check_stamps (const char *value, GError **error)
{
  g_auto (GStrv) stamps = split_stamps (value);

  if (g_strv_length (stamps) > SGN_STAMPS_MAX) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("A sheet has room for %d stamp boxes. Name fewer."), SGN_STAMPS_MAX);
    return FALSE;
  }
  for (guint i = 0; stamps[i] != NULL; i++)
    if (g_utf8_strlen (stamps[i], -1) > STAMP_LETTERS) {
      g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                   _ ("“%s” does not fit above a stamp box. Use %d letters or fewer."), stamps[i],
                   STAMP_LETTERS);
      return FALSE;
    }
  return TRUE;
}

/**
 * sgn_form_check:
 * @name: the name of a setting
 * @value: what it is to be set to
 * @error: return location
 *
 * Returns: whether it can be; SGN_ERROR_USAGE for a name that is none, SGN_ERROR_INVALID for a
 * value
 */
gboolean
sgn_form_check (const char *name, const char *value, GError **error)
{
  g_return_val_if_fail (name != NULL && value != NULL, FALSE);

  if (g_str_equal (name, SGN_SETTING_STAMPS))
    return check_stamps (value, error);
  if (g_str_equal (name, SGN_SETTING_DATES)) {
    if (g_strv_contains (styles, value))
      return TRUE;
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is no way to write dates. Choose western, era or both."), value);
    return FALSE;
  }
  if (g_str_equal (name, SGN_SETTING_GOAL)) {
    if (g_strv_contains (goals, value))
      return TRUE;
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” says not how far to go. Choose open, star-1 or star-2."), value);
    return FALSE;
  }
  if (g_str_equal (name, SGN_SETTING_FISCAL_MONTH)) {
    if (read_month (value) != 0)
      return TRUE;
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is no month. Type a number from 1 to 12."), value);
    return FALSE;
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is no setting “%s”. See which there are with “sengen setting FILE”."),
               name);
  return FALSE;
}

/**
 * sgn_form_get_default:
 * @name: the name of a setting
 *
 * Returns: (nullable) (transfer none): the value that holds when nothing was set; %NULL for a name
 *   that is none
 */
const char *
sgn_form_get_default (const char *name)
{
  if (g_strcmp0 (name, SGN_SETTING_DATES) == 0)
    return styles[SGN_DATES_WESTERN];
  if (g_strcmp0 (name, SGN_SETTING_STAMPS) == 0)
    return "";
  if (g_strcmp0 (name, SGN_SETTING_GOAL) == 0)
    return goals[0];
  return g_strcmp0 (name, SGN_SETTING_FISCAL_MONTH) == 0 ? G_STRINGIFY (FISCAL_MONTH) : NULL;
}

/**
 * sgn_form_get_names:
 *
 * Returns: (transfer none): the names of all settings, ended by %NULL
 */
const char *const *
sgn_form_get_names (void)
{
  return names;
}

/**
 * sgn_form_to_json:
 * @self: a form
 * @with_stamps: whether the sheet may have boxes for seals
 *
 * Returns: (transfer full): an object with what differs from the usual; empty when nothing does
 */
json_t *
sgn_form_to_json (const SgnForm *self, gboolean with_stamps)
{
  json_t *json = json_object ();

  g_return_val_if_fail (self != NULL, json);

  if (self->dates != SGN_DATES_WESTERN)
    sgn_json_set_string (json, "dates", styles[self->dates]);
  if (self->fiscal_month != FISCAL_MONTH)
    sgn_json_set_integer (json, "fiscal_month", self->fiscal_month);
  if (with_stamps && self->stamps[0] != NULL) {
    json_t *stamps = json_array ();

    for (guint i = 0; self->stamps[i] != NULL; i++)
      json_array_append_new (stamps, json_string (self->stamps[i]));
    json_object_set_new (json, "stamps", stamps);
  }
  return json;
}

/**
 * sgn_form_new_from_json:
 * @json: (nullable): what sgn_form_to_json() made
 *
 * Returns: (transfer full): the form
 */
SgnForm *
sgn_form_new_from_json (const json_t *json)
{
  SgnForm *self = g_new0 (SgnForm, 1);
  const json_t *stamps = json_object_get (json, "stamps");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const json_t *stamp;
  size_t i;

  json_array_foreach (stamps, i, stamp)
  {
    if (i < SGN_STAMPS_MAX && json_is_string (stamp))
      g_strv_builder_add (builder, json_string_value (stamp));
  }
  self->dates = find_style (sgn_json_string (json, "dates"));
  self->fiscal_month = (int) sgn_json_integer (json, "fiscal_month", FISCAL_MONTH);
  self->stamps = g_strv_builder_end (builder);
  return self;
}

/* 2026年（令和8年）11月23日, from 令和8年11月23日 */
static char *
join_years (const char *date, const char *era)
{
  const char *after = strstr (era, "年") + strlen ("年");
  g_autofree char *year = g_strndup (era, (gsize) (after - era));

  return g_strdup_printf ("%.4s年（%s）%s", date, year, after);
}

/**
 * sgn_form_date:
 * @self: a form
 * @date: (nullable): a date
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): the date as running text says it
 */
char *
sgn_form_date (const SgnForm *self, const char *date, SgnLanguage language)
{
  g_autofree char *era = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (language == SGN_LANGUAGE_JA && self->dates != SGN_DATES_WESTERN)
    era = sgn_date_to_era (date);
  if (era == NULL)
    return sgn_date_to_words (date, language);
  return self->dates == SGN_DATES_ERA ? g_steal_pointer (&era) : join_years (date, era);
}

/**
 * sgn_form_date_short:
 * @self: a form
 * @date: (nullable): a date
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): the date as columns and footers say it (era dates after JIS
 * X 0301)
 */
char *
sgn_form_date_short (const SgnForm *self, const char *date, SgnLanguage language)
{
  char *era = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (language == SGN_LANGUAGE_JA && self->dates == SGN_DATES_ERA)
    era = sgn_date_to_era_short (date);
  return era != NULL ? era : g_strdup (date);
}

/**
 * sgn_form_month:
 * @self: a form
 * @date: (nullable): a date
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): its month and year as running text says them
 */
char *
sgn_form_month (const SgnForm *self, const char *date, SgnLanguage language)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (language != SGN_LANGUAGE_JA || self->dates == SGN_DATES_WESTERN || !sgn_date_is_valid (date))
    return sgn_date_to_month_words (date, language);

  words = sgn_form_date (self, date, language);
  return g_strndup (words, (gsize) (strstr (words, "月") - words) + strlen ("月"));
}

/* The bytes of the year that @to need not say again; 0 when the years differ. An era begins anew
 * within a year. */
static gsize
count_common_year (const char *from, const char *to)
{
  const char *bracket = strstr (to, "）");
  const char *mark = bracket != NULL ? bracket : strstr (to, "年");
  gsize n = mark != NULL ? (gsize) (g_utf8_next_char (mark) - to) : 0;

  return strncmp (from, to, n) == 0 ? n : 0;
}

/**
 * sgn_form_range:
 * @self: a form
 * @start: (nullable): the first day
 * @end: (nullable): the last day
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): the range as running text says it; %NULL when both are %NULL
 */
char *
sgn_form_range (const SgnForm *self, const char *start, const char *end, SgnLanguage language)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (language != SGN_LANGUAGE_JA || self->dates == SGN_DATES_WESTERN || start == NULL ||
      end == NULL || g_str_equal (start, end))
    return start != NULL && g_strcmp0 (start, end) == 0
             ? sgn_form_date (self, start, language)
             : sgn_date_range_to_words (start, end, language);

  from = sgn_form_date (self, start, language);
  to = sgn_form_date (self, end, language);
  return g_strdup_printf ("%s～%s", from, to + count_common_year (from, to));
}
