/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-typesetter.h"

#include "sgn-font.h"

#include <string.h>

#define JOINER 0x2060
#define JOINER_UTF8 "\xe2\x81\xa0"
#define ORPHAN 3
#define ORPHAN_TRIES 6

struct _SgnTypesetter {
  PangoLayout *layout;
  PangoFontDescription *descriptions[SGN_N_TYPES];
};

static void
line_free (gpointer data)
{
  SgnLine *line = data;

  g_free (line->text);
  g_free (line);
}

GPtrArray *
sgn_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

SgnTypesetter *
sgn_typesetter_new (SgnLanguage language)
{
  SgnTypesetter *self = g_new0 (SgnTypesetter, 1);
  PangoContext *context = sgn_font_create_context (language);

  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  return self;
}

void
sgn_typesetter_free (SgnTypesetter *self)
{
  for (guint i = 0; i < SGN_N_TYPES; i++)
    g_clear_pointer (&self->descriptions[i], pango_font_description_free);
  g_object_unref (self->layout);
  g_free (self);
}

static void
set_type (SgnTypesetter *self, SgnType type)
{
  const SgnTypeStyle *style = sgn_type_get_style (type);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (self->descriptions[type] == NULL)
    self->descriptions[type] = sgn_font_describe (type);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (style->tracking != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (style->tracking *
                                                                       style->size * PANGO_SCALE));
  pango_layout_set_font_description (self->layout, self->descriptions[type]);
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
}

double
sgn_typesetter_measure (SgnTypesetter *self, SgnType type, const char *text)
{
  PangoRectangle extents;

  set_type (self, type);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, 0), NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/* The line as it is painted: without joiners, and without the space a break left at its end. */
static char *
copy_line (const char *start, gsize length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length;) {
    gsize step = (gsize) (g_utf8_next_char (start + i) - (start + i));
    if (g_utf8_get_char (start + i) != JOINER)
      g_string_append_len (text, start + i, step);
    i += step;
  }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static GPtrArray *
collect_lines (SgnTypesetter *self)
{
  GPtrArray *lines = sgn_lines_new ();
  const char *text = pango_layout_get_text (self->layout);
  int n = pango_layout_get_line_count (self->layout);

  for (int i = 0; i < n; i++) {
    PangoLayoutLine *source = pango_layout_get_line_readonly (self->layout, i);
    PangoLayoutLine *next = i + 1 < n ? pango_layout_get_line_readonly (self->layout, i + 1) : NULL;
    SgnLine *line = g_new0 (SgnLine, 1);
    PangoRectangle extents;

    pango_layout_line_get_extents (source, NULL, &extents);
    line->text = copy_line (text + pango_layout_line_get_start_index (source),
                            (gsize) pango_layout_line_get_length (source));
    line->width = (double) extents.width / PANGO_SCALE;
    line->ends = next == NULL || pango_layout_line_is_paragraph_start (next);
    g_ptr_array_add (lines, line);
  }
  return lines;
}

/* A selector chooses the shape of the letter before it and is none itself. */
static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += !g_unichar_iszerowidth (g_utf8_get_char (text));
  return n;
}

static gboolean
has_orphan (GPtrArray *lines)
{
  const SgnLine *last = g_ptr_array_index (lines, lines->len - 1);
  return lines->len > 1 && count_letters (last->text) <= ORPHAN;
}

static GPtrArray *
break_to (SgnTypesetter *self, double width)
{
  pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  return collect_lines (self);
}

GPtrArray *
sgn_typesetter_break (SgnTypesetter *self, SgnType type, const char *text, double width)
{
  g_autoptr (GPtrArray) lines = NULL;
  double step = sgn_type_get_style (type)->size / 2;

  set_type (self, type);
  pango_layout_set_text (self->layout, text, -1);
  lines = break_to (self, width);
  for (int i = 1; has_orphan (lines) && i <= ORPHAN_TRIES; i++) {
    g_autoptr (GPtrArray) narrower = break_to (self, width - i * step);
    if (narrower->len != lines->len)
      break;
    if (!has_orphan (narrower))
      return g_steal_pointer (&narrower);
  }
  return g_steal_pointer (&lines);
}

/* What a number and its counter are made of. */
static gboolean
is_counter (gunichar character)
{
  static const gunichar counters[] = {
    0x7248, /* 版 */
    0x4ef6, /* 件 */
    0x554f, /* 問 */
    0x70b9, /* 点 */
    0x540d, /* 名 */
    0x53f0, /* 台 */
    0x5e74, /* 年 */
    0x6708, /* 月 */
    0x65e5, /* 日 */
    0x9805, /* 項 */
    0x6841, /* 桁 */
    0x304b, /* か, of 6か条 */
  };
  for (guint i = 0; i < G_N_ELEMENTS (counters); i++)
    if (counters[i] == character)
      return TRUE;
  return FALSE;
}

static gboolean
must_stay (gunichar before, gunichar after)
{
  if (before == 0x7b2c && g_unichar_isdigit (after)) /* 第 */
    return TRUE;
  if (g_unichar_isdigit (before) && is_counter (after))
    return TRUE;
  if (before == 0x2192 || after == 0x2192) /* → */
    return TRUE;
  return g_unichar_isdigit (before) && (after == 0xff08 || after == '('); /* 3（0→2） */
}

static gboolean
starts_year (const char *text)
{
  return strspn (text, "0123456789") == 4;
}

/* The space after a number, and that in No. 12 or November 2026. */
static gboolean
must_stay_across (gunichar before, const char *after)
{
  if (before < 0x80 && g_unichar_isdigit (before))
    return TRUE;
  return (before == '.' && g_ascii_isdigit (*after)) ||
         (before < 0x80 && g_ascii_isalpha ((char) before) && starts_year (after));
}

char *
sgn_text_join (const char *text)
{
  GString *joined = g_string_sized_new (strlen (text) + 16);
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar here = g_utf8_get_char (p);
    if (before != 0 && must_stay (before, here))
      g_string_append (joined, JOINER_UTF8);
    g_string_append_unichar (joined, here);
    if (here == ' ' && must_stay_across (before, p + 1))
      g_string_append (joined, JOINER_UTF8);
    before = here;
  }
  return g_string_free (joined, FALSE);
}

char *
sgn_text_glue (const char *text)
{
  GString *glued = g_string_sized_new (strlen (text) * 2);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (p != text)
      g_string_append (glued, JOINER_UTF8);
    g_string_append_unichar (glued, g_utf8_get_char (p));
  }
  return g_string_free (glued, FALSE);
}
