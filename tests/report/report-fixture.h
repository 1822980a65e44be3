/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-pages.h"

G_BEGIN_DECLS

/* A sheet made from a projection in fixtures/, with the number and time all tests use. */
typedef struct {
  SgnDocuments *documents;
  json_t *projection;
  char *hash;
  SgnSheet sheet;
} ReportFixture;

ReportFixture *report_fixture_new (const char *name);
ReportFixture *report_fixture_new_from_json (json_t *projection);
void report_fixture_free (ReportFixture *self);
/* Recomputes what hangs on the projection after a test changed it. */
void report_fixture_update (ReportFixture *self);
SgnPages *report_fixture_lay_out (ReportFixture *self);
GBytes *report_fixture_attachment (ReportFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportFixture, report_fixture_free)

G_END_DECLS
