/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-document.h"
#include "sgn-watch.h"

G_BEGIN_DECLS

/**
 * SgnExport:
 * @document: which sheet
 * @documents: its tables and the fixed texts
 * @language: language of the sheet
 * @projection: the record behind it, the only source of what is written
 * @record_hash: SHA-256 of the canonical @projection
 * @number: (nullable): document number; none on a copy and where the document gets none
 * @issued: time of issue
 * @program: version of the program
 * @training: whether it says 研修用サンプル
 * @watch: (nullable): who waits for it
 *
 * What a sheet is made from that is written as tables for people.
 */
typedef struct {
  const SgnDocument *document;
  SgnDocuments *documents;
  SgnLanguage language;
  const json_t *projection;
  const char *record_hash;
  const char *number;
  const char *issued;
  const char *program;
  gboolean training;
  const SgnWatch *watch;
} SgnExport;

/* The projection of a sheet as files for machines, and as tables for people. All are read back and
 * compared before they are returned. */
GBytes *sgn_export_json (const json_t *projection, GError **error);
/* The first of @tables, with its columns for machines. */
GBytes *sgn_export_csv (const json_t *projection, GPtrArray *tables, GError **error);
/* All tables, with their columns for people, each a worksheet. */
GBytes *sgn_export_xlsx (const SgnExport *self, GError **error);

G_END_DECLS
