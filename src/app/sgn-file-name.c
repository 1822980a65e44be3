/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-file-name.h"

#include <string.h>

/* Most systems allow 255 bytes; some room stays for a number and the ending. */
#define MAX_BYTES 180

static gboolean
is_forbidden (gunichar c)
{
  return g_unichar_iscntrl (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL);
}

static void
trim_end (GString *name)
{
  while (name->len > 0 && strchr (". _", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

/**
 * sgn_file_name_make:
 * @text: what the file is about, as typed
 * @fallback: the name when nothing is left
 *
 * What some file system forbids becomes an underscore; dots and spaces at the ends are left out.
 *
 * Returns: (transfer full): a name without ending
 */
char *
sgn_file_name_make (const char *text, const char *fallback)
{
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);
  g_return_val_if_fail (fallback != NULL, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (name->len + 4 > MAX_BYTES)
      break;
    if (name->len == 0 && (c == '.' || g_unichar_isspace (c)))
      continue;
    g_string_append_unichar (name, is_forbidden (c) ? '_' : c);
  }
  trim_end (name);
  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : g_strdup (fallback);
}

/**
 * sgn_file_name_find_free:
 * @folder: where the file will lie
 * @name: its name without ending
 * @extension: its ending without the dot
 *
 * Returns: (transfer full): the first path of NAME.EXTENSION, NAME 2.EXTENSION … that is free
 */
char *
sgn_file_name_find_free (const char *folder, const char *name, const char *extension)
{
  g_return_val_if_fail (folder != NULL && name != NULL && extension != NULL, NULL);

  for (guint n = 1;; n++) {
    g_autofree char *file = n == 1 ? g_strdup_printf ("%s.%s", name, extension)
                                   : g_strdup_printf ("%s %u.%s", name, n, extension);
    g_autofree char *path = g_build_filename (folder, file, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&path);
  }
}
