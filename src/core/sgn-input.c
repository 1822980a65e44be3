/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-input.h"

#include "sgn-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

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

static gboolean
set_system_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) cause = NULL;

  g_set_error_literal (&cause, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  set_unreadable (name, cause, error);
  return FALSE;
}

static gboolean
check_size (const char *path, goffset size, guint megabytes, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *there = NULL;

  if (size <= (goffset) megabytes * MEGABYTE)
    return TRUE;

  name = g_filename_display_name (path);
  /* One decimal, rounded up, so that it is never said to be as large as what is allowed. */
  there = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                           (size + MEGABYTE / 10 - 1) / MEGABYTE,
                           (size + MEGABYTE / 10 - 1) % MEGABYTE / (MEGABYTE / 10));
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” has %s MB, and a file may have %u MB at the most. Keep a smaller copy, or "
                  "only the pages that prove it."),
               name, there, megabytes);
  return FALSE;
}

/* What is to be read: @fd is open, and nothing has been read of it. */
static gboolean
check_kind (const char *path, int fd, guint megabytes, GStatBuf *info, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (fstat (fd, info) != 0)
    return set_system_error (path, errno, error);
  if (S_ISDIR (info->st_mode))
    return set_system_error (path, EISDIR, error);
  if (!S_ISREG (info->st_mode)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is a device or a pipe. Choose a file."), name);
    return FALSE;
  }
  return check_size (path, info->st_size, megabytes, error);
}

/* How much was read into @data, which has room for one byte more than the file had; -1 with errno.
 */
static gssize
read_to_end (int fd, guint8 *data, gsize room)
{
  gsize total = 0;

  while (total < room) {
    gssize done = read (fd, data + total, room - total);

    if (done < 0 && errno == EINTR)
      continue;
    if (done < 0)
      return -1;
    if (done == 0)
      break;
    total += (gsize) done;
  }
  return (gssize) total;
}

static gboolean
is_unchanged (int fd, const GStatBuf *before, gssize read)
{
  GStatBuf after;

  return read == before->st_size && fstat (fd, &after) == 0 && after.st_size == before->st_size &&
         after.st_mtim.tv_sec == before->st_mtim.tv_sec &&
         after.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static gboolean
check_read (const char *path, gboolean unchanged, gssize size, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (unchanged && size > 0)
    return TRUE;

  if (!unchanged)
    g_set_error (
      error, SGN_ERROR, SGN_ERROR_UNREADABLE,
      _ ("“%s” changed while it was read. Close the program that writes it and try again."), name);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is empty, so it proves nothing. Choose another file."), name);
  return FALSE;
}

/* @fd: open; stays so */
static GBytes *
read_unchanging (const char *path, int fd, guint megabytes, GError **error)
{
  g_autofree guint8 *data = NULL;
  GStatBuf info;
  gssize size;

  if (!check_kind (path, fd, megabytes, &info, error))
    return NULL;

  data = g_try_malloc ((gsize) info.st_size + 1);
  size = data != NULL ? read_to_end (fd, data, (gsize) info.st_size + 1) : -1;
  if (size < 0) {
    set_system_error (path, data != NULL ? errno : ENOMEM, error);
    return NULL;
  }
  return check_read (path, is_unchanged (fd, &info, size), size, error)
           ? g_bytes_new_take (g_steal_pointer (&data), (gsize) size)
           : NULL;
}

/**
 * sgn_input_read_file:
 * @path: a file name; a symbolic link is followed
 * @megabytes: how large the file may be, in units of 1,000,000 bytes
 * @error: return location; SGN_ERROR_UNREADABLE with the name of the file
 *
 * Never waits for a pipe or a device.
 *
 * Returns: (transfer full): all bytes of the file, or %NULL
 */
GBytes *
sgn_input_read_file (const char *path, guint megabytes, GError **error)
{
  int fd;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  if (fd < 0) {
    set_system_error (path, errno, error);
    return NULL;
  }

  bytes = read_unchanging (path, fd, megabytes, error);
  close (fd);
  return g_steal_pointer (&bytes);
}
