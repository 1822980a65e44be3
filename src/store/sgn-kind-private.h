/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"
#include "sgn-json.h"

G_BEGIN_DECLS

typedef enum {
  SGN_COLUMN_INTEGER,
  SGN_COLUMN_TEXT,
} SgnColumnType;

/* @searched: people look for what stands in it */
typedef struct {
  const char *name;
  SgnColumnType type;
  gboolean searched;
} SgnColumn;

/**
 * SgnKind:
 * @kind: the word in events
 * @table: the table's name
 * @numbered: its ids are numbers given out by the file
 * @n_keys: how many columns, counted from the first, make the id, joined by "/"
 * @first_in_row: index of the first column that stands in the row's JSON: 0 when the keys do too
 * @columns: ended by a NULL name
 *
 * One kind of state rows. Reading, writing, events, replay and search are all made from this.
 */
typedef struct {
  const char *kind;
  const char *table;
  gboolean numbered;
  guint n_keys;
  guint first_in_row;
  const SgnColumn *columns;
} SgnKind;

/* All kinds, owners before what belongs to them; ended by NULL. */
const SgnKind *const *sgn_kinds (void);
/* (nullable) */
const SgnKind *sgn_kind_find (const char *kind);
/* (nullable): the kind whose rows are in @table */
const SgnKind *sgn_kind_find_by_table (const char *table);
/* What people call the entries of @table, also of one that holds no kind. */
char *sgn_kind_table_to_words (const char *table);
guint sgn_kind_count_columns (const SgnKind *self);
/* The columns that make the id, for SQL: "assessment, item". */
char *sgn_kind_list_keys (const SgnKind *self);

/* @row with exactly the columns of its kind, absent ones null. SGN_ERROR_INVALID for an unknown
 * column, a value of the wrong type, a text that SQLite would cut, or an id and a row that say
 * different things. */
json_t *sgn_kind_normalise (const SgnKind *self, const char *id, const json_t *row, GError **error);

/* Whether two rows (nullable: not there) say the same. An event of an earlier schema does not speak
 * of the columns that came later; what a row does not speak of is null. */
gboolean sgn_kind_is_same_value (const json_t *a, const json_t *b);
gboolean sgn_kind_is_same_row (const json_t *a, const json_t *b);

/* @row: (out) (nullable): the row, NULL when there is none */
gboolean
sgn_kind_read (const SgnKind *self, sqlite3 *db, const char *id, json_t **row, GError **error);
/* @row is normalised; NULL removes the row. */
gboolean sgn_kind_write (const SgnKind *self,
                         sqlite3 *db,
                         const char *id,
                         const json_t *row,
                         GError **error);

/* Called for each row in the order of ids. @row is NULL, with @damage set, when it holds what was
 * never written. Return FALSE with an error to stop. */
typedef gboolean (*SgnKindFunc) (const SgnKind *kind,
                                 const char *id,
                                 json_t *row,
                                 const GError *damage,
                                 gpointer user_data,
                                 GError **error);
gboolean sgn_kind_foreach (const SgnKind *self,
                           sqlite3 *db,
                           SgnKindFunc func,
                           gpointer user_data,
                           GError **error);

G_END_DECLS
