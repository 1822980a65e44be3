/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-input.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

#define CHUNK (64 * 1024)
#define MEGABYTE (1000 * 1000)

/* Reads no more than one chunk over @limit, so that an endless device cannot fill the memory. */
static GBytes *
read_limited (const char *path, gsize limit, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  gsize done = CHUNK;

  if (stream == NULL)
    return NULL;

  while (done == CHUNK && bytes->len <= limit) {
    guint old = bytes->len;

    g_byte_array_set_size (bytes, old + CHUNK);
    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + old, CHUNK, &done, NULL,
                                  error))
      return NULL;
    g_byte_array_set_size (bytes, old + (guint) done);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What people can do about the three causes that happen; the others are named as the system does.
 */
static void
set_unreadable (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is not there. Check its name and folder."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("You may not read “%s”. Ask for permission or choose another file."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is a folder. Choose a file in it."), name);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” cannot be read (%s). Choose another file."), name, cause->message);
}

/**
 * sgn_input_read:
 * @path: a file name
 * @megabytes: how large the file may be, in units of 1,000,000 bytes
 * @error: return location; SGN_ERROR_UNREADABLE with the name of the file
 *
 * Also reads pipes; a device without an end is refused as too large.
 *
 * Returns: (transfer full): all bytes of the file, or %NULL
 */
GBytes *
sgn_input_read (const char *path, guint megabytes, GError **error)
{
  const gsize limit = (gsize) megabytes * MEGABYTE;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  bytes = read_limited (path, limit, &cause);
  if (bytes == NULL) {
    set_unreadable (name, cause, error);
    return NULL;
  }
  if (g_bytes_get_size (bytes) > limit) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is larger than %u MB. Choose the right file, or a smaller one."), name,
                 megabytes);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}
