/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fallback.h"

#include "sgn-font.h"
#include "sgn-pages-private.h"

typedef struct {
  SgnFallback *fallback;
  SgnLanguage language;
  PangoLayout *layout; /* made for the first line that needs it */
  SgnFontSet *fonts[SGN_N_FACES];
} Collector;

static gboolean
is_covered (Collector *self, const SgnBox *box)
{
  SgnFace face = sgn_type_get_style (box->type)->face;

  if (self->fonts[face] == NULL)
    self->fonts[face] = sgn_font_set_new (face, self->language);
  for (const char *p = box->text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 &&
        sgn_font_set_look_up (self->fonts[face], g_utf8_get_char (p), 0, NULL) != SGN_COVERAGE_OWN)
      return FALSE;
  return TRUE;
}

/* The glyphs are the same in whatever size. */
static void
add_text (Collector *self, const SgnBox *box)
{
  PangoFontDescription *description = sgn_font_describe (box->type);

  if (self->layout == NULL) {
    PangoContext *context = sgn_font_create_context (self->language);

    self->layout = pango_layout_new (context);
    pango_layout_set_auto_dir (self->layout, FALSE);
    g_object_unref (context);
  }
  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_text (self->layout, box->text, -1);
  sgn_fallback_add_line (self->fallback, pango_layout_get_line_readonly (self->layout, 0));
  pango_font_description_free (description);
}

static void
add_page (Collector *self, GPtrArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++) {
    const SgnBox *box = g_ptr_array_index (boxes, i);

    if (box->kind == SGN_BOX_TEXT && !is_covered (self, box))
      add_text (self, box);
  }
}

void
sgn_fallback_add_pages (SgnFallback *self, SgnPages *pages)
{
  Collector collector = { .fallback = self, .language = pages->language };

  for (guint i = 0; i < pages->pages->len; i++)
    add_page (&collector, g_ptr_array_index (pages->pages, i));
  g_clear_object (&collector.layout);
  for (guint i = 0; i < SGN_N_FACES; i++)
    g_clear_pointer (&collector.fonts[i], sgn_font_set_free);
}
