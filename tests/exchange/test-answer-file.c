/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-answer-file.h"

#include <string.h>

#include <glib/gstdio.h>

#include "../core/message-form.h"
#include "sgn-error.h"

static SgnAnswerFile *
read_text (const char *data, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);

  return sgn_answer_file_new_from_bytes (bytes, "test", error);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "-";
}

/* catalogue edition date by; item|value|note|statement|by|at; … with - for what is not said */
static char *
describe (const SgnAnswerFile *file)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s %s;", or_dash (file->catalogue), or_dash (file->edition),
                          or_dash (file->date), or_dash (file->by));
  for (guint i = 0; i < file->lines->len; i++) {
    const SgnAnswerLine *line = g_ptr_array_index (file->lines, i);

    g_string_append_printf (text, "%s|%s|%s|%s|%s|%s;", line->item, or_dash (line->value),
                            or_dash (line->note), or_dash (line->statement), or_dash (line->by),
                            or_dash (line->at));
  }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *name;
  const char *text;
  const char *answers;
} good[] = {
  { "json",
    "{\"catalogue\":\"ipa-rules\",\"edition\":\"4.0\",\"date\":\"2026-11-20\",\"by\":\"山田\","
    "\"answers\":[{\"item\":\"RU-1\",\"value\":\"done\",\"note\":\"=1\",\"statement\":\"ok\"},"
    "{\"item\":\"RU-2\",\"value\":\"unknown\"}]}",
    "ipa-rules 4.0 2026-11-20 山田;RU-1|done|=1|ok|-|-;RU-2|unknown|-|-|-|-;" },
  { "json-of-lines-only", "{\"answers\":[{\"item\":\"1\",\"value\":\"done\"}]}",
    "- - - -;1|done|-|-|-|-;" },
  { "json-after-spaces-and-a-byte-order-mark",
    "\xEF\xBB\xBF \n{\"answers\":[{\"item\":\"1\",\"value\":\"done\"}]}",
    "- - - -;1|done|-|-|-|-;" },
  { "json-with-null",
    "{\"by\":null,\"answers\":[{\"item\":\"1\",\"value\":\"done\",\"note\":null}]}",
    "- - - -;1|done|-|-|-|-;" },
  { "json-with-keys-of-later-versions",
    "{\"colour\":1,\"answers\":[{\"item\":\"1\",\"value\":\"done\",\"mood\":[]}]}",
    "- - - -;1|done|-|-|-|-;" },
  { "json-that-empties-a-note", "{\"answers\":[{\"item\":\"1\",\"note\":\"\"}]}",
    "- - - -;1|-||-|-|-;" },
  { "json-with-who-and-when",
    "{\"answers\":[{\"item\":\"1\",\"value\":\"done\",\"by\":\"A\",\"at\":\"2026-11-20T16:42:00+09:"
    "00\"}]}",
    "- - - -;1|done|-|-|A|2026-11-20T16:42:00+09:00;" },
  { "json-without-answers", "{\"answers\":[]}", "- - - -;" },
  { "an-exported-sheet",
    "{\"format\":\"sengen-record\",\"catalogue\":{\"id\":\"x\"},\"answers\":{\"catalogue\":"
    "\"ipa-rules\",\"edition\":\"4.0\",\"date\":null,\"answers\":[{\"item\":\"1\",\"value\":"
    "\"done\"}]}}",
    "ipa-rules 4.0 - -;1|done|-|-|-|-;" },
  { "csv", "item,value,note,statement\r\nSD-01,done,a note,words\r\nSD-02,unknown,,\r\n",
    "- - - -;SD-01|done|a note|words|-|-;SD-02|unknown|-|-|-|-;" },
  { "csv-with-a-byte-order-mark", "\xEF\xBB\xBFitem,value\nSD-01,done\n",
    "- - - -;SD-01|done|-|-|-|-;" },
  { "csv-with-columns-in-another-order", "points,Value, ITEM ,x\n4,done,SD-01,y\n",
    "- - - -;SD-01|done|-|-|-|-;" },
  { "csv-with-guard-quotes", "item,value,note\nSD-01,done,'=1\nSD-02,done,''=1\nSD-03,done,'a\n",
    "- - - -;SD-01|done|=1|-|-|-;SD-02|done|'=1|-|-|-;SD-03|done|'a|-|-|-;" },
  { "csv-with-a-note-of-two-lines", "item,value,note\nSD-01,done,\"a\nb\"\n",
    "- - - -;SD-01|done|a\nb|-|-|-;" },
  { "csv-with-spaces-round-item-and-value", "item,value,note\n SD-01 , done , n \n",
    "- - - -;SD-01|done| n |-|-|-;" },
  { "csv-rows-that-say-nothing", "item,value,note\nSD-01,,\n,,\nSD-02,done,\n",
    "- - - -;SD-02|done|-|-|-|-;" },
  { "csv-without-a-final-newline", "item,value\nSD-01,done", "- - - -;SD-01|done|-|-|-|-;" },
};

static void
test_good (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnAnswerFile) file = read_text (good[i].text, -1, &error);
  g_autofree char *answers = NULL;

  g_assert_no_error (error);
  answers = describe (file);
  g_assert_cmpstr (answers, ==, good[i].answers);
}

