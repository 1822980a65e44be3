/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* What every message for people has in common: one line of whole sentences, with a capital, an item
 * or quoted words at the start and one full stop at the end. */
static inline void
assert_is_sentence (const char *message)
{
  g_assert_nonnull (message);
  if (!(g_ascii_isupper (message[0]) || g_str_has_prefix (message, "“") ||
        g_str_has_prefix (message, "--")) ||
      !g_str_has_suffix (message, ".") || g_str_has_suffix (message, "..") ||
      strchr (message, '\n') != NULL || strstr (message, "; ") != NULL ||
      strstr (message, "SQL") != NULL || strstr (message, "quark") != NULL)
    g_error ("“%s” is no sentence for people", message);
}
