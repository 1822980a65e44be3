/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pages.h"
#include "sgn-pdf-xmp.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "sgn-error.h"

#define MAX_ATTACHMENT (64 * 1024 * 1024)

static qpdf_oh
get_key (qpdf_data qpdf, qpdf_oh object, const char *key)
{
  return qpdf_oh_get_key_if_dict (qpdf, object, key);
}

/* (nullable): 64 hexadecimal digits after our prefix */
static char *
read_hash (qpdf_data qpdf, qpdf_oh specification)
{
  qpdf_oh description = get_key (qpdf, specification, "/Desc");
  const char *text =
    qpdf_oh_is_string (qpdf, description) ? qpdf_oh_get_utf8_value (qpdf, description) : NULL;
  const char *hash = NULL;

  if (text != NULL && g_str_has_prefix (text, SGN_PDF_RECORD_PREFIX))
    hash = text + strlen (SGN_PDF_RECORD_PREFIX);
  if (hash == NULL || strlen (hash) != 64 || strspn (hash, "0123456789abcdef") != 64)
    return NULL;
  return g_strdup (hash);
}

static GBytes *
read_stream (qpdf_data qpdf, qpdf_oh specification)
{
  qpdf_oh stream = get_key (qpdf, get_key (qpdf, specification, "/EF"), "/F");
  unsigned char *data = NULL;
  size_t size = 0;
  GBytes *bytes = NULL;
  QPDF_ERROR_CODE code;

  if (!qpdf_oh_is_stream (qpdf, stream))
    return NULL;
  code = qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_generalized, NULL, &data, &size);
  if (code == QPDF_SUCCESS && size <= MAX_ATTACHMENT)
    bytes = g_bytes_new (data, size);
  free (data); /* there may be some in spite of an error */
  return bytes;
}

/* The first attachment that carries a record hash. */
static GBytes *
find_record (qpdf_data qpdf, char **hash)
{
  qpdf_oh associated = get_key (qpdf, qpdf_get_root (qpdf), "/AF");
  int n = qpdf_oh_is_array (qpdf, associated) ? qpdf_oh_get_array_n_items (qpdf, associated) : 0;

  for (int i = 0; i < n; i++) {
    qpdf_oh specification = qpdf_oh_get_array_item (qpdf, associated, i);
    g_autofree char *found = read_hash (qpdf, specification);
    GBytes *bytes = found != NULL ? read_stream (qpdf, specification) : NULL;
    if (bytes != NULL) {
      *hash = g_steal_pointer (&found);
      return bytes;
    }
  }
  return NULL;
}

static GBytes *
read_pdf (qpdf_data qpdf, GBytes *pdf, char **hash)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  if (size == 0 || qpdf_read_memory (qpdf, "pdf", data, size, NULL) != QPDF_SUCCESS)
    return NULL;
  return find_record (qpdf, hash);
}

/**
 * sgn_pdf_get_attachment:
 * @pdf: a file
 * @record_hash: (out) (optional): the hash of the record the sheet was made from, as the sheet
 *   carries it; compare it with the digest of what is returned
 * @error: return location
 *
 * Reads the record behind a sheet back.
 *
 * Returns: (transfer full) (nullable): the attached JSON; NULL with SGN_ERROR_UNREADABLE when the
 *   file is damaged or was not written by this program
 */
GBytes *
sgn_pdf_get_attachment (GBytes *pdf, char **record_hash, GError **error)
{
  qpdf_data qpdf;
  g_autofree char *hash = NULL;
  GBytes *bytes;

  g_return_val_if_fail (pdf != NULL, NULL);

  qpdf = qpdf_init ();
  bytes = read_pdf (qpdf, pdf, &hash);
  if (qpdf_has_error (qpdf))
    qpdf_get_error (qpdf); /* taken note of: qpdf speaks up about errors nobody asked for */
  qpdf_cleanup (&qpdf);
  if (bytes == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                         _ ("This PDF carries no record of Sengen. Choose one that this program "
                            "wrote and nobody changed."));
    return NULL;
  }
  if (record_hash != NULL)
    *record_hash = g_steal_pointer (&hash);
  return bytes;
}
