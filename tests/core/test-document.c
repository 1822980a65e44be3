/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-document.h"

#include "message-form.h"
#include "sgn-error.h"

#include <glib/gstdio.h>

#define TEXT(ja, en) "{\"ja\": \"" ja "\", \"en\": \"" en "\"}"
#define DOCUMENT(id, prefix, disclaimer, rest)                                                     \
  "{\"id\": \"" id "\", \"prefix\": \"" prefix "\", \"form\": \"S-01\", \"form_version\": \"1.0\"" \
  ", \"title\": " TEXT ("題", "Title") ", \"short\": " TEXT ("頭", "Head") ", \"menu\": " TEXT (   \
    "一覧", "Menu") ", \"disclaimer\": \"" disclaimer "\"" rest "}"
#define INTERNAL ", \"audiences\": [\"internal\"], \"formats\": [\"pdf\", \"json\"]"
#define FILE_OF(documents)                                                                     \
  "{\"documents\": [" documents                                                                \
  "], \"disclaimers\": {\"self\": " TEXT ("宣言", "Own") "}, \"trademark\": " TEXT (           \
    "商標",                                                                                    \
    "Mark") ", \"common\": {\"page\": " TEXT ("{page} / {pages}",                              \
                                              "{page} of {pages}") ", \"who\": " TEXT ("共通", \
                                                                                       "common") "}}"
#define LIST                                \
  FILE_OF (DOCUMENT ("sheet", "SH", "self", \
                     INTERNAL ", \"trademark\": true, \"variants\": [\"a4\", \"a3\"]"))
#define TABLE(kind)                                                                         \
  "{\"key\": \"rows\", \"title\": " TEXT (                                                  \
    "表", "Table") ", \"machine\": [\"item\", \"word\"], \"people\": [{\"key\": \"word\", " \
                   "\"title\": " TEXT ("語", "Word") ", \"kind\": \"" kind "\", \"width\": 12}]}"
#define PAPER(id, items)                                                                          \
  "{\"id\": \"" id                                                                                \
  "\", \"title\": " TEXT ("台帳", "List") ", \"holds\": " TEXT ("機器",                           \
                                                                "devices") ", \"items\": [" items \
                                                                           "]}"
#define PAPERS(papers) "{\"strings\": {}, \"papers\": [" papers "]}"
#define STRINGS "{\"strings\": {\"who\": " TEXT ("自分", "own") "}}"

/* What there is beside the sheets of the list. */
static const char *const others[] = { "recovery-sheet",  "consistency", "seminar",
                                      "seminar-handout", "seminar-key", "seminar-script" };

