/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-sheet-read.h"

#include <string.h>

#include "sgn-catalogue.h"
#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-fault.h"

static json_t *
load_form (void)
{
  g_autofree char *data = sgn_data_dir ();
  g_autofree char *path = g_build_filename (data, "sheets", "customer.json", NULL);
  g_autoptr (GError) error = NULL;
  json_t *form = sgn_json_load_file (path, &error);

  g_assert_no_error (error);
  return form;
}

/* The JSON that @bytes make; NULL with @faults or @error. */
static json_t *
read_bytes (GBytes *bytes, GPtrArray *faults, GError **error)
{
  g_autoptr (json_t) form = load_form ();
  const SgnSheetWords words = { .id = "sheet-1", .date = "2026-11-23", .form = form };

  return sgn_sheet_read (bytes, "調査票.csv", &words, faults, error);
}

static json_t *
read_text (const char *text, GPtrArray *faults, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes, faults, error);
}

/* (transfer full): what must be a catalogue */
static SgnCatalogue *
load (const char *text)
{
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = read_text (text, faults, &error);
  g_autofree char *written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SgnCatalogue *catalogue;

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  written = sgn_json_to_canonical (json);
  bytes = g_bytes_new (written, strlen (written));
  catalogue = sgn_catalogue_new_from_bytes (bytes, "read", &error);
  g_assert_no_error (error);
  return catalogue;
}

static const SgnItem *
nth (const SgnCatalogue *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

static void
test_questions_keep_number_order_and_section (void)
{
  g_autoptr (SgnCatalogue) self = load ("\xEF\xBB\xBF取引先調査票,,,,\r\n"
                                        "No.,区分,確認事項,回答欄（○△×）,備考\r\n"
                                        "2-1,体制,責任者を決めていますか。,,\r\n"
                                        "1,,\"規程を\n作っていますか。\",,\r\n"
                                        "7,教育,研修をしていますか。,済,毎年\r\n");

  g_assert_cmpuint (self->items->len, ==, 3);
  g_assert_cmpuint (self->sections->len, ==, 2);
  g_assert_cmpstr (nth (self, 0)->id, ==, "sheet-1-01");
  g_assert_cmpstr (nth (self, 0)->number, ==, "2-1");
  g_assert_cmpstr (nth (self, 0)->section->title.ja, ==, "体制");
  g_assert_cmpstr (nth (self, 1)->section->title.ja, ==, "体制");
  g_assert_cmpstr (nth (self, 1)->question.ja, ==, "規程を\n作っていますか。");
  g_assert_cmpstr (nth (self, 1)->title.en, ==, "規程を 作っていますか。");
  g_assert_cmpstr (nth (self, 2)->section->title.ja, ==, "教育");
  g_assert_cmpstr (nth (self, 2)->scale->id, ==, "effort");
  g_assert_true (sgn_catalogue_is_of_customer (self));
  g_assert_cmpstr (self->title.ja, ==, "調査票");
  g_assert_cmpstr (self->edition, ==, "2026-11-23");
  g_assert_cmpstr (self->owner.ja, ==, "取引先");
}

static void
test_rows_and_columns_are_kept (void)
{
  g_autoptr (SgnCatalogue) self =
    load ("調査票,,,\n重み,番号,設問,回答\n3,1,甲ですか。,\n以上,,,\n");
  g_autoptr (json_t) json = sgn_catalogue_to_json (self);
  const json_t *sheet = json_object_get (json, "sheet");
  g_autofree char *columns = sgn_json_to_canonical (json_object_get (sheet, "columns"));
  const json_t *rows = json_object_get (sheet, "rows");

  g_assert_cmpstr (columns, ==, "[\"other\",\"number\",\"question\",\"answer\"]");
  g_assert_cmpuint (json_array_size (rows), ==, 4);
  g_assert_null (sgn_json_string (json_array_get (rows, 1), "item"));
  g_assert_cmpstr (sgn_json_string (json_array_get (rows, 2), "item"), ==, "sheet-1-01");
  g_assert_cmpuint (self->sections->len, ==, 1);
  g_assert_cmpstr (nth (self, 0)->section->title.ja, ==, "設問");
}

static void
test_a_line_of_one_text_begins_a_section (void)
{
  g_autoptr (SgnCatalogue) self =
    load ("no,question\n1. 体制,\n1,甲ですか。\n2. 教育,\n2,乙ですか。\n1. 体制,\n3,丙ですか。\n");

  g_assert_cmpuint (self->sections->len, ==, 2);
  g_assert_cmpstr (nth (self, 0)->section->title.ja, ==, "1. 体制");
  g_assert_cmpstr (nth (self, 1)->section->title.ja, ==, "2. 教育");
  g_assert_true (nth (self, 2)->section == nth (self, 0)->section);
}

static void
test_long_questions_have_short_titles (void)
{
  g_autoptr (SgnCatalogue) self = load (
    "番号,設問\n1,取引先から預かった図面や仕様書を社外に持ち出すときの決まりがありますか。\n");

  g_assert_cmpint (g_utf8_strlen (nth (self, 0)->short_title.ja, -1), ==, 24);
  g_assert_true (g_str_has_suffix (nth (self, 0)->short_title.ja, "…"));
}

/* 番号,設問 / 1,表① */
static void
test_reads_what_old_excel_writes (void)
{
  static const char text[] = "\x94\xD4\x8D\x86,\x90\xDD\x96\xE2\r\n1,\x95\x5C\x87\x40\r\n";
  g_autoptr (SgnCatalogue) self = load (text);

  g_assert_cmpstr (nth (self, 0)->question.ja, ==, "表①");
}

static void
test_neither_encoding_is_named_with_its_place (void)
{
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("a,b\n1,ab\xFF\xFE\n", faults, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "line 2, column 5"));
}

