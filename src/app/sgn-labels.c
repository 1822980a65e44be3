/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-labels.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-date.h"

/**
 * sgn_label_points:
 * @points: points of an answer
 *
 * Returns: “4 points”, with a real minus sign
 */
char *
sgn_label_points (int points)
{
  const char *sign = points < 0 ? "\xe2\x88\x92" : "";

  return g_strdup_printf (ngettext ("%s%d point", "%s%d points", (gulong) ABS (points)), sign,
                          ABS (points));
}

/**
 * sgn_label_size:
 * @bytes: the size of a file
 *
 * Unlike g_format_size(), it has no word that a narrow line breaks, and none from another package.
 *
 * Returns: “0.7 kB”, “2.3 MB”; a kilobyte is 1,000 bytes, and what is there is at least 0.1 kB
 */
char *
sgn_label_size (gint64 bytes)
{
  if (bytes < 999950)
    return g_strdup_printf (_ ("%.1f kB"), (double) (bytes > 0 ? MAX (bytes, 100) : 0) / 1e3);
  if (bytes < 999950000)
    return g_strdup_printf (_ ("%.1f MB"), (double) bytes / 1e6);
  return g_strdup_printf (_ ("%.1f GB"), (double) bytes / 1e9);
}

/**
 * sgn_label_answered:
 * @answered: how many are answered
 * @items: of how many
 *
 * Returns: “4 of 7 answered”
 */
char *
sgn_label_answered (guint answered, guint items)
{
  return g_strdup_printf (ngettext ("%u of %u question answered", "%u of %u questions answered",
                                    items),
                          answered, items);
}

/**
 * sgn_label_remaining:
 * @items: how many are not answered
 *
 * Returns: “3 left”
 */
char *
sgn_label_remaining (guint items)
{
  if (items == 0)
    return g_strdup (_ ("All answered"));
  return g_strdup_printf (ngettext ("%u question left", "%u questions left", items), items);
}

/**
 * sgn_label_section_summary:
 * @answered: how many are answered
 * @items: of how many
 * @points: (nullable): “16 / 20 points”, where points are given
 *
 * Returns: what stands at the right of a section's heading
 */
char *
sgn_label_section_summary (guint answered, guint items, const char *points)
{
  g_autofree char *count =
    answered == items
      ? g_strdup_printf (ngettext ("%u question, answered", "All %u questions answered", items),
                         items)
      : sgn_label_answered (answered, items);

  return points != NULL ? g_strdup_printf ("%s ・ %s", count, points) : g_steal_pointer (&count);
}

/* “23 November” / 「11月23日」, without the year */
static char *
day_and_month (const char *date, SgnLanguage language)
{
  g_autofree char *words = sgn_date_to_words (date, language);
  const char *year_end;
  char *space;

  if (words == NULL)
    return g_strdup (date);
  if (language == SGN_LANGUAGE_JA) {
    year_end = strstr (words, "年");
    return g_strdup (year_end != NULL ? year_end + strlen ("年") : words);
  }
  space = strrchr (words, ' ');
  if (space != NULL)
    *space = '\0';
  return g_steal_pointer (&words);
}

/**
 * sgn_label_day:
 * @time: (nullable): a time
 * @now: the time now
 * @language: of the window
 *
 * Returns: the day, with its year only when it is another one; empty for NULL
 */
char *
sgn_label_day (const char *time, const char *now, SgnLanguage language)
{
  g_autofree char *date = NULL;

  if (time == NULL || !sgn_time_is_valid (time))
    return g_strdup ("");
  date = sgn_time_get_date (time);
  if (strncmp (date, now, 4) == 0)
    return day_and_month (date, language);
  return sgn_date_to_words (date, language);
}

/**
 * sgn_label_group:
 * @group: a group of a catalogue
 * @language: the user's
 *
 * Returns: (transfer full): its number and its title
 */
char *
sgn_label_group (const SgnGroup *group, SgnLanguage language)
{
  return g_strdup_printf ("%s　%s", group->number, sgn_text_get (&group->title, language));
}

/* Whether the official sheet counts its sections, so that the number helps to find one. */
static gboolean
is_counted (const char *number)
{
  return *number != '\0' && strspn (number, "0123456789.-") == strlen (number);
}

/**
 * sgn_label_section:
 * @section: a section of a catalogue
 * @language: the user's
 *
 * Returns: (transfer full): its number and its title
 */
char *
sgn_label_section (const SgnSection *section, SgnLanguage language)
{
  const char *number = sgn_text_get (&section->number, language);
  const char *title = sgn_text_get (&section->title, language);

  return is_counted (number) ? g_strdup_printf ("%s　%s", number, title) : g_strdup (title);
}

/**
 * sgn_label_section_short:
 * @section: a section of a catalogue
 * @language: the user's
 *
 * Returns: (transfer full): its number and the short form of its title
 */
char *
sgn_label_section_short (const SgnSection *section, SgnLanguage language)
{
  const char *number = sgn_text_get (&section->number, language);
  const char *title = sgn_text_get (&section->short_title, language);

  if (title == NULL)
    title = sgn_text_get (&section->title, language);
  return is_counted (number) ? g_strdup_printf ("%s %s", number, title) : g_strdup (title);
}

