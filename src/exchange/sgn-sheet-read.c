/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-read.h"

#include "sgn-fault.h"
#include "sgn-fold.h"
#include "sgn-placeholder.h"
#include "sgn-sheet-tables-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles and instructions may stand above the headings. */
#define MOST_ROWS_ABOVE 40
/* A longer question is cut where only a line of it is shown. */
#define SHORT_CHARACTERS 24
#define MOST_QUESTIONS 2000

typedef enum {
  ROLE_NUMBER,
  ROLE_SECTION,
  ROLE_QUESTION,
  ROLE_ANSWER,
  ROLE_STATEMENT,
  N_ROLES,
} Role;

/* As the headings of the form and the sheet of a catalogue call them. */
static const char *const role_names[N_ROLES] = { "number", "section", "question", "answer",
                                                 "statement" };

typedef struct {
  const SgnSheetWords *words;
  const char *name;
  GPtrArray *rows; /* of SgnCsvRow */
  guint heading;   /* index of the row with the headings */
  int columns[N_ROLES];
  GPtrArray *faults;
  GHashTable *numbers;    /* number → line */
  GHashTable *section_of; /* title → id */
  const char *section;    /* (nullable): the id of the one in hand */
  const char *title;      /* (nullable): of the section that the next question begins */
  json_t *sections;
  json_t *items;
  json_t *sheet_rows;
} Reader;

/* “回答欄（○△×）” is “回答欄”. */
static gboolean
says (const char *folded, const char *heading)
{
  g_autofree char *key = sgn_fold (heading);

  return g_str_has_prefix (folded, key) &&
         (folded[strlen (key)] == '\0' || folded[strlen (key)] == '(');
}

static gboolean
is_heading_of (const Reader *self, const char *cell, Role role)
{
  const json_t *list =
    json_object_get (json_object_get (self->words->form, "headings"), role_names[role]);
  g_autofree char *folded = sgn_fold (cell);

  for (gsize i = 0; i < json_array_size (list); i++)
    if (says (folded, json_string_value (json_array_get (list, i))))
      return TRUE;
  return FALSE;
}

/* Which column holds what, after the headings of @row; the first that says so. */
static gboolean
find_columns (Reader *self, const SgnCsvRow *row)
{
  for (guint role = 0; role < N_ROLES; role++) {
    self->columns[role] = -1;
    for (guint i = 0; row->cells[i] != NULL && self->columns[role] < 0; i++)
      if (is_heading_of (self, row->cells[i], (Role) role))
        self->columns[role] = (int) i;
  }
  return self->columns[ROLE_NUMBER] >= 0 && self->columns[ROLE_QUESTION] >= 0;
}

/* Finds the table that has headings, and these in it. */
static gboolean
find_heading (Reader *self, GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++) {
    self->rows = g_ptr_array_index (tables, i);
    for (guint k = 0; k < MIN (self->rows->len, MOST_ROWS_ABOVE); k++)
      if (find_columns (self, g_ptr_array_index (self->rows, k))) {
        self->heading = k;
        return TRUE;
      }
  }
  return FALSE;
}

/* @column: -1 for the whole row */
static void
add_fault (Reader *self, guint line, int column, const char *wrong, const char *expected)
{
  const SgnCsvRow *heading = column >= 0 ? g_ptr_array_index (self->rows, self->heading) : NULL;
  SgnFault *fault = sgn_fault_new (heading != NULL ? heading->cells[column] : "", wrong, expected);

  fault->line = line;
  fault->column = (guint) MAX (column, 0) + 1;
  g_ptr_array_add (self->faults, fault);
}

/* (transfer full): the cell of @role, less spaces around it; empty without such a column */
static char *
dup_cell (const Reader *self, const SgnCsvRow *row, Role role)
{
  int column = self->columns[role];
  g_autofree char *text = column >= 0 ? sgn_csv_unguard (row->cells[column]) : g_strdup ("");

  return g_strstrip (sgn_clean_typed (text));
}

