/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

/* Reading: strict JSON (no duplicate keys, UTF-8, depth and size limits). Errors are
 * SGN_ERROR_UNREADABLE and name the file, the line and column, or the JSON pointer. */
json_t *sgn_json_load_bytes (GBytes *bytes, const char *name, GError **error);
json_t *sgn_json_load_file (const char *path, GError **error);
/* The bytes of a file that is meant to be JSON, for sgn_json_load_bytes(). */
GBytes *sgn_json_read_file (const char *path, GError **error);

/* Writing: canonical = sorted keys, no spaces, UTF-8 unescaped; the form that is hashed. */
char *sgn_json_to_canonical (const json_t *json);
char *sgn_json_to_pretty (const json_t *json);

/* Small readers for values of which the kind is known; NULL / @fallback when absent or of another
 * kind. */
const char *sgn_json_string (const json_t *object, const char *key);
gint64 sgn_json_integer (const json_t *object, const char *key, gint64 fallback);
gboolean sgn_json_boolean (const json_t *object, const char *key);

/* Setters that write JSON null for NULL. */
void sgn_json_set_string (json_t *object, const char *key, const char *value);
void sgn_json_set_integer (json_t *object, const char *key, gint64 value);

G_END_DECLS
