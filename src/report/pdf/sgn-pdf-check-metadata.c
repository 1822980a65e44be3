/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check-private.h"
#include "sgn-pdf-xmp.h"

#include <string.h>

/* What is read from the XMP: the text of the elements of these names, and the addresses of the
 * prefixes. */
static const char *const wanted[] = {
  "dc:title",          "dc:creator",
  "pdf:Producer",      "xmp:CreatorTool",
  "xmp:CreateDate",    "xmp:ModifyDate",
  "pdfaid:part",       "pdfaid:conformance",
  "pdfuaid:part",      "pdfaSchema:namespaceURI",
  "pdfaSchema:prefix", "pdfaProperty:name",
};

static void
take_prefixes (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "xmlns:"))
      g_hash_table_insert (data, g_strdup (names[i]), g_strdup (values[i]));
}

static gboolean
is_wanted (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (g_str_equal (wanted[i], name))
      return TRUE;
  return FALSE;
}

static void
take_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer data,
           GError **error)
{
  g_autofree char *piece = g_strndup (text, length);

  if (*g_strstrip (piece) == '\0')
    return;
  for (const GSList *l = g_markup_parse_context_get_element_stack (context); l != NULL; l = l->next)
    if (is_wanted (l->data)) {
      g_hash_table_insert (data, g_strdup (l->data), g_strndup (text, length));
      return;
    }
}

/* (nullable): names and prefixes to texts */
static GHashTable *
read_xmp (const SgnPdfCheck *self, qpdf_oh stream)
{
  static const GMarkupParser parser = { .start_element = take_prefixes, .text = take_text };
  g_autoptr (GBytes) bytes = sgn_pdf_read_stream (self->qpdf, stream);
  g_autoptr (GHashTable) read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (size == 0)
    return NULL;
  context = g_markup_parse_context_new (&parser, 0, read, NULL);
  if (!g_markup_parse_context_parse (context, data, (gssize) size, NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    return NULL;
  return g_steal_pointer (&read);
}

static gboolean
says (GHashTable *xmp, const char *name, const char *text)
{
  return g_strcmp0 (g_hash_table_lookup (xmp, name), text) == 0;
}

/* The same said twice must be the same. */
static void
compare (SgnPdfCheck *self, GHashTable *xmp)
{
  static const struct {
    const char *key;
    const char *name;
    gboolean date;
  } pairs[] = {
    { "/Title", "dc:title", FALSE },
    { "/Author", "dc:creator", FALSE },
    { "/Creator", "xmp:CreatorTool", FALSE },
    { "/Producer", "pdf:Producer", FALSE },
    { "/CreationDate", "xmp:CreateDate", TRUE },
    { "/ModDate", "xmp:ModifyDate", TRUE },
  };
  qpdf_oh info = sgn_pdf_get (self->qpdf, qpdf_get_trailer (self->qpdf), "/Info");

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *there = sgn_pdf_dup_text (self->qpdf, info, pairs[i].key);
    const char *said = g_hash_table_lookup (xmp, pairs[i].name);
    g_autofree char *date = said != NULL && pairs[i].date ? sgn_pdf_date_format (said) : NULL;
    const char *here = date != NULL ? date : said;

    sgn_pdf_check_that (self, g_str_equal (there != NULL ? there : "", here != NULL ? here : ""),
                        SGN_PDF_RULE_METADATA, pairs[i].key);
  }
}

/* ISO 19005-3, 6.6.4; ISO 14289-1, 5: the claim, and what PDF/A asks about the other's. */
static void
check_claim (SgnPdfCheck *self, GHashTable *xmp)
{
  sgn_pdf_check_that (self,
                      says (xmp, "xmlns:pdfaid", SGN_PDF_PDFA_ID) &&
                        says (xmp, "pdfaid:part", "3") && says (xmp, "pdfaid:conformance", "A"),
                      SGN_PDF_RULE_CLAIM, "pdfaid");
  sgn_pdf_check_that (self,
                      says (xmp, "xmlns:pdfuaid", SGN_PDF_PDFUA_ID) &&
                        says (xmp, "pdfuaid:part", "1") &&
                        says (xmp, "pdfaSchema:namespaceURI", SGN_PDF_PDFUA_ID) &&
                        says (xmp, "pdfaSchema:prefix", "pdfuaid") &&
                        says (xmp, "pdfaProperty:name", "part"),
                      SGN_PDF_RULE_CLAIM, "pdfuaid");
}

void
sgn_pdf_check_metadata (SgnPdfCheck *self)
{
  qpdf_oh stream = sgn_pdf_get (self->qpdf, self->root, "/Metadata");
  g_autoptr (GHashTable) xmp = read_xmp (self, stream);

  if (!sgn_pdf_check_that (self,
                           xmp != NULL &&
                             sgn_pdf_has_name (self->qpdf, stream, "/Type", "/Metadata") &&
                             sgn_pdf_has_name (self->qpdf, stream, "/Subtype", "/XML"),
                           SGN_PDF_RULE_METADATA, "/Metadata"))
    return;
  sgn_pdf_check_that (self, g_hash_table_contains (xmp, "dc:title"), SGN_PDF_RULE_TITLE,
                      "dc:title");
  compare (self, xmp);
  check_claim (self, xmp);
}
