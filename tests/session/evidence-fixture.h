/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session-fixture.h"

G_BEGIN_DECLS

#define NOTHING ((SgnEvidenceRequest){ 0 })

/* (nullable): a piece of evidence of the open file */
const SgnEvidence *evidence_get (Fixture *fixture, gint64 id);
guint evidence_count (Fixture *fixture, gint64 assessment, const char *item);
/* Adds the file called @name in the fixture's folder, for SD-01 unless @request says otherwise: its
 * number. @codes: the remarks made, with spaces between */
gint64
evidence_add (Fixture *fixture, const char *name, SgnEvidenceRequest request, const char *codes);
/* The same, which must fail and keep nothing. */
void evidence_refuse (Fixture *fixture, const char *name, SgnEvidenceRequest request, int code);
/* Only begun; how they end is to be said with fixture_expect(). */
void evidence_link (Fixture *fixture, gint64 id, const char *item);
void evidence_retire (Fixture *fixture, gint64 id);
void evidence_restore (Fixture *fixture, gint64 id);

G_END_DECLS
