/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-file-name.h"

#include <string.h>

/* In bytes of UTF-8: the shortest limit of all systems (255), less room for a number. */
#define LONGEST 240
#define LONGEST_ENDING 20
/* Of a name that is made up here: it is to be read at a glance. */
#define LONGEST_STEM 180

static gboolean
is_forbidden (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0xfffd ||
         (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069) ||
         (character < 0x80 && strchr ("<>:\"/\\|?*", (int) character) != NULL);
}

static char *
replace_forbidden (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    g_string_append_unichar (text, is_forbidden (character) ? '_' : character);
  }
  return g_string_free (text, FALSE);
}

/* Windows opens a device instead of a file of such a name, whatever its ending. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  gsize length = strcspn (name, ". ");
  g_autofree char *stem = g_ascii_strdown (name, (gssize) length);

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++) {
    if (!g_str_has_prefix (stem, devices[i]))
      continue;
    if (i < 4 ? length == 3 : length == 4 && g_ascii_isdigit (stem[3]))
      return TRUE;
  }
  return FALSE;
}

/* The last dot that begins an ending; the end of @name when there is none. */
static const char *
find_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strlen (dot) <= LONGEST_ENDING ? dot : name + strlen (name);
}

/* Cuts the stem, never a character in two, and keeps the ending. */
static char *
shorten (const char *name)
{
  const char *ending = find_ending (name);
  const char *end = ending;

  while (end > name && (gsize) (end - name) + strlen (ending) > LONGEST)
    end = g_utf8_find_prev_char (name, end);
  return g_strdup_printf ("%.*s%s", (int) (end - name), name, ending);
}

/**
 * sgn_file_name_make_safe:
 * @name: any text, such as the name a file once had on another computer
 *
 * Returns: (transfer full): a name for a file in any folder of any system
 */
char *
sgn_file_name_make_safe (const char *name)
{
  g_autofree char *clean = NULL;
  g_autofree char *guarded = NULL;
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);

  clean = replace_forbidden (name);
  g_strstrip (clean);
  for (length = strlen (clean); length > 0 && strchr (". ", clean[length - 1]) != NULL; length--)
    clean[length - 1] = '\0';

  guarded =
    g_strconcat (*clean == '\0' || strchr (".-~", *clean) != NULL || is_device (clean) ? "_" : "",
                 clean, NULL);
  return shorten (guarded);
}

static gboolean
take (GHashTable *taken, const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_hash_table_add (taken, g_utf8_casefold (normal, -1));
}

/**
 * sgn_file_name_make_free:
 * @name: as for sgn_file_name_make_safe()
 * @taken: (element-type utf8): a set of keys with %g_free, at first empty
 *
 * Returns: (transfer full): the name, with “ (2)” before its ending when it is the second
 */
char *
sgn_file_name_make_free (const char *name, GHashTable *taken)
{
  g_autofree char *safe = sgn_file_name_make_safe (name);
  const char *ending = find_ending (safe);

  if (take (taken, safe))
    return g_steal_pointer (&safe);

  for (guint number = 2;; number++) {
    g_autofree char *numbered =
      g_strdup_printf ("%.*s (%u)%s", (int) (ending - safe), safe, number, ending);

    if (take (taken, numbered))
      return g_steal_pointer (&numbered);
  }
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

    if (name->len + 4 > LONGEST_STEM)
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