static void
write_text (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_texts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

/* Loads from a data folder with the list, a sheet (left out when NULL) and what is no sheet. */
static SgnDocuments *
load (const char *list, const char *strings, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-document-XXXXXX", NULL);
  g_autofree char *documents = g_build_filename (folder, "documents", NULL);
  SgnDocuments *self;

  g_assert_cmpint (g_mkdir (documents, 0700), ==, 0);
  write_text (documents, "documents", list);
  if (strings != NULL)
    write_text (documents, "sheet", strings);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    write_text (documents, others[i], STRINGS);
  self = sgn_documents_load (folder, error);
  remove_texts (documents);
  g_rmdir (folder);
  return self;
}

static void
test_audiences_have_keys (void)
{
  SgnAudience audience = SGN_AUDIENCE_INTERNAL;

  g_assert_true (sgn_audience_from_key ("partner", &audience));
  g_assert_cmpint (audience, ==, SGN_AUDIENCE_PARTNER);
  g_assert_false (sgn_audience_from_key ("public", &audience));
  g_assert_false (sgn_audience_from_key (NULL, &audience));
  g_assert_cmpint (audience, ==, SGN_AUDIENCE_PARTNER);
  g_assert_true (sgn_audience_from_key ("internal", &audience));
  g_assert_cmpstr (sgn_audience_to_key (audience), ==, "internal");
  g_assert_cmpstr (sgn_audience_to_key (SGN_AUDIENCE_PARTNER), ==, "partner");
}

static void
test_document_is_read_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, &error);
  const SgnDocument *sheet;

  g_assert_no_error (error);
  g_assert_cmpuint (sgn_documents_get_all (self)->len, ==, 1);
  sheet = sgn_documents_find (self, "sheet");
  g_assert_cmpstr (sheet->prefix, ==, "SH");
  g_assert_cmpstr (sheet->form, ==, "S-01");
  g_assert_cmpstr (sheet->form_version, ==, "1.0");
  g_assert_cmpstr (sheet->title.ja, ==, "題");
  g_assert_cmpstr (sheet->short_title.en, ==, "Head");
  g_assert_cmpstr (sheet->menu.ja, ==, "一覧");
  g_assert_true (sgn_document_has_variant (sheet, NULL));
  g_assert_true (sgn_document_has_variant (sheet, "a3"));
  g_assert_false (sgn_document_has_variant (sheet, "a5"));
  g_assert_cmpstr (sheet->disclaimer, ==, "self");
  g_assert_true (sheet->trademark);
  g_assert_true (sgn_document_has_audience (sheet, SGN_AUDIENCE_INTERNAL));
  g_assert_false (sgn_document_has_audience (sheet, SGN_AUDIENCE_PARTNER));
  g_assert_true (sgn_document_has_format (sheet, "json"));
  g_assert_false (sgn_document_has_format (sheet, "xlsx"));
  g_assert_false (sgn_document_has_format (sheet, NULL));
  g_assert_null (sgn_documents_find (self, "other"));
  g_assert_null (sgn_documents_find (self, NULL));
}

static void
test_tables_are_read_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnDocuments) self =
    load (LIST, "{\"strings\": {}, \"tables\": [" TABLE ("date") "]}", &error);
  GPtrArray *tables;
  const SgnDocumentTable *table;
  const SgnDocumentColumn *column;

  g_assert_no_error (error);
  tables = sgn_documents_get_tables (self, "sheet");
  g_assert_cmpuint (tables->len, ==, 1);
  table = tables->pdata[0];
  g_assert_cmpstr (table->key, ==, "rows");
  g_assert_cmpstr (table->title.ja, ==, "表");
  g_assert_cmpstr (table->machine[1], ==, "word");
  g_assert_null (table->machine[2]);
  column = table->people->pdata[0];
  g_assert_cmpstr (column->key, ==, "word");
  g_assert_cmpstr (column->title.en, ==, "Word");
  g_assert_cmpint (column->kind, ==, SGN_COLUMN_DATE);
  g_assert_cmpint (column->width, ==, 12);
  g_assert_null (sgn_documents_get_tables (self, "other"));
}

static void
test_papers_are_read_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnDocuments) self =
    load (LIST, PAPERS (PAPER ("list", "\"1-1\", \"1-2\"") ", " PAPER ("b", "\"1-1\"")), &error);
  GPtrArray *papers;
  const SgnDocumentPaper *paper;

  g_assert_no_error (error);
  papers = sgn_documents_get_papers (self, "sheet");
  g_assert_cmpuint (papers->len, ==, 2);
  paper = papers->pdata[0];
  g_assert_cmpstr (paper->id, ==, "list");
  g_assert_cmpstr (paper->title.ja, ==, "台帳");
  g_assert_cmpstr (paper->holds.en, ==, "devices");
  g_assert_cmpstr (paper->items[1], ==, "1-2");
  g_assert_null (paper->items[2]);
  g_assert_cmpuint (sgn_documents_get_papers (self, "consistency")->len, ==, 0);
  g_assert_null (sgn_documents_get_papers (self, "other"));
}

