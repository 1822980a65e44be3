/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-catalogue.h"

#include "sgn-error.h"

#include <string.h>

#define TEXT "{'ja': '文', 'en': 'text'}"

/* A customer's questionnaire of two questions, with @sheet. */
static SgnCatalogue *
load (const char *sheet, GError **error)
{
  g_autofree char *text = g_strdup_printf (
    "{'id': 'sheet-1', 'edition': '1', 'published': '2026-11-23', 'status': 'current',"
    "'title': " TEXT ", 'short': " TEXT ", 'edition_label': " TEXT ", 'edition_note': " TEXT ","
    "'owner': " TEXT ", 'source': {'title': " TEXT ", 'checked': '2026-11-23'},"
    "'wording': 'customer', 'levels': [], 'scales': [{'id': 'effort', 'kind': 'met', 'values':"
    "[{'key': 'done', 'mark': 'done', 'label': " TEXT ", 'short': " TEXT ", 'means': " TEXT "}]}],"
    "'scoring': {'method': 'count'}, 'sections': [{'id': 's', 'number': " TEXT ", 'title': " TEXT
    "}],'items': [{'id': 'A', 'number': '1', 'section': 's', 'scale': 'effort', 'short': " TEXT
    ", 'title': " TEXT ", 'question': " TEXT ", 'refs': [], 'basis': 'official-number',"
    "'confidence': 'confirmed'}], 'sheet': %s}",
    sheet);
  g_autoptr (GBytes) bytes = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  return sgn_catalogue_new_from_bytes (bytes, "sheet.json", error);
}

static void
test_rows_keep_what_stands_around_the_questions (void)
{
  g_autoptr (json_t) json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnCatalogue) self =
    load ("{'columns': ['number', 'question', 'other', 'answer'], 'rows': ["
          "{'cells': ['No.', '確認事項', '重み', '回答']}, {'cells': ['1', '問い', '', ''], "
          "'item': 'A'}]}",
          &error);

  g_assert_no_error (error);
  json = sgn_catalogue_to_json (self);
  g_assert_nonnull (json_object_get (json, "sheet"));
}

static const struct {
  const char *name;
  const char *sheet;
  const char *place;
} cases[] = {
  { "unknown-role",
    "{'columns': ['number', 'question', 'colour'], 'rows': [{'cells': ['','','']}]}",
    "/sheet/columns" },
  { "role-twice", "{'columns': ['number', 'question', 'number'], 'rows': [{'cells': ['','','']}]}",
    "/sheet/columns" },
  { "no-question", "{'columns': ['number', 'other'], 'rows': [{'cells': ['','']}]}",
    "/sheet/columns" },
  { "narrow-row", "{'columns': ['number', 'question'], 'rows': [{'cells': ['1']}]}",
    "/sheet/rows/0/cells" },
  { "number-in-a-row", "{'columns': ['number', 'question'], 'rows': [{'cells': [1, 'q']}]}",
    "/sheet/rows/0/cells" },
  { "unknown-item",
    "{'columns': ['number', 'question'], 'rows': [{'cells': ['1', 'q'], 'item': 'B'}]}",
    "/sheet/rows/0/item" },
  { "item-twice",
    "{'columns': ['number', 'question'], 'rows': [{'cells': ['1', 'q'], 'item': 'A'},"
    "{'cells': ['1', 'q'], 'item': 'A'}]}",
    "/sheet/rows/1/item" },
  { "no-rows", "{'columns': ['number', 'question'], 'rows': []}", "/sheet/rows" },
  { "unknown-key", "{'columns': ['number', 'question'], 'rows': [{'cells': ['',''], 'x': 1}]}",
    "/sheet/rows/0/x" },
  { "no-sheet", "3", "/sheet:" },
};

static void
test_refused (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (cases[i].sheet, &error));

  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, cases[i].place));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue-sheet/rows-keep-what-stands-around-the-questions",
                   test_rows_keep_what_stands_around_the_questions);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/catalogue-sheet/refused/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
  }
  return g_test_run ();
}
