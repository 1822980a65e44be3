/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check-private.h"

#include <string.h>

#define MAX_DEPTH 32

/* ISO 32000-1, 14.8.4, of which the sheets use this much. */
typedef struct {
  const char *name;
  const char *parents; /* (nullable): anything when NULL; words between spaces */
  const char *kids;    /* (nullable): the same */
  gboolean holds;      /* content of a page */
} Type;

#define GROUPS " Document Part Sect Div "

static const Type types[] = {
  { "Document", " StructTreeRoot ", NULL, FALSE },
  { "Part", GROUPS, NULL, FALSE },
  { "Sect", GROUPS, NULL, FALSE },
  { "Div", NULL, NULL, FALSE },
  { "H1", GROUPS, " Span ", TRUE },
  { "H2", GROUPS, " Span ", TRUE },
  { "H3", GROUPS, " Span ", TRUE },
  { "H4", GROUPS, " Span ", TRUE },
  { "P", NULL, " Span Figure ", TRUE },
  { "L", NULL, " LI L Caption ", FALSE },
  { "LI", " L ", " Lbl LBody ", FALSE },
  { "Lbl", " LI ", " Span ", TRUE },
  { "LBody", " LI ", NULL, TRUE },
  { "Table", NULL, " THead TBody TFoot TR Caption ", FALSE },
  { "THead", " Table ", " TR ", FALSE },
  { "TBody", " Table ", " TR ", FALSE },
  { "TFoot", " Table ", " TR ", FALSE },
  { "TR", " Table THead TBody TFoot ", " TH TD ", FALSE },
  { "TH", " TR ", NULL, TRUE },
  { "TD", " TR ", NULL, TRUE },
  { "Caption", " Table L ", " Span ", TRUE },
  { "Figure", NULL, "", TRUE },
  { "Span", NULL, " Span ", TRUE },
};

typedef struct {
  SgnPdfCheck *check;
  qpdf_data qpdf;
  int heading; /* level of the last one */
} Tree;

static const Type *
find_type (const Tree *self, qpdf_oh element)
{
  qpdf_oh name = sgn_pdf_get (self->qpdf, element, "/S");
  const char *text = qpdf_oh_is_name (self->qpdf, name) ? qpdf_oh_get_name (self->qpdf, name) : "/";

  qpdf_oh_release (self->qpdf, name);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, text + 1))
      return &types[i];
  return NULL;
}

static gboolean
allows (const char *words, const char *name)
{
  g_autofree char *word = g_strconcat (" ", name, " ", NULL);
  return words == NULL || strstr (words, word) != NULL;
}

static gboolean
is_same (const Tree *self, qpdf_oh a, qpdf_oh b)
{
  int id = qpdf_oh_get_object_id (self->qpdf, a);
  return id != 0 && id == qpdf_oh_get_object_id (self->qpdf, b);
}

/* A piece of content: on its page, held once, and the page's list of parents knows by whom. */
static gboolean
take_piece (Tree *self, qpdf_oh element, qpdf_oh page_object, int mcid)
{
  int id = qpdf_oh_get_object_id (self->qpdf, page_object);
  int at = GPOINTER_TO_INT (g_hash_table_lookup (self->check->page_of_id, GINT_TO_POINTER (id)));
  SgnPdfCheckPage *page;

  if (at == 0)
    return FALSE;
  page = &g_array_index (self->check->pages, SgnPdfCheckPage, at - 1);
  return sgn_pdf_check_page_see (page, mcid, SGN_PDF_SEEN_IN_TREE) &&
         (page->marks->data[mcid] & SGN_PDF_SEEN_ON_PAGE) &&
         is_same (self, sgn_pdf_get_at (self->qpdf, page->parents, mcid), element);
}

/* ISO 14289-1, 7.4.2: H1 first, and no level left out on the way down. */
static void
check_heading (Tree *self, const Type *type)
{
  int level;

  if (type->name[0] != 'H')
    return;
  level = type->name[1] - '0';
  sgn_pdf_check_that (self->check, level <= self->heading + 1, SGN_PDF_RULE_HEADING, type->name);
  self->heading = level;
}

static void
check_figure (Tree *self, qpdf_oh element)
{
  g_autofree char *alternate = sgn_pdf_dup_text (self->qpdf, element, "/Alt");
  g_autofree char *actual = sgn_pdf_dup_text (self->qpdf, element, "/ActualText");

  sgn_pdf_check_that (self->check, (alternate != NULL && *alternate != '\0') || actual != NULL,
                      SGN_PDF_RULE_FIGURE, "/Alt");
}

/* (transfer none): the attributes of @element, when there is one set of them */
static qpdf_oh
get_attributes (const Tree *self, qpdf_oh element)
{
  qpdf_oh attributes = sgn_pdf_get (self->qpdf, element, "/A");
  if (qpdf_oh_is_array (self->qpdf, attributes))
    return sgn_pdf_get_at (self->qpdf, attributes, 0);
  return attributes;
}

