/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-digest.h"
#include "sgn-error.h"
#include "sgn-input.h"

#define PDF_HEADER "%PDF-"
#define PDF_MEGABYTES 256

/* Whether the file begins as a PDF does; anything else, also what cannot be read, is for the store
 * to judge. Whoever opens a pipe waits for somebody to write into it. */
static gboolean
begins_as_pdf (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean regular = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autoptr (GFileInputStream) stream = regular ? g_file_read (file, NULL, NULL) : NULL;
  char start[sizeof PDF_HEADER - 1];
  gsize size = 0;

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &size, NULL,
                                  NULL) &&
         size == sizeof start && memcmp (start, PDF_HEADER, sizeof start) == 0;
}

static void
print_text (const char *label, const char *text)
{
  sgn_cli_print_label (label, 10);
  sgn_cli_print (" %s\n", text != NULL ? text : "–");
}

static void
print_number (const char *label, gint64 number)
{
  sgn_cli_print_label (label, 10);
  sgn_cli_print (" %" G_GINT64_FORMAT "\n", number);
}

static gboolean
verify_pdf (const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = sgn_input_read (path, PDF_MEGABYTES, error);
  g_autofree char *printed = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GBytes) attachment =
    pdf != NULL ? sgn_pdf_get_attachment (pdf, &printed, error) : NULL;
  g_autoptr (json_t) record =
    attachment != NULL ? sgn_json_load_bytes (attachment, path, error) : NULL;
  const char *document;

  if (record == NULL)
    return FALSE;

  document = sgn_json_string (record, "document");
  found = sgn_digest_of_json (record);
  print_text (_ ("document"), document);
  print_text (_ ("record"), found);
  if (g_strcmp0 (found, printed) != 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
                 _ ("“%s” does not match the record attached to it. Ask for the sheet again."),
                 path);
    return FALSE;
  }
  sgn_cli_print ("%s\n", _ ("The attached record matches the hash on the sheet."));
  return TRUE;
}

static gboolean
judge (const char *path, const SgnVerification *verification, GError **error)
{
  print_number (_ ("events"), verification->events);
  print_number (_ ("rows"), verification->rows);
  print_number (_ ("files"), verification->blobs);
  print_text (_ ("head"), verification->head);
  if (verification->findings->len == 0) {
    sgn_cli_print ("%s\n", _ ("No contradiction was found in the chain of records."));
    return TRUE;
  }

  for (guint i = 0; i < verification->findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (verification->findings, i);

    sgn_cli_print ("%s: %s\n", finding->code, finding->message);
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               g_dngettext (GETTEXT_PACKAGE,
                            "“%s” has %u contradiction. Keep it as it is and restore a backup.",
                            "“%s” has %u contradictions. Keep it as it is and restore a backup.",
                            verification->findings->len),
               path, verification->findings->len);
  return FALSE;
}

static gboolean
verify_company_file (SgnCli *cli, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnVerification) verification = NULL;

  if (!sgn_cli_open (cli, path, SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_verify_async (cli->session, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  verification = sgn_session_verify_finish (cli->session, result, error);
  return verification != NULL && judge (path, verification, error);
}

static gboolean
run_verify (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);

  return begins_as_pdf (path) ? verify_pdf (path, error) : verify_company_file (cli, path, error);
}

const SgnCliCommand sgn_cli_verify = {
  .name = "verify",
  .usage = "PATH",
  .summary = N_ ("check a company file, or a PDF against the record attached to it"),
  .min_words = 1,
  .max_words = 1,
  .run = run_verify,
};
