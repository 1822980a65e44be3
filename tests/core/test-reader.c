/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-reader-private.h"

#include "sgn-error.h"

static void
read_number (SgnReader *reader, const json_t *object, gpointer data)
{
  int *sum = data;

  *sum += sgn_reader_integer (reader, object, "n", 0, 9);
}

static void
read_outer (SgnReader *reader, const json_t *object, gpointer data)
{
  sgn_reader_each (reader, object, "list", 1, read_number, data);
}

/* Reads {"outer": {"list": [{"n": …}, …]}}. */
static int
add_up (const char *text, GError **error)
{
  g_autoptr (json_t) json = json_loads (text, 0, NULL);
  SgnReader reader;
  int sum = 0;

  sgn_reader_init (&reader, "x.json");
  sgn_reader_into (&reader, json, "outer", read_outer, &sum);
  return sgn_reader_finish (&reader, error) ? sum : -1;
}

static void
test_walks_lists_and_objects (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add_up ("{\"outer\": {\"list\": [{\"n\": 1}, {\"n\": 5}]}}", &error), ==, 6);
  g_assert_no_error (error);
}

static void
test_first_mistake_is_kept (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (add_up ("{\"outer\": {\"list\": [{\"n\": 1}, {\"n\": 10}, {\"n\": \"x\"}]}}",
                           &error),
                   ==, -1);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_cmpstr (error->message, ==,
                   "“x.json”, /outer/list/1/n: The number is out of range. "
                   "Expected: a whole number from 0 to 9.");
}

static void
test_no_error_is_asked_for (void)
{
  g_assert_cmpint (add_up ("{\"outer\": 3}", NULL), ==, -1);
  g_assert_cmpint (add_up ("{}", NULL), ==, -1);
}

static void
test_words_have_their_letters (void)
{
  static const struct {
    const char *text;
    gboolean good[3]; /* by SgnWord */
  } cases[] = {
    { "ipa-rules", { TRUE, TRUE, FALSE } },      { "SD-01", { FALSE, TRUE, FALSE } },
    { "1-2-1-1", { TRUE, TRUE, FALSE } },        { "4.0", { TRUE, TRUE, FALSE } },
    { "ipa-rules@4.0", { FALSE, FALSE, TRUE } }, { "ipa-rules@", { FALSE, FALSE, FALSE } },
    { "@4.0", { FALSE, FALSE, FALSE } },         { "a@b@c", { FALSE, FALSE, FALSE } },
    { "-a", { FALSE, FALSE, FALSE } },           { ".", { FALSE, FALSE, FALSE } },
    { "a b", { FALSE, FALSE, FALSE } },          { "条", { FALSE, FALSE, FALSE } },
    { "../../etc@1", { FALSE, FALSE, FALSE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint word = 0; word < 3; word++) {
      g_autoptr (json_t) json = json_pack ("{s:s}", "w", cases[i].text);
      g_autofree char *text = NULL;
      SgnReader reader;

      sgn_reader_init (&reader, "x.json");
      text = sgn_reader_dup_word (&reader, json, "w", (SgnWord) word);
      g_assert_cmpint (sgn_reader_finish (&reader, NULL), ==, cases[i].good[word]);
      g_assert_cmpstr (text, ==, cases[i].good[word] ? cases[i].text : NULL);
    }
}

static void
test_texts_are_read_by_name (void)
{
  g_autoptr (json_t) json =
    json_loads ("{\"t\": {\"a.b\": {\"ja\": \" \", \"en\": \"x\"}}, \"null\": null}", 0, NULL);
  g_autoptr (GHashTable) texts = NULL;
  const SgnText *text;
  SgnReader reader;

  sgn_reader_init (&reader, "x.json");
  texts = sgn_reader_dup_texts (&reader, json, "t");
  g_assert_true (sgn_reader_is_good (&reader));
  g_assert_true (sgn_reader_finish (&reader, NULL));
  text = g_hash_table_lookup (texts, "a.b");
  g_assert_cmpstr (text->ja, ==, " ");
  g_assert_true (sgn_reader_has (json, "t"));
  g_assert_false (sgn_reader_has (json, "null"));
  g_assert_false (sgn_reader_has (json, "absent"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/walks-lists-and-objects", test_walks_lists_and_objects);
  g_test_add_func ("/reader/first-mistake-is-kept", test_first_mistake_is_kept);
  g_test_add_func ("/reader/no-error-is-asked-for", test_no_error_is_asked_for);
  g_test_add_func ("/reader/words-have-their-letters", test_words_have_their_letters);
  g_test_add_func ("/reader/texts-are-read-by-name", test_texts_are_read_by_name);
  return g_test_run ();
}
