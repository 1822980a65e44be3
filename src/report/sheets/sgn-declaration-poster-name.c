/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-poster-name.h"

#include <pango/pango.h>

#include <string.h>

/* The columns grow by so much, in em, until there are few enough. */
#define WIDEN 0.25

/* A place where a line may end, and how long the name is up to there. */
typedef struct {
  gsize byte;
  double length;
} Break;

double
sgn_poster_name_measure (SgnVertical *setter, const char *name)
{
  return sgn_vertical_measure (setter, SGN_TYPE_COLUMN_COMPANY, 1, name);
}

/* Of Break; the last one is the end. */
static GArray *
find_breaks (SgnVertical *setter, const char *name)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  glong n = g_utf8_strlen (name, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n + 1);

  pango_get_log_attrs (name, -1, -1, pango_language_from_string ("ja"), attributes, (int) n + 1);
  for (glong i = 1; i <= n; i++) {
    gsize byte = (gsize) (g_utf8_offset_to_pointer (name, i) - name);
    g_autofree char *start = g_strndup (name, byte);
    Break end = { byte, sgn_poster_name_measure (setter, start) };

    if (i == n || attributes[i].is_line_break)
      g_array_append_val (breaks, end);
  }
  return breaks;
}

/* Fills columns of @room one after the other. */
static GPtrArray *
fill (const char *name, const GArray *breaks, double room)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  Break start = { 0, 0 };
  Break end = { 0, 0 };

  for (guint i = 0; i < breaks->len; i++) {
    Break next = g_array_index (breaks, Break, i);

    if (next.length - start.length > room && end.byte > start.byte) {
      g_ptr_array_add (lines, g_strndup (name + start.byte, end.byte - start.byte));
      start = end;
    }
    end = next;
  }
  g_ptr_array_add (lines, g_strndup (name + start.byte, end.byte - start.byte));
  return lines;
}

GPtrArray *
sgn_poster_name_split (SgnVertical *setter, const char *name, guint n)
{
  g_autoptr (GArray) breaks = find_breaks (setter, name);
  double whole = sgn_poster_name_measure (setter, name);
  double room = whole / n;
  GPtrArray *lines = fill (name, breaks, room);

  while (lines->len > n && room < whole) {
    room += WIDEN;
    g_ptr_array_unref (lines);
    lines = fill (name, breaks, room);
  }
  return lines;
}

static GPtrArray *
split_at (const char *name, gsize byte)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strchomp (g_strndup (name, byte)));
  g_ptr_array_add (lines, g_strchug (g_strdup (name + byte)));
  return lines;
}

/* A name that is nothing but its legal form stays whole. */
GPtrArray *
sgn_poster_name_split_form (const char *name)
{
  static const char *const forms[] = {
    "株式会社",     "有限会社",           "合同会社",     "合資会社",     "合名会社",
    "社会福祉法人", "学校法人",           "医療法人社団", "医療法人財団", "医療法人",
    "宗教法人",     "特定非営利活動法人", "一般社団法人", "一般財団法人", "公益社団法人",
    "公益財団法人", "農事組合法人",       "協同組合",     "事業協同組合",
  };
  gsize length = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    gsize form = strlen (forms[i]);

    if (length > form && g_str_has_prefix (name, forms[i]))
      return split_at (name, form);
    if (length > form && g_str_has_suffix (name, forms[i]))
      return split_at (name, length - form);
  }
  return NULL;
}
