/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-own-folder.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-file-name.h"

#define EXTENSION "sengen"

/**
 * sgn_own_folder_find_place:
 * @company: name of a company, as typed
 *
 * Returns: (transfer full): a free path in the user's data folder
 */
char *
sgn_own_folder_find_place (const char *company)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "sengen", NULL);
  g_autofree char *name = sgn_file_name_make (company, _ ("Company"));

  g_mkdir_with_parents (folder, 0700);
  return sgn_file_name_find_free (folder, name, EXTENSION);
}

static gboolean
can_write_into (const char *folder)
{
  return g_access (folder, W_OK | X_OK) == 0;
}

/**
 * sgn_own_folder_find_place_beside:
 * @path: a company file
 *
 * Returns: (transfer full): a free path that is called after @path and lies beside it, or in the
 *   user's data folder where nothing can be written beside it
 */
char *
sgn_own_folder_find_place_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *stem = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  stem = g_str_has_suffix (base, "." EXTENSION)
           ? g_strndup (base, strlen (base) - strlen ("." EXTENSION))
           : g_strdup (base);
  /* Translators: name of a file; %s is the name of the file that a backup stands in for */
  words = g_strdup_printf (_ ("%s from a backup"), stem);
  if (!can_write_into (folder))
    return sgn_own_folder_find_place (words);
  name = sgn_file_name_make (words, _ ("Company"));
  return sgn_file_name_find_free (folder, name, EXTENSION);
}

/**
 * sgn_own_folder_dup_place:
 * @file: a company file
 *
 * Returns: (transfer full): where it lies, to be shown
 */
char *
sgn_own_folder_dup_place (GFile *file)
{
  g_autofree char *own_path = g_build_filename (g_get_user_data_dir (), "sengen", NULL);
  g_autoptr (GFile) own = g_file_new_for_path (own_path);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *below = g_file_get_relative_path (own, file);
  g_autofree char *shown = below != NULL ? g_filename_display_name (below) : NULL;

  if (shown != NULL)
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_ ("Sengen’s own folder ・ %s"), shown);
  below = g_file_get_relative_path (home, file);
  return below != NULL ? g_filename_display_name (below) : g_file_get_parse_name (file);
}

/**
 * sgn_own_folder_find_sample_place:
 *
 * Returns: (transfer full): a free path in the user's cache
 */
char *
sgn_own_folder_find_sample_place (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "sengen", "samples", NULL);
  g_autofree char *name = sgn_file_name_make (_ ("Sample company"), "sample");

  g_mkdir_with_parents (folder, 0700);
  return sgn_file_name_find_free (folder, name, EXTENSION);
}
