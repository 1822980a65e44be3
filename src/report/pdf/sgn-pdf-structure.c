/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-structure.h"

#include "sgn-pdf-object.h"

/* The elements of the tree in the order their tags were opened. */
typedef struct {
  qpdf_data qpdf;
  SgnPages *pages;
  GArray *elements; /* of qpdf_oh */
} Structure;

static qpdf_oh
get_key (const Structure *self, qpdf_oh object, const char *key)
{
  return qpdf_oh_get_key (self->qpdf, object, key);
}

/* An element, as against a marked piece of content. */
static gboolean
is_element (const Structure *self, qpdf_oh object)
{
  return qpdf_oh_is_dictionary (self->qpdf, object) && qpdf_oh_has_key (self->qpdf, object, "/S");
}

static void collect (Structure *self, qpdf_oh element);

static void
collect_kids (Structure *self, qpdf_oh kids)
{
  int n;

  if (!qpdf_oh_is_array (self->qpdf, kids)) {
    collect (self, kids);
    return;
  }
  n = qpdf_oh_get_array_n_items (self->qpdf, kids);
  for (int i = 0; i < n; i++)
    collect (self, qpdf_oh_get_array_item (self->qpdf, kids, i));
}

static void
collect (Structure *self, qpdf_oh element)
{
  if (!is_element (self, element))
    return;
  g_array_append_val (self->elements, element);
  if (qpdf_oh_has_key (self->qpdf, element, "/K"))
    collect_kids (self, get_key (self, element, "/K"));
}

static gboolean
has_name (const Structure *self, qpdf_oh element, const char *name)
{
  g_autofree char *slashed = g_strconcat ("/", name, NULL);

  return qpdf_oh_is_name_and_equals (self->qpdf, get_key (self, element, "/S"), slashed);
}

static void
set_text (const Structure *self, qpdf_oh element, const char *key, const char *text)
{
  qpdf_oh_replace_key (self->qpdf, element, key, qpdf_oh_new_unicode_string (self->qpdf, text));
}

/* /A << /O /Table /Scope /Column /ColSpan 7 >> */
static void
set_cell (const Structure *self, qpdf_oh element, const SgnNode *node)
{
  qpdf_oh attributes;

  if (node->scope == SGN_SCOPE_NONE && node->span <= 1)
    return;
  attributes = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh_replace_key (self->qpdf, attributes, "/O", qpdf_oh_new_name (self->qpdf, "/Table"));
  if (node->scope != SGN_SCOPE_NONE)
    qpdf_oh_replace_key (self->qpdf, attributes, "/Scope",
                         qpdf_oh_new_name (self->qpdf,
                                           node->scope == SGN_SCOPE_ROW ? "/Row" : "/Column"));
  if (node->span > 1)
    qpdf_oh_replace_key (self->qpdf, attributes, "/ColSpan",
                         qpdf_oh_new_integer (self->qpdf, node->span));
  qpdf_oh_replace_key (self->qpdf, element, "/A", attributes);
}

static gboolean
has_labels (const Structure *self, qpdf_oh list)
{
  qpdf_oh item = sgn_pdf_get_at (self->qpdf, get_key (self, list, "/K"), 0);
  qpdf_oh first = sgn_pdf_get_at (self->qpdf, sgn_pdf_get (self->qpdf, item, "/K"), 0);

  return sgn_pdf_has_name (self->qpdf, first, "/S", "/Lbl");
}

/* /A << /O /List /ListNumbering /Decimal >>: kanji numerals have no word of their own. */
static void
set_list (const Structure *self, qpdf_oh element)
{
  qpdf_oh attributes;

  if (!has_labels (self, element))
    return;
  attributes = qpdf_oh_new_dictionary (self->qpdf);
  sgn_pdf_set_name (self->qpdf, attributes, "/O", "/List");
  sgn_pdf_set_name (self->qpdf, attributes, "/ListNumbering", "/Decimal");
  qpdf_oh_replace_key (self->qpdf, element, "/A", attributes);
}

static void
describe (const Structure *self, qpdf_oh element, const SgnNode *node)
{
  if (node->tag == SGN_TAG_L)
    set_list (self, element);
  if (node->alt != NULL)
    set_text (self, element, node->tag == SGN_TAG_SPAN ? "/ActualText" : "/Alt", node->alt);
  set_cell (self, element, node);
}

