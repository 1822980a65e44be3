/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-csv.h"

#include <string.h>

#include "../core/message-form.h"
#include "sgn-error.h"

#define BOM "\xEF\xBB\xBF"

static GPtrArray *
parse (const char *data, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);

  return sgn_csv_parse (bytes, "test.csv", error);
}

/* The table on one line: cells parted by |, rows ended by ;, as in "2:a|b;" with the line first. */
static char *
describe (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    const SgnCsvRow *row = g_ptr_array_index (rows, i);
    g_autofree char *cells = g_strjoinv ("|", row->cells);

    g_string_append_printf (text, "%u:%s;", row->line, cells);
  }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *name;
  const char *text;
  const char *table;
} good[] = {
  { "an-empty-file-has-no-rows", "", "" },
  { "a-byte-order-mark-alone-has-no-rows", BOM, "" },
  { "lines-may-end-in-lf", "a,b\nc,d\n", "1:a|b;2:c|d;" },
  { "lines-may-end-in-crlf", "a,b\r\nc,d\r\n", "1:a|b;2:c|d;" },
  { "the-last-line-needs-no-end", "a,b\nc,d", "1:a|b;2:c|d;" },
  { "a-byte-order-mark-is-no-text", BOM "a,b\n", "1:a|b;" },
  { "a-comma-at-the-end-is-an-empty-cell", "a,b\nc,", "1:a|b;2:c|;" },
  { "empty-lines-are-no-rows", "\r\na,b\n\n\nc,d\n\n", "2:a|b;5:c|d;" },
  { "quoted-cells-keep-commas", "\"a,b\",c\n", "1:a,b|c;" },
  { "quoted-cells-keep-line-ends", "\"a\r\nb\",c\nd,e\n", "1:a\r\nb|c;3:d|e;" },
  { "doubled-quotes-are-one", "\"a \"\"b\"\" c\",\"\"\"\"\n", "1:a \"b\" c|\";" },
  { "an-empty-quoted-cell-is-a-row", "\"\"\n", "1:;" },
  { "a-carriage-return-in-quotes-is-text", "\"a\rb\"\n", "1:a\rb;" },
  { "spaces-stay", " a , b\n", "1: a | b;" },
  { "texts-stay-as-they-are", "𠮷野,葛󠄀城\n﨑,＝１\n",
    "1:𠮷野|葛󠄀城;2:﨑|＝１;" },
};

static void
test_good (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse (good[i].text, -1, &error);
  g_autofree char *table = NULL;

  g_assert_no_error (error);
  table = describe (rows);
  g_assert_cmpstr (table, ==, good[i].table);
}

static const struct {
  const char *name;
  const char *text;
  gssize length;
  const char *place;
} bad[] = {
  { "a-quote-never-closed", "a,b\nc,\"d\ne\n", -1, "line 2, column 3" },
  { "a-quote-inside-a-bare-cell", "a,b\"c\n", -1, "line 1, column 4" },
  { "text-after-the-closing-quote", "\"a\"b,c\n", -1, "line 1, column 4" },
  { "columns-are-counted-in-characters", "日本\"\n", -1, "line 1, column 3" },
  { "carriage-returns-alone", "a,b\rc,d\r", -1, "line 1, column 4" },
  { "a-carriage-return-at-the-very-end", "a,b\n1,2\r", -1, "line 2, column 4" },
  { "too-few-cells", "a,b\n1,2\n1\n", -1, "line 3" },
  { "too-many-cells", "a,b\n1,2,3\n", -1, "line 2" },
  { "a-nul", "a,b\nc\0d,e\n", 10, "line 2, column 2" },
  { "a-nul-in-quotes", "\"a\0b\"\n", 6, "line 1, column 3" },
  { "shift-jis", "item,value\n\x93\xFA\x96\x7B,1\n", -1, "line 2, column 1" },
  { "utf-16", "\xFF\xFE\x61\x00", 4, "line 1, column 1" },
  { "a-character-cut-off", "a,b\n\xE6\x97", -1, "line 2, column 1" },
  { "a-surrogate", "\xED\xA0\x80\n", -1, "line 1, column 1" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse (bad[i].text, bad[i].length, &error);

  g_assert_null (rows);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "“test.csv”"));
  g_assert_nonnull (strstr (error->message, bad[i].place));
  assert_is_sentence (error->message);
}

static void
test_shift_jis_advice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse ("\x8D\x80\x96\xDA,\x92\x6C\r\n", -1, &error);

  g_assert_null (rows);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  g_assert_nonnull (strstr (error->message, "Save"));
}

