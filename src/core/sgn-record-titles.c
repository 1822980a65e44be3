/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-record.h"

static const char *
choose_title (const char *title, const char *title_en, SgnLanguage language)
{
  gboolean english = language == SGN_LANGUAGE_EN && title_en != NULL && *title_en != '\0';

  return english ? title_en : title;
}

const char *
sgn_task_get_title (const SgnTask *self, SgnLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return choose_title (self->title, self->title_en, language);
}

const char *
sgn_evidence_get_title (const SgnEvidence *self, SgnLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return choose_title (self->title, self->title_en, language);
}
