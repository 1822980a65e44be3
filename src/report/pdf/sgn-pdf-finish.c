/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-finish.h"

#include "sgn-pdf-archive.h"
#include "sgn-pdf-check.h"
#include "sgn-pdf-object.h"
#include "sgn-pdf-structure.h"
#include "sgn-pdf-xmp.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-error.h"

#define ATTACHMENT_NAME "sengen-record.json"

static void
add_language (qpdf_data qpdf, qpdf_oh root, SgnPages *pages)
{
  qpdf_oh marks = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh viewer = qpdf_oh_new_dictionary (qpdf);

  sgn_pdf_set_text (qpdf, root, "/Lang", sgn_language_to_code (pages->language));
  sgn_pdf_set_true (qpdf, marks, "/Marked");
  qpdf_oh_replace_key (qpdf, root, "/MarkInfo", marks);
  sgn_pdf_set_true (qpdf, viewer, "/DisplayDocTitle");
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", viewer);
}

static void
put_xmp (qpdf_data qpdf, SgnPages *pages, gboolean claim)
{
  qpdf_oh info = sgn_pdf_get (qpdf, qpdf_get_trailer (qpdf), "/Info");
  g_autofree char *producer = sgn_pdf_dup_text (qpdf, info, "/Producer");
  g_autofree char *xmp = sgn_pdf_xmp_write (pages, producer != NULL ? producer : "", claim);
  g_autoptr (GBytes) bytes = g_bytes_new (xmp, strlen (xmp));
  qpdf_oh stream = sgn_pdf_new_stream (qpdf, bytes);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);

  sgn_pdf_set_name (qpdf, dictionary, "/Type", "/Metadata");
  sgn_pdf_set_name (qpdf, dictionary, "/Subtype", "/XML");
  qpdf_oh_replace_key (qpdf, qpdf_get_root (qpdf), "/Metadata", stream);
}

/* (nullable): what the colours of the sheets mean, from where the system keeps its profiles */
static GBytes *
read_profile (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folders[i], "color", "icc", "sRGB.icc", NULL);
    char *profile;
    gsize size;

    if (g_file_get_contents (path, &profile, &size, NULL))
      return g_bytes_new_take (profile, size);
  }
  return NULL;
}

/* Without the profile the sheet says nothing about its colours, and so claims nothing. */
static void
add_output_intent (qpdf_data qpdf, qpdf_oh root)
{
  g_autoptr (GBytes) profile = read_profile ();
  qpdf_oh intent = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh intents = qpdf_oh_new_array (qpdf);
  qpdf_oh stream;

  if (profile == NULL)
    return;
  stream = qpdf_make_indirect_object (qpdf, sgn_pdf_new_stream (qpdf, profile));
  sgn_pdf_set_integer (qpdf, qpdf_oh_get_dict (qpdf, stream), "/N", 3);
  sgn_pdf_set_name (qpdf, intent, "/Type", "/OutputIntent");
  sgn_pdf_set_name (qpdf, intent, "/S", "/GTS_PDFA1");
  sgn_pdf_set_text (qpdf, intent, "/OutputConditionIdentifier", "sRGB");
  sgn_pdf_set_text (qpdf, intent, "/Info", "sRGB IEC61966-2.1");
  qpdf_oh_replace_key (qpdf, intent, "/DestOutputProfile", stream);
  qpdf_oh_append_item (qpdf, intents, qpdf_make_indirect_object (qpdf, intent));
  qpdf_oh_replace_key (qpdf, root, "/OutputIntents", intents);
}

static qpdf_oh
new_embedded_file (qpdf_data qpdf, SgnPages *pages, GBytes *attachment)
{
  g_autofree char *date = sgn_pdf_date_format (pages->issued);
  qpdf_oh stream = qpdf_make_indirect_object (qpdf, sgn_pdf_new_stream (qpdf, attachment));
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  qpdf_oh params = qpdf_oh_new_dictionary (qpdf);

  sgn_pdf_set_name (qpdf, dictionary, "/Type", "/EmbeddedFile");
  sgn_pdf_set_name (qpdf, dictionary, "/Subtype", "/application/json");
  sgn_pdf_set_text (qpdf, params, "/ModDate", date);
  sgn_pdf_set_integer (qpdf, params, "/Size", (long long) g_bytes_get_size (attachment));
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
  sgn_pdf_set_name (qpdf, specification, "/Type", "/Filespec");
  sgn_pdf_set_text (qpdf, specification, "/F", ATTACHMENT_NAME);
  sgn_pdf_set_text (qpdf, specification, "/UF", ATTACHMENT_NAME);
  sgn_pdf_set_text (qpdf, specification, "/Desc", description);
  sgn_pdf_set_name (qpdf, specification, "/AFRelationship", "/Data");
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

static gboolean
complete (qpdf_data qpdf, SgnPages *pages, GBytes *raw, const SgnTagLog *log, GBytes *attachment)
{
  gsize size;
  const char *data = g_bytes_get_data (raw, &size);
  qpdf_oh root;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (qpdf_read_memory (qpdf, "sheet", data, size, NULL) != QPDF_SUCCESS)
    return FALSE;
  if (!sgn_pdf_complete_structure (qpdf, pages, log))
    return FALSE;
  sgn_pdf_make_archival (qpdf, pages);
  root = qpdf_get_root (qpdf);
  add_language (qpdf, root, pages);
  add_output_intent (qpdf, root);
  add_attachment (qpdf, root, pages, attachment);
  return !qpdf_has_error (qpdf);
}

/* One remark a sheet, however often it is written. */
static void
add_remark (SgnPages *pages, GPtrArray *found)
{
  const SgnFinding *first = g_ptr_array_index (found, 0);
  g_autofree char *message =
    g_strdup_printf (_ ("The PDF can be read as usual but does not say that it is for archives "
                        "(PDF/A-3a, PDF/UA-1): %s."),
                     first->message);

  for (guint i = 0; i < pages->findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (pages->findings, i);
    if (g_str_equal (finding->code, "no-archive"))
      return;
  }
  g_ptr_array_add (pages->findings,
                   sgn_finding_new (SGN_SEVERITY_REMARK, "no-archive", first->code, message));
}

/* The claim stays only in a file that keeps to it, as far as our own check can tell. */
static GBytes *
write_checked (qpdf_data qpdf, SgnPages *pages, const SgnWatch *watch)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autoptr (GBytes) bytes = NULL;

  put_xmp (qpdf, pages, TRUE);
  bytes = write_out (qpdf);
  if (bytes == NULL || sgn_watch_is_stopped (watch))
    return NULL;
  sgn_pdf_check (bytes, watch, found);
  if (sgn_watch_is_stopped (watch))
    return NULL;
  if (found->len == 0)
    return g_steal_pointer (&bytes);

  add_remark (pages, found);
  put_xmp (qpdf, pages, FALSE);
  return write_out (qpdf);
}

GBytes *
sgn_pdf_finish (SgnPages *pages,
                GBytes *raw,
                const SgnTagLog *log,
                GBytes *attachment,
                const SgnWatch *watch,
                GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *bytes = NULL;

  if (complete (qpdf, pages, raw, log, attachment) && !sgn_watch_is_stopped (watch))
    bytes = write_checked (qpdf, pages, watch);
  if (bytes == NULL && sgn_watch_check (watch, error))
    g_set_error (error, SGN_ERROR, SGN_ERROR_FAILED,
                 _ ("The PDF could not be finished (%s). Close other programs and try again."),
                 qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf))
                                       : _ ("its structure is not what was drawn"));
  qpdf_cleanup (&qpdf);
  return bytes;
}
