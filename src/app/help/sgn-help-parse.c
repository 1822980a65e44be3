/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-help-private.h"

#include <pango/pango.h>
#include <string.h>

/* A page while it is being read. */
typedef struct {
  SgnHelpPage *page;
  GHashTable *titles; /* (nullable) */
  GPtrArray *open;    /* of char*: the elements around, outermost first */
  GString *text;      /* (nullable): of the part that is being read */
  GString *row;       /* (nullable): of the row of a table */
  char *section;      /* (nullable): id of the section around */
  guint number;       /* of the last step; 0 in a list without numbers */
  guint n_keys;       /* pressed together, until now */
  gboolean is_numbered;
} Reading;

/* What is around words, as the toolkit writes it. Japanese is never slanted. */
static const struct {
  const char *element;
  const char *before;
  const char *after;
} inlines[] = {
  { "gui", "<b>", "</b>" },    { "key", "<b>", "</b>" },     { "em", "<b>", "</b>" },
  { "app", "<b>", "</b>" },    { "cmd", "<tt>", "</tt>" },   { "code", "<tt>", "</tt>" },
  { "file", "<tt>", "</tt>" }, { "input", "<tt>", "</tt>" },
};

SgnHelpPart *
sgn_help_part_new (SgnHelpKind kind, const char *markup, const char *place)
{
  SgnHelpPart *self = g_new0 (SgnHelpPart, 1);

  self->kind = kind;
  self->markup = g_strdup (markup);
  self->place = g_strdup (place);
  return self;
}

void
sgn_help_part_free (SgnHelpPart *self)
{
  g_free (self->markup);
  g_free (self->place);
  g_free (self);
}

void
sgn_help_page_free (SgnHelpPage *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->desc);
  g_ptr_array_unref (self->guides);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static const char *
