/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-date.h"

#include <string.h>

#define DATE_LENGTH 10
#define TIME_LENGTH 25

typedef struct {
  int year;
  int month;
  int day;
} Day;

/* A Japanese era: the day it begins, and the year of the Western calendar that is its first. */
typedef struct {
  const char *name;
  char letter;
  const char *start;
  int first_year;
} Era;

/* 明治 begins here with its year 6, when Japan took over the calendar that these dates are in. */
static const Era eras[] = {
  { "令和", 'R', "2019-05-01", 2019 }, { "平成", 'H', "1989-01-08", 1989 },
  { "昭和", 'S', "1926-12-25", 1926 }, { "大正", 'T', "1912-07-30", 1912 },
  { "明治", 'M', "1873-01-01", 1868 },
};

static const char *const english_months[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

/* Whether @text follows @pattern: 9 stands for any digit, everything else for itself. */
static gboolean
follows (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++) {
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  }
  return TRUE;
}

static int
read_digits (const char *text, int count)
{
  int number = 0;

  for (int i = 0; i < count; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

/* @text begins with a date. */
static gboolean
parse_day (const char *text, Day *day)
{
  Day read = { 0 };

  if (text == NULL || !follows (text, "9999-99-99"))
    return FALSE;

  read.year = read_digits (text, 4);
  read.month = read_digits (text + 5, 2);
  read.day = read_digits (text + 8, 2);
  if (!g_date_valid_dmy ((GDateDay) read.day, (GDateMonth) read.month, (GDateYear) read.year))
    return FALSE;

  *day = read;
  return TRUE;
}

/**
 * sgn_date_is_valid:
 * @date: (nullable): a text
 *
 * Returns: whether @date is a day of the calendar, written YYYY-MM-DD
 */
gboolean
sgn_date_is_valid (const char *date)
{
  Day day;

  return parse_day (date, &day) && date[DATE_LENGTH] == '\0';
}

static gboolean
is_clock (const char *text)
{
  return read_digits (text, 2) < 24 && read_digits (text + 3, 2) < 60;
}

static gboolean
is_offset (const char *text)
{
  return (text[0] == '+' || text[0] == '-') && follows (text + 1, "99:99") &&
         read_digits (text + 1, 2) <= 14 && read_digits (text + 4, 2) < 60;
}

/**
 * sgn_time_is_valid:
 * @time: (nullable): a text
 *
 * Returns: whether @time is a moment, written YYYY-MM-DDTHH:MM:SS+HH:MM
 */
gboolean
sgn_time_is_valid (const char *time)
{
  Day day;

  return parse_day (time, &day) && strlen (time) == TIME_LENGTH &&
         follows (time + DATE_LENGTH, "T99:99:99") && is_clock (time + 11) &&
         read_digits (time + 17, 2) < 60 && is_offset (time + 19);
}

/**
 * sgn_time_get_date:
 * @time: (nullable): a time
 *
 * Returns: (transfer full) (nullable): its date, at the place where it was written down; %NULL when
 *   @time is none
 */
char *
sgn_time_get_date (const char *time)
{
  return sgn_time_is_valid (time) ? g_strndup (time, DATE_LENGTH) : NULL;
}

/**
 * sgn_date_compare:
 * @a: (nullable): a date
 * @b: (nullable): another
 *
 * Returns: below 0 when @a is earlier, above 0 when it is later; no date is earlier than any
 */
int
sgn_date_compare (const char *a, const char *b)
{
  return g_strcmp0 (a, b);
}

/* (nullable): the moment of @time */
static GDateTime *
read_moment (const char *time)
{
  return sgn_time_is_valid (time) ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
}

/**
 * sgn_time_compare:
 * @a: (nullable): a time
 * @b: (nullable): another, perhaps written down in another zone
 *
 * Returns: below 0 when @a is earlier, above 0 when it is later; what is no time is earlier than
 *   any
 */
int
sgn_time_compare (const char *a, const char *b)
{
  g_autoptr (GDateTime) left = read_moment (a);
  g_autoptr (GDateTime) right = read_moment (b);

  if (left == NULL || right == NULL)
    return (left != NULL) - (right != NULL);
  return g_date_time_compare (left, right);
}

/* Days since the first of all. */
static int
count_to (const Day *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day->day, (GDateMonth) day->month, (GDateYear) day->year);
  return (int) g_date_get_julian (&date);
}

/**
 * sgn_date_count_days:
 * @from: a date
 * @to: another
 *
 * Returns: how many days after @from @to is; below 0 when it is before
 */
int
sgn_date_count_days (const char *from, const char *to)
{
  Day start = { 0 };
  Day end = { 0 };
  gboolean valid = parse_day (from, &start) && parse_day (to, &end);

  g_return_val_if_fail (valid, 0);

  return count_to (&end) - count_to (&start);
}

/**
 * sgn_date_add_days:
 * @date: a date
 * @days: how many days later; below 0 for a day before it
 *
 * Returns: (transfer full) (nullable): that day; %NULL when it is in no year of four digits
 */
char *
sgn_date_add_days (const char *date, int days)
{
  Day day = { 0 };
  gboolean valid = parse_day (date, &day);
  gint64 julian;
  GDate result;

  g_return_val_if_fail (valid, NULL);

  julian = (gint64) count_to (&day) + days;
  if (julian < 1 || julian > G_MAXINT)
    return NULL;
  g_date_clear (&result, 1);
  g_date_set_julian (&result, (guint32) julian);
  if (g_date_get_year (&result) > 9999)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&result), g_date_get_month (&result),
                          g_date_get_day (&result));
}

static const char *
get_month_name (const Day *day)
{
  return english_months[day->month - 1];
}

