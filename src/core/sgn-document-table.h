/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-language.h"

G_BEGIN_DECLS

/* What stands in a column for people. A number that is a name, such as one of documents, is text.
 */
typedef enum {
  SGN_COLUMN_TEXT,
  SGN_COLUMN_NUMBER,
  SGN_COLUMN_DATE, /* YYYY-MM-DD */
} SgnColumnKind;

/**
 * SgnDocumentColumn:
 * @key: key in the rows of the projection
 * @title: what people read above it
 * @kind: how its cells are set
 * @width: width in characters, of which a Japanese one counts two
 *
 * A column of a table for people.
 */
typedef struct {
  char *key;
  SgnText title;
  SgnColumnKind kind;
  int width;
} SgnDocumentColumn;

/**
 * SgnDocumentTable:
 * @key: key of the rows in the projection, a list of objects
 * @title: what people call it: the name of the sheet of a workbook
 * @machine: the columns for machines, in their order; their names are keys and never translated
 * @people: (element-type SgnDocumentColumn): the columns for people, in their order
 *
 * A table that a document can be written as.
 */
typedef struct {
  char *key;
  SgnText title;
  char **machine;
  GPtrArray *people;
} SgnDocumentTable;

G_END_DECLS
