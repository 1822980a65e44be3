/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-typed-date.h"

#include <string.h>

/* The eras that living people write, and the year before their first one. */
static const struct {
  const char *name;
  char letter;
  int before;
} eras[] = {
  { "令和", 'R', 2018 },
  { "平成", 'H', 1988 },
  { "昭和", 'S', 1925 },
};

/* Takes the era away from the beginning of @text: what its years are counted from, 0 without. */
static int
take_era (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++) {
    if (g_str_has_prefix (*text, eras[i].name)) {
      *text += strlen (eras[i].name);
      return eras[i].before;
    }
    if (g_ascii_toupper (**text) == eras[i].letter) {
      *text += 1;
      return eras[i].before;
    }
  }
  return 0;
}

/* What stands between numbers becomes a space; the first year of an era has a word of its own. */
static char *
part_numbers (const char *text)
{
  static const char *const marks[] = { "年", "月", "日", "-", "/", ".", "−", "‐", "ー" };
  g_autoptr (GString) parted = g_string_new (text);

  g_string_replace (parted, "元年", "1年", 1);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (parted, marks[i], " ", 0);
  return g_strdup (g_strstrip (parted->str));
}

static gboolean
read_number (const char *text, guint max_digits, int *number)
{
  gsize length = strlen (text);

  if (length == 0 || length > max_digits || strspn (text, "0123456789") != length)
    return FALSE;
  *number = (int) g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* (nullable): three numbers and no more; eight digits in a row are taken apart. */
static char **
split_numbers (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  guint count = 0;

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8) {
    g_autofree char *apart = g_strdup_printf ("%.4s %.2s %.2s", text, text + 4, text + 6);

    return g_strsplit (apart, " ", -1);
  }
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] == '\0')
      continue;
    g_strv_builder_add (builder, parts[i]);
    count++;
  }
  return count == 3 ? g_strv_builder_end (builder) : NULL;
}

/**
 * sgn_date_from_typed:
 * @typed: (nullable): what was typed
 *
 * Returns: (transfer full) (nullable): the date, %NULL when it is none
 */
char *
sgn_date_from_typed (const char *typed)
{
  g_autofree char *plain = typed != NULL ? g_utf8_normalize (typed, -1, G_NORMALIZE_NFKC) : NULL;
  g_autofree char *parted = NULL;
  g_autofree char *date = NULL;
  g_auto (GStrv) numbers = NULL;
  const char *rest = plain != NULL ? g_strstrip (plain) : "";
  int before = take_era (&rest);
  int year, month, day;

  parted = part_numbers (rest);
  numbers = split_numbers (parted);
  if (numbers == NULL || !read_number (numbers[0], before > 0 ? 2 : 4, &year) ||
      !read_number (numbers[1], 2, &month) || !read_number (numbers[2], 2, &day))
    return NULL;
  if (before == 0 ? year < 1000 : year == 0)
    return NULL;

  date = g_strdup_printf ("%04d-%02d-%02d", before + year, month, day);
  return sgn_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

/**
 * sgn_date_from_typed_next:
 * @typed: (nullable): what was typed
 * @today: the date
 *
 * Returns: (transfer full) (nullable): the date, %NULL when it is none
 */
char *
sgn_date_from_typed_next (const char *typed, const char *today)
{
  char *date = sgn_date_from_typed (typed);

  g_return_val_if_fail (today != NULL, date);

  for (int year = 0; date == NULL && typed != NULL && year < 2; year++) {
    g_autofree char *whole =
      g_strdup_printf ("%d/%s", (int) g_ascii_strtoll (today, NULL, 10) + year, typed);

    date = sgn_date_from_typed (whole);
    if (date != NULL && sgn_date_compare (date, today) < 0)
      g_clear_pointer (&date, g_free);
  }
  return date;
}
