/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-salvage-walk-private.h"

/* How many numbers after a damaged place are tried one by one; after that each step is twice as
 * long. A page holds far fewer rows. */
#define CLOSE_STEPS 4096

typedef struct {
  SgnSalvageRowFunc func;
  gpointer user_data;
  gint64 last; /* number of the row read last */
} Walk;

gboolean
sgn_salvage_has_table (sqlite3 *db, const char *name)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db,
                    "SELECT count(*) FROM sqlite_schema WHERE name = ?1 AND type = 'table' AND "
                    "sql LIKE 'CREATE TABLE%'",
                    NULL);

  if (stmt == NULL)
    return FALSE;
  sgn_db_bind_text (stmt, 1, name);
  return sgn_db_step (stmt, NULL) == SGN_STEP_ROW && sqlite3_column_int64 (stmt, 0) == 1;
}

/* Reads on from row @from until the end or until something cannot be read. The number of a row
 * stands before the columns. */
static SgnStep
read_from (Walk *walk, sqlite3_stmt *stmt, gint64 from)
{
  SgnStep step = SGN_STEP_FAILED;

  sqlite3_reset (stmt);
  sqlite3_bind_int64 (stmt, 1, from);
  while ((step = sgn_db_step (stmt, NULL)) == SGN_STEP_ROW) {
    walk->last = sqlite3_column_int64 (stmt, 0);
    walk->func (stmt, walk->user_data);
  }
  return step;
}

static gboolean
is_readable_from (sqlite3_stmt *stmt, gint64 from)
{
  SgnStep step = SGN_STEP_FAILED;

  sqlite3_reset (stmt);
  sqlite3_bind_int64 (stmt, 1, from);
  step = sgn_db_step (stmt, NULL);
  sqlite3_reset (stmt);
  return step != SGN_STEP_FAILED;
}

/* The first number after @from at which reading goes on; 0 when there is none. */
static gint64
find_next (sqlite3_stmt *stmt, gint64 from)
{
  gint64 bad = from;
  gint64 good = 0;

  for (gint64 step = 1, i = 0; bad <= G_MAXINT64 - step; i++) {
    if (is_readable_from (stmt, bad + step)) {
      good = bad + step;
      break;
    }
    bad += step;
    if (i > CLOSE_STEPS)
      step *= 2;
  }
  while (good - bad > 1) {
    gint64 middle = bad + (good - bad) / 2;

    if (is_readable_from (stmt, middle))
      good = middle;
    else
      bad = middle;
  }
  return good;
}

static gboolean
walk_by_number (Walk *walk, sqlite3 *db, const char *table)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT rowid, * FROM %s WHERE rowid >= ?1 ORDER BY rowid", table);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, NULL);
  gboolean whole = TRUE;
  gint64 from = 0;

  if (stmt == NULL)
    return FALSE;
  walk->last = -1;
  while (read_from (walk, stmt, from) == SGN_STEP_FAILED) {
    whole = FALSE;
    from = find_next (stmt, MAX (from, walk->last + 1));
    if (from == 0)
      break;
  }
  return whole;
}

/* The columns that order a table without numbers, each of them backwards */
static char *
make_backward_order (const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, ", ", -1);
  g_autofree char *list = g_strjoinv (" DESC, ", names);

  return g_strdup_printf ("ORDER BY %s DESC", list);
}

static SgnStep
read_all (Walk *walk, sqlite3 *db, const char *table, const char *order)
{
  g_autofree char *sql = g_strdup_printf ("SELECT NULL, * FROM %s %s", table, order);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, NULL);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, NULL)) == SGN_STEP_ROW)
    walk->func (stmt, walk->user_data);
  return step;
}

static gboolean
has_numbers (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s", table);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, NULL);

  return stmt != NULL;
}

gboolean
sgn_salvage_walk (sqlite3 *db,
                  const char *table,
                  const char *keys,
                  SgnSalvageRowFunc func,
                  gpointer user_data)
{
  Walk walk = { func, user_data, -1 };
  g_autofree char *backwards = make_backward_order (keys);

  if (has_numbers (db, table))
    return walk_by_number (&walk, db, table);
  if (read_all (&walk, db, table, "") == SGN_STEP_DONE)
    return TRUE;
  read_all (&walk, db, table, backwards);
  return FALSE;
}