static const struct {
  const char *name;
  const char *text;
  gssize length;
  const char *place;
} bad[] = {
  { "an-empty-file", "", -1, "empty" },
  { "json-cut-off", "{\"answers\":[", -1, "line 1" },
  { "json-with-a-key-twice", "{\"answers\":[{\"item\":\"1\",\"item\":\"2\",\"value\":\"done\"}]}",
    -1, "line 1" },
  { "json-that-is-a-list", "[{\"item\":\"1\",\"value\":\"done\"}]", -1, "/answers" },
  { "json-without-the-list", "{\"catalogue\":\"x\"}", -1, "/answers" },
  { "json-with-a-text-for-the-list", "{\"answers\":\"x\"}", -1, "/answers" },
  { "json-with-a-number-for-an-answer", "{\"answers\":[{\"item\":\"1\",\"value\":\"done\"},5]}", -1,
    "/answers/1" },
  { "json-without-item", "{\"answers\":[{\"value\":\"done\"}]}", -1, "/answers/0" },
  { "json-with-an-empty-item", "{\"answers\":[{\"item\":\"\",\"value\":\"done\"}]}", -1,
    "/answers/0" },
  { "json-with-an-item-only", "{\"answers\":[{\"item\":\"1\",\"vaule\":\"done\"}]}", -1,
    "/answers/0" },
  { "json-with-an-empty-value", "{\"answers\":[{\"item\":\"1\",\"value\":\"\"}]}", -1,
    "/answers/0" },
  { "json-with-a-number-for-a-value", "{\"answers\":[{\"item\":\"1\",\"value\":4}]}", -1,
    "/answers/0/value" },
  { "json-with-a-number-for-the-catalogue", "{\"catalogue\":1,\"answers\":[]}", -1, "/catalogue" },
  { "json-with-a-date-that-is-none", "{\"date\":\"2026-02-30\",\"answers\":[]}", -1, "/date" },
  { "json-with-a-time-for-a-date", "{\"date\":\"2026-11-20T16:42:00+09:00\",\"answers\":[]}", -1,
    "/date" },
  { "json-with-a-date-for-a-time",
    "{\"answers\":[{\"item\":\"1\",\"value\":\"done\",\"at\":\"2026-11-20\"}]}", -1,
    "/answers/0/at" },
  { "json-with-an-item-twice",
    "{\"answers\":[{\"item\":\"1\",\"value\":\"done\"},{\"item\":\"1\",\"value\":\"partial\"}]}",
    -1, "/answers/1" },
  { "an-exported-sheet-with-a-bad-answer", "{\"answers\":{\"answers\":[{\"item\":1}]}}", -1,
    "/answers/answers/0/item" },
  { "json-with-a-number-too-large", "{\"answers\":[{\"item\":\"1\",\"value\":1e999}]}", -1,
    "line 1" },
  { "json-with-nan", "{\"answers\":NaN}", -1, "line 1" },
  { "json-that-is-shift-jis", "{\"by\":\"\x93\xFA\",\"answers\":[]}", -1, "UTF-8" },
  { "csv-without-item", "value,note\ndone,x\n", -1, "line 1" },
  { "csv-without-anything-to-say", "item,number\nSD-01,1\n", -1, "line 1" },
  { "csv-with-a-column-twice", "item,value,Value\nSD-01,done,done\n", -1, "line 1" },
  { "csv-with-a-value-but-no-item", "item,value\nSD-01,done\n,done\n", -1, "line 3" },
  { "csv-with-an-item-twice", "item,value\nSD-01,done\nSD-01,done\n", -1, "line 3" },
  { "csv-with-a-line-after-a-long-cell", "item,note\nSD-01,\"a\nb\"\n,x\n", -1, "line 4" },
  { "csv-with-a-missing-cell", "item,value,note\nSD-01,done\n", -1, "line 2" },
  { "csv-that-is-shift-jis", "item,value,note\nSD-01,done,\x93\xFA\x96\x7B\n", -1, "UTF-8" },
  { "csv-with-nul", "item,value\nSD-01,d\0ne\n", 22, "line 2" },
  { "a-company-file", "SQLite format 3\0x", 17, "line 1" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnAnswerFile) file = read_text (bad[i].text, bad[i].length, &error);

  g_assert_null (file);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "“test”"));
  g_assert_nonnull (strstr (error->message, bad[i].place));
  assert_is_sentence (error->message);
}

static void
test_deep_nesting (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *text = g_strconcat ("{\"answers\":", brackets, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnAnswerFile) file = read_text (text, -1, &error);

  g_assert_null (file);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

static void
test_many_answers (void)
{
  g_autoptr (GString) text = g_string_new ("item,value,note\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnAnswerFile) file = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "X-%u,done,%u\n", i, i);
  file = read_text (text->str, (gssize) text->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->lines->len, ==, 50000);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnAnswerFile) file = NULL;

  g_assert_true (g_file_set_contents (path, "item,value\nSD-01,done\n", -1, NULL));
  file = sgn_answer_file_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->lines->len, ==, 1);

  g_assert_true (g_file_set_contents (path, "item,value\n,done\n", -1, NULL));
  g_assert_null (sgn_answer_file_new_from_file (path, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "“answers.csv”, line 2"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unreadable_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "none.csv", NULL);
  const char *const paths[] = { folder, path, "/dev/zero" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_answer_file_new_from_file (paths[i], &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    g_assert_nonnull (strstr (error->message, paths[i]));
    assert_is_sentence (error->message);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *path = g_strconcat ("/answer-file/reads/", good[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_good);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *path = g_strconcat ("/answer-file/refuses/", bad[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
  }
  g_test_add_func ("/answer-file/refuses/a-hundred-thousand-brackets", test_deep_nesting);
  g_test_add_func ("/answer-file/reads/fifty-thousand-answers", test_many_answers);
  g_test_add_func ("/answer-file/reads/a-file-and-names-it", test_file);
  g_test_add_func ("/answer-file/refuses/what-is-not-a-file", test_unreadable_file);

  return g_test_run ();
}
