/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-font.h"

#include <hb-subset.h>

/* All glyphs, under the numbers they have. */
static hb_subset_input_t *
create_input (void)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();

  if (input == NULL)
    return NULL;
  hb_set_invert (hb_subset_input_glyph_set (input));
  hb_set_invert (hb_subset_input_unicode_set (input));
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS |
                                      HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

/* A damaged font may come out empty. */
static gboolean
is_whole (hb_face_t *face, hb_face_t *plain)
{
  unsigned int n = hb_face_get_glyph_count (face);
  return n > 0 && hb_face_get_glyph_count (plain) == n;
}

/* (transfer full) (nullable) */
static hb_blob_t *
drop_hints (GBytes *font)
{
  gsize size;
  const char *data = g_bytes_get_data (font, &size);
  hb_blob_t *blob = hb_blob_create (data, (unsigned int) size, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_subset_input_t *input = create_input ();
  hb_face_t *plain = input != NULL ? hb_subset_or_fail (face, input) : NULL;
  hb_blob_t *result = NULL;

  if (plain != NULL && is_whole (face, plain))
    result = hb_face_reference_blob (plain);
  hb_face_destroy (plain);
  hb_subset_input_destroy (input);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return result;
}

static void
replace_font (qpdf_data qpdf, qpdf_oh stream, hb_blob_t *font)
{
  unsigned int size;
  const char *data = hb_blob_get_data (font, &size);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  sgn_pdf_replace_stream (qpdf, stream, bytes);
  sgn_pdf_set_integer (qpdf, qpdf_oh_get_dict (qpdf, stream), "/Length1", size);
}

/* The programs that fit outlines to few dots are a third of a subset, and paper has dots enough. */
static void
drop_hints_of_font (qpdf_data qpdf, qpdf_oh font)
{
  qpdf_oh descriptor = sgn_pdf_get (qpdf, font, "/FontDescriptor");
  qpdf_oh stream = sgn_pdf_get (qpdf, descriptor, "/FontFile2");
  g_autoptr (GBytes) bytes = sgn_pdf_read_stream (qpdf, stream);
  hb_blob_t *plain = bytes != NULL ? drop_hints (bytes) : NULL;

  if (plain != NULL && hb_blob_get_length (plain) < g_bytes_get_size (bytes))
    replace_font (qpdf, stream, plain);
  hb_blob_destroy (plain);
}

/* cairo numbers the glyphs of a subset as the font does, and does not say so. */
static void
tell_numbers (qpdf_data qpdf, qpdf_oh inner)
{
  if (sgn_pdf_has_name (qpdf, inner, "/Subtype", "/CIDFontType2") &&
      !sgn_pdf_has (qpdf, inner, "/CIDToGIDMap"))
    sgn_pdf_set_name (qpdf, inner, "/CIDToGIDMap", "/Identity");
}

static void
mend_font (qpdf_data qpdf, qpdf_oh font)
{
  qpdf_oh inner = sgn_pdf_get_at (qpdf, sgn_pdf_get (qpdf, font, "/DescendantFonts"), 0);

  tell_numbers (qpdf, inner);
  drop_hints_of_font (qpdf, qpdf_oh_is_dictionary (qpdf, inner) ? inner : font);
}

void
sgn_pdf_mend_fonts (qpdf_data qpdf, qpdf_oh page, GHashTable *known)
{
  qpdf_oh resources = sgn_pdf_get_inherited (qpdf, page, "/Resources");
  qpdf_oh fonts = sgn_pdf_get (qpdf, resources, "/Font");

  if (!qpdf_oh_is_dictionary (qpdf, fonts))
    return;
  qpdf_oh_begin_dict_key_iter (qpdf, fonts);
  while (qpdf_oh_dict_more_keys (qpdf)) {
    qpdf_oh font = sgn_pdf_get (qpdf, fonts, qpdf_oh_dict_next_key (qpdf));

    if (g_hash_table_add (known, GINT_TO_POINTER (qpdf_oh_get_object_id (qpdf, font))))
      mend_font (qpdf, font);
  }
}