/* The same text in both languages: a sheet has one only. */
static json_t *
text_new (const char *text)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "ja", text);
  sgn_json_set_string (json, "en", text);
  return json;
}

/* One line, cut where it would be too long for a list. */
static json_t *
short_text_new (const char *text)
{
  g_autofree char *line = sgn_clean_line (text);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (line, -1) <= SHORT_CHARACTERS)
    return text_new (line);

  cut = g_utf8_substring (line, 0, SHORT_CHARACTERS - 1);
  g_free (line);
  line = g_strconcat (cut, "…", NULL);
  return text_new (line);
}

/* Goes to the section called @title, which is added when it is new. */
static void
enter_section (Reader *self, const char *title, json_t *text)
{
  char *id = g_hash_table_lookup (self->section_of, title);
  json_t *section;
  g_autofree char *number = NULL;

  if (id != NULL) {
    json_decref (text);
    self->section = id;
    return;
  }
  number = g_strdup_printf ("%" G_GSIZE_FORMAT, json_array_size (self->sections) + 1);
  id = g_strconcat ("section-", number, NULL);
  g_hash_table_insert (self->section_of, g_strdup (title), id);
  self->section = id;
  section = json_object ();
  sgn_json_set_string (section, "id", id);
  json_object_set_new (section, "number", text_new (number));
  json_object_set_new (section, "title", text);
  json_array_append_new (self->sections, section);
}

static guint
count_cells (const SgnCsvRow *row)
{
  guint count = 0;

  for (guint i = 0; row->cells[i] != NULL; i++)
    count += *row->cells[i] != '\0';
  return count;
}

/* (nullable): the only text of a row that has no question: what follows belongs under it */
static const char *
get_title (const Reader *self, const SgnCsvRow *row)
{
  const char *number = row->cells[self->columns[ROLE_NUMBER]];
  gboolean numbered = *number != '\0' && number[strspn (number, "0123456789.-() ")] == '\0';

  if (count_cells (row) != 1 || numbered || *row->cells[self->columns[ROLE_QUESTION]] != '\0')
    return NULL;
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (*row->cells[i] != '\0')
      return row->cells[i];
  return NULL;
}

static gboolean
check_number (Reader *self, const SgnCsvRow *row, const char *number)
{
  const int column = self->columns[ROLE_NUMBER];
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, number));
  g_autofree char *wrong = NULL;

  if (*number == '\0') {
    add_fault (self, row->line, column, _ ("This question has no number."),
               _ ("a number, such as 1 or 2-3"));
    return FALSE;
  }
  if (before > 0) {
    wrong = g_strdup_printf (_ ("The number “%s” stands in line %u already."), number, before);
    add_fault (self, row->line, column, wrong, _ ("a number that no line before it has"));
    return FALSE;
  }
  g_hash_table_insert (self->numbers, g_strdup (number), GUINT_TO_POINTER (row->line));
  return TRUE;
}

static json_t *
item_new (const Reader *self, const char *number, const char *question)
{
  json_t *item = json_object ();
  g_autofree char *id =
    g_strdup_printf ("%s-%02" G_GSIZE_FORMAT, self->words->id, json_array_size (self->items) + 1);
  g_autofree char *line = sgn_clean_line (question);

  sgn_json_set_string (item, "id", id);
  sgn_json_set_string (item, "number", number);
  sgn_json_set_string (item, "section", self->section);
  sgn_json_set_string (item, "scale",
                       sgn_json_string (json_object_get (self->words->form, "scale"), "id"));
  json_object_set_new (item, "short", short_text_new (question));
  json_object_set_new (item, "title", text_new (line));
  json_object_set_new (item, "question", text_new (question));
  json_object_set_new (item, "refs", json_array ());
  sgn_json_set_string (item, "basis", "official-number");
  sgn_json_set_string (item, "confidence", "confirmed");
  return item;
}

