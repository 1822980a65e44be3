/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-answer-sheet-private.h"

#include "sgn-number.h"

#include <string.h>

#define NUMBER_WIDTH (8 * SGN_MM)
#define CHOICE_WIDTH (11 * SGN_MM)
#define CHOICE_WIDTH_LONG (13 * SGN_MM)
#define MEMO_WIDTH (28 * SGN_MM)
#define MEMO_WIDTH_FILLED (46 * SGN_MM)
#define ROW_HEIGHT 33.0
#define HEAD_HEIGHT 26.0
#define PAD 3.25
#define WORD_SHORT 3

static json_t *
get_choices (SgnFlow *flow)
{
  return json_object_get (flow->sheet->projection, "choices");
}

static const char *
get_text (const json_t *object, const char *key)
{
  const char *text = sgn_json_string (object, key);

  return text != NULL ? text : "";
}

/* A long word without spaces stands on two lines of about the same length; owned by the caller. */
static char *
halve_word (const char *word)
{
  glong n = g_utf8_strlen (word, -1);
  const char *middle = g_utf8_offset_to_pointer (word, (n + 1) / 2);

  if (n <= WORD_SHORT || strchr (word, ' ') != NULL || g_ascii_isalpha (*word))
    return g_strdup (word);
  return g_strdup_printf ("%.*s\n%s", (int) (middle - word), word, middle);
}

static double
measure_choice (SgnFlow *flow, const char *word)
{
  g_auto (GStrv) pieces = g_strsplit_set (word, " \n", -1);
  double width = strchr (word, '\n') != NULL ? CHOICE_WIDTH_LONG : CHOICE_WIDTH;

  for (char **piece = pieces; *piece != NULL; piece++)
    width = MAX (width, sgn_typesetter_measure (flow->canvas.typesetter, SGN_TYPE_HEAD, *piece) +
                          2 * SGN_CELL_PAD + 0.5);
  return width;
}

static void
add_column (GArray *columns, double width, SgnAlign align, const char *head, gboolean subject)
{
  SgnColumn column = { width, align, head, subject };

  g_array_append_val (columns, column);
}

static gboolean
has_answers (SgnFlow *flow)
{
  return sgn_json_string (json_object_get (flow->sheet->projection, "assessment"), "date") != NULL;
}

/* The head of a column. */
static const char *
get_word (SgnFlow *flow, const json_t *choice)
{
  if (json_is_integer (json_object_get (choice, "points")))
    return get_text (choice, "word");
  return sgn_flow_text (flow, "table.not_applicable");
}

static SgnTable *
create_table (SgnFlow *flow)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (SgnColumn));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  double memo = has_answers (flow) ? MEMO_WIDTH_FILLED : MEMO_WIDTH;
  double rest = SGN_WIDTH - NUMBER_WIDTH - memo;
  SgnTable *table = NULL;
  json_t *choice;
  size_t i;

  add_column (columns, NUMBER_WIDTH, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE);
  add_column (columns, 0, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.question"), TRUE);
  json_array_foreach (get_choices (flow), i, choice)
  {
    char *head = halve_word (get_word (flow, choice));
    double width = measure_choice (flow, head);

    g_ptr_array_add (words, head);
    add_column (columns, width, SGN_ALIGN_CENTRE, head, FALSE);
    rest -= width;
  }
  add_column (columns, memo, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.memo"), FALSE);
  g_array_index (columns, SgnColumn, 1).width = rest;

  table = sgn_table_new ((const SgnColumn *) (void *) columns->data, columns->len);
  table->form = TRUE;
  table->min_height = ROW_HEIGHT;
  table->pad = PAD;
  table->head_height = HEAD_HEIGHT;
  table->continued = sgn_flow_text (flow, "continued");
  return table;
}

/* (nullable) */
static json_t *
find_section (SgnFlow *flow, const char *id)
{
  json_t *section;
  size_t i;

  json_array_foreach (json_object_get (flow->sheet->projection, "sections"), i, section)
  {
    if (g_strcmp0 (sgn_json_string (section, "id"), id) == 0)
      return section;
  }
  return NULL;
}

static void
add_group (SgnFlow *flow, SgnTable *table, const json_t *section)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *name =
    sgn_flow_format (flow, "part.name", "number", get_text (section, "number"), "title",
                     get_text (section, "title"), NULL);

  sgn_row_add_text (row, SGN_TYPE_GROUP, name);
}

