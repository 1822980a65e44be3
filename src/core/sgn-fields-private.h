/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"

G_BEGIN_DECLS

/* How one column of a row stands in its struct. */
typedef enum {
  SGN_FIELD_TEXT,      /* char *, never NULL */
  SGN_FIELD_NULLABLE,  /* char *, NULL is null */
  SGN_FIELD_NUMBER,    /* gint64 */
  SGN_FIELD_COUNT,     /* gint64, -1 is null */
  SGN_FIELD_REFERENCE, /* gint64, 0 is null */
  SGN_FIELD_STAR,      /* int, 1 or 2 */
  SGN_FIELD_FLAG,      /* gboolean, 0 or 1 */
  SGN_FIELD_MARK,      /* gboolean, 1 or null */
  SGN_FIELD_CLOSED,    /* gboolean, "open" or "closed" */
} SgnFieldKind;

/* A struct is described by an array of these, ended by a NULL name. */
typedef struct {
  const char *name;
  gsize offset;
  SgnFieldKind kind;
} SgnField;

gboolean sgn_fields_read (const SgnField *fields,
                          const char *kind,
                          const json_t *row,
                          gpointer target,
                          GError **error);
void sgn_fields_write (const SgnField *fields, gconstpointer source, json_t *row);
void sgn_fields_copy (const SgnField *fields, gconstpointer source, gpointer target);
void sgn_fields_clear (const SgnField *fields, gpointer target);

G_END_DECLS