/* Keeps what stands in the row, with the question that it holds. */
static void
keep_row (Reader *self, const SgnCsvRow *row, const char *item)
{
  json_t *kept = json_object ();
  json_t *cells = json_array ();

  for (guint i = 0; row->cells[i] != NULL; i++) {
    g_autofree char *text = sgn_csv_unguard (row->cells[i]);

    json_array_append_new (cells, json_string (text));
  }
  json_object_set_new (kept, "cells", cells);
  if (item != NULL)
    sgn_json_set_string (kept, "item", item);
  if (row == g_ptr_array_index (self->rows, self->heading))
    json_object_set_new (kept, "heading", json_true ());
  json_array_append_new (self->sheet_rows, kept);
}

static void
read_question (Reader *self, const SgnCsvRow *row, const char *question)
{
  g_autofree char *number = dup_cell (self, row, ROLE_NUMBER);
  g_autofree char *section = dup_cell (self, row, ROLE_SECTION);
  json_t *item;

  if (*section != '\0')
    enter_section (self, section, text_new (section));
  else if (self->title != NULL)
    enter_section (self, self->title, text_new (self->title));
  else if (self->section == NULL)
    enter_section (self, "", json_deep_copy (json_object_get (self->words->form, "section")));
  self->title = NULL;
  if (!check_number (self, row, number))
    return;

  item = item_new (self, number, question);
  keep_row (self, row, sgn_json_string (item, "id"));
  json_array_append_new (self->items, item);
}

static void
read_row (Reader *self, const SgnCsvRow *row)
{
  g_autofree char *question = dup_cell (self, row, ROLE_QUESTION);
  const char *title = get_title (self, row);

  if (*question != '\0') {
    read_question (self, row, question);
    return;
  }
  if (title != NULL)
    self->title = title;
  else
    add_fault (self, row->line, self->columns[ROLE_QUESTION], _ ("The question is missing."),
               _ ("a question, or a title alone in its line"));
  keep_row (self, row, NULL);
}

/* (transfer full): what each column holds, in the words of a catalogue */
static json_t *
name_columns (const Reader *self)
{
  const SgnCsvRow *heading = g_ptr_array_index (self->rows, self->heading);
  json_t *names = json_array ();

  for (guint i = 0; heading->cells[i] != NULL; i++) {
    const char *name = "other";

    for (guint role = 0; role < N_ROLES; role++)
      if (self->columns[role] == (int) i)
        name = role_names[role];
    json_array_append_new (names, json_string (name));
  }
  return names;
}

static json_t *
sheet_new (const Reader *self)
{
  json_t *sheet = json_object ();

  json_object_set_new (sheet, "columns", name_columns (self));
  json_object_set (sheet, "rows", self->sheet_rows);
  return sheet;
}

/* A text of the form in both languages, filled in. */
static json_t *
fill (const SgnSheetWords *words, const char *key)
{
  static const char *const languages[] = { "ja", "en" };
  const json_t *owners = json_object_get (words->form, "owner");
  const json_t *text = json_object_get (words->form, key);
  json_t *filled = json_object ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    const char *owner =
      words->owner != NULL ? words->owner : sgn_json_string (owners, languages[i]);
    const char *const pairs[] = { "owner", owner, "date", words->date, NULL };
    g_autofree char *said = sgn_placeholder_fill (sgn_json_string (text, languages[i]), pairs);

    sgn_json_set_string (filled, languages[i], said);
  }
  return filled;
}

static json_t *
source_new (const Reader *self)
{
  json_t *source = json_object ();

  json_object_set_new (source, "title", text_new (self->name));
  sgn_json_set_string (source, "checked", self->words->date);
  return source;
}

/* (transfer full): the name of the file without its ending */
static char *
dup_title (const Reader *self)
{
  const char *dot = strrchr (self->name, '.');

  if (self->words->title != NULL)
    return g_strdup (self->words->title);
  return dot != NULL && dot > self->name ? g_strndup (self->name, (gsize) (dot - self->name))
                                         : g_strdup (self->name);
}

