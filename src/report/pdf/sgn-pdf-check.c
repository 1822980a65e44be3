/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check.h"

#include "sgn-pdf-check-private.h"

#include <glib/gi18n-lib.h>

#define MAX_MCID 1000000

static const struct {
  const char *code;
  const char *words;
} rules[] = {
  [SGN_PDF_RULE_FILE] = { "file", N_ ("the file is damaged") },
  [SGN_PDF_RULE_FORBIDDEN] = { "forbidden", N_ ("it holds something that does not last") },
  [SGN_PDF_RULE_MARKED] = { "marked", N_ ("it is not marked as tagged") },
  [SGN_PDF_RULE_LANGUAGE] = { "language", N_ ("it does not say its language") },
  [SGN_PDF_RULE_TITLE] = { "title", N_ ("it does not show its title") },
  [SGN_PDF_RULE_METADATA] = { "metadata", N_ ("what it says about itself does not agree") },
  [SGN_PDF_RULE_CLAIM] = { "claim", N_ ("the words for it are missing") },
  [SGN_PDF_RULE_OUTPUT_INTENT] = { "output-intent",
                                   N_ (
                                     "the colour profile is missing, install icc-profiles-free") },
  [SGN_PDF_RULE_ATTACHMENT] = { "attachment", N_ ("the attached record is not described") },
  [SGN_PDF_RULE_TRANSPARENCY] = { "transparency", N_ ("it has transparent parts") },
  [SGN_PDF_RULE_COLOUR] = { "colour", N_ ("it has colours that its profile does not describe") },
  [SGN_PDF_RULE_FONT] = { "font", N_ ("a font is not wholly part of it") },
  [SGN_PDF_RULE_CONTENT] = { "content", N_ ("something on a page belongs to no part of the text") },
  [SGN_PDF_RULE_STRUCTURE] = { "structure", N_ ("its parts are not in order") },
  [SGN_PDF_RULE_TABLE] = { "table", N_ ("a table has cells without a heading") },
  [SGN_PDF_RULE_LIST] = { "list", N_ ("a list does not say how it is numbered") },
  [SGN_PDF_RULE_FIGURE] = { "figure", N_ ("a picture has no text in its place") },
  [SGN_PDF_RULE_HEADING] = { "heading", N_ ("a heading is missing above another one") },
};

/* Each rule once: the first place is enough to look into it. */
void
sgn_pdf_check_complain (SgnPdfCheck *self, SgnPdfRule rule, const char *place)
{
  for (guint i = 0; i < self->findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (self->findings, i);
    if (g_str_equal (finding->code, rules[rule].code))
      return;
  }
  g_ptr_array_add (self->findings, sgn_finding_new (SGN_SEVERITY_REMARK, rules[rule].code, place,
                                                    _ (rules[rule].words)));
}

gboolean
sgn_pdf_check_that (SgnPdfCheck *self, gboolean holds, SgnPdfRule rule, const char *place)
{
  if (!holds)
    sgn_pdf_check_complain (self, rule, place);
  return holds;
}

gboolean
sgn_pdf_check_page_see (SgnPdfCheckPage *self, int mcid, guint8 seen)
{
  guint length = self->marks->len;

  if (mcid < 0 || mcid > MAX_MCID)
    return FALSE;
  if ((guint) mcid >= length) {
    g_byte_array_set_size (self->marks, (guint) mcid + 1);
    memset (self->marks->data + length, 0, self->marks->len - length);
  }
  if (self->marks->data[mcid] & seen)
    return FALSE;
  self->marks->data[mcid] |= seen;
  return TRUE;
}

static void
page_clear (gpointer data)
{
  SgnPdfCheckPage *page = data;
  g_byte_array_unref (page->marks);
}

static void
collect_pages (SgnPdfCheck *self)
{
  qpdf_oh structure = sgn_pdf_get (self->qpdf, self->root, "/StructTreeRoot");
  qpdf_oh tree = sgn_pdf_get (self->qpdf, structure, "/ParentTree");
  int n = qpdf_get_num_pages (self->qpdf);

  for (int i = 0; i < n; i++) {
    SgnPdfCheckPage page = { .page = qpdf_get_page_n (self->qpdf, (size_t) i) };
    int key = -1;

    page.id = qpdf_oh_get_object_id (self->qpdf, page.page);
    page.marks = g_byte_array_new ();
    qpdf_oh_get_value_as_int (self->qpdf, sgn_pdf_get (self->qpdf, page.page, "/StructParents"),
                              &key);
    page.parents = sgn_pdf_find_number (self->qpdf, tree, key);
    g_array_append_val (self->pages, page);
    g_hash_table_insert (self->page_of_id, GINT_TO_POINTER (page.id), GINT_TO_POINTER (i + 1));
  }
}

static void
check (SgnPdfCheck *self)
{
  self->root = qpdf_get_root (self->qpdf);
  collect_pages (self);
  sgn_pdf_check_document (self);
  sgn_pdf_check_metadata (self);
  for (guint i = 0; i < self->pages->len && !sgn_watch_is_stopped (self->watch); i++) {
    SgnPdfCheckPage *page = &g_array_index (self->pages, SgnPdfCheckPage, i);
    sgn_pdf_check_page (self, page);
    sgn_pdf_check_content (self, page);
  }
  sgn_pdf_check_structure (self);
}

static void
read_and_check (SgnPdfCheck *self, GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  qpdf_silence_errors (self->qpdf);
  qpdf_set_suppress_warnings (self->qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (self->qpdf, QPDF_FALSE);
  if (size > 0 && qpdf_read_memory (self->qpdf, "pdf", data, size, NULL) == QPDF_SUCCESS)
    check (self);
  else
    sgn_pdf_check_complain (self, SGN_PDF_RULE_FILE, "");
  if (qpdf_more_warnings (self->qpdf))
    sgn_pdf_check_complain (self, SGN_PDF_RULE_FILE, "");
  if (qpdf_has_error (self->qpdf)) {
    qpdf_get_error (self->qpdf); /* taken note of: qpdf speaks up about errors nobody asked for */
    sgn_pdf_check_complain (self, SGN_PDF_RULE_FILE, "");
  }
}

/**
 * sgn_pdf_check:
 * @pdf: a file
 * @watch: (nullable): who waits, and may stop it
 * @findings: (element-type SgnFinding): what was found is added here
 *
 * Looks for what keeps a file from being PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
 */
void
sgn_pdf_check (GBytes *pdf, const SgnWatch *watch, GPtrArray *findings)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (SgnPdfCheckPage));
  g_autoptr (GHashTable) page_of_id = g_hash_table_new (NULL, NULL);
  SgnPdfCheck self = { .pages = pages,
                       .page_of_id = page_of_id,
                       .watch = watch,
                       .findings = findings };

  g_return_if_fail (pdf != NULL && findings != NULL);

  g_array_set_clear_func (pages, page_clear);
  self.qpdf = qpdf_init ();
  read_and_check (&self, pdf);
  qpdf_cleanup (&self.qpdf);
}
