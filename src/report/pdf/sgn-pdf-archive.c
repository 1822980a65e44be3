/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-archive.h"

#include "sgn-pdf-font.h"
#include "sgn-pdf-object.h"
#include "sgn-pdf-scanner.h"
#include "sgn-pdf-xmp.h"

/* What cairo is told instead of the tag of artifacts: up to 1.18 that one breaks the file. */
#define STAND_IN "NonStruct"

/* The content of a page with artifacts marked as such; the numbers they had go to @mcids. */
static GByteArray *
mark_artifacts (GBytes *content, GArray *mcids)
{
  static const guint8 mark[] = "/Artifact BMC";
  GByteArray *marked = g_byte_array_new ();
  const guint8 *data = g_bytes_get_data (content, NULL);
  gsize copied = 0;
  SgnPdfScanner scanner;

  sgn_pdf_scanner_init (&scanner, content);
  while (sgn_pdf_scanner_next (&scanner)) {
    if (!g_str_equal (scanner.operator, "BDC") || !g_str_equal (scanner.name, STAND_IN))
      continue;
    g_byte_array_append (marked, data + copied, (guint) (scanner.start - copied));
    g_byte_array_append (marked, mark, sizeof mark - 1);
    copied = scanner.at;
    if (scanner.mcid >= 0)
      g_array_append_val (mcids, scanner.mcid);
  }
  g_byte_array_append (marked, data + copied, (guint) (g_bytes_get_size (content) - copied));
  return marked;
}

/* What is an artifact has no element above it. */
static void
forget_parents (qpdf_data qpdf, qpdf_oh page, const GArray *mcids)
{
  qpdf_oh structure = sgn_pdf_get (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");
  qpdf_oh tree = sgn_pdf_get (qpdf, structure, "/ParentTree");
  int key = -1;
  qpdf_oh parents;

  qpdf_oh_get_value_as_int (qpdf, sgn_pdf_get (qpdf, page, "/StructParents"), &key);
  parents = sgn_pdf_find_number (qpdf, tree, key);
  for (guint i = 0; i < mcids->len; i++) {
    int mcid = g_array_index (mcids, int, i);
    if (mcid < sgn_pdf_count (qpdf, parents))
      qpdf_oh_set_array_item (qpdf, parents, mcid, qpdf_oh_new_null (qpdf));
  }
}

static void
mark_artifacts_of_page (qpdf_data qpdf, qpdf_oh page)
{
  g_autoptr (GArray) mcids = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GBytes) content = sgn_pdf_read_stream (qpdf, sgn_pdf_get (qpdf, page, "/Contents"));
  g_autoptr (GBytes) marked = NULL;

  if (content == NULL)
    return;
  marked = g_byte_array_free_to_bytes (mark_artifacts (content, mcids));
  if (mcids->len == 0)
    return;
  qpdf_oh_replace_key (qpdf, page, "/Contents",
                       qpdf_make_indirect_object (qpdf, sgn_pdf_new_stream (qpdf, marked)));
  forget_parents (qpdf, page, mcids);
}

/* They lie right below the document. */
static void
drop_stand_ins (qpdf_data qpdf)
{
  qpdf_oh structure = sgn_pdf_get (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");
  qpdf_oh document = sgn_pdf_get (qpdf, structure, "/K");
  qpdf_oh kids;

  if (qpdf_oh_is_array (qpdf, document))
    document = sgn_pdf_get_at (qpdf, document, 0);
  kids = sgn_pdf_get (qpdf, document, "/K");
  for (int i = sgn_pdf_count (qpdf, kids) - 1; i >= 0; i--)
    if (sgn_pdf_has_name (qpdf, sgn_pdf_get_at (qpdf, kids, i), "/S", "/" STAND_IN))
      qpdf_oh_erase_item (qpdf, kids, i);
}

/* cairo leaves out what times begin with. */
static void
mend_times (qpdf_data qpdf, SgnPages *pages)
{
  g_autofree char *date = sgn_pdf_date_format (pages->issued);
  qpdf_oh info = sgn_pdf_get (qpdf, qpdf_get_trailer (qpdf), "/Info");

  sgn_pdf_set_text (qpdf, info, "/CreationDate", date);
  sgn_pdf_set_text (qpdf, info, "/ModDate", date);
}

void
sgn_pdf_make_archival (qpdf_data qpdf, SgnPages *pages)
{
  g_autoptr (GHashTable) fonts = g_hash_table_new (NULL, NULL);
  int n = qpdf_get_num_pages (qpdf);

  for (int i = 0; i < n; i++) {
    qpdf_oh page = qpdf_get_page_n (qpdf, (size_t) i);
    mark_artifacts_of_page (qpdf, page);
    sgn_pdf_mend_fonts (qpdf, page, fonts);
    qpdf_oh_remove_key (qpdf, page, "/Group");
  }
  drop_stand_ins (qpdf);
  mend_times (qpdf, pages);
}
