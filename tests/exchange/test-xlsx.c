/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-xlsx.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "../core/message-form.h"
#include "sgn-error.h"
#include "sgn-xlsx-parts-private.h"

static const SgnXlsxLook look = {
  .title = "結果 & 報告",
  .company = "株式会社𠮷葛󠄀",
  .created = "2026-11-23T10:00:00+09:00",
  .foot_left = "SC-2026-0001  結果 & 報告",
  .foot_right = "3f9a27c1e08b",
};

/* What people type, and what spreadsheets would make of it. */
static const char *const texts[] = {
  "0123456789012",
  "0600001",
  "03-1234-5678",
  "4",
  "1/2",
  "2026-11-23",
  "1E5",
  "TRUE",
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "＝1+1",
  "'quoted",
  "\ttab",
  "  spaces  ",
  "two\nlines",
  "two\r\nlines",
  "bell \a and escape \033",
  "<b> & \"c\"",
  "_x0041_",
  "_x005F_x0041_",
  "_x005f",
  "x_xD83D_",
  "%$#!{}[]",
  "髙﨑𠮷葛󠄀",
  "か\xE3\x82\x99",
  "\xEF\xBF\xBE and \xEF\xBF\xBF",
  "\xF0\x9F\x98\x80",
};

static SgnWorksheet *
add_table (GPtrArray *workbook, const char *name, int width)
{
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, name);

  sheet->is_table = TRUE;
  g_array_append_val (sheet->widths, width);
  g_array_append_val (sheet->widths, width);
  return sheet;
}

static GPtrArray *
new_row (SgnWorksheet *sheet, const char *first)
{
  GPtrArray *row = sgn_worksheet_add_row (sheet);

  sgn_cells_add_text (row, first);
  return row;
}

static GPtrArray *
workbook_of_texts (void)
{
  GPtrArray *workbook = sgn_workbook_new ();
  SgnWorksheet *about = sgn_workbook_add_sheet (workbook, "About");
  SgnWorksheet *sheet = add_table (workbook, "It's #1, 90%", 20);
  const int width = 20;

  g_array_append_val (about->widths, width);
  g_array_append_val (about->widths, width);
  new_row (about, "題");
  sgn_cells_add_text (new_row (about, "社名"), "株式会社");
  sgn_cells_add_text (new_row (sheet, "番号"), "文字");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sgn_cells_add_text (new_row (sheet, texts[i]), texts[i]);
  return workbook;
}

static GPtrArray *
write_and_read (GPtrArray *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sgn_xlsx_write (workbook, &look, &error);
  GPtrArray *read;

  g_assert_no_error (error);
  read = sgn_xlsx_read (bytes, &error);
  g_assert_no_error (error);
  return read;
}

static void
test_texts_come_back_as_typed (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autoptr (GPtrArray) read = write_and_read (workbook);
  const SgnWorksheet *sheet = g_ptr_array_index (read, 1);

  g_assert_cmpstr (sheet->name, ==, "It's #1, 90%");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_assert_cmpint (sgn_worksheet_get_cell (sheet, i + 1, 1)->kind, ==, SGN_WORKBOOK_TEXT);
    g_assert_cmpstr (sgn_worksheet_get_cell (sheet, i + 1, 1)->text, ==, texts[i]);
  }
  g_assert_true (sgn_workbook_equal (workbook, read));
}

static void
test_numbers_and_days_come_back (void)
{
  static const double numbers[] = { 0, -1, 4, 100, 2.4, -0.1, 12345678901234, 1e-5, 1e300 };
  static const char *const days[] = { "1900-03-01", "1999-12-31", "2000-02-29", "2026-11-23",
                                      "9999-12-31" };
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = add_table (workbook, "numbers", 8);
  g_autoptr (GPtrArray) read = NULL;

  new_row (sheet, "数");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sgn_cells_add_number (sgn_worksheet_add_row (sheet), numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    sgn_cells_add_date (sgn_worksheet_add_row (sheet), days[i]);
  sgn_cells_add_empty (sgn_worksheet_add_row (sheet));

  read = write_and_read (workbook);

  g_assert_true (sgn_workbook_equal (workbook, read));
  sheet = g_ptr_array_index (read, 0);
  g_assert_cmpfloat (sgn_worksheet_get_cell (sheet, 5, 0)->number, ==, 2.4);
  g_assert_cmpint (sgn_worksheet_get_cell (sheet, 12, 0)->kind, ==, SGN_WORKBOOK_DATE);
  g_assert_cmpstr (sgn_worksheet_get_cell (sheet, 12, 0)->text, ==, "2000-02-29");
}

static void
test_many_columns_and_empty_cells_keep_their_places (void)
{
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, "wide");
  g_autoptr (GPtrArray) read = NULL;
  const int width = 4;

  sheet->is_table = TRUE;
  for (guint row = 0; row < 3; row++) {
    GPtrArray *cells = sgn_worksheet_add_row (sheet);

    for (guint i = 0; i < 60; i++)
      if (i % 7 == row)
        sgn_cells_add_number (cells, i);
      else
        sgn_cells_add_empty (cells);
  }
  for (guint i = 0; i < 60; i++)
    g_array_append_val (sheet->widths, width);

  read = write_and_read (workbook);

  g_assert_true (sgn_workbook_equal (workbook, read));
  g_assert_cmpfloat (sgn_worksheet_get_cell (g_ptr_array_index (read, 0), 2, 58)->number, ==, 58);
}

