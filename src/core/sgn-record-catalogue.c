/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record-private.h"

#include "sgn-fields-private.h"

#include <string.h>

/* The one column of a row, beside its id. */
typedef struct {
  char *text;
} Words;

static const SgnField fields[] = {
  { "text", G_STRUCT_OFFSET (Words, text), SGN_FIELD_TEXT },
  { NULL },
};

/**
 * sgn_catalogue_to_row:
 * @catalogue: one of the company's own guidelines
 *
 * Returns: (transfer full): the row of kind catalogue
 */
json_t *
sgn_catalogue_to_row (const SgnCatalogue *catalogue)
{
  g_autoptr (json_t) json = NULL;
  g_autofree char *text = NULL;
  json_t *row = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  json = sgn_catalogue_to_json (catalogue);
  text = sgn_json_to_canonical (json);
  row = json_object ();
  sgn_json_set_string (row, "text", text);
  return row;
}

gboolean
sgn_catalogue_read_row (const char *id, const json_t *row, SgnCatalogue **catalogue, GError **error)
{
  Words words = { NULL };
  gboolean read = sgn_fields_read (fields, SGN_KIND_CATALOGUE, row, &words, error);
  g_autofree char *text = words.text;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  if (!read)
    return FALSE;

  bytes = g_bytes_new (text, strlen (text));
  *catalogue = sgn_catalogue_new_from_bytes (bytes, id, &cause);
  if (*catalogue == NULL)
    g_warning ("%s", cause->message);
  return TRUE;
}
