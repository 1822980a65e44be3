/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-json-place.h"

#include "sgn-json.h"

#include <string.h>

static const char *
skip_space (const char *at)
{
  return at + strspn (at, " \t\r\n");
}

/* @at: the opening quote */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '\0' && *at != '"'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;
  return *at == '"' ? at + 1 : at;
}

/* Behind the value that begins at @at. */
static const char *
skip_value (const char *at)
{
  guint depth = 0;

  do {
    if (*at == '"') {
      at = skip_string (at);
    } else if (*at == '{' || *at == '[') {
      depth++;
      at++;
    } else if (*at == '}' || *at == ']') {
      depth--;
      at++;
    } else if (depth > 0 || strchr (",}] \t\r\n", *at) == NULL) {
      at++;
    }
  } while (*at != '\0' && (depth > 0 || strchr (",}] \t\r\n", *at) == NULL));
  return at;
}

/* Whether the quoted key at @at says @key. */
static gboolean
is_key (const char *at, const char *key)
{
  gsize size = (gsize) (skip_string (at) - at);
  g_autoptr (json_t) read = json_loadb (at, size, JSON_DECODE_ANY, NULL);

  return g_strcmp0 (json_string_value (read), key) == 0;
}

/* (nullable): the value at @step of the object or list that begins at @at */
static const char *
step_down (const char *at, const char *step)
{
  const gboolean in_object = *at == '{';
  guint64 wanted = g_ascii_strtoull (step, NULL, 10);

  if (*at != '{' && *at != '[')
    return NULL;

  at = skip_space (at + 1);
  for (guint64 i = 0; *at != '\0' && *at != '}' && *at != ']'; i++) {
    gboolean found = in_object ? is_key (at, step) : i == wanted;

    if (in_object) {
      at = skip_space (skip_string (at));
      at = skip_space (*at == ':' ? at + 1 : at);
    }
    if (found)
      return at;
    at = skip_space (skip_value (at));
    if (*at == ',')
      at = skip_space (at + 1);
  }
  return NULL;
}

/* One step of a pointer, unescaped as RFC 6901 asks. */
static char *
read_step (const char *step)
{
  g_autofree char *slashes = NULL;
  g_auto (GStrv) parts = g_strsplit (step, "~1", -1);
  g_auto (GStrv) again = NULL;

  slashes = g_strjoinv ("/", parts);
  again = g_strsplit (slashes, "~0", -1);
  return g_strjoinv ("~", again);
}

/**
 * sgn_json_find_place:
 * @text: a well-formed JSON text
 * @pointer: a JSON pointer (RFC 6901); the empty one names the whole
 * @line: (out): the line, from 1
 * @column: (out): the character of that line, from 1
 *
 * Finds the value that @pointer names. When it is not there, the place is that of the deepest value
 * around it that is: where a missing key belongs.
 */
void
sgn_json_find_place (const char *text, const char *pointer, guint *line, guint *column)
{
  g_auto (GStrv) steps = NULL;
  const char *at;
  const char *start = text;

  g_return_if_fail (text != NULL && pointer != NULL && line != NULL && column != NULL);

  steps = g_strsplit (pointer, "/", -1);
  at = skip_space (text);
  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++) {
    g_autofree char *step = read_step (steps[i]);
    const char *next = step_down (at, step);

    if (next == NULL)
      break;
    at = next;
  }

  *line = 1;
  for (const char *c = text; c < at; c++)
    if (*c == '\n') {
      ++*line;
      start = c + 1;
    }
  *column = (guint) g_utf8_pointer_to_offset (start, at) + 1;
}
