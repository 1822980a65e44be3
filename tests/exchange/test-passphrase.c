/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sgn-error.h"

static const struct {
  const char *name;
  const char *content;
  const char *text; /* NULL: refused */
} files[] = {
  { "one-line", "correct horse\n", "correct horse" },
  { "no-line-end", "correct horse", "correct horse" },
  { "windows-line-end", "correct horse\r\nsecond line", "correct horse" },
  { "mark-of-an-editor",
    "\xef\xbb\xbf"
    "correct horse\r\n",
    "correct horse" },
  { "mark-and-nothing",
    "\xef\xbb\xbf"
    "\n",
    NULL },
  { "mark-does-not-count",
    "\xef\xbb\xbf"
    "seven_7",
    NULL },
  { "spaces-count", "  correct horse  \n", "  correct horse  " },
  { "japanese", "ひみつのことばです\n", "ひみつのことばです" },
  { "eight-characters", "ああああああああ", "ああああああああ" },
  { "seven-characters", "あああああああ", NULL },
  { "empty", "", NULL },
  { "empty-first-line", "\ncorrect horse\n", NULL },
  { "not-utf8", "\x83\x65\x83\x58\x83\x67\x83\x65\x83\x58", NULL },
};

static void
test_the_first_line_of_a_file (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("sengen-XXXXXX", &path, NULL);
  char *text = NULL;

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, files[index].content, -1, NULL));
  text = sgn_passphrase_read (path, &error);
  g_assert_cmpstr (text, ==, files[index].text);
  if (text == NULL)
    g_assert_error (error, SGN_ERROR, SGN_ERROR_INVALID);
  sgn_passphrase_forget (text);
  g_unlink (path);
}

/* "correct horse" and a line end in UTF-16 */
static void
test_a_file_of_utf16_is_refused (void)
{
  const char bytes[] = "c\0o\0r\0r\0e\0c\0t\0 \0h\0o\0r\0s\0e\0\n";
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("sengen-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, sizeof bytes, NULL));
  g_assert_null (sgn_passphrase_read (path, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  g_unlink (path);
}

static void
test_a_file_that_is_not_there_is_said (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_passphrase_read ("/nowhere/passphrase", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

static void
test_a_whole_file_is_no_passphrase (void)
{
  g_autofree char *text = g_strnfill (2000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_passphrase_new (text, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_strconcat ("/passphrase/file/", files[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_the_first_line_of_a_file);
  }
  g_test_add_func ("/passphrase/a-file-of-utf16-is-refused", test_a_file_of_utf16_is_refused);
  g_test_add_func ("/passphrase/a-file-that-is-not-there-is-said",
                   test_a_file_that_is_not_there_is_said);
  g_test_add_func ("/passphrase/a-whole-file-is-no-passphrase", test_a_whole_file_is_no_passphrase);

  return g_test_run ();
}
