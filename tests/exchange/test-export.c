/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-export.h"

#include <string.h>

#include "../core/message-form.h"
#include "sgn-answer-file.h"
#include "sgn-data-dir.h"
#include "sgn-document.h"
#include "sgn-error.h"
#include "sgn-json.h"

#define BOM "\xEF\xBB\xBF"
#define ITEM_HEADER \
  BOM "item,value,note,statement,number,section,short,word,points,statement_en\r\n"

static json_t *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "~", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  json_t *value = sgn_json_load_bytes (bytes, "test", &error);

  g_assert_no_error (error);
  return value;
}

/* As CSV, with the table that the document @id has. */
static GBytes *
export_csv (const json_t *projection, const char *id, GError **error)
{
  g_autoptr (GError) load_error = NULL;
  g_autofree char *folder = sgn_data_dir ();
  g_autoptr (SgnDocuments) documents = sgn_documents_load (folder, &load_error);

  g_assert_no_error (load_error);
  return sgn_export_csv (projection, sgn_documents_get_tables (documents, id), error);
}

static void
assert_text (GBytes *bytes, const char *expected)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_csv_internal (void)
{
  g_autoptr (json_t) projection = parse (
    "{~items~:["
    "{~id~:~SD-01~,~number~:~1~,~section~:~part-1~,~short~:~更新~,~value~:~done~,~mark~:~done~,"
    "~word~:~実施~,~points~:4,~note~:~=SUM(A1), 注意~,~statement~:~＋更新しています~},"
    "{~id~:~SD-02~,~number~:~2~,~section~:~part-1~,~short~:~対策~,~value~:~unknown~,"
    "~word~:~不明~,~points~:-1},"
    "{~id~:~SD-03~,~number~:~3~,~section~:~part-1~,~short~:~鍵~,~value~:null,~points~:null,"
    "~word~:~未回答~}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_csv (projection, "self-check-result", &error);

  g_assert_no_error (error);
  assert_text (bytes, ITEM_HEADER
               "SD-01,done,\"'=SUM(A1), 注意\",'＋更新しています,1,part-1,更新,実施,4,\r\n"
               "SD-02,unknown,,,2,part-1,対策,不明,-1,\r\n"
               "SD-03,,,,3,part-1,鍵,未回答,,\r\n");
}

static void
test_csv_imports_again (void)
{
  g_autoptr (json_t) projection =
    parse ("{~items~:[{~id~:~SD-01~,~value~:~done~,~note~:~'=x\\n－y~,~statement~:~@~},"
           "{~id~:~SD-02~,~value~:null}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_csv (projection, "self-check-result", &error);
  g_autoptr (SgnAnswerFile) file = NULL;
  const SgnAnswerLine *line;

  g_assert_no_error (error);
  file = sgn_answer_file_new_from_bytes (bytes, "again", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->lines->len, ==, 1);
  line = g_ptr_array_index (file->lines, 0);
  g_assert_cmpstr (line->item, ==, "SD-01");
  g_assert_cmpstr (line->value, ==, "done");
  g_assert_cmpstr (line->note, ==, "'=x\n－y");
  g_assert_cmpstr (line->statement, ==, "@");
}

/* An English sheet prints the English sentence; the table holds both as they were typed. */
static void
test_csv_of_an_english_sheet_holds_both_statements (void)
{
  g_autoptr (json_t) projection =
    parse ("{~items~:[{~id~:~SD-01~,~value~:~done~,~statement~:~We check.~}],"
           "~answers~:{~answers~:[{~item~:~SD-01~,~value~:~done~,~statement~:~確かめています。~,"
           "~statement_en~:~We check.~}]}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_csv (projection, "self-check-result", &error);
  g_autoptr (SgnAnswerFile) file = NULL;
  const SgnAnswerLine *line;

  g_assert_no_error (error);
  file = sgn_answer_file_new_from_bytes (bytes, "english", &error);

  g_assert_no_error (error);
  line = g_ptr_array_index (file->lines, 0);
  g_assert_cmpstr (line->statement, ==, "確かめています。");
  g_assert_cmpstr (line->statement_en, ==, "We check.");
}

static void
test_csv_declarations (void)
{
  g_autoptr (json_t) projection =
    parse ("{~declaration~:{},~history~:["
           "{~date~:~2026-11-23~,~star~:2,~words~:~二つ星~,~symbol~:~★★~,~number~:~50123456789~,"
           "~old~:false,~edition~:~4.0~,~edition_label~:~第4.0版~},"
           "{~date~:~2024-05-01~,~star~:1,~words~:~一つ星~,~symbol~:~★~,~number~:~40123456789~,"
           "~old~:true,~edition~:~3.1~,~edition_label~:~第3.1版~}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_csv (projection, "declaration-record", &error);

  g_assert_no_error (error);
  assert_text (bytes, BOM "date,star,words,symbol,number,old,edition,edition_label\r\n"
                          "2026-11-23,2,二つ星,★★,50123456789,false,4.0,第4.0版\r\n"
                          "2024-05-01,1,一つ星,★,40123456789,true,3.1,第3.1版\r\n");
}

static void
test_csv_of_several_names_in_a_cell (void)
{
  g_autoptr (json_t) projection =
    parse ("{~papers~:[{~number~:1,~id~:~policy~,~title~:~方針~,~items~:[~1-3-1-1~,~1-3-1-2~],"
           "~criteria~:2},{~number~:2,~id~:~none~,~title~:~空~,~items~:[]}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_csv (projection, "scs-documents", &error);

  g_assert_no_error (error);
  assert_text (bytes, BOM "number,id,title,items,criteria,answered,met,not_applicable,evidence\r\n"
                          "1,policy,方針,1-3-1-1 1-3-1-2,2,,,,\r\n"
                          "2,none,空,,,,,,\r\n");
}

static void
test_csv_without_rows (void)
{
  g_autoptr (json_t) projection = parse ("{~items~:[]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export_csv (projection, "self-check-result", &error);

  g_assert_no_error (error);
  assert_text (bytes, ITEM_HEADER);
}

static void
test_csv_of_a_policy (void)
{
  g_autoptr (json_t) projection = parse ("{~document~:~basic-policy~,~policy~:{~parts~:[]}}");
  g_autoptr (GError) error = NULL;

  g_assert_null (export_csv (projection, "basic-policy", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

static void
test_csv_that_does_not_read_back (void)
{
  g_autoptr (json_t) projection = parse ("{~items~:[{~id~:~a~,~value~:~b~}]}");
  g_autoptr (GError) error = NULL;
  json_t *item = json_array_get (json_object_get (projection, "items"), 0);

  /* A text that is no UTF-8 can come from a damaged file; the reader refuses it. */
  json_object_set_new_nocheck (item, "note", json_string_nocheck ("\x93\xFA"));

  g_assert_null (export_csv (projection, "self-check-result", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_FAILED);
}

static void
test_json (void)
{
  g_autoptr (json_t) projection =
    parse ("{~b~:{~y~:1,~x~:[true,null,~𠮷~]},~a~:~葛󠄀\\n</b>~,~é~:-3}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sgn_export_json (projection, &error);

  g_assert_no_error (error);
  assert_text (bytes, "{\n"
                      "  \"a\": \"葛󠄀\\n</b>\",\n"
                      "  \"b\": {\n"
                      "    \"x\": [\n"
                      "      true,\n"
                      "      null,\n"
                      "      \"𠮷\"\n"
                      "    ],\n"
                      "    \"y\": 1\n"
                      "  },\n"
                      "  \"é\": -3\n"
                      "}\n");
}

static void
test_json_in_any_order (void)
{
  g_autoptr (json_t) one = parse ("{~a~:1,~b~:{~c~:2,~d~:3}}");
  g_autoptr (json_t) other = parse ("{~b~:{~d~:3,~c~:2},~a~:1}");
  g_autoptr (GBytes) first = sgn_export_json (one, NULL);
  g_autoptr (GBytes) second = sgn_export_json (other, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_json_that_is_no_text (void)
{
  g_autoptr (json_t) projection = parse ("{}");
  g_autoptr (GError) error = NULL;

  json_object_set_new_nocheck (projection, "a", json_string_nocheck ("\x93\xFA"));

  g_assert_null (sgn_export_json (projection, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_FAILED);
}

static void
test_json_that_does_not_read_back (void)
{
  g_autoptr (json_t) projection = parse ("{}");
  g_autoptr (GError) error = NULL;

  json_object_set_new (projection, "a", json_stringn ("x\0y", 3));

  g_assert_null (sgn_export_json (projection, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/csv/holds-answers-words-and-points", test_csv_internal);
  g_test_add_func ("/export/csv/can-be-imported-again", test_csv_imports_again);
  g_test_add_func ("/export/csv/csv-of-an-english-sheet-holds-both-statements",
                   test_csv_of_an_english_sheet_holds_both_statements);
  g_test_add_func ("/export/csv/has-a-row-for-each-declaration", test_csv_declarations);
  g_test_add_func ("/export/csv/joins-the-names-of-a-cell", test_csv_of_several_names_in_a_cell);
  g_test_add_func ("/export/csv/of-nothing-is-the-header", test_csv_without_rows);
  g_test_add_func ("/export/csv/is-not-offered-for-a-policy", test_csv_of_a_policy);
  g_test_add_func ("/export/csv/is-refused-when-it-does-not-read-back",
                   test_csv_that_does_not_read_back);
  g_test_add_func ("/export/json/is-sorted-indented-and-ends-in-a-newline", test_json);
  g_test_add_func ("/export/json/does-not-depend-on-the-order-of-keys", test_json_in_any_order);
  g_test_add_func ("/export/json/is-refused-when-it-does-not-read-back",
                   test_json_that_does_not_read_back);

  g_test_add_func ("/export/json/is-refused-when-it-is-no-text", test_json_that_is_no_text);

  return g_test_run ();
}