static void
test_the_same_workbook_is_the_same_bytes (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autoptr (GBytes) first = sgn_xlsx_write (workbook, &look, NULL);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) other = NULL;
  SgnXlsxLook later = look;

  g_usleep (G_USEC_PER_SEC + G_USEC_PER_SEC / 10);
  second = sgn_xlsx_write (workbook, &look, NULL);
  later.created = "2026-11-24T10:00:00+09:00";
  other = sgn_xlsx_write (workbook, &later, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
}

static void
test_the_locale_of_the_caller_is_left_alone (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  locale_t own = newlocale (LC_ALL_MASK, "C.UTF-8", NULL);
  locale_t before = uselocale (own);
  g_autoptr (GBytes) bytes = sgn_xlsx_write (workbook, &look, NULL);

  g_assert_nonnull (bytes);
  g_assert_true (uselocale (before) == own);
  freelocale (own);
}

static void
test_nothing_is_left_on_the_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-xlsx-XXXXXX", NULL);
  g_autofree char *before = g_strdup (g_getenv ("TMPDIR"));
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autoptr (GBytes) bytes = NULL;

  g_setenv ("TMPDIR", folder, TRUE);
  bytes = sgn_xlsx_write (workbook, &look, NULL);
  if (before != NULL)
    g_setenv ("TMPDIR", before, TRUE);
  else
    g_unsetenv ("TMPDIR");

  g_assert_nonnull (bytes);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The part of the file at @path, as text. */
static char *
dup_part (GPtrArray *workbook, const SgnXlsxLook *own, const char *path)
{
  g_autoptr (GBytes) bytes = sgn_xlsx_write (workbook, own, NULL);
  g_autoptr (GHashTable) parts = sgn_xlsx_parts_read (bytes, NULL);
  gsize size;
  const char *data;

  g_assert_nonnull (parts);
  g_assert_nonnull (g_hash_table_lookup (parts, path));
  data = g_bytes_get_data (g_hash_table_lookup (parts, path), &size);
  return g_strndup (data, size);
}

static void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
test_tables_are_easy_to_use_and_to_print (void)
{
  static const char *const wanted[] = {
    "customHeight=\"1\"",
    "<pane ySplit=\"1\" topLeftCell=\"A2\"",
    "state=\"frozen\"",
    "<autoFilter ref=\"A1:B30\"/>",
    "numberStoredAsText=\"1\"",
    "sqref=\"A2:B30\"",
    "paperSize=\"9\"",
    "fitToHeight=\"0\"",
    "<pageSetUpPr fitToPage=\"1\"/>",
    "SC-2026-0001  結果 &amp;&amp; 報告",
    "&amp;P / &amp;N",
    "3f9a27c1e08b",
  };
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autofree char *sheet = dup_part (workbook, &look, "xl/worksheets/sheet2.xml");
  g_autofree char *names = dup_part (workbook, &look, "xl/workbook.xml");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_holds (sheet, wanted[i]);
  assert_holds (names, "_xlnm.Print_Titles");
  assert_holds (names, "'It''s #1, 90%'!$1:$1");
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_null (strstr (sheet, "oddHeader"));
}

static void
test_only_wide_tables_lie (void)
{
  for (int width = 50; width <= 60; width += 10) {
    g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
    g_autofree char *part = NULL;

    new_row (add_table (workbook, "a", width), "題");
    part = dup_part (workbook, &look, "xl/worksheets/sheet1.xml");

    assert_holds (part, width == 50 ? "orientation=\"portrait\"" : "orientation=\"landscape\"");
  }
}