find_value (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static gboolean
is_inside (const Reading *reading, const char *element)
{
  for (guint i = 0; i < reading->open->len; i++)
    if (g_str_equal (g_ptr_array_index (reading->open, i), element))
      return TRUE;
  return FALSE;
}

static const char *
get_parent (const Reading *reading)
{
  return reading->open->len > 0 ? g_ptr_array_index (reading->open, reading->open->len - 1) : "";
}

/* Whether an element holds words of its own, that are a part of the page. */
static gboolean
begins_part (const Reading *reading, const char *element)
{
  static const char *const elements[] = { "p", "title", "screen", "code", "desc", NULL };

  if (reading->text != NULL || !g_strv_contains (elements, element))
    return FALSE;
  return !is_inside (reading, "info") || g_str_equal (element, "desc");
}

/* Where the page belongs, and what to read as well. */
static void
add_relation (Reading *reading, const char *xref, const char **names, const char **values)
{
  SgnHelpPage *page = reading->page;
  gboolean is_guide = g_strcmp0 (find_value (names, values, "type"), "guide") == 0;

  g_ptr_array_add (is_guide ? page->guides : page->others, g_strdup (xref));
  if (is_guide)
    page->is_first = g_strcmp0 (find_value (names, values, "group"), "#first") == 0;
}

static void
begin_link (Reading *reading, const char **names, const char **values)
{
  const char *xref = find_value (names, values, "xref");
  /* A place on the page itself is named without the page. */
  const char *page = xref != NULL && *xref == '#' ? reading->page->id : "";
  g_autofree char *place = g_strconcat (page, xref, NULL);
  g_autofree char *escaped = g_markup_escape_text (place, -1);

  if (is_inside (reading, "info"))
    add_relation (reading, place, names, values);
  else if (reading->text != NULL)
    g_string_append_printf (reading->text, "<a href=\"%s\">", escaped);
}

/* A link without words is called what the page is called. */
static void
end_link (Reading *reading)
{
  const char *start = NULL;
  const char *title = NULL;

  if (reading->text == NULL)
    return;
  if (g_str_has_suffix (reading->text->str, "\">")) {
    start = g_strrstr (reading->text->str, "<a href=\"") + strlen ("<a href=\"");
    g_autofree char *xref = g_strndup (start, strcspn (start, "\"#"));
    g_autofree char *escaped = NULL;

    title = reading->titles != NULL ? g_hash_table_lookup (reading->titles, xref) : NULL;
    escaped = g_markup_escape_text (title != NULL ? title : xref, -1);
    g_string_append (reading->text, escaped);
  }
  g_string_append (reading->text, "</a>");
}

static void
begin_inline (Reading *reading, const char *element)
{
  const char *parent = get_parent (reading);

  if (g_str_equal (element, "keyseq") || g_str_equal (element, "guiseq"))
    reading->n_keys = 0;
  if (g_str_equal (parent, "keyseq") && reading->n_keys++ > 0)
    g_string_append (reading->text, "+");
  if (g_str_equal (parent, "guiseq") && reading->n_keys++ > 0)
    g_string_append (reading->text, " → ");
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      g_string_append (reading->text, inlines[i].before);
}

static void
end_inline (Reading *reading, const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      g_string_append (reading->text, inlines[i].after);
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (element, "page")) {
    reading->page->id = g_strdup (find_value (names, values, "id"));
  } else if (g_str_equal (element, "section")) {
    g_free (reading->section);
    reading->section = g_strdup (find_value (names, values, "id"));
  } else if (g_str_equal (element, "steps") || g_str_equal (element, "list")) {
    reading->is_numbered = g_str_equal (element, "steps") ||
                           g_strcmp0 (find_value (names, values, "type"), "numbered") == 0;
    reading->number = 0;
  } else if (g_str_equal (element, "item")) {
    reading->number++;
  } else if (g_str_equal (element, "tr")) {
    reading->row = g_string_new (NULL);
  } else if (g_str_equal (element, "link")) {
    begin_link (reading, names, values);
  } else if (begins_part (reading, element)) {
    reading->text = g_string_new (NULL);
  } else if (reading->text != NULL) {
    begin_inline (reading, element);
  }
  g_ptr_array_add (reading->open, g_strdup (element));
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reading *reading = user_data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  if (reading->text != NULL)
    g_string_append (reading->text, escaped);
}

/* Lines of the file are not lines of the page, but where a program is quoted. Between Japanese
 * letters nothing stands for the end of a line. */
