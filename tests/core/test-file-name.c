/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-file-name.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_a_name_is_safe_everywhere (void)
{
  static const struct {
    const char *name;
    const char *safe;
  } cases[] = {
    { "機器一覧.csv", "機器一覧.csv" },
    { "a b (1).pdf", "a b (1).pdf" },
    { "../../etc/passwd", "_.._.._etc_passwd" },
    { "..", "_" },
    { ".", "_" },
    { "", "_" },
    { "   ", "_" },
    { ".hidden", "_.hidden" },
    { "-rf", "_-rf" },
    { "a/b\\c:d*e?f\"g<h>i|j.txt", "a_b_c_d_e_f_g_h_i_j.txt" },
    { "a\nb\tc.txt", "a_b_c.txt" },
    { "a. . .", "a" },
    { "con", "_con" },
    { "CON.txt", "_CON.txt" },
    { "nul .txt", "_nul .txt" },
    { "Com1.log", "_Com1.log" },
    { "lpt9", "_lpt9" },
    { "common.txt", "common.txt" },
    { "com10.txt", "com10.txt" },
    { "console.txt", "console.txt" },
    { "photo\u202Egpj.exe.txt", "photo_gpj.exe.txt" },
    { "a\x93\xfa.txt", "a__.txt" },
    { "葛\U000E0100城.txt", "葛\U000E0100城.txt" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *safe = sgn_file_name_make_safe (cases[i].name);

    g_assert_cmpstr (safe, ==, cases[i].safe);
  }
}

static void
test_a_long_name_is_cut_between_characters (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *safe = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (name, "長");
  g_string_append (name, ".xlsx");
  safe = sgn_file_name_make_safe (name->str);

  g_assert_cmpuint (strlen (safe), <=, 240);
  g_assert_cmpuint (strlen (safe), >, 230);
  g_assert_true (g_utf8_validate (safe, -1, NULL));
  g_assert_true (g_str_has_suffix (safe, "長.xlsx"));
}

static void
test_the_second_of_a_name_gets_a_number (void)
{
  static const char *const names[][2] = {
    { "a.txt", "a.txt" },
    { "a.txt", "a (2).txt" },
    { "A.TXT", "A (3).TXT" },
    { "a (2).txt", "a (2) (2).txt" },
    { "b", "b" },
    { "b", "b (2)" },
    { "が.png", "が.png" },
    { "か\u3099.png", "か\u3099 (2).png" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *free_name = sgn_file_name_make_free (names[i][0], taken);

    g_assert_cmpstr (free_name, ==, names[i][1]);
  }
}

static const struct {
  const char *text;
  const char *name;
} names[] = {
  { "株式会社ひなた精工（見本）", "株式会社ひなた精工（見本）" },
  { "A/B: C?", "A_B_ C" },
  { "  ..hidden", "hidden" },
  { "a\tb\nc", "a_b_c" },
  { "...", "Company" },
  { "", "Company" },
  { "葛󠄀城 𠮷", "葛󠄀城 𠮷" },
};

static void
test_a_made_name_is_safe_everywhere (void)
{
  g_autofree char *huge = g_strnfill (1000, 'x');
  g_autofree char *cut = sgn_file_name_make (huge, "Company");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = sgn_file_name_make (names[i].text, "Company");

    g_assert_cmpstr (name, ==, names[i].name);
  }
  g_assert_cmpuint (strlen (cut), <, 200);
}

static void
test_a_file_that_is_there_is_never_named (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-XXXXXX", NULL);
  g_autofree char *first = sgn_file_name_find_free (folder, "A", "sengen");
  g_autofree char *second = NULL;

  g_assert_true (g_str_has_suffix (first, "/A.sengen"));
  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  second = sgn_file_name_find_free (folder, "A", "sengen");
  g_assert_true (g_str_has_suffix (second, "/A 2.sengen"));
  g_assert_cmpint (g_unlink (first), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-name/a-name-is-safe-everywhere", test_a_name_is_safe_everywhere);
  g_test_add_func ("/file-name/a-long-name-is-cut-between-characters",
                   test_a_long_name_is_cut_between_characters);
  g_test_add_func ("/file-name/the-second-of-a-name-gets-a-number",
                   test_the_second_of_a_name_gets_a_number);
  g_test_add_func ("/file-name/a-made-name-is-safe-everywhere",
                   test_a_made_name_is_safe_everywhere);
  g_test_add_func ("/file-name/a-file-that-is-there-is-never-named",
                   test_a_file_that_is_there_is_never_named);

  return g_test_run ();
}
