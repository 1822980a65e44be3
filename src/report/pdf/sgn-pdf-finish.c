/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-finish.h"

#include "sgn-pdf-structure.h"
#include "sgn-pdf-xmp.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "sgn-error.h"

#define PROFILE "/usr/share/color/icc/sRGB.icc"
#define ATTACHMENT_NAME "sengen-record.json"

static qpdf_oh
new_stream (qpdf_data qpdf, GBytes *bytes)
{
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  qpdf_oh_replace_stream_data (qpdf, stream, data, size, qpdf_oh_new_null (qpdf),
                               qpdf_oh_new_null (qpdf));
  return stream;
}

static void
set_name (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_name (qpdf, name));
}

static void
set_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_unicode_string (qpdf, text));
}

static void
set_true (qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, qpdf_oh_new_bool (qpdf, QPDF_TRUE));
}

static void
add_language (qpdf_data qpdf, qpdf_oh root, SgnPages *pages)
{
  qpdf_oh marks = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh viewer = qpdf_oh_new_dictionary (qpdf);

  set_text (qpdf, root, "/Lang", sgn_language_to_code (pages->language));
  set_true (qpdf, marks, "/Marked");
  qpdf_oh_replace_key (qpdf, root, "/MarkInfo", marks);
  set_true (qpdf, viewer, "/DisplayDocTitle");
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", viewer);
}

static void
add_xmp (qpdf_data qpdf, qpdf_oh root, SgnPages *pages)
{
  g_autofree char *xmp = sgn_pdf_xmp_write (pages);
  g_autoptr (GBytes) bytes = g_bytes_new (xmp, strlen (xmp));
  qpdf_oh stream = new_stream (qpdf, bytes);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);

  set_name (qpdf, dictionary, "/Type", "/Metadata");
  set_name (qpdf, dictionary, "/Subtype", "/XML");
  qpdf_oh_replace_key (qpdf, root, "/Metadata", stream);
}

/* What the colours mean. Without the profile the sheet says nothing about them. */
static void
add_output_intent (qpdf_data qpdf, qpdf_oh root)
{
  g_autofree char *profile = NULL;
  g_autoptr (GBytes) bytes = NULL;
  qpdf_oh intent = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh intents = qpdf_oh_new_array (qpdf);
  qpdf_oh stream;
  gsize size;

  if (!g_file_get_contents (PROFILE, &profile, &size, NULL))
    return;
  bytes = g_bytes_new_take (g_steal_pointer (&profile), size);
  stream = qpdf_make_indirect_object (qpdf, new_stream (qpdf, bytes));
  qpdf_oh_replace_key (qpdf, qpdf_oh_get_dict (qpdf, stream), "/N", qpdf_oh_new_integer (qpdf, 3));
  set_name (qpdf, intent, "/Type", "/OutputIntent");
  set_name (qpdf, intent, "/S", "/GTS_PDFA1");
  set_text (qpdf, intent, "/OutputConditionIdentifier", "sRGB");
  set_text (qpdf, intent, "/Info", "sRGB IEC61966-2.1");
  qpdf_oh_replace_key (qpdf, intent, "/DestOutputProfile", stream);
  qpdf_oh_append_item (qpdf, intents, qpdf_make_indirect_object (qpdf, intent));
  qpdf_oh_replace_key (qpdf, root, "/OutputIntents", intents);
}

static qpdf_oh
new_embedded_file (qpdf_data qpdf, SgnPages *pages, GBytes *attachment)
{
  g_autofree char *date = sgn_pdf_date_format (pages->issued);
  qpdf_oh stream = qpdf_make_indirect_object (qpdf, new_stream (qpdf, attachment));
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  qpdf_oh params = qpdf_oh_new_dictionary (qpdf);

  set_name (qpdf, dictionary, "/Type", "/EmbeddedFile");
  set_name (qpdf, dictionary, "/Subtype", "/application/json");
  set_text (qpdf, params, "/ModDate", date);
  qpdf_oh_replace_key (qpdf, params, "/Size",
                       qpdf_oh_new_integer (qpdf, (long long) g_bytes_get_size (attachment)));
  qpdf_oh_replace_key (qpdf, dictionary, "/Params", params);
  return stream;
}

