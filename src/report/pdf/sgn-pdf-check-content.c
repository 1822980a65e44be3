/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check-private.h"
#include "sgn-pdf-scanner.h"

#define MAX_DEPTH 32

/* What a piece of marked content is. */
typedef enum {
  MARK_OTHER, /* as a text to be read instead */
  MARK_ARTIFACT,
  MARK_TAGGED,
} Mark;

typedef struct {
  SgnPdfCheck *check;
  SgnPdfCheckPage *page;
  Mark open[MAX_DEPTH];
  guint depth;
  char place[32];
} Content;

static gboolean
is_one_of (const char *operator, const char * const * operators)
{
  for (; *operators != NULL; operators++)
    if (g_str_equal (operator, * operators))
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const Content *self, Mark mark)
{
  for (guint i = 0; i < self->depth; i++)
    if (self->open[i] == mark)
      return TRUE;
  return FALSE;
}

static gboolean
begin_mark (Content *self, const SgnPdfScanner *scanner)
{
  Mark mark = MARK_OTHER;

  if (g_str_equal (scanner->name, "Artifact"))
    mark = MARK_ARTIFACT;
  else if (scanner->mcid >= 0)
    mark = MARK_TAGGED;
  if (self->depth == MAX_DEPTH)
    return FALSE;
  if (mark != MARK_OTHER && (is_in (self, MARK_ARTIFACT) || is_in (self, MARK_TAGGED)))
    return FALSE;
  if (mark == MARK_TAGGED &&
      !sgn_pdf_check_page_see (self->page, scanner->mcid, SGN_PDF_SEEN_ON_PAGE))
    return FALSE;
  self->open[self->depth++] = mark;
  return TRUE;
}

static gboolean
end_mark (Content *self)
{
  if (self->depth == 0)
    return FALSE;
  self->depth--;
  return TRUE;
}

/* ISO 14289-1, 7.1: whatever is painted is an artifact or has its place in the structure. */
static gboolean
take_operator (Content *self, const SgnPdfScanner *scanner)
{
  static const char *const begins[] = { "BDC", "BMC", NULL };
  static const char *const paints[] = { "S",  "s",  "f",  "F",  "f*", "B", "B*", "b", "b*",
                                        "sh", "Do", "EI", "Tj", "TJ", "'", "\"", NULL };

  if (is_one_of (scanner->operator, begins))
    return begin_mark (self, scanner);
  if (g_str_equal (scanner->operator, "EMC"))
    return end_mark (self);
  if (is_one_of (scanner->operator, paints))
    return is_in (self, MARK_ARTIFACT) || is_in (self, MARK_TAGGED);
  return TRUE;
}

void
sgn_pdf_check_content (SgnPdfCheck *check, SgnPdfCheckPage *page)
{
  static const char *const other_colours[] = {
    "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", NULL
  };
  g_autoptr (GBytes) bytes =
    sgn_pdf_read_stream (check->qpdf, sgn_pdf_get (check->qpdf, page->page, "/Contents"));
  Content self = { .check = check, .page = page };
  SgnPdfScanner scanner;

  g_snprintf (self.place, sizeof self.place, "%d 0 R", page->id);
  if (!sgn_pdf_check_that (check, bytes != NULL, SGN_PDF_RULE_CONTENT, self.place))
    return;
  sgn_pdf_scanner_init (&scanner, bytes);
  while (sgn_pdf_scanner_next (&scanner)) {
    sgn_pdf_check_that (check, take_operator (&self, &scanner), SGN_PDF_RULE_CONTENT, self.place);
    sgn_pdf_check_that (check, !is_one_of (scanner.operator, other_colours), SGN_PDF_RULE_COLOUR,
                        self.place);
  }
  sgn_pdf_check_that (check, self.depth == 0, SGN_PDF_RULE_CONTENT, self.place);
}
