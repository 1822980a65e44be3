/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-fixture.h"

const SgnEvidence *
evidence_get (Fixture *fixture, gint64 id)
{
  return sgn_record_find_evidence (sgn_session_get_record (fixture->session), id);
}

guint
evidence_count (Fixture *fixture, gint64 assessment, const char *item)
{
  return sgn_record_count_evidence (sgn_session_get_record (fixture->session), assessment, item);
}

/* @request without its path, which is @name in the fixture's folder. */
static void
start (Fixture *fixture, const char *name, SgnEvidenceRequest request)
{
  g_autofree char *path = fixture_file (fixture, name);

  request.path = path;
  if (request.use.kind == NULL && request.use.item == NULL)
    request.use.item = "SD-01";
  sgn_session_add_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
}

static SgnEvidenceResult *
finish (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = fixture_wait (fixture);
  g_autoptr (GError) error = NULL;
  SgnEvidenceResult *added = sgn_session_add_evidence_finish (fixture->session, result, &error);

  g_assert_no_error (error);
  return added;
}

gint64
evidence_add (Fixture *fixture, const char *name, SgnEvidenceRequest request, const char *codes)
{
  g_autoptr (SgnEvidenceResult) added = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  start (fixture, name, request);
  added = finish (fixture);
  for (guint i = 0; i < added->findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (added->findings, i);

    g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_REMARK);
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", finding->code);
  }
  g_assert_cmpstr (found->str, ==, codes);
  return added->id;
}

void
evidence_refuse (Fixture *fixture, const char *name, SgnEvidenceRequest request, int code)
{
  guint before = sgn_session_get_record (fixture->session)->evidence->len;

  start (fixture, name, request);
  fixture_expect_error (fixture, code);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->evidence->len, ==, before);
}

void
evidence_link (Fixture *fixture, gint64 id, const char *item)
{
  const SgnEvidenceUse use = { .item = item };

  sgn_session_link_evidence_async (fixture->session, id, &use, fixture_done_cb, fixture);
}

void
evidence_retire (Fixture *fixture, gint64 id)
{
  sgn_session_retire_evidence_async (fixture->session, id, fixture_done_cb, fixture);
}

void
evidence_restore (Fixture *fixture, gint64 id)
{
  sgn_session_restore_evidence_async (fixture->session, id, fixture_done_cb, fixture);
}