static void
test_papers_name_their_mistakes (void)
{
  static const struct {
    const char *strings;
    const char *place;
  } cases[] = {
    { PAPERS (""), "/papers" },
    { PAPERS (PAPER ("a", "")), "/papers/0/items" },
    { PAPERS (PAPER ("A list", "\"1-1\"")), "/papers/0/id" },
    { PAPERS ("{\"id\": \"a\", \"page\": 1}"), "/papers/0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (LIST, cases[i].strings, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    g_assert_nonnull (strstr (error->message, cases[i].place));
  }
}

/* A document that gets no number may stand beside another one. */
static void
test_a_sheet_may_have_a_title_of_its_own (void)
{
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, NULL);
  const SgnDocument *document = sgn_documents_find (self, "sheet");
  g_autoptr (json_t) own = json_pack ("{ss, ss}", "title", "Older", "short", "Old");
  g_autoptr (json_t) none = json_object ();

  g_assert_cmpstr (sgn_document_get_title (document, own, SGN_LANGUAGE_EN), ==, "Older");
  g_assert_cmpstr (sgn_document_get_short_title (document, own, SGN_LANGUAGE_EN), ==, "Old");
  g_assert_cmpstr (sgn_document_get_title (document, none, SGN_LANGUAGE_EN), ==, "Title");
  g_assert_cmpstr (sgn_document_get_short_title (document, none, SGN_LANGUAGE_JA), ==, "頭");
}

static void
test_two_documents_may_have_no_prefix (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = g_strdup (FILE_OF (
    DOCUMENT ("sheet", "SH", "self", INTERNAL) ", " DOCUMENT ("sheet", "SH", "self", INTERNAL)));
  g_autoptr (SgnDocuments) self = NULL;
  g_auto (GStrv) parts = g_strsplit (list, "\"prefix\": \"SH\", ", -1);
  g_autofree char *without = g_strjoinv ("", parts);

  self = load (without, STRINGS, &error);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "/documents/1/id"));
}

static void
test_own_strings_come_before_common_ones (void)
{
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, NULL);

  g_assert_cmpstr (sgn_documents_text (self, "sheet", "who", SGN_LANGUAGE_JA), ==, "自分");
  g_assert_cmpstr (sgn_documents_text (self, "other", "who", SGN_LANGUAGE_EN), ==, "common");
  g_assert_cmpstr (sgn_documents_text (self, NULL, "who", SGN_LANGUAGE_JA), ==, "共通");
  g_assert_cmpstr (sgn_documents_text (self, "sheet", "page", SGN_LANGUAGE_EN), ==,
                   "{page} of {pages}");
}

static void
test_texts_can_be_asked_for (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, &error);

  g_assert_no_error (error);
  g_assert_true (sgn_documents_has_text (self, "sheet", "who"));
  g_assert_false (sgn_documents_has_text (self, "sheet", "page"));
  g_assert_false (sgn_documents_has_text (self, "other", "who"));
}

static void
test_unknown_key_is_loud (void)
{
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, NULL);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "no text*whom*");
  g_assert_cmpstr (sgn_documents_text (self, "sheet", "whom", SGN_LANGUAGE_JA), ==, "whom");
  g_test_assert_expected_messages ();
}

static void
test_texts_are_filled (void)
{
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, NULL);
  g_autofree char *ja =
    sgn_documents_format (self, "sheet", "page", SGN_LANGUAGE_JA, "page", "1", "pages", "3", NULL);
  g_autofree char *en =
    sgn_documents_format (self, NULL, "page", SGN_LANGUAGE_EN, "pages", "3", "page", "2", NULL);

  g_assert_cmpstr (ja, ==, "1 / 3");
  g_assert_cmpstr (en, ==, "2 of 3");
}

static void
test_fixed_sentences (void)
{
  g_autoptr (SgnDocuments) self = load (LIST, STRINGS, NULL);
  g_autoptr (SgnDocuments) other = sgn_documents_ref (self);

  g_assert_cmpstr (sgn_documents_disclaimer (other, "self", SGN_LANGUAGE_JA), ==, "宣言");
  g_assert_null (sgn_documents_disclaimer (other, "none", SGN_LANGUAGE_JA));
  g_assert_cmpstr (sgn_documents_trademark (other, SGN_LANGUAGE_EN), ==, "Mark");
}

