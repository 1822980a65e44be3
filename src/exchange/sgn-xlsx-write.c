/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "sgn-xlsx.h"

#include "sgn-xlsx-height.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* The spaces of the design, in inches as a spreadsheet wants them. */
#define MARGIN_LEFT (20 / 25.4)
#define MARGIN_RIGHT (16 / 25.4)
#define MARGIN_TOP (18 / 25.4)
#define MARGIN_BOTTOM (20 / 25.4)
/* Characters across a page of A4 upright that is still easy to read; wider tables lie. */
#define PORTRAIT_WIDTH_MAX 112
#define PAPER_A4 9
#define FONT "BIZ UDPGothic"
/* For digits that must stand below each other. */
#define FONT_CODE "BIZ UDGothic"
#define FONT_SIZE 10
#define FOOT_FONT "&\"" FONT ",Regular\"&8"
#define TINT 0xE9EDF4
/* Numbers of the format that spreadsheets call text: what is typed into such a cell stays text. */
#define NUMBER_FORMAT_TEXT 49
/* Where the parts of the file wait until they are put together: without names, in memory where the
 * system offers it. */
#define WORK_FOLDER "/dev/shm"

typedef enum {
  LOOK_TITLE,
  LOOK_HEAD,
  LOOK_HEAD_NUMBER,
  LOOK_LABEL,
  LOOK_TEXT,
  LOOK_CODE,
  LOOK_NUMBER,
  LOOK_DATE,
  N_LOOKS,
} Look;

/* A file being made. @ok is FALSE once something was refused. */
typedef struct {
  lxw_workbook *workbook;
  lxw_format *looks[N_LOOKS];
  const SgnXlsxLook *look;
  gboolean ok;
} Writer;

static void
note (Writer *self, lxw_error result)
{
  self->ok = self->ok && result == LXW_NO_ERROR;
}

static lxw_format *
add_look (Writer *self, Look look)
{
  lxw_format *format = workbook_add_format (self->workbook);

  self->looks[look] = format;
  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static lxw_format *
add_head_look (Writer *self, Look look, uint8_t border)
{
  lxw_format *format = add_look (self, look);

  format_set_bold (format);
  format_set_bg_color (format, TINT);
  format_set_text_wrap (format);
  format_set_bottom (format, border);
  format_set_num_format_index (format, NUMBER_FORMAT_TEXT);
  return format;
}

static lxw_format *
add_text_look (Writer *self, Look look)
{
  lxw_format *format = add_look (self, look);

  format_set_num_format_index (format, NUMBER_FORMAT_TEXT);
  format_set_text_wrap (format);
  format_set_bottom (format, LXW_BORDER_HAIR);
  return format;
}

/* A number stands a little away from the text at its right. */
static void
add_looks (Writer *self)
{
  lxw_format *title = add_look (self, LOOK_TITLE);
  lxw_format *number = add_look (self, LOOK_NUMBER);
  lxw_format *date = add_look (self, LOOK_DATE);

  format_set_bold (title);
  format_set_font_size (title, 14);
  format_set_num_format_index (title, NUMBER_FORMAT_TEXT);
  add_text_look (self, LOOK_TEXT);
  format_set_font_name (add_text_look (self, LOOK_CODE), FONT_CODE);
  format_set_align (number, LXW_ALIGN_RIGHT);
  format_set_indent (number, 1);
  format_set_bottom (number, LXW_BORDER_HAIR);
  format_set_num_format (date, "yyyy-mm-dd");
  format_set_align (date, LXW_ALIGN_LEFT);
  format_set_bottom (date, LXW_BORDER_HAIR);
  add_head_look (self, LOOK_HEAD, LXW_BORDER_THIN);
  format_set_align (add_head_look (self, LOOK_HEAD_NUMBER, LXW_BORDER_THIN), LXW_ALIGN_CENTER);
  add_head_look (self, LOOK_LABEL, LXW_BORDER_HAIR);
}

/* “_x0041_” is how such a file spells “A”: a text that says this itself is spelt with the underline
 * escaped. */
static gboolean
is_spelling (const char *at)
{
  return at[0] == '_' && at[1] == 'x' && g_ascii_isxdigit (at[2]) && g_ascii_isxdigit (at[3]) &&
         g_ascii_isxdigit (at[4]) && g_ascii_isxdigit (at[5]) && at[6] == '_';
}

/* The library spells control characters itself, but not the two that XML forbids besides. */
static char *
spell (const char *text)
{
  GString *spelt = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);

    if (is_spelling (text))
      g_string_append (spelt, "_x005F_");
    else if (letter == 0xFFFE || letter == 0xFFFF)
      g_string_append_printf (spelt, "_x%04X_", letter);
    else
      g_string_append_unichar (spelt, letter);
  }
  return g_string_free (spelt, FALSE);
}