static const struct {
  const char *name;
  const char *text;
  guint n_faults;
  const char *lines; /* one for each */
} broken[] = {
  { "no-headings", "a,b\n1,甲\n", 1, "1:1: top level: No line has" },
  { "nothing", "", 1, "1:1: top level: No line has" },
  { "no-question-column", "番号,回答\n1,甲\n", 1, "1:1: top level: No line has" },
  { "no-questions", "番号,設問\n", 1, "1:1: top level: No question follows" },
  { "no-number", "番号,設問,備考\n1,甲,\n,乙,\n", 1, "3:1: 番号: This question has no number." },
  { "number-twice", "番号,設問\n1,甲\n2,乙\n1,丙\n", 1,
    "4:1: 番号: The number “1” stands in line 2" },
  { "number-alone", "番号,設問\n1,甲\n2.,\n", 1, "3:2: 設問: The question is missing." },
  { "all-of-them", "番号,設問\n1,甲\n1,乙\n,丙\n4,\n", 3,
    "3:1: 番号: The number|4:1: 番号: This question|5:2: 設問: The question" },
};

static void
test_all_faults_are_named (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (broken[i].lines, "|", -1);

  g_assert_null (read_text (broken[i].text, faults, &error));

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, broken[i].n_faults);
  for (guint k = 0; k < faults->len; k++) {
    g_autofree char *line = sgn_fault_to_line (g_ptr_array_index (faults, k));

    if (!g_str_has_prefix (line, lines[k]))
      g_error ("“%s” is not “%s…”", line, lines[k]);
  }
}

static void
test_no_table_is_an_error (void)
{
  static const char *const texts[] = { "番号,設問\n1,\"甲\n", "番号,設問\n1,甲,乙\n",
                                       "PK\x03\x04zip" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) faults = sgn_faults_new ();
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text (texts[i], faults, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    g_assert_cmpuint (faults->len, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    GTestFunc test;
  } tests[] = {
    { "questions-keep-number-order-and-section", test_questions_keep_number_order_and_section },
    { "rows-and-columns-are-kept", test_rows_and_columns_are_kept },
    { "a-line-of-one-text-begins-a-section", test_a_line_of_one_text_begins_a_section },
    { "long-questions-have-short-titles", test_long_questions_have_short_titles },
    { "reads-what-old-excel-writes", test_reads_what_old_excel_writes },
    { "neither-encoding-is-named-with-its-place", test_neither_encoding_is_named_with_its_place },
    { "no-table-is-an-error", test_no_table_is_an_error },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/sheet-read/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].test);
  }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autofree char *path = g_strconcat ("/sheet-read/faults/", broken[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_all_faults_are_named);
  }
  return g_test_run ();
}
