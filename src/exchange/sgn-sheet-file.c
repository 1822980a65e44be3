/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-file.h"

#include <string.h>

#include "sgn-fault.h"

/**
 * sgn_sheet_form_load:
 * @data_dir: the folder with sheets/, such as sgn_data_dir() gives
 * @error: return location; SGN_ERROR_UNREADABLE
 *
 * Returns: (transfer full): how a customer's sheet looks by default, or NULL
 */
json_t *
sgn_sheet_form_load (const char *data_dir, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  path = g_build_filename (data_dir, "sheets", "customer.json", NULL);
  return sgn_json_load_file (path, error);
}

gboolean
sgn_sheet_file_is_json (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize i = size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (i < size && g_ascii_isspace (data[i]))
    i++;
  return i < size && data[i] == '{';
}

static SgnCatalogue *
load_json (GBytes *bytes, const char *name, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) found = sgn_catalogue_find_faults (bytes, name, error);

  if (found == NULL)
    return NULL;
  if (found->len == 0)
    return sgn_catalogue_new_from_bytes (bytes, name, error);

  g_ptr_array_extend_and_steal (faults, g_steal_pointer (&found));
  return NULL;
}

static SgnCatalogue *
load_table (GBytes *bytes,
            const char *name,
            const SgnSheetWords *words,
            GPtrArray *faults,
            GError **error)
{
  g_autoptr (json_t) json = sgn_sheet_read (bytes, name, words, faults, error);
  g_autofree char *text = json != NULL ? sgn_json_to_canonical (json) : NULL;
  g_autoptr (GBytes) made = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;

  return made != NULL ? sgn_catalogue_new_from_bytes (made, name, error) : NULL;
}

/**
 * sgn_sheet_file_load:
 * @bytes: a catalogue as JSON, or a table of questions as CSV or XLSX
 * @name: the name of the file
 * @words: what a table does not say of itself
 * @faults: (nullable) (element-type SgnFault): where all that is wrong is put
 * @error: return location; SGN_ERROR_UNREADABLE
 *
 * Returns: (transfer full) (nullable): the catalogue; NULL with @error
 */
SgnCatalogue *
sgn_sheet_file_load (GBytes *bytes,
                     const char *name,
                     const SgnSheetWords *words,
                     GPtrArray *faults,
                     GError **error)
{
  g_autoptr (GPtrArray) own = sgn_faults_new ();
  GPtrArray *found = faults != NULL ? faults : own;
  SgnCatalogue *catalogue;

  g_return_val_if_fail (bytes != NULL && name != NULL && words != NULL, NULL);

  catalogue = sgn_sheet_file_is_json (bytes) ? load_json (bytes, name, found, error)
                                             : load_table (bytes, name, words, found, error);
  if (catalogue == NULL && found->len > 0)
    sgn_faults_set_error (found, name, error);
  return catalogue;
}
