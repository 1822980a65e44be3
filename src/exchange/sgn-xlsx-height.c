/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-xlsx-height.h"

#include <string.h>

/* What a column gives, in pixels of 1/96 inch: so much a character, and the room at its sides. */
#define CHARACTER 7.0
#define SIDES 5.0
/* Advances of BIZ UDPGothic at 10 points in the same pixels, taken a little too wide: a row too
 * high is seen at once, one too low hides words. */
#define WIDE 13.4
#define KANA 12.8
#define SIGN 9.0
#define CAPITAL 10.2
#define SMALL 7.8
#define NARROW 6.8
#define CODE 6.8
/* Points. The tallest row that spreadsheets allow closes the list. */
#define LINE 13.0
#define AROUND 6.0
#define TITLE 28.0
#define ROW_MAX 409.0
#define HASH_LENGTH 64

/* A text set into a column of @room pixels: the lines so far and what the last one holds. */
typedef struct {
  double room;
  double used;
  guint lines;
} Setting;

gboolean
sgn_xlsx_is_hash (const char *text)
{
  return text != NULL && strlen (text) == HASH_LENGTH &&
         strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

/* The brackets and stops of Japanese are set proportionally; a letter of no other kind is taken to
 * fill its square. */
static double
get_wide_advance (gunichar letter)
{
  if (g_unichar_ispunct (letter))
    return SIGN;
  return letter >= 0x3041 && letter <= 0x30FF ? KANA : WIDE;
}

static double
get_advance (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;
  if (letter > 0x7F)
    return get_wide_advance (letter);
  if (g_ascii_isupper (letter) || g_ascii_isdigit (letter))
    return CAPITAL;
  return g_ascii_islower (letter) ? SMALL : NARROW;
}

/* Puts a piece that is not broken into the last line, or on a new one; a piece wider than the
 * column is broken anywhere. */
static void
set_piece (Setting *self, double width)
{
  if (self->used > 0 && self->used + width > self->room) {
    self->lines++;
    self->used = 0;
  }
  while (width > self->room) {
    self->lines++;
    width -= self->room;
  }
  self->used += width;
}

/* Between Japanese letters a line may end anywhere, between others at blanks. */
static gboolean
ends_piece (const char *at)
{
  gunichar letter = g_utf8_get_char (at);
  gunichar next = g_utf8_get_char (g_utf8_next_char (at));

  return letter > 0x7F || letter == ' ' || next > 0x7F || next == '\0';
}

static void
set_paragraph (Setting *self, const char *text)
{
  double piece = 0;

  self->lines++;
  self->used = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    piece += get_advance (g_utf8_get_char (at));
    if (ends_piece (at)) {
      set_piece (self, piece);
      piece = 0;
    }
  }
}

static guint
count_lines (const SgnWorkbookCell *cell, int width)
{
  Setting setting = { .room = CHARACTER * width - SIDES };
  g_auto (GStrv) paragraphs = NULL;

  if (cell->kind != SGN_WORKBOOK_TEXT)
    return 1;
  setting.room = MAX (setting.room, WIDE);
  if (sgn_xlsx_is_hash (cell->text)) {
    set_piece (&setting, HASH_LENGTH * CODE);
    return setting.lines + 1;
  }
  paragraphs = g_strsplit (cell->text, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    set_paragraph (&setting, paragraphs[i]);
  return MAX (setting.lines, 1);
}

double
sgn_xlsx_measure_row (const SgnWorksheet *sheet, guint row)
{
  guint lines = 1;

  if (row == 0 && !sheet->is_table)
    return TITLE;
  for (guint i = 0; i < sheet->widths->len; i++)
    lines = MAX (lines, count_lines (sgn_worksheet_get_cell (sheet, row, i),
                                     g_array_index (sheet->widths, int, i)));
  return MIN (lines * LINE + AROUND, ROW_MAX);
}