static void
set_head (const Reader *self, json_t *json)
{
  const SgnSheetWords *words = self->words;
  g_autofree char *title = dup_title (self);

  sgn_json_set_string (json, "id", words->id);
  sgn_json_set_string (json, "edition", words->date);
  sgn_json_set_string (json, "published", words->date);
  sgn_json_set_string (json, "status", "current");
  sgn_json_set_string (json, "wording", "customer");
  json_object_set_new (json, "title", text_new (title));
  json_object_set_new (json, "short", short_text_new (title));
  json_object_set_new (json, "owner",
                       words->owner != NULL
                         ? text_new (words->owner)
                         : json_deep_copy (json_object_get (words->form, "owner")));
  json_object_set_new (json, "edition_label", fill (words, "edition_label"));
  json_object_set_new (json, "edition_note", fill (words, "edition_note"));
  json_object_set_new (json, "source", source_new (self));
}

static json_t *
to_catalogue (const Reader *self)
{
  json_t *json = json_object ();

  set_head (self, json);
  json_object_set_new (json, "levels", json_array ());
  json_object_set_new (json, "scales",
                       json_pack ("[O]", json_object_get (self->words->form, "scale")));
  json_object_set_new (json, "scoring", json_pack ("{s:s}", "method", "count"));
  json_object_set (json, "sections", self->sections);
  json_object_set (json, "items", self->items);
  json_object_set_new (json, "sheet", sheet_new (self));
  return json;
}

static void
check_count (Reader *self)
{
  const SgnCsvRow *last = g_ptr_array_index (self->rows, self->rows->len - 1);

  if (self->faults->len > 0)
    return;
  if (json_array_size (self->items) == 0)
    add_fault (self, last->line, -1, _ ("No question follows the headings."),
               _ ("at least one question"));
  else if (json_array_size (self->items) > MOST_QUESTIONS)
    add_fault (self, last->line, -1, _ ("There are too many questions."), _ ("up to 2000"));
}

static void
read_rows (Reader *self)
{
  for (guint i = 0; i <= self->heading; i++)
    keep_row (self, g_ptr_array_index (self->rows, i), NULL);
  for (guint i = self->heading + 1; i < self->rows->len; i++)
    read_row (self, g_ptr_array_index (self->rows, i));
  check_count (self);
}

static json_t *
read_tables (Reader *self, GPtrArray *tables)
{
  g_autoptr (json_t) sections = json_array ();
  g_autoptr (json_t) items = json_array ();
  g_autoptr (json_t) rows = json_array ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) section_of =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!find_heading (self, tables)) {
    add_fault (self, 1, -1, _ ("No line has the headings of the table."),
               _ ("a column “番号” or “No.” and a column “設問” or “Question”"));
    return NULL;
  }
  self->sections = sections;
  self->items = items;
  self->sheet_rows = rows;
  self->numbers = numbers;
  self->section_of = section_of;
  read_rows (self);
  return self->faults->len == 0 ? to_catalogue (self) : NULL;
}

/**
 * sgn_sheet_read:
 * @bytes: a CSV in UTF-8 or Shift_JIS, or an XLSX
 * @name: the name of the file
 * @words: what the sheet does not say of itself
 * @faults: (element-type SgnFault): where all that is wrong in the table is put, with its line, its
 *   column and the column's heading
 * @error: return location; SGN_ERROR_UNREADABLE when the file is no table
 *
 * Makes a catalogue out of a customer's questions: a table with a column for their numbers and one
 * for the questions, and if there are some for the section, the answer and a remark. Their headings
 * are those of the form. A line with one text alone is the title of a section. Rows and columns are
 * kept as they are, so that answers can be given back in them.
 *
 * Returns: (transfer full) (nullable): the catalogue; NULL with @error or with @faults
 */
json_t *
sgn_sheet_read (GBytes *bytes,
                const char *name,
                const SgnSheetWords *words,
                GPtrArray *faults,
                GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  Reader reader = { .words = words, .name = name, .faults = faults };

  g_return_val_if_fail (bytes != NULL && name != NULL && words != NULL && faults != NULL, NULL);

  tables = sgn_sheet_tables_read (bytes, name, error);
  return tables != NULL ? read_tables (&reader, tables) : NULL;
}
