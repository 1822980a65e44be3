/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Goes through a content stream (ISO 32000-1, 7.8.2) from operator to operator. */
typedef struct {
  const char *data;
  gsize size;
  gsize at;
  gsize start;      /* where the operands of the operator begin */
  char operator[8]; /* the operator found last; an inline image is EI */
  char name[32];    /* its first operand when that is a name, without the stroke, else empty */
  int mcid;         /* of a list of properties that has one, else -1 */
} SgnPdfScanner;

/* @bytes must live as long as the scanner. */
void sgn_pdf_scanner_init (SgnPdfScanner *self, GBytes *bytes);
/* Goes to the next operator: it ends at @at. FALSE at the end. */
gboolean sgn_pdf_scanner_next (SgnPdfScanner *self);

G_END_DECLS