/**
 * sgn_label_clock:
 * @time: (nullable): a time
 * @now: the time now
 * @language: of the window
 *
 * Returns: “14:32” today, “20 November 14:32” on another day; empty for NULL
 */
char *
sgn_label_clock (const char *time, const char *now, SgnLanguage language)
{
  g_autofree char *minutes = NULL;
  g_autofree char *day = NULL;

  if (time == NULL || !sgn_time_is_valid (time))
    return g_strdup ("");
  minutes = sgn_time_to_minutes (time);
  if (strncmp (time, now, strlen ("2026-11-20")) == 0)
    return g_strdup (minutes + strlen ("2026-11-20 "));
  day = sgn_label_day (time, now, language);
  return g_strdup_printf ("%s %s", day, minutes + strlen ("2026-11-20 "));
}

/**
 * sgn_label_saved:
 * @time: (nullable): when the newest event was saved
 * @now: the time now
 * @language: of the window
 *
 * Returns: what the saved line says when all is on disk
 */
char *
sgn_label_saved (const char *time, const char *now, SgnLanguage language)
{
  g_autofree char *clock = sgn_label_clock (time, now, language);

  /* Translators: %s is a time such as 14:32 */
  return *clock != '\0' ? g_strdup_printf (_ ("Saved %s"), clock) : g_strdup (_ ("Saved"));
}

/**
 * sgn_label_value:
 * @item: the item that is answered
 * @value: (nullable): key of the answer
 * @language: of the window
 *
 * Returns: (transfer none): the word of the answer; several may have one mark
 */
const char *
sgn_label_value (const SgnItem *item, const char *value, SgnLanguage language)
{
  const SgnScaleValue *found = value != NULL ? sgn_item_find_value (item, value) : NULL;

  return found != NULL ? sgn_text_get (&found->label, language) : _ ("Not answered");
}

/* The same for a narrow column. */
const char *
sgn_label_value_short (const SgnItem *item, const char *value, SgnLanguage language)
{
  const SgnScaleValue *found = value != NULL ? sgn_item_find_value (item, value) : NULL;

  return found != NULL ? sgn_text_get (&found->short_label, language) : _ ("Not answered");
}

/**
 * sgn_label_key:
 * @item: an item
 * @value: one of the values of its scale
 *
 * Unknown has the same key in every scale, however many values come before it.
 *
 * Returns: the key that is shown beside it, 0 when there is none
 */
char
sgn_label_key (const SgnItem *item, const SgnScaleValue *value)
{
  if (value->mark == SGN_MARK_UNKNOWN)
    return '?';
  if (value->mark == SGN_MARK_NOT_APPLICABLE)
    return '0';
  for (guint i = 0; item->scale != NULL && i < MIN (item->scale->values->len, 9); i++)
    if (g_ptr_array_index (item->scale->values, i) == value)
      return '1' + (char) i;
  return 0;
}

static const SgnScaleValue *
find_marked (const SgnItem *item, SgnMark mark)
{
  for (guint i = 0; item->scale != NULL && i < item->scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (item->scale->values, i);

    if (value->mark == mark)
      return value;
  }
  return NULL;
}

/**
 * sgn_label_find_value:
 * @item: an item
 * @key: a typed character; full-width forms count as the usual ones
 *
 * Returns: (nullable): the value it stands for: 1, 2, 3 … in order, ? unknown, 0 or - not
 * applicable
 */
const SgnScaleValue *
sgn_label_find_value (const SgnItem *item, gunichar key)
{
  const SgnScaleValue *value;

  if (key >= 0xff01 && key <= 0xff5e)
    key -= 0xff01 - '!';
  if (key == '?')
    return find_marked (item, SGN_MARK_UNKNOWN);
  if (key == '0' || key == '-')
    return find_marked (item, SGN_MARK_NOT_APPLICABLE);
  if (item->scale == NULL || key < '1' || key > '9' || key - '1' >= item->scale->values->len)
    return NULL;
  value = g_ptr_array_index (item->scale->values, key - '1');
  return value->mark != SGN_MARK_NOT_APPLICABLE ? value : NULL;
}

/**
 * sgn_label_answer:
 * @item: an item
 * @value: one of the values of its scale
 * @key: (nullable): the key that chooses it
 * @language: of the window
 *
 * Returns: what a screen reader says of the row: word, points, meaning, key
 */
char *
sgn_label_answer (const SgnItem *item,
                  const SgnScaleValue *value,
                  const char *key,
                  SgnLanguage language)
{
  const char *comma = language == SGN_LANGUAGE_JA ? "、" : ", ";
  g_autoptr (GString) words = g_string_new (sgn_text_get (&value->label, language));
  const char *means = sgn_text_get (&value->means, language);

  if (g_strcmp0 (item->scale->kind, "points") == 0 && value->mark != SGN_MARK_NOT_APPLICABLE) {
    g_autofree char *points = sgn_label_points (value->points);

    g_string_append_printf (words, "%s%s", comma, points);
  }
  if (means != NULL)
    g_string_append_printf (words, "%s%s", comma, means);
  if (key != NULL) {
    /* Translators: the key of the keyboard that chooses an answer */
    g_autofree char *said = g_strdup_printf (_ ("key %s"), key);

    g_string_append_printf (words, "%s%s", comma, said);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
