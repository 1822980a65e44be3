/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-box.h"

void
sgn_box_free (SgnBox *self)
{
  g_free (self->text);
  g_free (self->points);
  g_clear_pointer (&self->picture, sgn_picture_unref);
  g_free (self);
}

void
sgn_outline_entry_free (SgnOutlineEntry *self)
{
  g_free (self->title);
  g_free (self);
}

const char *
sgn_tag_get_name (SgnTag tag)
{
  static const char *const names[] = {
    "NonStruct", "Document", "H1",    "H2", "P",  "L",  "LI",     "Lbl",  "LBody",
    "Table",     "THead",    "TBody", "TR", "TH", "TD", "Figure", "Span",
  };
  g_return_val_if_fail ((guint) tag < G_N_ELEMENTS (names), "NonStruct");
  return names[tag];
}

double
sgn_box_get_size (const SgnBox *self)
{
  return self->size > 0 ? self->size : sgn_type_get_style (self->type)->size;
}

static gboolean
has_text (const SgnBox *self)
{
  return self->kind == SGN_BOX_TEXT || self->kind == SGN_BOX_COLUMN || self->kind == SGN_BOX_BANNER;
}

static const char *
name_kind (SgnBoxKind kind)
{
  static const char *const names[] = {
    "text",    "column", "line", "rect", "hatch",  "cross-hatch",
    "polygon", "circle", "mark", "qr",   "banner", "picture",
  };
  return names[kind];
}

/* One decimal, without a locale and without a negative zero. */
static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value > -0.05 && value < 0)
    value = 0;
  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.1f", value));
}

static void
append_place (GString *out, const SgnRect *rect)
{
  g_string_append_c (out, ' ');
  append_number (out, rect->x);
  g_string_append_c (out, ',');
  append_number (out, rect->y);
  g_string_append_c (out, ' ');
  append_number (out, rect->width);
  g_string_append (out, "x");
  append_number (out, rect->height);
}

static void
append_paint (const SgnBox *self, GString *out)
{
  if (self->fill != SGN_COLOUR_NONE)
    g_string_append_printf (out, " fill=%s", sgn_colour_get_name (self->fill));
  if (self->pen.weight <= 0)
    return;

  g_string_append_printf (out, " pen=%s:", sgn_colour_get_name (self->pen.colour));
  append_number (out, self->pen.weight);
  if (self->pen.dash > 0)
    g_string_append (out, ":dashed");
}

static void
append_text (const SgnBox *self, GString *out)
{
  const SgnTypeStyle *style = sgn_type_get_style (self->type);

  g_string_append_c (out, ' ');
  append_number (out, sgn_box_get_size (self));
  g_string_append (out, style->bold ? " bold" : " regular");
  append_place (out, &self->rect);
  if (self->fill != SGN_COLOUR_INK)
    g_string_append_printf (out, " %s", sgn_colour_get_name (self->fill));
}

static void
append_shape (const SgnBox *self, GString *out)
{
  append_place (out, &self->rect);
  append_paint (self, out);
  if (self->kind == SGN_BOX_MARK)
    g_string_append_printf (out, " %s%s", sgn_mark_to_key (self->mark), self->last ? " last" : "");
  for (guint i = 0; i < self->n_points; i++) {
    g_string_append_c (out, ' ');
    append_number (out, self->points[i].x);
    g_string_append_c (out, ',');
    append_number (out, self->points[i].y);
  }
}

void
sgn_box_append_to (const SgnBox *self, const SgnNode *node, GString *out)
{
  g_string_append (out, name_kind (self->kind));
  if (has_text (self))
    append_text (self, out);
  else
    append_shape (self, out);

  if (self->node != SGN_NODE_ARTIFACT)
    g_string_append_printf (out, " <%s>", sgn_tag_get_name (node->tag));
  if (has_text (self))
    g_string_append_printf (out, " %s", self->text);
  g_string_append_c (out, '\n');
}
