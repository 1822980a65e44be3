/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check-private.h"

#include <string.h>

typedef void (*CheckObject) (SgnPdfCheck *self, qpdf_oh object, const char *place);

static qpdf_oh
get (const SgnPdfCheck *self, qpdf_oh object, const char *key)
{
  return sgn_pdf_get (self->qpdf, object, key);
}

/* The keys first: libqpdf goes through one dictionary at a time. */
static void
for_each (SgnPdfCheck *self, qpdf_oh dictionary, CheckObject check)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (!qpdf_oh_is_dictionary (self->qpdf, dictionary))
    return;
  qpdf_oh_begin_dict_key_iter (self->qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->qpdf)));
  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index (keys, i);
    check (self, get (self, dictionary, key), key);
  }
}

/* Where there is a number it must be 1. */
static gboolean
is_opaque (const SgnPdfCheck *self, qpdf_oh state, const char *key)
{
  double value = 1;

  qpdf_oh_get_value_as_number (self->qpdf, get (self, state, key), &value);
  return value >= 1;
}

static void
check_state (SgnPdfCheck *self, qpdf_oh state, const char *place)
{
  gboolean blends = sgn_pdf_has (self->qpdf, state, "/BM") &&
                    !sgn_pdf_has_name (self->qpdf, state, "/BM", "/Normal") &&
                    !sgn_pdf_has_name (self->qpdf, state, "/BM", "/Compatible");
  gboolean masks = sgn_pdf_has (self->qpdf, state, "/SMask") &&
                   !sgn_pdf_has_name (self->qpdf, state, "/SMask", "/None");

  sgn_pdf_check_that (self,
                      !blends && !masks && is_opaque (self, state, "/CA") &&
                        is_opaque (self, state, "/ca"),
                      SGN_PDF_RULE_TRANSPARENCY, place);
}

static gboolean
is_embedded (const SgnPdfCheck *self, qpdf_oh font)
{
  qpdf_oh descriptor = get (self, font, "/FontDescriptor");

  return qpdf_oh_is_stream (self->qpdf, get (self, descriptor, "/FontFile")) ||
         qpdf_oh_is_stream (self->qpdf, get (self, descriptor, "/FontFile2")) ||
         qpdf_oh_is_stream (self->qpdf, get (self, descriptor, "/FontFile3"));
}

/* ABCDEF+Name */
static gboolean
is_subset (const SgnPdfCheck *self, qpdf_oh font)
{
  qpdf_oh name = get (self, font, "/BaseFont");
  const char *text = qpdf_oh_is_name (self->qpdf, name) ? qpdf_oh_get_name (self->qpdf, name) : "";

  for (int i = 1; i <= 6; i++)
    if (*text == '\0' || !g_ascii_isupper (text[i]))
      return FALSE;
  return text[7] == '+';
}

/* ISO 19005-3, 6.2.11.7.2: what stands for no character. */
static gboolean
has_characters (const SgnPdfCheck *self, qpdf_oh font)
{
  static const char *const none[] = { " <0000>", " <fffe>", " <FFFE>", " <feff>", " <FEFF>" };
  g_autoptr (GBytes) bytes = sgn_pdf_read_stream (self->qpdf, get (self, font, "/ToUnicode"));
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  const char *map = data != NULL ? g_strstr_len (data, (gssize) size, "beginbf") : NULL;

  if (map == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    const char *end = data + size;
    const char *found = map;
    while ((found = g_strstr_len (found, end - found, none[i])) != NULL) {
      found += strlen (none[i]);
      if (found < end && *found == '\n')
        return FALSE;
    }
  }
  return TRUE;
}

/* ISO 19005-3, 6.2.11.3.2 */
static gboolean
has_inner_font (const SgnPdfCheck *self, qpdf_oh font)
{
  qpdf_oh inner = sgn_pdf_get_at (self->qpdf, get (self, font, "/DescendantFonts"), 0);
  qpdf_oh map = get (self, inner, "/CIDToGIDMap");

  return is_embedded (self, inner) &&
         (!sgn_pdf_has_name (self->qpdf, inner, "/Subtype", "/CIDFontType2") ||
          qpdf_oh_is_stream (self->qpdf, map) ||
          qpdf_oh_is_name_and_equals (self->qpdf, map, "/Identity"));
}

static void
check_font (SgnPdfCheck *self, qpdf_oh font, const char *place)
{
  gboolean inside = sgn_pdf_has_name (self->qpdf, font, "/Subtype", "/Type0")
                      ? has_inner_font (self, font)
                      : is_embedded (self, font);

  sgn_pdf_check_that (self, inside && is_subset (self, font) && has_characters (self, font),
                      SGN_PDF_RULE_FONT, place);
}

static gboolean
is_screen_colour (const SgnPdfCheck *self, qpdf_oh space)
{
  return qpdf_oh_is_null (self->qpdf, space) ||
         qpdf_oh_is_name_and_equals (self->qpdf, space, "/DeviceRGB") ||
         qpdf_oh_is_name_and_equals (self->qpdf, space, "/DeviceGray");
}

/* An image or a form; a form never stands alone in what cairo writes without transparency. */
static void
check_object (SgnPdfCheck *self, qpdf_oh object, const char *place)
{
  sgn_pdf_check_that (self,
                      !sgn_pdf_has (self->qpdf, object, "/SMask") &&
                        !sgn_pdf_has (self->qpdf, object, "/Group"),
                      SGN_PDF_RULE_TRANSPARENCY, place);
  sgn_pdf_check_that (self, is_screen_colour (self, get (self, object, "/ColorSpace")),
                      SGN_PDF_RULE_COLOUR, place);
  sgn_pdf_check_that (self,
                      sgn_pdf_has_name (self->qpdf, object, "/Subtype", "/Image") &&
                        !sgn_pdf_has (self->qpdf, object, "/F") &&
                        !sgn_pdf_has (self->qpdf, object, "/Alternates") &&
                        !sgn_pdf_has (self->qpdf, object, "/OPI") &&
                        !sgn_pdf_is_true (self->qpdf, object, "/Interpolate") &&
                        !sgn_pdf_has_name (self->qpdf, object, "/Filter", "/LZWDecode"),
                      SGN_PDF_RULE_FORBIDDEN, place);
}

void
sgn_pdf_check_page (SgnPdfCheck *self, SgnPdfCheckPage *page)
{
  qpdf_oh resources = sgn_pdf_get_inherited (self->qpdf, page->page, "/Resources");

  sgn_pdf_check_that (self,
                      !sgn_pdf_has (self->qpdf, page->page, "/AA") &&
                        sgn_pdf_count (self->qpdf, get (self, page->page, "/Annots")) == 0,
                      SGN_PDF_RULE_FORBIDDEN, "/Annots");
  sgn_pdf_check_that (self, !sgn_pdf_has (self->qpdf, page->page, "/Group"),
                      SGN_PDF_RULE_TRANSPARENCY, "/Group");
  for_each (self, get (self, resources, "/ExtGState"), check_state);
  for_each (self, get (self, resources, "/Font"), check_font);
  for_each (self, get (self, resources, "/XObject"), check_object);
}
