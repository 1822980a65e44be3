/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-finding.h"

/**
 * sgn_finding_new:
 * @severity: how much it matters
 * @code: a stable word
 * @field: the field it stands in
 * @message: one sentence for people
 *
 * Returns: (transfer full): a finding with copies of all three texts
 */
SgnFinding *
sgn_finding_new (SgnSeverity severity, const char *code, const char *field, const char *message)
{
  SgnFinding *self;

  g_return_val_if_fail (code != NULL && field != NULL && message != NULL, NULL);

  self = g_new0 (SgnFinding, 1);
  self->severity = severity;
  self->code = g_strdup (code);
  self->field = g_strdup (field);
  self->message = g_strdup (message);
  return self;
}

/**
 * sgn_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): a copy
 */
SgnFinding *
sgn_finding_copy (const SgnFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sgn_finding_new (self->severity, self->code, self->field, self->message);
}

/**
 * sgn_finding_free:
 * @self: (transfer full) (nullable): a finding
 */
void
sgn_finding_free (SgnFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

/**
 * sgn_findings_get_refusal:
 * @findings: (element-type SgnFinding): what was found
 *
 * Returns: (nullable) (transfer none): the first refusal, NULL when nothing stops the issue
 */
const SgnFinding *
sgn_findings_get_refusal (GPtrArray *findings)
{
  g_return_val_if_fail (findings != NULL, NULL);

  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (finding->severity == SGN_SEVERITY_REFUSAL)
      return finding;
  }
  return NULL;
}
