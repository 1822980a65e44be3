/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "sgn-csv.h"
#include "sgn-error.h"

static GBytes *
write_again (GPtrArray *rows)
{
  g_autoptr (SgnCsvWriter) writer = sgn_csv_writer_new ();

  for (guint i = 0; i < rows->len; i++) {
    const SgnCsvRow *row = g_ptr_array_index (rows, i);

    for (guint j = 0; row->cells[j] != NULL; j++)
      sgn_csv_writer_add_text (writer, row->cells[j]);
    sgn_csv_writer_end_row (writer);
  }
  return sgn_csv_writer_to_bytes (writer);
}

/* What was read and is written reads back as the same, less the guards. */
static void
use (GPtrArray *rows)
{
  g_autoptr (GBytes) bytes = write_again (rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) again = sgn_csv_parse (bytes, "again", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    const SgnCsvRow *row = g_ptr_array_index (rows, i);
    const SgnCsvRow *same = g_ptr_array_index (again, i);

    g_assert_cmpuint (g_strv_length (same->cells), ==, g_strv_length (row->cells));
    for (guint j = 0; row->cells[j] != NULL; j++) {
      g_autofree char *text = sgn_csv_unguard (same->cells[j]);

      g_assert_cmpstr (text, ==, row->cells[j]);
    }
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sgn_csv_parse (bytes, "input", &error);

  g_assert_true ((rows == NULL) == (error != NULL));
  if (rows == NULL)
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  else
    use (rows);
  return 0;
}
