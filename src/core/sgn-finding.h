/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnSeverity:
 * @SGN_SEVERITY_REMARK: worth knowing
 * @SGN_SEVERITY_WARNING: worth mending, does not stop the issue
 * @SGN_SEVERITY_REFUSAL: stops the issue
 */
typedef enum {
  SGN_SEVERITY_REMARK,
  SGN_SEVERITY_WARNING,
  SGN_SEVERITY_REFUSAL,
} SgnSeverity;

/**
 * SgnFinding:
 * @severity: how much it matters
 * @code: a stable word for scripts and tests, such as "private-use" or "claim"
 * @field: the field it stands in, such as "company.name" or "answers.SD-03.note"
 * @message: one sentence for people
 *
 * What a check before printing found.
 */
typedef struct {
  SgnSeverity severity;
  char *code;
  char *field;
  char *message;
} SgnFinding;

SgnFinding *
sgn_finding_new (SgnSeverity severity, const char *code, const char *field, const char *message);
SgnFinding *sgn_finding_copy (const SgnFinding *self);
void sgn_finding_free (SgnFinding *self);
/* (nullable): the first refusal of @findings */
const SgnFinding *sgn_findings_get_refusal (GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFinding, sgn_finding_free)

G_END_DECLS
