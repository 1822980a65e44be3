/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "box-rules.h"

#include <math.h>
#include <string.h>

/* The text area, and how much of it a heavy frame takes. */
#define LEFT 56.6
#define RIGHT 550.1
#define TOP 36.8
#define BOTTOM 814.0
#define POSTER_LEFT 36.8
#define POSTER_RIGHT 558.6
/* Letters may come as near as this without being taken for touching. */
#define TOUCH 0.7
#define HEAD_HEIGHT 17.9
#define WIDE 300.0
#define LINE_APART 3.0
#define PART_LINES 3
#define WHOLE_LINES 6
#define LAST_LINES 3
#define FOOT_TEXTS 3 /* form, record, page; the edition where there is one */

static char *
blame (const DumpBox *box, const char *what)
{
  return g_strdup_printf ("page %u, %.1f,%.1f: %s: %s", box->page, box->x, box->y, what,
                          box->text != NULL ? box->text : box->kind);
}

static gboolean
is_written (const DumpBox *box)
{
  return dump_box_is_text (box) || g_str_equal (box->kind, "column");
}

/* A line feed in a text would end its line in the dump, and its line on paper. */
static char *
check_lines (const BoxDump *dump)
{
  if (dump->damage != NULL)
    return g_strdup_printf ("no box: %s", dump->damage);
  return dump->pages == 0 ? g_strdup ("no page") : NULL;
}

static gboolean
has_columns (const BoxDump *dump)
{
  for (guint i = 0; i < dump->boxes->len; i++)
    if (g_str_equal (box_dump_get (dump, i)->kind, "column"))
      return TRUE;
  return FALSE;
}

/* A poster has its frame nearer to the edge. */
static gboolean
is_poster (const BoxDump *dump)
{
  for (guint i = 0; i < dump->boxes->len; i++) {
    const DumpBox *box = box_dump_get (dump, i);

    if (g_str_equal (box->kind, "rect") && box->x < POSTER_LEFT + 1 && box->width > 500)
      return TRUE;
  }
  return has_columns (dump);
}

static char *
check_inside (const BoxDump *dump)
{
  double left = is_poster (dump) ? POSTER_LEFT : LEFT;
  double right = is_poster (dump) ? POSTER_RIGHT : RIGHT;

  for (guint i = 0; i < dump->boxes->len; i++) {
    const DumpBox *box = box_dump_get (dump, i);
    double x, y, end, bottom;

    if (!is_written (box))
      continue;
    dump_box_get_ink (box, &x, &y, &end, &bottom);
    if (x < left || end > right || y < TOP || bottom > BOTTOM)
      return blame (box, "leaves the text area");
  }
  return NULL;
}

static gboolean
touch (const DumpBox *a, const DumpBox *b)
{
  double left, top, right, bottom, other_left, other_top, other_right, other_bottom;

  dump_box_get_ink (a, &left, &top, &right, &bottom);
  dump_box_get_ink (b, &other_left, &other_top, &other_right, &other_bottom);
  return left + TOUCH < other_right && other_left + TOUCH < right && top + TOUCH < other_bottom &&
         other_top + TOUCH < bottom;
}

static char *
check_apart (const BoxDump *dump)
{
  for (guint i = 0; i < dump->boxes->len; i++) {
    const DumpBox *box = box_dump_get (dump, i);
    for (guint j = i + 1; is_written (box) && j < dump->boxes->len; j++) {
      const DumpBox *other = box_dump_get (dump, j);

      if (other->page != box->page)
        break;
      if (is_written (other) && touch (box, other)) {
        g_autofree char *what = g_strdup_printf ("“%s” lies on", other->text);
        return blame (box, what);
      }
    }
  }
  return NULL;
}

/* Solid lines in black; those of a chart stand under its words on purpose. */
static gboolean
is_stroke (const DumpBox *box)
{
  return g_str_equal (box->kind, "line") && box->tag == NULL &&
         strstr (box->paint, "pen=ink") != NULL && strstr (box->paint, ":dashed") == NULL &&
         (box->width == 0 || box->height == 0);
}

static gboolean
is_struck (const DumpBox *text, const DumpBox *line)
{
  double left, top, right, bottom;

  dump_box_get_ink (text, &left, &top, &right, &bottom);
  return line->x + TOUCH < right && line->x + line->width > left + TOUCH &&
         line->y + TOUCH < bottom && line->y + line->height > top + TOUCH;
}

