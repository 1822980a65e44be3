/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-json.h"

#include "message-form.h"
#include "sgn-error.h"

#include <glib/gstdio.h>
#include <string.h>

static json_t *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sgn_json_load_bytes (bytes, "answers.json", error);
}

static void
test_reads_objects_and_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) object = load ("{\"name\": \"株式会社𠮷野\", \"葛󠄀\": 1}", &error);
  g_autoptr (json_t) list = load ("[1, 2]", &error);
  g_autoptr (json_t) marked = load ("\xEF\xBB\xBF{\"a\": 1}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sgn_json_string (object, "name"), ==, "株式会社𠮷野");
  g_assert_cmpint (sgn_json_integer (object, "葛󠄀", 0), ==, 1);
  g_assert_cmpuint (json_array_size (list), ==, 2);
  g_assert_cmpint (sgn_json_integer (marked, "a", 0), ==, 1);
}

static void
test_refuses_what_is_not_strict (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "line 1, column 1: The file ends too early*" },
    { "{\"a\": 1", "line 1, column 7: The file ends too early*" },
    { "{\n  \"a\": 1\n  \"b\": 2}", "line 3, column 5: This is not JSON. *" },
    { "{\"a\": 1, \"a\": 2}", "line 1, column *: The same key stands twice*" },
    { "{\"a\": 1} x", "line 1, column *: Something follows after the end*" },
    { "\"text\"", "line 1, column *: This is not JSON. *" },
    { "{\"a\": \"x\\u0000y\"}", "line 1, column *: A text contains a zero character*" },
    { "{\"x\\u0000y\": 1}", "line 1, column *: A text contains a zero character*" },
    { "{\"a\": \"\x83\x65\x83\x58\"}", "line 1, column *: The text is not UTF-8. *" },
    { "{\"a\": \"\xED\xA0\x80\"}", "line 1, column *: The text is not UTF-8. *" },
    { "{\"a\": 99999999999999999999}", "line 1, column *: A number is too large. *" },
    { "{\"a\": NaN}", "line 1, column *: This is not JSON. *" },
    { "{'a': 1}", "line 1, column *: This is not JSON. *" },
    { "item,value\nSD-01,done\n", "line 1, column *: This is not JSON. *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *pattern = g_strconcat ("“answers.json”, ", cases[i].message, NULL);

    g_assert_null (load (cases[i].text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    if (!g_pattern_match_simple (pattern, error->message))
      g_error ("case %" G_GSIZE_FORMAT ": “%s” is not like “%s”", i, error->message, pattern);
  }
}

static void
test_limits_depth (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (load (deep, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

static void
test_limits_size (void)
{
  gsize size = 64 * 1000 * 1000 + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (size, ' '), size);
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_json_load_bytes (bytes, "huge.json", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "“huge.json” is larger than 64 MB"));
}

static void
test_endless_device_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_json_load_file ("/dev/zero", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "larger than 64 MB"));
}

static void
test_reads_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "答え.json", NULL);
  g_autofree char *inner = g_strnfill (200000, 'x');
  g_autofree char *text = g_strdup_printf ("{\"long\": \"%s\"}", inner);
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  json = sgn_json_load_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sgn_json_string (json, "long"), ==, inner);

  g_unlink (path);
  g_assert_null (sgn_json_load_file (path, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "答え.json"));
  g_clear_error (&error);

  g_assert_null (sgn_json_load_file (folder, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_rmdir (folder);
}

static void
test_canonical_text_depends_on_content_only (void)
{
  g_autoptr (json_t) one =
    load ("{\"b\": [1, -2.5, null], \"a\": {\"é\": true, \"Z\": \"x/y\"}}", NULL);
  g_autoptr (json_t) two =
    load ("{\"a\":{\"Z\":\"x\\/y\",\"\\u00e9\":true},\n\"b\":[1,-2.5,null]}", NULL);
  g_autofree char *first = sgn_json_to_canonical (one);
  g_autofree char *second = sgn_json_to_canonical (two);

  g_assert_cmpstr (first, ==, "{\"a\":{\"Z\":\"x/y\",\"é\":true},\"b\":[1,-2.5,null]}");
  g_assert_cmpstr (first, ==, second);
}

static void
test_canonical_text_of_single_values (void)
{
  g_autoptr (json_t) text = json_string ("𠮷\n\"\\");
  g_autoptr (json_t) null = json_null ();
  g_autofree char *first = sgn_json_to_canonical (text);
  g_autofree char *second = sgn_json_to_canonical (null);

  g_assert_cmpstr (first, ==, "\"𠮷\\n\\\"\\\\\"");
  g_assert_cmpstr (second, ==, "null");
}

static void
test_pretty_text_keeps_the_order (void)
{
  g_autoptr (json_t) json = json_object ();
  g_autofree char *text = NULL;

  sgn_json_set_string (json, "z", "一");
  sgn_json_set_integer (json, "a", 2);
  text = sgn_json_to_pretty (json);
  g_assert_cmpstr (text, ==, "{\n  \"z\": \"一\",\n  \"a\": 2\n}\n");
}

static void
test_readers_fall_back (void)
{
  g_autoptr (json_t) json =
    load ("{\"t\": \"x\", \"i\": 7, \"r\": 7.5, \"b\": true, \"n\": null}", NULL);

  g_assert_cmpstr (sgn_json_string (json, "t"), ==, "x");
  g_assert_null (sgn_json_string (json, "i"));
  g_assert_null (sgn_json_string (json, "n"));
  g_assert_null (sgn_json_string (json, "absent"));
  g_assert_null (sgn_json_string (NULL, "t"));
  g_assert_cmpint (sgn_json_integer (json, "i", -1), ==, 7);
  g_assert_cmpint (sgn_json_integer (json, "r", -1), ==, -1);
  g_assert_cmpint (sgn_json_integer (json, "t", -1), ==, -1);
  g_assert_cmpint (sgn_json_integer (NULL, "i", -1), ==, -1);
  g_assert_true (sgn_json_boolean (json, "b"));
  g_assert_false (sgn_json_boolean (json, "i"));
  g_assert_false (sgn_json_boolean (json, "absent"));
}

static void
test_no_text_is_written_as_null (void)
{
  g_autoptr (json_t) json = json_object ();
  g_autofree char *text = NULL;

  sgn_json_set_string (json, "a", NULL);
  sgn_json_set_string (json, "b", "");
  sgn_json_set_integer (json, "c", G_MININT64);
  text = sgn_json_to_canonical (json);
  g_assert_cmpstr (text, ==, "{\"a\":null,\"b\":\"\",\"c\":-9223372036854775808}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/reads-objects-and-lists", test_reads_objects_and_lists);
  g_test_add_func ("/json/refuses-what-is-not-strict", test_refuses_what_is_not_strict);
  g_test_add_func ("/json/limits-depth", test_limits_depth);
  g_test_add_func ("/json/limits-size", test_limits_size);
  g_test_add_func ("/json/endless-device-is-refused", test_endless_device_is_refused);
  g_test_add_func ("/json/reads-files", test_reads_files);
  g_test_add_func ("/json/canonical-text-depends-on-content-only",
                   test_canonical_text_depends_on_content_only);
  g_test_add_func ("/json/canonical-text-of-single-values", test_canonical_text_of_single_values);
  g_test_add_func ("/json/pretty-text-keeps-the-order", test_pretty_text_keeps_the_order);
  g_test_add_func ("/json/readers-fall-back", test_readers_fall_back);
  g_test_add_func ("/json/no-text-is-written-as-null", test_no_text_is_written_as_null);
  return g_test_run ();
}