static void
test_a_tag_stands_above_every_page (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  SgnXlsxLook tagged = look;
  g_autofree char *part = NULL;

  tagged.header = "見本、研修用サンプル";
  part = dup_part (workbook, &tagged, "xl/worksheets/sheet1.xml");

  assert_holds (part, "<oddHeader>");
  assert_holds (part, "見本、研修用サンプル");
}

static void
test_it_says_whose_it_is_and_of_when (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autofree char *core = dup_part (workbook, &look, "docProps/core.xml");
  g_autofree char *app = dup_part (workbook, &look, "docProps/app.xml");

  assert_holds (core, "<dc:title>結果 &amp; 報告</dc:title>");
  assert_holds (core, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-23T01:00:00Z<");
  assert_holds (core, "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-11-23T01:00:00Z<");
  assert_holds (core, "<dc:creator></dc:creator>");
  assert_holds (app, "<Company>株式会社𠮷葛󠄀</Company>");
}

static void
test_what_cannot_be_written_is_refused (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autoptr (GError) error = NULL;
  SgnXlsxLook timeless = look;

  /* Two sheets of one name are no workbook. */
  new_row (add_table (workbook, "About", 8), "題");
  g_assert_null (sgn_xlsx_write (workbook, &look, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  assert_is_sentence (error->message);

  g_clear_error (&error);
  g_ptr_array_set_size (workbook, 2);
  timeless.created = "now";
  g_assert_null (sgn_xlsx_write (workbook, &timeless, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
}

static void
assert_damaged (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_xlsx_read (bytes, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  assert_is_sentence (error->message);
}

static void
test_what_is_no_workbook_is_not_read (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autoptr (GBytes) bytes = sgn_xlsx_write (workbook, &look, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  /* An archive with nothing in it. */
  static const char empty[] = "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

  assert_damaged ("no archive", 10);
  assert_damaged (empty, sizeof empty);
  assert_damaged (data, size / 2);
}

/* Whatever byte is changed: it is refused, it is found, or it is not of the cells. */
static void
test_a_changed_byte_is_never_another_cell (void)
{
  g_autoptr (GPtrArray) workbook = workbook_of_texts ();
  g_autoptr (GBytes) bytes = sgn_xlsx_write (workbook, &look, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint refused = 0;

  for (gsize i = 0; i < size; i += 7) {
    g_autofree guint8 *bad = g_memdup2 (data, size);
    g_autoptr (GBytes) changed = NULL;
    g_autoptr (GPtrArray) read = NULL;
    g_autoptr (GError) error = NULL;

    bad[i] ^= 0x55;
    changed = g_bytes_new (bad, size);
    read = sgn_xlsx_read (changed, &error);

    g_assert_true ((read == NULL) == (error != NULL));
    g_assert_true (read == NULL || sgn_workbook_equal (workbook, read));
    refused += read == NULL;
  }
  g_assert_cmpuint (refused, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xlsx/texts-come-back-as-typed", test_texts_come_back_as_typed);
  g_test_add_func ("/xlsx/numbers-and-days-come-back", test_numbers_and_days_come_back);
  g_test_add_func ("/xlsx/many-columns-and-empty-cells-keep-their-places",
                   test_many_columns_and_empty_cells_keep_their_places);
  g_test_add_func ("/xlsx/the-same-workbook-is-the-same-bytes",
                   test_the_same_workbook_is_the_same_bytes);
  g_test_add_func ("/xlsx/the-locale-of-the-caller-is-left-alone",
                   test_the_locale_of_the_caller_is_left_alone);
  g_test_add_func ("/xlsx/nothing-is-left-on-the-disk", test_nothing_is_left_on_the_disk);
  g_test_add_func ("/xlsx/tables-are-easy-to-use-and-to-print",
                   test_tables_are_easy_to_use_and_to_print);
  g_test_add_func ("/xlsx/only-wide-tables-lie", test_only_wide_tables_lie);
  g_test_add_func ("/xlsx/a-tag-stands-above-every-page", test_a_tag_stands_above_every_page);
  g_test_add_func ("/xlsx/it-says-whose-it-is-and-of-when", test_it_says_whose_it_is_and_of_when);
  g_test_add_func ("/xlsx/what-cannot-be-written-is-refused",
                   test_what_cannot_be_written_is_refused);
  g_test_add_func ("/xlsx/what-is-no-workbook-is-not-read", test_what_is_no_workbook_is_not_read);
  g_test_add_func ("/xlsx/a-changed-byte-is-never-another-cell",
                   test_a_changed_byte_is_never_another_cell);

  return g_test_run ();
}