/* The record hash stands in the description, as the footer prints it, but whole. */
static qpdf_oh
new_file_specification (qpdf_data qpdf, SgnPages *pages, GBytes *attachment)
{
  qpdf_oh stream = new_embedded_file (qpdf, pages, attachment);
  qpdf_oh files = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh specification = qpdf_oh_new_dictionary (qpdf);
  g_autofree char *description = g_strconcat (SGN_PDF_RECORD_PREFIX, pages->record_hash, NULL);

  qpdf_oh_replace_key (qpdf, files, "/F", stream);
  qpdf_oh_replace_key (qpdf, files, "/UF", stream);
  set_name (qpdf, specification, "/Type", "/Filespec");
  set_text (qpdf, specification, "/F", ATTACHMENT_NAME);
  set_text (qpdf, specification, "/UF", ATTACHMENT_NAME);
  set_text (qpdf, specification, "/Desc", description);
  set_name (qpdf, specification, "/AFRelationship", "/Data");
  qpdf_oh_replace_key (qpdf, specification, "/EF", files);
  return qpdf_make_indirect_object (qpdf, specification);
}

static void
add_attachment (qpdf_data qpdf, qpdf_oh root, SgnPages *pages, GBytes *attachment)
{
  qpdf_oh specification = new_file_specification (qpdf, pages, attachment);
  qpdf_oh associated = qpdf_oh_new_array (qpdf);
  qpdf_oh names = qpdf_oh_new_array (qpdf);
  qpdf_oh tree = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh all = qpdf_oh_get_key (qpdf, root, "/Names");

  qpdf_oh_append_item (qpdf, associated, specification);
  qpdf_oh_replace_key (qpdf, root, "/AF", associated);
  qpdf_oh_append_item (qpdf, names, qpdf_oh_new_unicode_string (qpdf, ATTACHMENT_NAME));
  qpdf_oh_append_item (qpdf, names, specification);
  qpdf_oh_replace_key (qpdf, tree, "/Names", names);
  if (!qpdf_oh_is_dictionary (qpdf, all)) {
    qpdf_oh_replace_key (qpdf, root, "/Names", qpdf_oh_new_dictionary (qpdf));
    all = qpdf_oh_get_key (qpdf, root, "/Names");
  }
  qpdf_oh_replace_key (qpdf, all, "/EmbeddedFiles", tree);
}

static GBytes *
write_out (qpdf_data qpdf)
{
  if (qpdf_init_write_memory (qpdf) != QPDF_SUCCESS)
    return NULL;
  qpdf_set_minimum_pdf_version (qpdf, "1.7");
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
  if (qpdf_write (qpdf) != QPDF_SUCCESS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

static GBytes *
finish (qpdf_data qpdf, SgnPages *pages, GBytes *raw, const SgnTagLog *log, GBytes *attachment)
{
  gsize size;
  const char *data = g_bytes_get_data (raw, &size);
  qpdf_oh root;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (qpdf_read_memory (qpdf, "sheet", data, size, NULL) != QPDF_SUCCESS)
    return NULL;
  if (!sgn_pdf_complete_structure (qpdf, pages, log))
    return NULL;
  root = qpdf_get_root (qpdf);
  add_language (qpdf, root, pages);
  add_xmp (qpdf, root, pages);
  add_output_intent (qpdf, root);
  add_attachment (qpdf, root, pages, attachment);
  if (qpdf_has_error (qpdf))
    return NULL;
  return write_out (qpdf);
}

GBytes *
sgn_pdf_finish (SgnPages *pages,
                GBytes *raw,
                const SgnTagLog *log,
                GBytes *attachment,
                GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *bytes = finish (qpdf, pages, raw, log, attachment);

  if (bytes == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_FAILED,
                 _ ("The PDF could not be finished (%s). Close other programs and try again."),
                 qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf))
                                       : _ ("its structure is not what was drawn"));
  qpdf_cleanup (&qpdf);
  return bytes;
}