static char *
day_to_words (const Day *day, SgnLanguage language)
{
  if (language == SGN_LANGUAGE_JA)
    return g_strdup_printf ("%d年%d月%d日", day->year, day->month, day->day);
  return g_strdup_printf ("%d %s %d", day->day, get_month_name (day), day->year);
}

/**
 * sgn_date_to_words:
 * @date: (nullable): a date
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): the date in words; what is no date comes back as it is
 */
char *
sgn_date_to_words (const char *date, SgnLanguage language)
{
  Day day;

  return sgn_date_is_valid (date) && parse_day (date, &day) ? day_to_words (&day, language)
                                                            : g_strdup (date);
}

static char *
range_to_japanese (const Day *start, const Day *end)
{
  g_autofree char *from = day_to_words (start, SGN_LANGUAGE_JA);
  g_autofree char *to = day_to_words (end, SGN_LANGUAGE_JA);

  if (start->year != end->year)
    return g_strdup_printf ("%s～%s", from, to);
  return g_strdup_printf ("%s～%d月%d日", from, end->month, end->day);
}

static char *
range_to_english (const Day *start, const Day *end)
{
  g_autofree char *from = day_to_words (start, SGN_LANGUAGE_EN);
  g_autofree char *to = day_to_words (end, SGN_LANGUAGE_EN);

  if (start->year != end->year)
    return g_strdup_printf ("%s – %s", from, to);
  if (start->month != end->month)
    return g_strdup_printf ("%d %s – %s", start->day, get_month_name (start), to);
  return g_strdup_printf ("%d–%s", start->day, to);
}

/* One end of the range is open. */
static char *
open_range_to_words (const char *start, const char *end, SgnLanguage language)
{
  g_autofree char *words = sgn_date_to_words (start != NULL ? start : end, language);

  if (words == NULL)
    return NULL;
  if (language == SGN_LANGUAGE_JA)
    return start != NULL ? g_strconcat (words, "～", NULL) : g_strconcat ("～", words, NULL);
  return g_strconcat (start != NULL ? "from " : "until ", words, NULL);
}

/**
 * sgn_date_range_to_words:
 * @start: (nullable): the first day
 * @end: (nullable): the last day
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): the range in words, what both days share said once; one day
 *   when they are the same; %NULL when both are
 */
char *
sgn_date_range_to_words (const char *start, const char *end, SgnLanguage language)
{
  Day first;
  Day last;

  if (start == NULL || end == NULL)
    return open_range_to_words (start, end, language);
  if (g_str_equal (start, end))
    return sgn_date_to_words (start, language);
  if (!sgn_date_is_valid (start) || !sgn_date_is_valid (end))
    return g_strdup_printf (language == SGN_LANGUAGE_JA ? "%s～%s" : "%s – %s", start, end);

  parse_day (start, &first);
  parse_day (end, &last);
  return language == SGN_LANGUAGE_JA ? range_to_japanese (&first, &last)
                                     : range_to_english (&first, &last);
}

/**
 * sgn_date_to_month_words:
 * @date: (nullable): a date
 * @language: the language of the sheet
 *
 * Returns: (transfer full) (nullable): its month and year; what is no date comes back as it is
 */
char *
sgn_date_to_month_words (const char *date, SgnLanguage language)
{
  Day day;

  if (!sgn_date_is_valid (date) || !parse_day (date, &day))
    return g_strdup (date);
  if (language == SGN_LANGUAGE_JA)
    return g_strdup_printf ("%d年%d月", day.year, day.month);
  return g_strdup_printf ("%s %d", get_month_name (&day), day.year);
}

static const Era *
find_era (const char *date)
{
  for (gsize i = 0; i < G_N_ELEMENTS (eras); i++) {
    if (strcmp (date, eras[i].start) >= 0)
      return &eras[i];
  }
  return NULL;
}

/**
 * sgn_date_to_era:
 * @date: (nullable): a date
 *
 * Returns: (transfer full) (nullable): the date in the Japanese calendar, the first year of an era
 *   as 元年; %NULL before 1873 or when @date is none
 */
char *
sgn_date_to_era (const char *date)
{
  const Era *era = NULL;
  Day day;

  if (!sgn_date_is_valid (date) || !parse_day (date, &day))
    return NULL;

  era = find_era (date);
  if (era == NULL)
    return NULL;
  if (day.year == era->first_year)
    return g_strdup_printf ("%s元年%d月%d日", era->name, day.month, day.day);
  return g_strdup_printf ("%s%d年%d月%d日", era->name, day.year - era->first_year + 1, day.month,
                          day.day);
}

/**
 * sgn_date_to_era_short:
 * @date: (nullable): a date
 *
 * Returns: (transfer full) (nullable): the date in the Japanese calendar as tables write it, after
 *   JIS X 0301; %NULL before 1873 or when @date is none
 */
char *
sgn_date_to_era_short (const char *date)
{
  const Era *era = NULL;
  Day day;

  if (!sgn_date_is_valid (date) || !parse_day (date, &day))
    return NULL;

  era = find_era (date);
  if (era == NULL)
    return NULL;
  return g_strdup_printf ("%c%02d.%02d.%02d", era->letter, day.year - era->first_year + 1,
                          day.month, day.day);
}

/**
 * sgn_time_to_minutes:
 * @time: (nullable): a time
 *
 * Returns: (transfer full) (nullable): date and clock to the minute, without the offset; what is no
 *   time comes back as it is
 */
char *
sgn_time_to_minutes (const char *time)
{
  if (!sgn_time_is_valid (time))
    return g_strdup (time);
  return g_strdup_printf ("%.10s %.5s", time, time + DATE_LENGTH + 1);
}
