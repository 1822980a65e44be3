/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check-private.h"

#include <string.h>

#define ICC_SPACE_AT 16
#define ICC_SIGNATURE_AT 36

static qpdf_oh
get (const SgnPdfCheck *self, qpdf_oh object, const char *key)
{
  return sgn_pdf_get (self->qpdf, object, key);
}

/* ISO 19005-3, 6.1.3, 6.4, 6.5; ISO 14289-1, 7.18: nothing of what a sheet needs. */
static void
check_forbidden (SgnPdfCheck *self)
{
  static const char *const keys[] = { "/AA",           "/AcroForm",   "/Collection",
                                      "/OCProperties", "/OpenAction", "/Perms",
                                      "/Requirements", "/URI",        "/NeedsRendering" };
  qpdf_oh names = get (self, self->root, "/Names");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    sgn_pdf_check_that (self, !sgn_pdf_has (self->qpdf, self->root, keys[i]),
                        SGN_PDF_RULE_FORBIDDEN, keys[i]);
  sgn_pdf_check_that (self, !sgn_pdf_has (self->qpdf, names, "/JavaScript"), SGN_PDF_RULE_FORBIDDEN,
                      "/JavaScript");
  sgn_pdf_check_that (self, !qpdf_is_encrypted (self->qpdf), SGN_PDF_RULE_FORBIDDEN, "/Encrypt");
  sgn_pdf_check_that (self, sgn_pdf_has (self->qpdf, qpdf_get_trailer (self->qpdf), "/ID"),
                      SGN_PDF_RULE_FILE, "/ID");
}

/* RFC 3066: letters and digits in groups of at most eight, the first of letters. */
static gboolean
is_language (const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "-", -1) : NULL;

  if (parts == NULL || parts[0] == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++) {
    gsize length = strlen (parts[i]);
    if (length < 1 || length > 8)
      return FALSE;
    for (const char *p = parts[i]; *p != '\0'; p++)
      if (!g_ascii_isalpha (*p) && !(i > 0 && g_ascii_isdigit (*p)))
        return FALSE;
  }
  return TRUE;
}

static void
check_marks (SgnPdfCheck *self)
{
  qpdf_oh marks = get (self, self->root, "/MarkInfo");
  qpdf_oh viewer = get (self, self->root, "/ViewerPreferences");
  g_autofree char *language = sgn_pdf_dup_text (self->qpdf, self->root, "/Lang");

  sgn_pdf_check_that (self,
                      sgn_pdf_is_true (self->qpdf, marks, "/Marked") &&
                        !sgn_pdf_is_true (self->qpdf, marks, "/Suspects"),
                      SGN_PDF_RULE_MARKED, "/MarkInfo");
  sgn_pdf_check_that (self, sgn_pdf_is_true (self->qpdf, viewer, "/DisplayDocTitle"),
                      SGN_PDF_RULE_TITLE, "/ViewerPreferences");
  sgn_pdf_check_that (self, is_language (language), SGN_PDF_RULE_LANGUAGE, "/Lang");
}

/* For RGB, as all our colours are. */
static gboolean
is_profile (const SgnPdfCheck *self, qpdf_oh stream)
{
  g_autoptr (GBytes) bytes = sgn_pdf_read_stream (self->qpdf, stream);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  int components = 0;

  qpdf_oh_get_value_as_int (self->qpdf, get (self, stream, "/N"), &components);
  return components == 3 && size > 128 && memcmp (data + ICC_SPACE_AT, "RGB ", 4) == 0 &&
         memcmp (data + ICC_SIGNATURE_AT, "acsp", 4) == 0;
}

/* ISO 19005-3, 6.2.3 */
static void
check_output_intent (SgnPdfCheck *self)
{
  qpdf_oh intents = get (self, self->root, "/OutputIntents");
  qpdf_oh intent = sgn_pdf_get_at (self->qpdf, intents, 0);
  g_autofree char *condition = sgn_pdf_dup_text (self->qpdf, intent, "/OutputConditionIdentifier");

  sgn_pdf_check_that (self,
                      sgn_pdf_count (self->qpdf, intents) == 1 &&
                        sgn_pdf_has_name (self->qpdf, intent, "/S", "/GTS_PDFA1") &&
                        condition != NULL &&
                        is_profile (self, get (self, intent, "/DestOutputProfile")),
                      SGN_PDF_RULE_OUTPUT_INTENT, "/OutputIntents");
}

static gboolean
is_associated (const SgnPdfCheck *self, qpdf_oh specification)
{
  qpdf_oh associated = get (self, self->root, "/AF");
  int n = sgn_pdf_count (self->qpdf, associated);
  int id = qpdf_oh_get_object_id (self->qpdf, specification);

  for (int i = 0; i < n; i++)
    if (id != 0 &&
        id == qpdf_oh_get_object_id (self->qpdf, sgn_pdf_get_at (self->qpdf, associated, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_described (const SgnPdfCheck *self, qpdf_oh stream)
{
  qpdf_oh type = get (self, stream, "/Subtype");
  qpdf_oh params = get (self, stream, "/Params");
  g_autofree char *time = sgn_pdf_dup_text (self->qpdf, params, "/ModDate");

  return qpdf_oh_is_stream (self->qpdf, stream) &&
         sgn_pdf_has_name (self->qpdf, stream, "/Type", "/EmbeddedFile") &&
         qpdf_oh_is_name (self->qpdf, type) &&
         strchr (qpdf_oh_get_name (self->qpdf, type) + 1, '/') != NULL && time != NULL &&
         g_str_has_prefix (time, "D:") && sgn_pdf_has (self->qpdf, params, "/Size");
}

static void
check_attachment (SgnPdfCheck *self, qpdf_oh specification)
{
  static const char *const relationships[] = { "/Source", "/Data", "/Alternative", "/Supplement",
                                               "/Unspecified" };
  g_autofree char *old_name = sgn_pdf_dup_text (self->qpdf, specification, "/F");
  g_autofree char *name = sgn_pdf_dup_text (self->qpdf, specification, "/UF");
  qpdf_oh files = get (self, specification, "/EF");
  gboolean related = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (relationships); i++)
    related |= sgn_pdf_has_name (self->qpdf, specification, "/AFRelationship", relationships[i]);
  sgn_pdf_check_that (self,
                      related && name != NULL && *name != '\0' && g_strcmp0 (name, old_name) == 0 &&
                        is_associated (self, specification) &&
                        is_described (self, get (self, files, "/F")),
                      SGN_PDF_RULE_ATTACHMENT, name != NULL ? name : "/Filespec");
}

/* ISO 19005-3, 6.8: one at least, every one described. */
static void
check_attachments (SgnPdfCheck *self)
{
  qpdf_oh tree = get (self, get (self, self->root, "/Names"), "/EmbeddedFiles");
  qpdf_oh names = get (self, tree, "/Names");
  int n = sgn_pdf_count (self->qpdf, names);

  sgn_pdf_check_that (self,
                      n >= 2 && n / 2 == sgn_pdf_count (self->qpdf, get (self, self->root, "/AF")),
                      SGN_PDF_RULE_ATTACHMENT, "/AF");
  for (int i = 1; i < n; i += 2)
    check_attachment (self, sgn_pdf_get_at (self->qpdf, names, i));
}

void
sgn_pdf_check_document (SgnPdfCheck *self)
{
  check_forbidden (self);
  check_marks (self);
  check_output_intent (self);
  check_attachments (self);
}