/* ISO 14289-1, 7.6: labels that are printed must be announced. */
static void
check_item (Tree *self, qpdf_oh item, qpdf_oh list)
{
  qpdf_oh kids = sgn_pdf_get (self->qpdf, item, "/K");
  qpdf_oh attributes = get_attributes (self, list);
  int n = sgn_pdf_count (self->qpdf, kids);
  gboolean numbered = sgn_pdf_has (self->qpdf, attributes, "/ListNumbering") &&
                      !sgn_pdf_has_name (self->qpdf, attributes, "/ListNumbering", "/None");

  for (int i = 0; i < n; i++)
    if (sgn_pdf_has_name (self->qpdf, sgn_pdf_get_at (self->qpdf, kids, i), "/S", "/Lbl"))
      sgn_pdf_check_that (self->check, numbered, SGN_PDF_RULE_LIST, "/ListNumbering");
}

static void take_kid (Tree *self, qpdf_oh element, const Type *type, qpdf_oh kid, int depth);

static void
check_element (Tree *self, qpdf_oh element, qpdf_oh parent, const char *above, int depth)
{
  const Type *type = find_type (self, element);
  qpdf_oh kids = sgn_pdf_get (self->qpdf, element, "/K");
  int n = sgn_pdf_count (self->qpdf, kids);

  if (!sgn_pdf_check_that (self->check,
                           type != NULL && depth < MAX_DEPTH && allows (type->parents, above) &&
                             is_same (self, sgn_pdf_get (self->qpdf, element, "/P"), parent),
                           SGN_PDF_RULE_STRUCTURE, above))
    return;
  check_heading (self, type);
  if (g_str_equal (type->name, "Figure"))
    check_figure (self, element);
  if (g_str_equal (type->name, "Table"))
    sgn_pdf_check_table (self->check, element);
  if (g_str_equal (type->name, "LI"))
    check_item (self, element, parent);
  for (int i = 0; i < n; i++) {
    qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, kids, i);
    take_kid (self, element, type, kid, depth);
    qpdf_oh_release (self->qpdf, kid);
  }
  if (!qpdf_oh_is_array (self->qpdf, kids) && !qpdf_oh_is_null (self->qpdf, kids))
    take_kid (self, element, type, kids, depth);
}

/* A number is content of the element's page, a dictionary content of another or an element. */
static void
take_kid (Tree *self, qpdf_oh element, const Type *type, qpdf_oh kid, int depth)
{
  qpdf_oh page = sgn_pdf_get (self->qpdf, element, "/Pg");
  const Type *kind;
  int mcid;

  if (sgn_watch_is_stopped (self->check->watch))
    return;
  if (qpdf_oh_is_dictionary (self->qpdf, kid) && sgn_pdf_has (self->qpdf, kid, "/S")) {
    kind = find_type (self, kid);
    sgn_pdf_check_that (self->check, kind != NULL && allows (type->kids, kind->name),
                        SGN_PDF_RULE_STRUCTURE, type->name);
    check_element (self, kid, element, type->name, depth + 1);
    return;
  }
  if (sgn_pdf_has_name (self->qpdf, kid, "/Type", "/MCR")) {
    if (sgn_pdf_has (self->qpdf, kid, "/Pg"))
      page = sgn_pdf_get (self->qpdf, kid, "/Pg");
    kid = sgn_pdf_get (self->qpdf, kid, "/MCID");
  }
  sgn_pdf_check_that (self->check,
                      type->holds && qpdf_oh_get_value_as_int (self->qpdf, kid, &mcid) &&
                        take_piece (self, element, page, mcid),
                      SGN_PDF_RULE_STRUCTURE, type->name);
}

/* Whatever is tagged on a page must have been met in the tree. */
static void
check_pages (Tree *self)
{
  for (guint i = 0; i < self->check->pages->len; i++) {
    const SgnPdfCheckPage *page = &g_array_index (self->check->pages, SgnPdfCheckPage, i);
    for (guint j = 0; j < page->marks->len; j++)
      sgn_pdf_check_that (self->check, page->marks->data[j] != SGN_PDF_SEEN_ON_PAGE,
                          SGN_PDF_RULE_CONTENT, "/MCID");
  }
}

void
sgn_pdf_check_structure (SgnPdfCheck *check)
{
  Tree self = { check, check->qpdf, 0 };
  qpdf_oh root = sgn_pdf_get (check->qpdf, check->root, "/StructTreeRoot");
  qpdf_oh document = sgn_pdf_get (check->qpdf, root, "/K");

  if (sgn_pdf_count (check->qpdf, document) == 1)
    document = sgn_pdf_get_at (check->qpdf, document, 0);
  check_element (&self, document, root, "StructTreeRoot", 0);
  check_pages (&self);
}
