/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SgnCsvRow:
 * @line: the line of the file it begins on, from 1
 * @cells: (array zero-terminated=1): its cells; every row of a file has as many as the first
 */
typedef struct {
  guint line;
  char **cells;
} SgnCsvRow;

/* RFC 4180, UTF-8 with or without BOM, CRLF or LF; array of SgnCsvRow. Empty lines are no rows. */
GPtrArray *sgn_csv_parse (GBytes *bytes, const char *name, GError **error);

/* A table being written: UTF-8 with BOM, CRLF; texts that begin with = + - @ TAB CR LF or their
 * full-width forms get a leading quote; numbers do not. */
typedef struct _SgnCsvWriter SgnCsvWriter;
SgnCsvWriter *sgn_csv_writer_new (void);
void sgn_csv_writer_free (SgnCsvWriter *self);
void sgn_csv_writer_add_text (SgnCsvWriter *self, const char *text);
void sgn_csv_writer_add_integer (SgnCsvWriter *self, gint64 value);
void sgn_csv_writer_end_row (SgnCsvWriter *self);
GBytes *sgn_csv_writer_to_bytes (SgnCsvWriter *self);
/* The text without the guard quote, as on import. Owned by the caller. */
char *sgn_csv_unguard (const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCsvWriter, sgn_csv_writer_free)

G_END_DECLS
