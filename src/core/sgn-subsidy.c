/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-subsidy.h"

#include "sgn-date.h"

#include <glib/gi18n-lib.h>

const SgnSubsidy *
sgn_subsidies_find (const SgnSubsidies *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->subsidies->len; i++) {
    const SgnSubsidy *subsidy = g_ptr_array_index (self->subsidies, i);

    if (id != NULL && g_strcmp0 (subsidy->id, id) == 0)
      return subsidy;
  }
  return NULL;
}

const SgnSubsidyDuration *
sgn_subsidies_find_duration (const SgnSubsidies *self,
                             SgnSubsidyWait wait,
                             const SgnSubsidy *subsidy)
{
  const SgnSubsidyDuration *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->durations->len; i++) {
    const SgnSubsidyDuration *duration = g_ptr_array_index (self->durations, i);

    if (duration->wait != wait)
      continue;
    if (duration->subsidy == NULL)
      found = found != NULL ? found : duration;
    else if (subsidy != NULL && g_str_equal (duration->subsidy, subsidy->id))
      return duration;
  }
  return found;
}

const SgnSubsidyRound *
sgn_subsidy_find_round (const SgnSubsidy *self, const char *today)
{
  g_return_val_if_fail (self != NULL && today != NULL, NULL);

  for (guint i = 0; i < self->rounds->len; i++) {
    const SgnSubsidyRound *round = g_ptr_array_index (self->rounds, i);

    if (sgn_date_compare (round->date, today) >= 0)
      return round;
  }
  return NULL;
}

const SgnSubsidyRound *
sgn_subsidy_get_last_round (const SgnSubsidy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rounds->len > 0 ? g_ptr_array_index (self->rounds, self->rounds->len - 1) : NULL;
}

const char *
sgn_subsidy_star_to_words (SgnSubsidyStar star)
{
  switch (star) {
  case SGN_SUBSIDY_STAR_ONE:
    return _ ("★ or ★★");
  case SGN_SUBSIDY_STAR_TWO:
    return "★★";
  case SGN_SUBSIDY_STAR_OPEN:
  default:
    return _ ("Not settled");
  }
}
