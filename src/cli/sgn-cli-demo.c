/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-output.h"

#define SAMPLE_NAME "sample.sengen"

/* The documents being written. */
typedef struct {
  SgnCli *cli;
  const char *folder;
  char *issued;
  guint count;
} Demo;

/* What is made in the usual way does not say how. */
static char *
make_name (const SgnProjectionRequest *projection, const char *format)
{
  const char *variant = projection->variant;

  return g_strdup_printf ("%s%s%s-%s-%s.%s", projection->document, variant != NULL ? "-" : "",
                          variant != NULL ? variant : "",
                          sgn_audience_to_key (projection->audience),
                          sgn_language_to_code (projection->language), format);
}

/* The time of issue is the time of the record, so that every demo writes the same sheets. */
static gboolean
write_sheet (Demo *self, const SgnProjectionRequest *projection, const char *format, GError **error)
{
  g_autofree char *name = make_name (projection, format);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  const SgnSheetRequest request = { .projection = *projection,
                                    .format = format,
                                    .path = path,
                                    .issued = self->issued };
  g_autoptr (SgnSheetResult) result = sgn_cli_write_sheet (self->cli, &request, error);

  if (result == NULL)
    return FALSE;

  sgn_cli_print ("%s\n", path);
  self->count++;
  return TRUE;
}

static gboolean
write_formats (Demo *self,
               const SgnDocument *document,
               const SgnProjectionRequest *projection,
               GError **error)
{
  for (guint i = 0; document->formats[i] != NULL; i++)
    if (!write_sheet (self, projection, document->formats[i], error))
      return FALSE;
  return TRUE;
}

/* In every way it can be made in: some there are in one language only. */
static gboolean
write_variants (Demo *self,
                const SgnDocument *document,
                const SgnProjectionRequest *usual,
                GError **error)
{
  if (!write_formats (self, document, usual, error))
    return FALSE;

  for (guint i = 1; i < g_strv_length (document->variants); i++) {
    SgnProjectionRequest projection = *usual;
    g_autofree char *obstacle = NULL;

    projection.variant = document->variants[i];
    obstacle =
      sgn_projection_dup_obstacle (self->cli->library, sgn_session_get_record (self->cli->session),
                                   &projection);
    if (obstacle == NULL && !write_formats (self, document, &projection, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_document (Demo *self, const SgnDocument *document, SgnLanguage language, GError **error)
{
  static const SgnAudience audiences[] = { SGN_AUDIENCE_INTERNAL, SGN_AUDIENCE_PARTNER };

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++) {
    const SgnProjectionRequest projection = { .document = document->id,
                                              .audience = audiences[i],
                                              .language = language };

    if (sgn_document_has_audience (document, audiences[i]) &&
        !write_variants (self, document, &projection, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_language (Demo *self, SgnLanguage language, GError **error)
{
  GPtrArray *documents = sgn_documents_get_all (self->cli->library->documents);

  for (guint i = 0; i < documents->len; i++)
    if (!write_document (self, g_ptr_array_index (documents, i), language, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_sample (Demo *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, SAMPLE_NAME, NULL);

  sgn_session_create_sample_async (self->cli->session, path, sgn_cli_done_cb, self->cli);
  if (!sgn_cli_finish (self->cli, error))
    return FALSE;

  self->issued = g_strdup (sgn_session_get_record (self->cli->session)->head_at);
  sgn_cli_print ("%s\n", path);
  return TRUE;
}

static gboolean
write_all (Demo *self, const char *code, GError **error)
{
  static const SgnLanguage languages[] = { SGN_LANGUAGE_JA, SGN_LANGUAGE_EN };

  if (!write_sample (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if ((code == NULL || g_str_equal (code, sgn_language_to_code (languages[i]))) &&
        !write_language (self, languages[i], error))
      return FALSE;
  return TRUE;
}

/* Each file is whole or not there; the demo as a whole is not. */
static gboolean
fail (const Demo *self, GError *failure, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->folder);

  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  g_error_free (failure);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
               _ ("Stopped before it was done. What was made so far is in “%s”."), name);
  return FALSE;
}

static gboolean
run_demo (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  Demo demo = { .cli = cli, .folder = sgn_cli_call_get (call, "output") };
  g_autoptr (GError) failure = NULL;
  SgnLanguage language;
  gboolean written;

  if (!sgn_cli_read_language (call, &language, error) ||
      !sgn_output_make_folder (demo.folder, 0777, error))
    return FALSE;

  written = write_all (&demo, sgn_cli_call_get (call, "language"), &failure);
  g_free (demo.issued);
  if (!written)
    return fail (&demo, g_steal_pointer (&failure), error);

  sgn_cli_acknowledge ("sample company and %u documents, %s", demo.count, demo.folder);
  return TRUE;
}

static const SgnCliOption options[] = {
  { "output", "DIR", N_ ("a new or empty folder"), SGN_CLI_NEEDED },
  { "language", "ja|en", N_ ("only this language; else both") },
  { NULL },
};

const SgnCliCommand sgn_cli_demo = {
  .name = "demo",
  .usage = "--output DIR [--language ja|en]",
  .summary = N_ ("write a sample company and all its documents into a folder"),
  .options = options,
  .run = run_demo,
};