static char *
check_not_struck (const BoxDump *dump)
{
  for (guint i = 0; i < dump->boxes->len; i++) {
    const DumpBox *line = box_dump_get (dump, i);
    if (!is_stroke (line))
      continue;
    for (guint j = box_dump_find_page (dump, line->page); j < dump->boxes->len; j++) {
      const DumpBox *text = box_dump_get (dump, j);

      if (text->page != line->page)
        break;
      if (is_written (text) && is_struck (text, line))
        return blame (text, "has a line through it");
    }
  }
  return NULL;
}

/* Whether @text begins inside @rect, which is drawn, and does not end there. */
static gboolean
breaks_out (const DumpBox *text, const DumpBox *rect)
{
  double left, top, right, bottom;

  dump_box_get_ink (text, &left, &top, &right, &bottom);
  if (left < rect->x || left > rect->x + rect->width || top < rect->y - TOUCH ||
      top > rect->y + rect->height - TOUCH)
    return FALSE;
  return right > rect->x + rect->width + TOUCH || bottom > rect->y + rect->height + TOUCH;
}

/* Bars are drawn under and between words; what holds words is outlined or tinted. */
static gboolean
is_frame (const DumpBox *box)
{
  return g_str_equal (box->kind, "rect") && box->tag == NULL && box->height > 9 &&
         (strstr (box->paint, "pen=ink") != NULL || strstr (box->paint, "fill=tint") != NULL);
}

static char *
check_framed (const BoxDump *dump)
{
  for (guint i = 0; i < dump->boxes->len; i++) {
    const DumpBox *rect = box_dump_get (dump, i);
    if (!is_frame (rect))
      continue;
    for (guint j = box_dump_find_page (dump, rect->page); j < dump->boxes->len; j++) {
      const DumpBox *text = box_dump_get (dump, j);

      if (text->page != rect->page)
        break;
      if (dump_box_is_text (text) && breaks_out (text, rect))
        return blame (text, "breaks out of its frame");
    }
  }
  return NULL;
}

/* Form, record and page number below one rule, and the code at their right. */
static char *
check_foot (const BoxDump *dump)
{
  for (guint page = 1; page <= dump->pages; page++) {
    guint end = box_dump_find_page (dump, page + 1);
    guint lines = 0, rules = 0, codes = 0;

    for (guint i = box_dump_find_page (dump, page); i < end; i++) {
      const DumpBox *box = box_dump_get (dump, i);

      if (!dump_box_is_foot (box))
        continue;
      lines += dump_box_is_text (box) && box->tag == NULL;
      rules += dump_box_is_rule (box);
      codes += g_str_equal (box->kind, "qr");
      if (dump_box_is_text (box) && box->tag != NULL && box->size > 7)
        return blame (box, "stands in the foot");
    }
    if (lines < FOOT_TEXTS || rules != 1 || codes != 1)
      return g_strdup_printf ("page %u: no whole foot: %u lines, %u rules, %u codes", page, lines,
                              rules, codes);
  }
  return NULL;
}

/* n / N once on each page, wherever the foot has it. */
static char *
check_numbers (const BoxDump *dump)
{
  for (guint page = 1; page <= dump->pages; page++) {
    g_autofree char *number = g_strdup_printf ("%u / %u", page, dump->pages);
    guint end = box_dump_find_page (dump, page + 1);
    guint found = 0;

    for (guint i = box_dump_find_page (dump, page); i < end; i++)
      found += dump_box_is_text (box_dump_get (dump, i)) &&
               g_str_has_suffix (box_dump_get (dump, i)->text, number);
    if (found != 1)
      return g_strdup_printf ("page %u: “%s” stands there %u times", page, number, found);
  }
  return NULL;
}

/* Text of the body that is content: neither the foot nor what is repeated. */
static gboolean
is_body (const DumpBox *box)
{
  return g_str_equal (box->kind, "text") && box->tag != NULL && !dump_box_is_foot (box);
}

/* (nullable): the last text of the body of @page */
static const DumpBox *
find_last (const BoxDump *dump, guint page)
{
  const DumpBox *last = NULL;

  for (guint i = box_dump_find_page (dump, page); i < box_dump_find_page (dump, page + 1); i++)
    if (is_body (box_dump_get (dump, i)))
      last = box_dump_get (dump, i);
  return last;
}

