/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-data-dir.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

static void
test_environment_wins (void)
{
  g_autofree char *data = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *locale = NULL;

  g_setenv ("SENGEN_DATA_DIR", "/some/where", TRUE);
  g_setenv ("SENGEN_SAMPLE_DIR", "/else/where", TRUE);
  g_setenv ("SENGEN_LOCALE_DIR", "/words/where", TRUE);
  data = sgn_data_dir ();
  sample = sgn_sample_dir ();
  locale = sgn_locale_dir ();
  g_assert_cmpstr (locale, ==, "/words/where");
  g_assert_cmpstr (data, ==, "/some/where");
  g_assert_cmpstr (sample, ==, "/else/where");
}

static void
test_build_folder_finds_the_source_tree (void)
{
  g_autofree char *data = NULL;
  g_autofree char *sample = NULL;
  g_autofree char *locale = NULL;

  g_unsetenv ("SENGEN_LOCALE_DIR");
  g_unsetenv ("SENGEN_DATA_DIR");
  g_setenv ("SENGEN_SAMPLE_DIR", "", TRUE);
  data = sgn_data_dir ();
  sample = sgn_sample_dir ();
  locale = sgn_locale_dir ();
  g_assert_cmpstr (locale, ==, BUILD_ROOT "/po");
  g_assert_cmpstr (data, ==, SOURCE_DATA_DIR);
  g_assert_cmpstr (sample, ==, BUILD_ROOT "/data/samples/hinata/evidence");
}

/* Run as --installed: outside the build folder. */
static int
check_installed (void)
{
  g_autofree char *data = sgn_data_dir ();
  g_autofree char *sample = sgn_sample_dir ();
  g_autofree char *locale = sgn_locale_dir ();

  g_assert_cmpstr (locale, ==, LOCALEDIR);
  g_assert_cmpstr (data, ==, PKGDATADIR);
  g_assert_cmpstr (sample, ==, PKGDATADIR "/samples/hinata/evidence");
  return 0;
}

static void
test_other_places_find_the_installed_data (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-data-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "test", NULL);
  g_autofree char *program = NULL;
  gsize size;
  int status = -1;
  char *words[] = { copy, (char *) "--installed", NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;

  environment = g_environ_unsetenv (environment, "SENGEN_DATA_DIR");
  environment = g_environ_unsetenv (environment, "SENGEN_SAMPLE_DIR");
  environment = g_environ_unsetenv (environment, "SENGEN_LOCALE_DIR");
  g_assert_true (g_file_get_contents ("/proc/self/exe", &program, &size, NULL));
  g_assert_true (
    g_file_set_contents_full (copy, program, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_spawn_sync (NULL, words, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_unlink (copy);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  if (argc > 1 && g_str_equal (argv[1], "--installed"))
    return check_installed ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-dir/environment-wins", test_environment_wins);
  g_test_add_func ("/data-dir/build-folder-finds-the-source-tree",
                   test_build_folder_finds_the_source_tree);
  g_test_add_func ("/data-dir/other-places-find-the-installed-data",
                   test_other_places_find_the_installed_data);
  return g_test_run ();
}