/* The kids of @element as an array, made one where it is not. */
static qpdf_oh
get_kids (const Structure *self, qpdf_oh element)
{
  qpdf_oh kids = get_key (self, element, "/K");

  if (qpdf_oh_is_array (self->qpdf, kids))
    return kids;
  kids = qpdf_oh_wrap_in_array (self->qpdf, kids);
  qpdf_oh_replace_key (self->qpdf, element, "/K", kids);
  return get_key (self, element, "/K");
}

static gboolean
is_same (const Structure *self, qpdf_oh a, qpdf_oh b)
{
  int id = qpdf_oh_get_object_id (self->qpdf, a);
  return id != 0 && id == qpdf_oh_get_object_id (self->qpdf, b);
}

static void
remove_kid (const Structure *self, qpdf_oh parent, qpdf_oh kid)
{
  qpdf_oh kids = get_kids (self, parent);
  int n = qpdf_oh_get_array_n_items (self->qpdf, kids);

  for (int i = n - 1; i >= 0; i--)
    if (is_same (self, qpdf_oh_get_array_item (self->qpdf, kids, i), kid))
      qpdf_oh_erase_item (self->qpdf, kids, i);
}

/* Hands the kids of @part, an element opened again on a later page, to the element it goes on. */
static void
join (const Structure *self, qpdf_oh whole, qpdf_oh part)
{
  qpdf_oh from = get_kids (self, part);
  qpdf_oh to = get_kids (self, whole);
  int n = qpdf_oh_get_array_n_items (self->qpdf, from);

  for (int i = 0; i < n; i++) {
    qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, from, i);
    qpdf_oh_replace_key (self->qpdf, kid, "/P", whole);
    qpdf_oh_append_item (self->qpdf, to, kid);
  }
  remove_kid (self, get_key (self, part, "/P"), part);
}

static gboolean
fits_log (const Structure *self, const SgnTagLog *log)
{
  if (self->elements->len != log->tags->len)
    return FALSE;
  for (guint i = 0; i < log->tags->len; i++) {
    const SgnOpenedTag *opened = &g_array_index (log->tags, SgnOpenedTag, i);
    SgnTag tag = opened->own ? SGN_TAG_SPAN : sgn_pages_get_node (self->pages, opened->node)->tag;
    if (!has_name (self, g_array_index (self->elements, qpdf_oh, i), sgn_tag_get_name (tag)))
      return FALSE;
  }
  return TRUE;
}

/* Innermost parts first, so that what is handed on is already whole. */
static void
join_parts (const Structure *self, const SgnTagLog *log)
{
  g_autoptr (GHashTable) wholes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < log->tags->len; i++) {
    const SgnOpenedTag *opened = &g_array_index (log->tags, SgnOpenedTag, i);
    if (!opened->continued && !opened->own && opened->node != SGN_NODE_ARTIFACT)
      g_hash_table_insert (wholes, GINT_TO_POINTER (opened->node), GUINT_TO_POINTER (i));
  }
  for (guint i = 0; i < log->tags->len; i++) {
    const SgnOpenedTag *opened = &g_array_index (log->tags, SgnOpenedTag, i);
    guint whole = GPOINTER_TO_UINT (g_hash_table_lookup (wholes, GINT_TO_POINTER (opened->node)));
    if (opened->continued)
      join (self, g_array_index (self->elements, qpdf_oh, whole),
            g_array_index (self->elements, qpdf_oh, i));
  }
}

gboolean
sgn_pdf_complete_structure (qpdf_data qpdf, SgnPages *pages, const SgnTagLog *log)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  Structure self = { qpdf, pages, elements };
  qpdf_oh root = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (qpdf, root))
    return FALSE;
  collect_kids (&self, get_key (&self, root, "/K"));
  if (!fits_log (&self, log))
    return FALSE;

  for (guint i = 0; i < elements->len; i++) {
    const SgnOpenedTag *opened = &g_array_index (log->tags, SgnOpenedTag, i);
    if (!opened->own)
      describe (&self, g_array_index (elements, qpdf_oh, i),
                sgn_pages_get_node (pages, opened->node));
  }
  join_parts (&self, log);
  return !qpdf_has_error (qpdf);
}
