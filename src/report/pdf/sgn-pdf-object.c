/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-object.h"

#include <stdlib.h>

#define MAX_PAGE_DEPTH 32

qpdf_oh
sgn_pdf_new_stream (qpdf_data qpdf, GBytes *bytes)
{
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);

  sgn_pdf_replace_stream (qpdf, stream, bytes);
  return stream;
}

void
sgn_pdf_replace_stream (qpdf_data qpdf, qpdf_oh stream, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  qpdf_oh_replace_stream_data (qpdf, stream, data, size, qpdf_oh_new_null (qpdf),
                               qpdf_oh_new_null (qpdf));
}

void
sgn_pdf_set_name (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_name (qpdf, name));
}

void
sgn_pdf_set_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_unicode_string (qpdf, text));
}

void
sgn_pdf_set_integer (qpdf_data qpdf, qpdf_oh dictionary, const char *key, long long value)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_integer (qpdf, value));
}

void
sgn_pdf_set_true (qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_bool (qpdf, QPDF_TRUE));
}

/* A call of libqpdf costs more than what it asks: the usual case comes first, and handles are given
 * back where nobody sees them. */
qpdf_oh
sgn_pdf_get (qpdf_data qpdf, qpdf_oh object, const char *key)
{
  if (qpdf_oh_is_dictionary (qpdf, object))
    return qpdf_oh_get_key (qpdf, object, key);
  if (qpdf_oh_is_stream (qpdf, object))
    return qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, object), key);
  return qpdf_oh_new_null (qpdf);
}

gboolean
sgn_pdf_has (qpdf_data qpdf, qpdf_oh object, const char *key)
{
  qpdf_oh value = sgn_pdf_get (qpdf, object, key);
  gboolean has = !qpdf_oh_is_null (qpdf, value);

  qpdf_oh_release (qpdf, value);
  return has;
}

gboolean
sgn_pdf_has_name (qpdf_data qpdf, qpdf_oh object, const char *key, const char *name)
{
  qpdf_oh value = sgn_pdf_get (qpdf, object, key);
  gboolean has = qpdf_oh_is_name_and_equals (qpdf, value, name);

  qpdf_oh_release (qpdf, value);
  return has;
}

gboolean
sgn_pdf_is_true (qpdf_data qpdf, qpdf_oh object, const char *key)
{
  QPDF_BOOL value = QPDF_FALSE;
  return qpdf_oh_get_value_as_bool (qpdf, sgn_pdf_get (qpdf, object, key), &value) && value;
}

int
sgn_pdf_count (qpdf_data qpdf, qpdf_oh array)
{
  return qpdf_oh_is_array (qpdf, array) ? qpdf_oh_get_array_n_items (qpdf, array) : 0;
}

qpdf_oh
sgn_pdf_get_at (qpdf_data qpdf, qpdf_oh array, int at)
{
  if (at < 0 || at >= sgn_pdf_count (qpdf, array))
    return qpdf_oh_new_null (qpdf);
  return qpdf_oh_get_array_item (qpdf, array, at);
}

char *
sgn_pdf_dup_text (qpdf_data qpdf, qpdf_oh object, const char *key)
{
  qpdf_oh text = sgn_pdf_get (qpdf, object, key);
  return qpdf_oh_is_string (qpdf, text) ? g_strdup (qpdf_oh_get_utf8_value (qpdf, text)) : NULL;
}

GBytes *
sgn_pdf_read_stream (qpdf_data qpdf, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t size = 0;
  GBytes *bytes = NULL;

  if (qpdf_oh_is_stream (qpdf, stream) &&
      qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_generalized, NULL, &data, &size) ==
        QPDF_SUCCESS)
    bytes = g_bytes_new (data, size);
  free (data); /* there may be some in spite of an error */
  return bytes;
}

qpdf_oh
sgn_pdf_get_inherited (qpdf_data qpdf, qpdf_oh page, const char *key)
{
  for (int depth = 0; depth < MAX_PAGE_DEPTH && !sgn_pdf_has (qpdf, page, key); depth++)
    page = sgn_pdf_get (qpdf, page, "/Parent");
  return sgn_pdf_get (qpdf, page, key);
}

static gboolean
has_key_at (qpdf_data qpdf, qpdf_oh numbers, int at, int key)
{
  int found;
  return qpdf_oh_get_value_as_int (qpdf, sgn_pdf_get_at (qpdf, numbers, at), &found) &&
         found == key;
}

/* The keys mostly are 0, 1, 2 …: looked for there first. */
qpdf_oh
sgn_pdf_find_number (qpdf_data qpdf, qpdf_oh tree, int key)
{
  qpdf_oh numbers = sgn_pdf_get (qpdf, tree, "/Nums");
  int n = sgn_pdf_count (qpdf, numbers);

  if (key >= 0 && key < n / 2 && has_key_at (qpdf, numbers, 2 * key, key))
    return sgn_pdf_get_at (qpdf, numbers, 2 * key + 1);
  for (int i = 0; i + 1 < n; i += 2)
    if (has_key_at (qpdf, numbers, i, key))
      return sgn_pdf_get_at (qpdf, numbers, i + 1);
  return qpdf_oh_new_null (qpdf);
}
