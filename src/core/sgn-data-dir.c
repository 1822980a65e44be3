/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-data-dir.h"

#include <stdlib.h>

/* (nullable): the folder the environment names */
static char *
from_environment (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/* Whether the running program lies in the build folder: then nothing needs to be installed. */
static gboolean
runs_uninstalled (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *root = realpath (BUILD_ROOT, NULL);

  if (program == NULL || root == NULL || !g_str_has_prefix (program, root))
    return FALSE;
  return program[strlen (root)] == G_DIR_SEPARATOR;
}

/**
 * sgn_data_dir:
 *
 * Returns: (transfer full): the folder with catalogues/, documents/, mappings/ and samples/
 */
char *
sgn_data_dir (void)
{
  char *named = from_environment ("SENGEN_DATA_DIR");

  if (named != NULL)
    return named;
  return g_strdup (runs_uninstalled () ? SOURCE_DATA_DIR : PKGDATADIR);
}

/**
 * sgn_sample_dir:
 *
 * Returns: (transfer full): the folder with the evidence files of the sample company, which the
 *   build makes; SENGEN_SAMPLE_DIR names another one
 */
char *
sgn_sample_dir (void)
{
  char *named = from_environment ("SENGEN_SAMPLE_DIR");
  const char *root;

  if (named != NULL)
    return named;
  root = runs_uninstalled () ? BUILD_ROOT "/data" : PKGDATADIR;
  return g_build_filename (root, "samples", "hinata", "evidence", NULL);
}

/**
 * sgn_locale_dir:
 *
 * Returns: (transfer full): the folder with the translations of the window and of messages;
 *   SENGEN_LOCALE_DIR names another one
 */
char *
sgn_locale_dir (void)
{
  char *named = from_environment ("SENGEN_LOCALE_DIR");

  if (named != NULL)
    return named;
  return g_strdup (runs_uninstalled () ? BUILD_ROOT "/po" : LOCALEDIR);
}