static void
test_names_the_place_of_each_mistake (void)
{
  static const struct {
    const char *list;
    const char *strings;
    const char *message;
  } cases[] = {
    { "[]", STRINGS, "*documents.json”, top level: It is not an object. *" },
    { "{}", STRINGS, "*/disclaimers: It is missing. *" },
    { FILE_OF (""), STRINGS, "*/documents: The list is empty. *" },
    { FILE_OF ("{}"), STRINGS, "*/documents/0/id: It is missing. *" },
    { FILE_OF (DOCUMENT ("sheet", "SH", "none", INTERNAL)), STRINGS,
      "*/documents/0/disclaimer: “none” is not right. *" },
    { FILE_OF (DOCUMENT ("../x", "SH", "self", INTERNAL)), STRINGS,
      "*/documents/0/id: “../x” is not right. *" },
    { FILE_OF (
        DOCUMENT ("sheet", "SH", "self", ", \"audiences\": [\"all\"], \"formats\": [\"pdf\"]")),
      STRINGS, "*/documents/0/audiences: “all” is not right. Expected: internal, partner." },
    { FILE_OF (
        DOCUMENT ("sheet", "SH", "self", ", \"audiences\": [\"partner\"], \"formats\": [\"doc\"]")),
      STRINGS, "*/documents/0/formats: “doc” is not right. *" },
    { FILE_OF (DOCUMENT ("sheet", "SH", "self", INTERNAL ", \"variants\": [4]")), STRINGS,
      "*/documents/0/variants/0: It is empty or not a text. *" },
    { FILE_OF (DOCUMENT ("sheet", "SH", "self", INTERNAL ", \"needs\": \"luck\"")), STRINGS,
      "*/documents/0/needs: The key is not known. *" },
    { FILE_OF (
        DOCUMENT ("sheet", "SH", "self", INTERNAL) ", " DOCUMENT ("sheet", "SI", "self", INTERNAL)),
      STRINGS, "*/documents/1/id: “sheet” is not right. *" },
    { FILE_OF (
        DOCUMENT ("sheet", "SH", "self", INTERNAL) ", " DOCUMENT ("other", "SH", "self", INTERNAL)),
      STRINGS, "*/documents/1/prefix: “SH” is not right. *" },
    { LIST, NULL, "*sheet.json” is not there. *" },
    { LIST, "{\"strings\": {\"a\": 1}}", "*sheet.json”, /strings/a: It is not an object. *" },
    { LIST, "{\"strings\": 1}", "*sheet.json”, /strings: It is not an object. *" },
    { LIST, "{\"strings\": {}, \"tables\": []}", "*sheet.json”, /tables: The list is empty. *" },
    { LIST, "{\"strings\": {}, \"tables\": [" TABLE ("money") "]}",
      "*sheet.json”, /tables/0/people/0/kind: “money” is not right. *" },
    { LIST, "{\"string\": {}}", "*sheet.json”, /string: The key is not known. *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (cases[i].list, cases[i].strings, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("“%s” is not like “%s”", error->message, cases[i].message);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/audiences-have-keys", test_audiences_have_keys);
  g_test_add_func ("/document/is-read-whole", test_document_is_read_whole);
  g_test_add_func ("/document/tables-are-read-whole", test_tables_are_read_whole);
  g_test_add_func ("/document/papers-are-read-whole", test_papers_are_read_whole);
  g_test_add_func ("/document/papers-name-their-mistakes", test_papers_name_their_mistakes);
  g_test_add_func ("/document/a-sheet-may-have-a-title-of-its-own",
                   test_a_sheet_may_have_a_title_of_its_own);
  g_test_add_func ("/document/two-documents-may-have-no-prefix",
                   test_two_documents_may_have_no_prefix);
  g_test_add_func ("/document/own-strings-come-before-common-ones",
                   test_own_strings_come_before_common_ones);
  g_test_add_func ("/document/texts-can-be-asked-for", test_texts_can_be_asked_for);
  g_test_add_func ("/document/unknown-key-is-loud", test_unknown_key_is_loud);
  g_test_add_func ("/document/texts-are-filled", test_texts_are_filled);
  g_test_add_func ("/document/fixed-sentences", test_fixed_sentences);
  g_test_add_func ("/document/names-the-place-of-each-mistake",
                   test_names_the_place_of_each_mistake);
  return g_test_run ();
}