static void
test_large_field (void)
{
  g_autofree char *field = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *text = g_strconcat ("a,\"", field, "\"\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse (text, -1, &error);
  const SgnCsvRow *row;

  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (strlen (row->cells[1]), ==, strlen (field));
}

static void
test_many_quotes (void)
{
  g_autofree char *quotes = g_strnfill (1024 * 1024, '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse (quotes, -1, &error);
  const SgnCsvRow *row;

  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (strlen (row->cells[0]), ==, 512 * 1024 - 1);
}

static const struct {
  const char *text;
  const char *written;
} guards[] = {
  { "=1+1", "'=1+1" },
  { "+81", "'+81" },
  { "-1", "'-1" },
  { "@here", "'@here" },
  { "\ttab", "\"'\ttab\"" },
  { "\rcr", "\"'\rcr\"" },
  { "\nlf", "\"'\nlf\"" },
  { "＝1", "'＝1" },
  { "＋1", "'＋1" },
  { "－1", "'－1" },
  { "＠a", "'＠a" },
  { "'=1", "''=1" },
  { "''+1", "'''+1" },
  { "'tis", "'tis" },
  { "'", "'" },
  { "a=1", "a=1" },
  { "1-2-1-1", "1-2-1-1" },
  { "", "" },
  { "=a,\"b\"", "\"'=a,\"\"b\"\"\"" },
};

static void
test_guard (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++) {
    g_autoptr (SgnCsvWriter) writer = sgn_csv_writer_new ();
    g_autofree char *expected = g_strconcat (BOM "x,", guards[i].written, "\r\n", NULL);
    g_autoptr (GBytes) bytes = NULL;

    sgn_csv_writer_add_text (writer, "x");
    sgn_csv_writer_add_text (writer, guards[i].text);
    sgn_csv_writer_end_row (writer);
    bytes = sgn_csv_writer_to_bytes (writer);

    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                     strlen (expected));
  }
}

static void
test_numbers_have_no_guard (void)
{
  g_autoptr (SgnCsvWriter) writer = sgn_csv_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  const char *expected = BOM "-1,,4\r\n";

  sgn_csv_writer_add_integer (writer, -1);
  sgn_csv_writer_add_text (writer, NULL);
  sgn_csv_writer_add_integer (writer, 4);
  sgn_csv_writer_end_row (writer);
  bytes = sgn_csv_writer_to_bytes (writer);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_unguard_leaves_other_texts (void)
{
  static const char *const texts[] = { "", "'", "''", "=1", "'a", "a'=", "-1", "＝", "''a" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text = sgn_csv_unguard (texts[i]);

    g_assert_cmpstr (text, ==, texts[i]);
  }
}

/* Texts made of what is dangerous in a CSV, and of what is not. */
static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "=",  "+",       "-",  "@", "'",  "\"", ",",  "\r",
                                        "\n", "\r\n",    "\t", " ", "＝", "＋", "－", "＠",
                                        "𠮷", "葛󠄀", "a",  "1", ";",  "\\" };
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 0, 7);

  for (int i = 0; i < length; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261120);

  for (guint round = 0; round < 500; round++) {
    int width = g_rand_int_range (rand, 1, 5);
    int height = g_rand_int_range (rand, 1, 6);
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (SgnCsvWriter) writer = sgn_csv_writer_new ();
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = NULL;

    for (int i = 0; i < width * height; i++) {
      g_ptr_array_add (texts, random_text (rand));
      sgn_csv_writer_add_text (writer, g_ptr_array_index (texts, i));
      if (i % width == width - 1)
        sgn_csv_writer_end_row (writer);
    }
    bytes = sgn_csv_writer_to_bytes (writer);
    rows = sgn_csv_parse (bytes, "round", &error);

    g_assert_no_error (error);
    g_assert_cmpuint (rows->len, ==, height);
    for (int i = 0; i < width * height; i++) {
      const SgnCsvRow *row = g_ptr_array_index (rows, i / width);
      g_autofree char *text = sgn_csv_unguard (row->cells[i % width]);

      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, i));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *path = g_strconcat ("/csv/reads/", good[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *path = g_strconcat ("/csv/refuses/", bad[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
  }
  g_test_add_func ("/csv/refuses/shift-jis-and-says-what-to-do", test_shift_jis_advice);
  g_test_add_func ("/csv/reads/a-field-of-ten-megabytes", test_large_field);
  g_test_add_func ("/csv/reads/a-megabyte-of-quotes", test_many_quotes);
  g_test_add_func ("/csv/writes/texts-that-look-like-formulas-with-a-quote", test_guard);
  g_test_add_func ("/csv/writes/numbers-without-a-quote", test_numbers_have_no_guard);
  g_test_add_func ("/csv/unguard-leaves-other-texts", test_unguard_leaves_other_texts);
  g_test_add_func ("/csv/what-was-written-reads-back", test_round_trip);

  return g_test_run ();
}
