/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "sgn-data-dir.h"
#include "sgn-digest.h"

#include <string.h>

static const char *
get_number (const char *document)
{
  if (g_str_equal (document, "action-plan"))
    return "AP-2026-0005";
  if (g_str_equal (document, "evidence-list"))
    return "EL-2026-0003";
  if (g_str_equal (document, "history"))
    return "HI-2026-0006";
  if (g_str_equal (document, "calendar"))
    return "CA-2026-0002";
  if (g_str_equal (document, "basic-policy"))
    return "BP-2026-0002";
  if (g_str_equal (document, "declaration-record"))
    return "DR-2026-0002";
  if (g_str_equal (document, "declaration-poster"))
    return "DP-2026-0001";
  if (g_str_equal (document, "unknown-list"))
    return "UL-2026-0003";
  if (g_str_equal (document, "rules-result"))
    return "RR-2026-0004";
  if (g_str_equal (document, "management-result"))
    return "MR-2026-0001";
  if (g_str_equal (document, "scs-self-assessment"))
    return "SS-2026-0001";
  if (g_str_equal (document, "comparison"))
    return "CO-2026-0002";
  if (g_str_equal (document, "declaration-preparation") || g_str_equal (document, "answer-sheet") ||
      g_str_equal (document, "scs-declaration-draft") || g_str_equal (document, "scs-documents"))
    return NULL;
  return "SC-2026-0012";
}

void
report_fixture_update (ReportFixture *self)
{
  const char *document = sgn_json_string (self->projection, "document");

  g_free (self->hash);
  self->hash = sgn_digest_of_json (self->projection);
  sgn_language_from_code (sgn_json_string (self->projection, "language"), &self->sheet.language);
  sgn_audience_from_key (sgn_json_string (self->projection, "audience"), &self->sheet.audience);
  self->sheet.documents = self->documents;
  self->sheet.document = sgn_documents_find (self->documents, document);
  self->sheet.projection = self->projection;
  self->sheet.record_hash = self->hash;
}

ReportFixture *
report_fixture_new_from_json (json_t *projection)
{
  ReportFixture *self = g_new0 (ReportFixture, 1);
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (GError) error = NULL;

  self->documents = sgn_documents_load (data_dir, &error);
  g_assert_no_error (error);
  self->projection = projection;
  self->sheet.number = get_number (sgn_json_string (projection, "document"));
  self->sheet.issued = g_str_equal (sgn_json_string (projection, "document"), "declaration-record")
                         ? "2026-11-25T09:12:00+09:00"
                         : "2026-11-23T10:00:00+09:00";
  self->sheet.program = "1.0.0";
  report_fixture_update (self);
  return self;
}

ReportFixture *
report_fixture_new (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "fixtures", file, NULL);
  g_autoptr (GError) error = NULL;
  json_t *projection = sgn_json_load_file (path, &error);

  g_assert_no_error (error);
  return report_fixture_new_from_json (projection);
}

void
report_fixture_free (ReportFixture *self)
{
  sgn_documents_unref (self->documents);
  json_decref (self->projection);
  g_free (self->hash);
  g_free (self);
}

SgnPages *
report_fixture_lay_out (ReportFixture *self)
{
  g_autoptr (GError) error = NULL;
  SgnPages *pages = sgn_pages_new (&self->sheet, &error);

  g_assert_no_error (error);
  return pages;
}

GBytes *
report_fixture_attachment (ReportFixture *self)
{
  char *json = sgn_json_to_canonical (self->projection);
  return g_bytes_new_take (json, strlen (json));
}
