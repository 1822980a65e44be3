/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-qr.h"

#include <qrencode.h>

char *
sgn_qr_encode (const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  GString *rows = g_string_new (NULL);

  if (code == NULL)
    return g_string_free (rows, FALSE);

  for (int y = 0; y < code->width; y++) {
    for (int x = 0; x < code->width; x++)
      g_string_append_c (rows, code->data[y * code->width + x] & 1 ? '#' : '.');
    g_string_append_c (rows, '\n');
  }
  QRcode_free (code);
  return g_string_free (rows, FALSE);
}
