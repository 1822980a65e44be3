/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cut-font.h"

#include <cairo-ft.h>
#include <hb-subset.h>

#include FT_MODULE_H

struct _SgnCutFont {
  hb_face_t *whole;
  hb_set_t *glyphs;
  hb_map_t *numbers; /* (nullable): of the whole font → of the cut one */
  cairo_font_face_t *face;
  gboolean tried;
};

/* What a face of cairo needs for as long as it lives, which may be longer than the font. */
typedef struct {
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} Source;

static const cairo_user_data_key_t source_key;

static void
source_free (void *data)
{
  Source *self = data;

  if (self->face != NULL)
    FT_Done_Face (self->face);
  if (self->library != NULL)
    FT_Done_FreeType (self->library);
  hb_blob_destroy (self->blob);
  g_free (self);
}

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean has = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return has;
}

SgnCutFont *
sgn_cut_font_new (hb_face_t *face)
{
  SgnCutFont *self;

  if (!has_table (face, HB_TAG ('C', 'F', 'F', ' ')))
    return NULL;
  self = g_new0 (SgnCutFont, 1);
  self->whole = hb_face_reference (face);
  self->glyphs = hb_set_create ();
  return self;
}

void
sgn_cut_font_free (SgnCutFont *self)
{
  if (self == NULL)
    return;

  hb_face_destroy (self->whole);
  hb_set_destroy (self->glyphs);
  hb_map_destroy (self->numbers);
  g_clear_pointer (&self->face, cairo_font_face_destroy);
  g_free (self);
}

void
sgn_cut_font_add (SgnCutFont *self, hb_codepoint_t glyph)
{
  g_return_if_fail (!self->tried);

  if (glyph < hb_face_get_glyph_count (self->whole))
    hb_set_add (self->glyphs, glyph);
}

/* What was laid out already needs no rules for laying out, and what is painted no map. */
static hb_subset_plan_t *
plan (SgnCutFont *self)
{
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'),
    HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('c', 'm', 'a', 'p'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t *made;

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_glyph_set (input), self->glyphs);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
  made = hb_subset_plan_create_or_fail (self->whole, input);
  hb_subset_input_destroy (input);
  return made;
}

/* (transfer full) (nullable) */
static hb_blob_t *
cut (SgnCutFont *self)
{
  hb_subset_plan_t *made = plan (self);
  hb_face_t *face = made != NULL ? hb_subset_plan_execute_or_fail (made) : NULL;
  hb_blob_t *blob = NULL;

  if (face != NULL) {
    self->numbers = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (made));
    blob = hb_face_reference_blob (face);
  }
  hb_face_destroy (face);
  hb_subset_plan_destroy (made);
  return blob;
}

/* (nullable): takes @blob */
static Source *
source_new (hb_blob_t *blob)
{
  Source *self = g_new0 (Source, 1);
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);

  self->blob = blob;
  if (FT_Init_FreeType (&self->library) == 0 &&
      FT_New_Memory_Face (self->library, (const FT_Byte *) data, length, 0, &self->face) == 0)
    return self;
  source_free (self);
  return NULL;
}

/* (nullable) */
static cairo_font_face_t *
create_face (SgnCutFont *self)
{
  hb_blob_t *blob = cut (self);
  Source *source = blob != NULL ? source_new (blob) : NULL;
  cairo_font_face_t *face;

  if (source == NULL)
    return NULL;
  face = cairo_ft_font_face_create_for_ft_face (source->face, 0);
  if (cairo_font_face_set_user_data (face, &source_key, source, source_free) ==
      CAIRO_STATUS_SUCCESS)
    return face;
  cairo_font_face_destroy (face);
  source_free (source);
  return NULL;
}

cairo_font_face_t *
sgn_cut_font_get_face (SgnCutFont *self)
{
  if (!self->tried)
    self->face = create_face (self);
  self->tried = TRUE;
  return self->face;
}

gboolean
sgn_cut_font_look_up (SgnCutFont *self, hb_codepoint_t glyph, unsigned long *index)
{
  if (self->numbers == NULL || !hb_map_has (self->numbers, glyph))
    return FALSE;
  *index = hb_map_get (self->numbers, glyph);
  return TRUE;
}
