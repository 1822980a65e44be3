/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* What the files here do again and again with the objects of libqpdf. Handles belong to @qpdf. */

qpdf_oh sgn_pdf_new_stream (qpdf_data qpdf, GBytes *bytes);
/* The content of @stream becomes @bytes. */
void sgn_pdf_replace_stream (qpdf_data qpdf, qpdf_oh stream, GBytes *bytes);
void sgn_pdf_set_name (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name);
void sgn_pdf_set_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text);
void sgn_pdf_set_integer (qpdf_data qpdf, qpdf_oh dictionary, const char *key, long long value);
void sgn_pdf_set_true (qpdf_data qpdf, qpdf_oh dictionary, const char *key);

/* The value of @key in a dictionary or in that of a stream; null where there is none. */
qpdf_oh sgn_pdf_get (qpdf_data qpdf, qpdf_oh object, const char *key);
gboolean sgn_pdf_has (qpdf_data qpdf, qpdf_oh object, const char *key);
gboolean sgn_pdf_has_name (qpdf_data qpdf, qpdf_oh object, const char *key, const char *name);
gboolean sgn_pdf_is_true (qpdf_data qpdf, qpdf_oh object, const char *key);
/* Zero and nothing for what is no array. */
int sgn_pdf_count (qpdf_data qpdf, qpdf_oh array);
qpdf_oh sgn_pdf_get_at (qpdf_data qpdf, qpdf_oh array, int at);
/* (nullable): the string @key as UTF-8, owned by the caller */
char *sgn_pdf_dup_text (qpdf_data qpdf, qpdf_oh object, const char *key);
/* (nullable): what @stream holds, unpacked */
GBytes *sgn_pdf_read_stream (qpdf_data qpdf, qpdf_oh stream);
/* What @page has itself or from the nodes of pages above it. */
qpdf_oh sgn_pdf_get_inherited (qpdf_data qpdf, qpdf_oh page, const char *key);
/* The entry @key of a number tree in one node, as cairo writes it; null where there is none. */
qpdf_oh sgn_pdf_find_number (qpdf_data qpdf, qpdf_oh tree, int key);

G_END_DECLS