static char *
join_lines (const char *markup)
{
  g_auto (GStrv) lines = g_strsplit (markup, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strstrip (lines[i]);
    gboolean wide = joined->len > 0 && (guchar) joined->str[joined->len - 1] >= 0x80;

    if (*line == '\0')
      continue;
    if (joined->len > 0 && !(wide && (guchar) *line >= 0x80))
      g_string_append_c (joined, ' ');
    g_string_append (joined, line);
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
add_part (Reading *reading, SgnHelpKind kind, const char *markup, const char *section)
{
  g_autofree char *place =
    section != NULL ? g_strconcat (reading->page->id, "#", section, NULL) : NULL;

  g_ptr_array_add (reading->page->parts, sgn_help_part_new (kind, markup, place));
}

static void
add_title (Reading *reading, const char *markup)
{
  g_autofree char *plain = NULL;
  gboolean of_page = g_str_equal (get_parent (reading), "page");

  if (of_page)
    pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL);
  if (of_page && reading->page->title == NULL)
    reading->page->title = g_steal_pointer (&plain);
  add_part (reading, of_page ? SGN_HELP_TITLE : SGN_HELP_HEADING, markup,
            of_page ? NULL : reading->section);
}

/* A word that is explained; what explains it is an item without a mark of its own. */
static void
add_term (Reading *reading, const char *markup)
{
  g_autofree char *term = g_strconcat ("<b>", markup, "</b>", NULL);

  add_part (reading, SGN_HELP_TEXT, term, NULL);
}

static void
add_item (Reading *reading, const char *markup)
{
  g_autofree char *number = g_strdup_printf ("%u.", reading->number);
  g_autofree char *item = g_strconcat (reading->is_numbered ? number : "・", " ", markup, NULL);

  add_part (reading, SGN_HELP_ITEM, item, NULL);
}

static void
add_cell (Reading *reading, const char *markup)
{
  gboolean head = is_inside (reading, "thead");

  g_string_append_printf (reading->row, "%s%s%s%s", reading->row->len > 0 ? "\t" : "",
                          head ? "<b>" : "", markup, head ? "</b>" : "");
}

/* The element around has been left already. */
static void
end_part (Reading *reading, const char *element)
{
  g_autofree char *raw = g_string_free (g_steal_pointer (&reading->text), FALSE);
  g_autofree char *markup = join_lines (raw);

  if (g_str_equal (element, "desc")) {
    g_free (reading->page->desc);
    reading->page->desc = g_steal_pointer (&markup);
  } else if (reading->row != NULL) {
    add_cell (reading, markup);
  } else if (g_str_equal (element, "title") && is_inside (reading, "terms")) {
    add_term (reading, markup);
  } else if (g_str_equal (element, "title")) {
    add_title (reading, markup);
  } else if (!g_str_equal (element, "p")) {
    add_part (reading, SGN_HELP_CODE, g_strstrip (raw), NULL);
  } else if (is_inside (reading, "note")) {
    add_part (reading, SGN_HELP_NOTE, markup, NULL);
  } else if (is_inside (reading, "terms")) {
    add_part (reading, SGN_HELP_ITEM, markup, NULL);
  } else if (g_str_equal (get_parent (reading), "item")) {
    add_item (reading, markup);
  } else {
    add_part (reading, SGN_HELP_TEXT, markup, NULL);
  }
}

static gboolean
ends_part (const Reading *reading, const char *element)
{
  static const char *const elements[] = { "p", "title", "screen", "desc", NULL };

  if (reading->text == NULL)
    return FALSE;
  /* Code in a sentence does not end it. */
  return g_strv_contains (elements, element) ||
         (g_str_equal (element, "code") && !is_inside (reading, "p") &&
          !is_inside (reading, "title") && !is_inside (reading, "screen"));
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  g_ptr_array_remove_index (reading->open, reading->open->len - 1);
  if (g_str_equal (element, "tr")) {
    add_part (reading, SGN_HELP_ROW, reading->row->str, NULL);
    g_string_free (g_steal_pointer (&reading->row), TRUE);
  } else if (g_str_equal (element, "link")) {
    end_link (reading);
  } else if (ends_part (reading, element)) {
    end_part (reading, element);
  } else if (reading->text != NULL) {
    end_inline (reading, element);
  }
}

static void
reading_clear (Reading *reading)
{
  g_ptr_array_unref (reading->open);
  g_free (reading->section);
  if (reading->text != NULL)
    g_string_free (reading->text, TRUE);
  if (reading->row != NULL)
    g_string_free (reading->row, TRUE);
}

SgnHelpPage *
sgn_help_page_parse (const char *text, GHashTable *titles, GError **error)
{
  const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (SgnHelpPage) page = g_new0 (SgnHelpPage, 1);
  Reading reading = { .page = page, .titles = titles };
  g_autoptr (GMarkupParseContext) context = NULL;
  gboolean ok;

  page->guides = g_ptr_array_new_with_free_func (g_free);
  page->others = g_ptr_array_new_with_free_func (g_free);
  page->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_help_part_free);
  reading.open = g_ptr_array_new_with_free_func (g_free);
  context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  ok = g_markup_parse_context_parse (context, text, -1, error) &&
       g_markup_parse_context_end_parse (context, error);
  reading_clear (&reading);
  return ok && page->id != NULL ? g_steal_pointer (&page) : NULL;
}