static gboolean
has_numbers (const SgnWorksheet *sheet, guint column)
{
  for (guint row = 1; row < sheet->rows->len; row++)
    if (sgn_worksheet_get_cell (sheet, row, column)->kind == SGN_WORKBOOK_NUMBER)
      return TRUE;
  return FALSE;
}

static Look
choose_head_look (const SgnWorksheet *sheet, guint column)
{
  if (!sheet->is_table)
    return LOOK_TITLE;
  return has_numbers (sheet, column) ? LOOK_HEAD_NUMBER : LOOK_HEAD;
}

static Look
choose_look (const SgnWorksheet *sheet, guint row, guint column)
{
  const SgnWorkbookCell *cell = sgn_worksheet_get_cell (sheet, row, column);

  if (row == 0)
    return choose_head_look (sheet, column);
  if (column == 0 && !sheet->is_table)
    return LOOK_LABEL;
  if (cell->kind == SGN_WORKBOOK_NUMBER)
    return LOOK_NUMBER;
  if (cell->kind == SGN_WORKBOOK_DATE)
    return LOOK_DATE;
  return sgn_xlsx_is_hash (cell->text) ? LOOK_CODE : LOOK_TEXT;
}

static void
write_cell (Writer *self,
            lxw_worksheet *to,
            const SgnWorkbookCell *cell,
            guint row,
            lxw_col_t column,
            lxw_format *format)
{
  lxw_datetime day = { 0 };
  g_autofree char *text = NULL;

  switch (cell->kind) {
  case SGN_WORKBOOK_TEXT:
    text = spell (cell->text);
    note (self, worksheet_write_string (to, row, column, text, format));
    break;
  case SGN_WORKBOOK_NUMBER:
    note (self, worksheet_write_number (to, row, column, cell->number, format));
    break;
  case SGN_WORKBOOK_DATE:
    if (sscanf (cell->text, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3)
      self->ok = FALSE;
    note (self, worksheet_write_datetime (to, row, column, &day, format));
    break;
  case SGN_WORKBOOK_EMPTY:
  default:
    note (self, worksheet_write_blank (to, row, column, format));
  }
}

static void
write_cells (Writer *self, lxw_worksheet *to, const SgnWorksheet *sheet)
{
  for (guint row = 0; row < sheet->rows->len; row++) {
    note (self, worksheet_set_row (to, row, sgn_xlsx_measure_row (sheet, row), NULL));
    for (guint i = 0; i < sheet->widths->len; i++)
      write_cell (self, to, sgn_worksheet_get_cell (sheet, row, i), row, (lxw_col_t) i,
                  self->looks[choose_look (sheet, row, i)]);
  }
}

/* The head stays in sight and on every page, and filters; no green corner calls a document number
 * a mistake. */
static void
set_table (Writer *self, lxw_worksheet *to, const SgnWorksheet *sheet)
{
  lxw_col_t last_column = (lxw_col_t) (sheet->widths->len - 1);
  lxw_row_t last_row = MAX (sheet->rows->len, 2) - 1;
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  worksheet_freeze_panes (to, 1, 0);
  note (self, worksheet_repeat_rows (to, 0, 0));
  note (self, worksheet_autofilter (to, 0, 0, last_row, last_column));
  lxw_rowcol_to_range (range, 1, 0, last_row, last_column);
  note (self, worksheet_ignore_errors (to, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
}

static void
set_text_beside_labels (Writer *self, lxw_worksheet *to, const SgnWorksheet *sheet)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (range, 0, 1, sheet->rows->len, 1);
  worksheet_gridlines (to, LXW_HIDE_ALL_GRIDLINES);
  note (self, worksheet_ignore_errors (to, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
}

/* In a printed head or foot "&" begins a command. */
static char *
escape_ampersands (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);

  return g_strjoinv ("&&", parts);
}

static void
set_print (Writer *self, lxw_worksheet *to, int width)
{
  g_autofree char *left = escape_ampersands (self->look->foot_left);
  g_autofree char *right = escape_ampersands (self->look->foot_right);
  g_autofree char *foot =
    g_strdup_printf ("&L" FOOT_FONT " %s&C" FOOT_FONT " &P / &N&R" FOOT_FONT " %s", left, right);

  worksheet_set_paper (to, PAPER_A4);
  if (width > PORTRAIT_WIDTH_MAX)
    worksheet_set_landscape (to);
  worksheet_set_margins (to, MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, MARGIN_BOTTOM);
  worksheet_fit_to_pages (to, 1, 0);
  note (self, worksheet_set_footer (to, foot));
  if (self->look->header != NULL) {
    g_autofree char *tag = escape_ampersands (self->look->header);
    g_autofree char *head = g_strconcat ("&L" FOOT_FONT " ", tag, NULL);

    note (self, worksheet_set_header (to, head));
  }
}

static void
write_sheet (Writer *self, const SgnWorksheet *sheet)
{
  lxw_worksheet *to = workbook_add_worksheet (self->workbook, sheet->name);
  int width = 0;

  if (to == NULL) {
    self->ok = FALSE;
    return;
  }
  for (guint i = 0; i < sheet->widths->len; i++) {
    int own = g_array_index (sheet->widths, int, i);

    width += own;
    note (self, worksheet_set_column (to, (lxw_col_t) i, (lxw_col_t) i, own, NULL));
  }
  write_cells (self, to, sheet);
  if (sheet->is_table)
    set_table (self, to, sheet);
  else
    set_text_beside_labels (self, to, sheet);
  set_print (self, to, width);
}

/* The time of issue is the only one in the file; the parts inside are all of 1980. */
static void
set_properties (Writer *self)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_iso8601 (self->look->created, NULL);
  lxw_doc_properties properties = { .title = (char *) self->look->title,
                                    .company = (char *) self->look->company };

  if (created == NULL) {
    self->ok = FALSE;
    return;
  }
  properties.created = (time_t) g_date_time_to_unix (created);
  note (self, workbook_set_properties (self->workbook, &properties));
}

static gboolean
write_to (const char *path, GPtrArray *workbook, const SgnXlsxLook *look)
{
  lxw_workbook_options options = { .tmpdir = (char *) WORK_FOLDER };
  Writer writer = { .look = look, .ok = TRUE };

  writer.workbook = workbook_new_opt (path, &options);
  if (writer.workbook == NULL)
    return FALSE;

  add_looks (&writer);
  set_properties (&writer);
  for (guint i = 0; i < workbook->len; i++)
    write_sheet (&writer, g_ptr_array_index (workbook, i));
  note (&writer, workbook_close (writer.workbook));
  return writer.ok;
}

/* The library writes numbers as the locale of the thread says, and must not. */
static gboolean
write_plainly (const char *path, GPtrArray *workbook, const SgnXlsxLook *look)
{
  locale_t plain = newlocale (LC_ALL_MASK, "C", NULL);
  locale_t before;
  gboolean ok;

  if (plain == NULL)
    return FALSE;

  before = uselocale (plain);
  ok = write_to (path, workbook, look);
  uselocale (before);
  freelocale (plain);
  return ok;
}

/* The library wants a path; this one leads into memory. */
static GBytes *
write_in_memory (int file, GPtrArray *workbook, const SgnXlsxLook *look)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (GMappedFile) mapped = NULL;

  if (!write_plainly (path, workbook, look))
    return NULL;

  mapped = g_mapped_file_new_from_fd (file, FALSE, NULL);
  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

/**
 * sgn_xlsx_write:
 * @workbook: (element-type SgnWorksheet): its sheets, at least one
 * @look: what it says of itself
 * @error: return location; SGN_ERROR_UNWRITABLE
 *
 * Texts stay texts, also those that look like numbers or formulas. Nothing is left behind on the
 * disk.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sgn_xlsx_write (GPtrArray *workbook, const SgnXlsxLook *look, GError **error)
{
  int file;
  GBytes *bytes;

  g_return_val_if_fail (workbook != NULL && workbook->len > 0 && look != NULL, NULL);

  file = memfd_create ("sengen", MFD_CLOEXEC);
  bytes = file >= 0 ? write_in_memory (file, workbook, look) : NULL;
  if (file >= 0)
    close (file);
  if (bytes == NULL)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                         _ ("The spreadsheet could not be put together. Make room on the disk and "
                            "in memory and try again."));
  return bytes;
}
