/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-document-table-private.h"

#define WIDTH_MIN 2
#define WIDTH_MAX 120

static void
column_free (gpointer data)
{
  SgnDocumentColumn *self = data;

  g_free (self->key);
  sgn_text_clear (&self->title);
  g_free (self);
}

static void
table_free (gpointer data)
{
  SgnDocumentTable *self = data;

  g_free (self->key);
  sgn_text_clear (&self->title);
  g_strfreev (self->machine);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

static void
read_column (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "key", "title", "kind", "width", NULL };
  static const char *const kinds[] = { "text", "number", "date", NULL };
  GPtrArray *columns = data;
  SgnDocumentColumn *column;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  column = g_new0 (SgnDocumentColumn, 1);
  g_ptr_array_add (columns, column);
  column->key = sgn_reader_dup_string (reader, object, "key");
  sgn_reader_text (reader, object, "title", &column->title);
  column->kind = (SgnColumnKind) sgn_reader_choice (reader, object, "kind", kinds);
  column->width = sgn_reader_integer (reader, object, "width", WIDTH_MIN, WIDTH_MAX);
}

static void
read_table (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "key", "title", "machine", "people", NULL };
  GPtrArray *tables = data;
  SgnDocumentTable *table;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  table = g_new0 (SgnDocumentTable, 1);
  g_ptr_array_add (tables, table);
  table->key = sgn_reader_dup_string (reader, object, "key");
  sgn_reader_text (reader, object, "title", &table->title);
  table->machine = sgn_reader_dup_strings (reader, object, "machine", 1);
  table->people = g_ptr_array_new_with_free_func (column_free);
  sgn_reader_each (reader, object, "people", 1, read_column, table->people);
}

GPtrArray *
sgn_document_tables_read (SgnReader *reader, const json_t *object)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (table_free);

  if (sgn_reader_has (object, "tables"))
    sgn_reader_each (reader, object, "tables", 1, read_table, tables);
  return tables;
}
