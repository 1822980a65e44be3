/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "sgn-profile.h"

/* A profile that was read must check, and come back from its own JSON and row. */
static void
use (const SgnProfile *profile)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autoptr (json_t) json = sgn_profile_to_json (profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnProfile) again = sgn_profile_new_from_json (json, &error);
  g_autoptr (json_t) same = NULL;

  g_assert_no_error (error);
  same = sgn_profile_to_json (again);
  g_assert_true (json_equal (json, same));
  sgn_profile_check (profile, findings);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_json_load_bytes (bytes, "input", &error);
  g_autoptr (SgnProfile) profile = NULL;

  g_assert_true ((json == NULL) == (error != NULL));
  if (json == NULL)
    return 0;

  profile = sgn_profile_new_from_json (json, &error);
  g_assert_true ((profile == NULL) == (error != NULL));
  if (profile != NULL)
    use (profile);
  return 0;
}