/* The first text of the body of @page; the number of boxes when there is none. */
static guint
find_first (const BoxDump *dump, guint page)
{
  for (guint i = box_dump_find_page (dump, page); i < box_dump_find_page (dump, page + 1); i++)
    if (is_body (box_dump_get (dump, i)))
      return i;
  return dump->boxes->len;
}

static gboolean
is_followed (const BoxDump *dump, guint heading)
{
  const DumpBox *box = box_dump_get (dump, heading);
  guint end = box_dump_find_page (dump, box->page + 1);

  for (guint i = heading + 1; i < end; i++) {
    const DumpBox *next = box_dump_get (dump, i);

    if (is_body (next) && *next->text != '\0' && !dump_box_has_tag (next, "H2") &&
        next->y > box->y + 2)
      return TRUE;
  }
  return FALSE;
}

static char *
check_headings (const BoxDump *dump)
{
  for (guint i = 0; i < dump->boxes->len; i++) {
    const DumpBox *box = box_dump_get (dump, i);

    if (dump_box_has_tag (box, "H2") && dump_box_is_text (box) && !is_followed (dump, i))
      return blame (box, "a heading ends its page");
  }
  return NULL;
}

/* The last row of @page: where its texts begin and end; FALSE when the page ends otherwise. */
static gboolean
find_last_row (const BoxDump *dump, guint page, guint *start, guint *end)
{
  guint first = box_dump_find_page (dump, page);
  guint i = box_dump_find_page (dump, page + 1);

  while (i > first && !is_body (box_dump_get (dump, i - 1)))
    i--;
  if (i == first || !dump_box_is_cell (box_dump_get (dump, i - 1)))
    return FALSE;
  *end = i;
  while (i > first && !dump_box_is_rule (box_dump_get (dump, i - 1)))
    i--;
  *start = i;
  return TRUE;
}

/* Whether @page goes on with the table that the page before it ends with. */
static gboolean
goes_on (const BoxDump *dump, guint page)
{
  guint first = find_first (dump, page);
  const DumpBox *last = find_last (dump, page - 1);

  return first < dump->boxes->len && last != NULL && dump_box_is_cell (last) &&
         dump_box_is_cell (box_dump_get (dump, first));
}

/* Group rows and heads are headings of what follows them: nothing but a heading cell. */
static char *
check_group_rows (const BoxDump *dump)
{
  for (guint page = 1; page < dump->pages; page++) {
    gboolean cells = FALSE;
    guint start, end;

    if (!goes_on (dump, page + 1) || !find_last_row (dump, page, &start, &end))
      continue;
    for (guint i = start; i < end; i++)
      cells |= dump_box_has_tag (box_dump_get (dump, i), "TD") ||
               !dump_box_has_tag (box_dump_get (dump, i), "TH") || !box_dump_get (dump, i)->bold;
    if (!cells)
      return blame (box_dump_get (dump, start), "a group or head row ends its page");
  }
  return NULL;
}

static gboolean
is_tint (const DumpBox *box)
{
  return g_str_equal (box->kind, "rect") && box->tag == NULL &&
         strstr (box->paint, "fill=tint") != NULL;
}

/* Words in a tinted row over the whole table, above the first row. */
static gboolean
has_head (const BoxDump *dump, guint page)
{
  guint first = find_first (dump, page);
  gboolean row = FALSE;

  for (guint i = box_dump_find_page (dump, page); i <= first; i++) {
    const DumpBox *box = box_dump_get (dump, i);

    row |= is_tint (box) && box->width > WIDE && box->height > HEAD_HEIGHT;
    if (row && dump_box_is_text (box))
      return TRUE;
  }
  return FALSE;
}

/* (nullable): what @page begins with when its rows have labels instead of a head. */
static const DumpBox *
find_label (const BoxDump *dump, guint page)
{
  for (guint i = box_dump_find_page (dump, page); i < find_first (dump, page); i++)
    if (is_tint (box_dump_get (dump, i)) && box_dump_get (dump, i)->width < WIDE)
      return box_dump_get (dump, i);
  return NULL;
}

