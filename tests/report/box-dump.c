/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "box-dump.h"

#include <string.h>

#define FOOT_RULE 767.5
#define ROW_RULE 150.0
#define ABOVE_BASELINE 0.88

static void
free_box (gpointer data)
{
  DumpBox *box = data;

  g_free (box->kind);
  g_free (box->paint);
  g_free (box->tag);
  g_free (box->text);
  g_free (box);
}

/* (transfer full): the word that @rest begins with, which is moved behind it */
static char *
take_word (const char **rest)
{
  const char *end = strchr (*rest, ' ');
  gsize length = end != NULL ? (gsize) (end - *rest) : strlen (*rest);
  char *word = g_strndup (*rest, length);

  *rest += length + (end != NULL ? 1 : 0);
  return word;
}

static gboolean
take_pair (const char **rest, char between, double *first, double *second)
{
  char *end = NULL;

  *first = g_ascii_strtod (*rest, &end);
  if (end == *rest || *end != between)
    return FALSE;
  *rest = end + 1;
  *second = g_ascii_strtod (*rest, &end);
  if (end == *rest)
    return FALSE;
  *rest = *end == ' ' ? end + 1 : end;
  return TRUE;
}

static gboolean
take_place (DumpBox *box, const char **rest)
{
  return take_pair (rest, ',', &box->x, &box->y) &&
         take_pair (rest, 'x', &box->width, &box->height);
}

static void
take_tag (DumpBox *box, const char **rest)
{
  const char *end = **rest == '<' ? strchr (*rest, '>') : NULL;

  if (end == NULL)
    return;
  box->tag = g_strndup (*rest + 1, (gsize) (end - *rest) - 1);
  *rest = end[1] == ' ' ? end + 2 : end + 1;
}

static gboolean
read_text (DumpBox *box, const char *rest)
{
  g_autofree char *size = take_word (&rest);
  g_autofree char *weight = take_word (&rest);
  static const char *const colours[] = { "accent ", "white ", "no " };

  box->size = g_ascii_strtod (size, NULL);
  box->bold = g_str_equal (weight, "bold");
  if (box->size <= 0 || (!box->bold && !g_str_equal (weight, "regular")))
    return FALSE;
  if (!take_place (box, &rest))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_str_has_prefix (rest, colours[i]))
      rest += strlen (colours[i]);
  take_tag (box, &rest);
  box->text = g_strdup (rest);
  return TRUE;
}

static gboolean
read_shape (DumpBox *box, const char *rest)
{
  const char *tag = NULL;

  if (!take_place (box, &rest))
    return FALSE;
  tag = strchr (rest, '<');
  box->paint = tag != NULL ? g_strndup (rest, (gsize) (tag - rest)) : g_strdup (rest);
  if (tag != NULL)
    take_tag (box, &tag);
  return TRUE;
}

/* (nullable): NULL when the line is no box */
static DumpBox *
read_line (const char *line)
{
  DumpBox *box = g_new0 (DumpBox, 1);
  const char *rest = line;
  g_autofree char *page = take_word (&rest);
  gboolean is_text = FALSE;

  box->kind = take_word (&rest);
  box->page = page[0] == 'p' ? (guint) g_ascii_strtoull (page + 1, NULL, 10) : 0;
  is_text = g_str_equal (box->kind, "text") || g_str_equal (box->kind, "column") ||
            g_str_equal (box->kind, "banner");
  if (box->page > 0 && (is_text ? read_text (box, rest) : read_shape (box, rest)))
    return box;
  free_box (box);
  return NULL;
}

static void
end_page (BoxDump *self)
{
  guint end = self->boxes->len;

  g_array_append_val (self->starts, end);
}

/* Pages follow one another, none without a box. */
static void
add_box (BoxDump *self, DumpBox *box)
{
  while (self->pages < box->page) {
    end_page (self);
    self->pages++;
  }
  g_ptr_array_add (self->boxes, box);
}

BoxDump *
box_dump_new (const char *text)
{
  BoxDump *self = g_new0 (BoxDump, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->boxes = g_ptr_array_new_with_free_func (free_box);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; lines[i] != NULL; i++) {
    DumpBox *box = lines[i + 1] != NULL || *lines[i] != '\0' ? read_line (lines[i]) : NULL;

    if (box != NULL) {
      add_box (self, box);
    } else if (self->damage == NULL && lines[i + 1] != NULL) {
      self->damage = g_strdup (lines[i]);
    }
  }
  end_page (self);
  return self;
}

void
box_dump_free (BoxDump *self)
{
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->starts);
  g_free (self->damage);
  g_free (self);
}

const DumpBox *
box_dump_get (const BoxDump *self, guint i)
{
  return g_ptr_array_index (self->boxes, i);
}

guint
box_dump_find_page (const BoxDump *self, guint page)
{
  return g_array_index (self->starts, guint, MIN (page, self->starts->len) - 1);
}

gboolean
dump_box_is_text (const DumpBox *self)
{
  return g_str_equal (self->kind, "text") && *self->text != '\0';
}

gboolean
dump_box_has_tag (const DumpBox *self, const char *tag)
{
  return g_strcmp0 (self->tag, tag) == 0;
}

gboolean
dump_box_is_cell (const DumpBox *self)
{
  return g_str_equal (self->kind, "text") &&
         (dump_box_has_tag (self, "TD") || dump_box_has_tag (self, "TH"));
}

gboolean
dump_box_is_rule (const DumpBox *self)
{
  return g_str_equal (self->kind, "line") && self->height == 0 && self->width > ROW_RULE &&
         self->tag == NULL;
}

gboolean
dump_box_is_foot (const DumpBox *self)
{
  return self->y > FOOT_RULE;
}

void
dump_box_get_ink (const DumpBox *self, double *left, double *top, double *right, double *bottom)
{
  if (g_str_equal (self->kind, "column")) {
    *left = self->x - self->size / 2;
    *right = self->x + self->size / 2;
    *top = self->y;
    *bottom = self->y + self->height;
    return;
  }
  *left = self->x;
  *right = self->x + self->width;
  *top = self->y - ABOVE_BASELINE * self->size;
  *bottom = *top + self->size;
}
