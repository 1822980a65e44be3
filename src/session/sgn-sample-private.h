/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-private.h"

G_BEGIN_DECLS

/* The sample company while it is written; see sgn-sample.c. */
typedef struct {
  SgnDesk desk;
  SgnSampleKind kind;
  char *folder;
  char *evidence_folder;
} SgnSample;

/* (transfer full): one of the sample's files of words */
json_t *sgn_sample_load (const SgnSample *sample, const char *name, GError **error);
/* NULL leaves the clock where it is. */
void sgn_sample_set_clock (SgnSample *sample, const char *time);
void sgn_sample_set_author (SgnSample *sample, const char *name);
/* 0 when there is no such person */
gint64 sgn_sample_find_person (const SgnSample *sample, const char *name);

/* One of assessments.json with its answers and evidence: told act by act, or, with "imported_at",
 * taken over at once from paper. */
gboolean sgn_sample_write_assessment (SgnSample *sample, const json_t *words, GError **error);

/* The evidence whose words list items of @assessment under @key. */
gboolean
sgn_sample_write_evidence (SgnSample *sample, gint64 assessment, const char *key, GError **error);
/* The same inside an act, of files that are there already or not. */
gboolean
sgn_sample_put_evidence (SgnSample *sample, gint64 assessment, const char *key, GError **error);
gboolean sgn_sample_write_declaration_evidence (SgnSample *sample, GError **error);
/* What is to be done, once there are answers that it can be about. */
gboolean sgn_sample_write_tasks (SgnSample *sample, GError **error);

G_END_DECLS