static char *
check_heads (const BoxDump *dump)
{
  for (guint page = 2; page <= dump->pages; page++)
    if (goes_on (dump, page) && find_label (dump, page) == NULL && !has_head (dump, page))
      return blame (box_dump_get (dump, find_first (dump, page)), "a row without its head");
  return NULL;
}

/* What stands beside a label at the left edge belongs to the block: company, people, facts. Rows
 * to be ticked have their box there, and may be torn. */
static char *
check_blocks (const BoxDump *dump)
{
  for (guint page = 2; page <= dump->pages; page++) {
    const DumpBox *label = goes_on (dump, page) ? find_label (dump, page) : NULL;

    if (label != NULL && label->x < LEFT + TOUCH)
      return blame (box_dump_get (dump, find_first (dump, page)), "a block is torn");
  }
  return NULL;
}

/* How many lines the longest cell between two boxes has. */
static guint
count_lines (const BoxDump *dump, guint start, guint end)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = start; i < end; i++) {
    const DumpBox *box = box_dump_get (dump, i);
    gboolean known = FALSE;

    if (!is_body (box) || *box->text == '\0')
      continue;
    for (guint k = 0; k < seen->len; k++)
      known |= fabs (g_array_index (seen, double, k) - box->y) < LINE_APART;
    if (!known)
      g_array_append_val (seen, box->y);
  }
  return seen->len;
}

/* The row that @page begins with, when it is the rest of one that began before: its number or
 * subject is empty, because it was said there. */
static gboolean
find_rest (const BoxDump *dump, guint page, guint *start, guint *end)
{
  guint first = find_first (dump, page);
  guint i = first;

  if (!goes_on (dump, page) || *box_dump_get (dump, first)->text != '\0')
    return FALSE;
  while (i < dump->boxes->len && !dump_box_is_rule (box_dump_get (dump, i)))
    i++;
  *start = first;
  *end = i;
  return TRUE;
}

static char *
check_split_rows (const BoxDump *dump)
{
  for (guint page = 2; page <= dump->pages; page++) {
    guint start, end, rest_start, rest_end, above, below;

    if (!find_rest (dump, page, &rest_start, &rest_end) ||
        !find_last_row (dump, page - 1, &start, &end))
      continue;
    above = count_lines (dump, start, end);
    below = count_lines (dump, rest_start, rest_end);
    if (above < PART_LINES || below < PART_LINES || above + below <= WHOLE_LINES)
      return g_strdup_printf ("page %u: a row is split into %u and %u lines", page, above, below);
  }
  return NULL;
}

/* Lines or rows: a heading counts with them. */
static char *
check_last_page (const BoxDump *dump)
{
  guint lines = 0;

  if (dump->pages < 2)
    return NULL;
  lines = count_lines (dump, box_dump_find_page (dump, dump->pages), dump->boxes->len);
  if (lines >= LAST_LINES)
    return NULL;
  return g_strdup_printf ("page %u: hardly anything is on it: %u lines", dump->pages, lines);
}

static const BoxRuleEntry rules[] = {
  { "every line of the dump is a box", check_lines, TRUE },
  { "texts stay in the text area", check_inside, TRUE },
  { "texts lie apart", check_apart, TRUE },
  { "no line goes through a text", check_not_struck, TRUE },
  { "texts stay in their frames", check_framed, TRUE },
  { "every page has its foot", check_foot, FALSE },
  { "every page has its number", check_numbers, TRUE },
  { "no heading ends a page", check_headings, TRUE },
  { "no group row ends a page", check_group_rows, FALSE },
  { "heads are repeated", check_heads, FALSE },
  { "blocks stay whole", check_blocks, FALSE },
  { "rows are split with three lines on each side", check_split_rows, FALSE },
  { "the last page is not bare", check_last_page, FALSE },
};

const BoxRuleEntry *
box_rules_get (guint *n)
{
  *n = G_N_ELEMENTS (rules);
  return rules;
}

char *
box_rules_check (const BoxDump *dump, gboolean poster)
{
  GString *broken = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autofree char *where = rules[i].posters || !poster ? rules[i].check (dump) : NULL;

    if (where != NULL)
      g_string_append_printf (broken, "%s: %s\n", rules[i].name, where);
  }
  return g_string_free (broken, broken->len == 0);
}
