/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-own-folder.h"

#include <glib/gi18n-lib.h>

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
