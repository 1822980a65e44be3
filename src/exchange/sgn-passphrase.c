/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-passphrase-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-error.h"

/* What some editors begin a file of UTF-8 with; it is no part of the text. */
#define MARK "\xef\xbb\xbf"

/* A passphrase is a sentence or two, not a file taken by mistake. */
#define MOST_BYTES 1024

static SgnPassphrase *
passphrase_new (const char *text)
{
  SgnPassphrase *self = NULL;
  gsize length = strlen (text);

  if (sodium_init () < 0)
    return NULL;
  self = sodium_malloc (sizeof *self);
  if (self == NULL)
    return NULL;
  self->text = sodium_malloc (length + 1);
  if (self->text == NULL) {
    sodium_free (self);
    return NULL;
  }
  memcpy (self->text, text, length + 1);
  self->length = length;
  return self;
}

/* Always FALSE. */
static gboolean
fail_line (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                       _ ("The passphrase is not one line of text. Type it as one line, or save "
                          "its file as UTF-8."));
  return FALSE;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > MOST_BYTES ||
      strpbrk (text, "\r\n") != NULL)
    return fail_line (error);
  if (g_utf8_strlen (text, -1) >= SGN_PASSPHRASE_LEAST)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("The passphrase is too short. Use %d characters or more."), SGN_PASSPHRASE_LEAST);
  return FALSE;
}

/**
 * sgn_passphrase_new:
 * @text: as typed
 * @error: return location: %SGN_ERROR_INVALID when it is too short or not one line of text
 *
 * The same characters count as the same, however a keyboard composes them (NFC).
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
SgnPassphrase *
sgn_passphrase_new (const char *text, GError **error)
{
  SgnPassphrase *self = NULL;
  char *composed = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, error))
    return NULL;
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  self = passphrase_new (composed);
  sgn_passphrase_forget (composed);
  if (self == NULL)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_FAILED,
                         _ ("There is not enough memory for the passphrase. Close other "
                            "programs."));
  return self;
}

void
sgn_passphrase_free (SgnPassphrase *self)
{
  if (self == NULL)
    return;

  sodium_free (self->text);
  sodium_free (self);
}

void
sgn_passphrase_forget (char *text)
{
  if (text != NULL)
    sodium_memzero (text, strlen (text));
  g_free (text);
}

/* The beginning of a file, unbuffered so that no other memory holds it; -1 when it cannot be read.
 */
static gssize
read_beginning (const char *path, char *buffer, gsize size)
{
  FILE *file = g_fopen (path, "rbe");
  gsize length = 0;
  gboolean read = FALSE;

  if (file == NULL)
    return -1;
  setvbuf (file, NULL, _IONBF, 0);
  length = fread (buffer, 1, size, file);
  read = !ferror (file);
  fclose (file);
  return read ? (gssize) length : -1;
}

/* @text: ends with a zero. A zero inside is no text: the file is UTF-16, or no text file at all. */
static char *
take_first_line (char *text, gsize length, GError **error)
{
  char *line = g_str_has_prefix (text, MARK) ? text + strlen (MARK) : text;
  gboolean is_text = strlen (text) == length;

  line[strcspn (line, "\r\n")] = '\0';
  return (is_text ? check_text (line, error) : fail_line (error)) ? g_strdup (line) : NULL;
}

/**
 * sgn_passphrase_read:
 * @path: a file with the passphrase in its first line
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_INVALID
 *
 * The end of the line does not count, nor the mark some editors begin a file with: it is the
 * passphrase that somebody would type.
 *
 * Returns: (transfer full) (nullable): the passphrase; end with sgn_passphrase_forget()
 */
char *
sgn_passphrase_read (const char *path, GError **error)
{
  char buffer[sizeof MARK + MOST_BYTES + 2] = "";
  gssize length = read_beginning (path, buffer, sizeof buffer - 1);
  char *text = NULL;

  if (length >= 0) {
    text = take_first_line (buffer, (gsize) length, error);
  } else {
    g_autofree char *name = g_filename_display_name (path);

    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The file “%s” with the passphrase cannot be read. Check its name and folder."),
                 name);
  }
  sodium_memzero (buffer, sizeof buffer);
  return text;
}