static void
add_choice (SgnFlow *flow, SgnRow *row, const json_t *choice, const char *value)
{
  gboolean counts = json_is_integer (json_object_get (choice, "points"));
  g_autofree char *points = counts ? sgn_number_format (sgn_json_integer (choice, "points", 0))
                                   : g_strdup (sgn_flow_text (flow, "choice.not_applicable"));
  gboolean chosen = value != NULL && g_strcmp0 (sgn_json_string (choice, "key"), value) == 0;
  g_autofree char *alt =
    chosen ? sgn_flow_format (flow, "alt.chosen", "choice", points, NULL) : NULL;

  sgn_row_add_choice (row, counts ? SGN_TYPE_CHOICE : SGN_TYPE_CELL, points, alt);
}

static void
add_item (SgnFlow *flow, SgnTable *table, const json_t *item)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *value = sgn_json_string (item, "value");
  json_t *choice;
  size_t i;

  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, sgn_json_string (item, "number"));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "question"));
  json_array_foreach (get_choices (flow), i, choice)
  {
    add_choice (flow, row, choice, value);
  }
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "note"));
}

/* 16点 ／ 20点, or room for the points; owned by the caller. */
static char *
format_sum (SgnFlow *flow, const json_t *sum)
{
  g_autofree char *max = sgn_number_format (sgn_json_integer (sum, "max", 0));
  g_autofree char *points = sgn_number_format (sgn_json_integer (sum, "total", 0));

  if (!json_is_integer (json_object_get (sum, "total")))
    return sgn_flow_format (flow, "sum.open", "max", max, NULL);
  return sgn_flow_format (flow, "sum.done", "points", points, "max", max, NULL);
}

static void
add_sum (SgnFlow *flow, SgnTable *table, const char *label, const json_t *sum, gboolean whole)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_TOTAL);
  g_autofree char *text = format_sum (flow, sum);

  sgn_row_add_text (row, whole ? SGN_TYPE_FINDING : SGN_TYPE_GROUP, label)->span = 2;
  sgn_row_add_text (row, whole ? SGN_TYPE_FINDING : SGN_TYPE_PART, text)->span =
    (guint) MAX (json_array_size (get_choices (flow)), 1);
  sgn_row_add_text (row, SGN_TYPE_CELL, "");
}

static void
add_section_sum (SgnFlow *flow, SgnTable *table, const json_t *section)
{
  g_autofree char *label =
    sgn_flow_format (flow, "part.sum", "number", get_text (section, "number"), NULL);

  add_sum (flow, table, label, section, FALSE);
}

void
sgn_answer_sheet_place_table (SgnFlow *flow)
{
  json_t *items = json_object_get (flow->sheet->projection, "items");
  g_autoptr (SgnTable) table = NULL;
  const char *here = NULL;
  json_t *item;
  size_t i;

  if (json_array_size (items) == 0 || json_array_size (get_choices (flow)) == 0)
    return;
  table = create_table (flow);
  json_array_foreach (items, i, item)
  {
    const char *section = sgn_json_string (item, "section");

    if (g_strcmp0 (section, here) != 0 && here != NULL)
      add_section_sum (flow, table, find_section (flow, here));
    if (g_strcmp0 (section, here) != 0)
      add_group (flow, table, find_section (flow, section));
    here = section;
    add_item (flow, table, item);
  }
  add_section_sum (flow, table, find_section (flow, here));
  add_sum (flow, table, sgn_flow_text (flow, "table.total"),
           json_object_get (flow->sheet->projection, "score"), TRUE);
  sgn_table_place (table, flow);
}
