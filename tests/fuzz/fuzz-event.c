/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event of a company file's history: its header on the first line, its payload on the rest. */
#include "fuzz.h"

#include <string.h>

#include "sgn-event-log-private.h"

#include "sgn-error.h"

static void
parse_header (const char *header)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnEvent) event = sgn_event_log_parse_header (1, header, &error);

  g_assert_true ((event == NULL) == (error != NULL));
}

/* Whatever was read says of what it is an event. */
static void
parse_event (SgnEventText *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnEvent) event = sgn_event_log_parse (text, &error);

  g_assert_true ((event == NULL) == (error != NULL));
  if (event == NULL) {
    g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
    return;
  }
  g_assert_nonnull (event->act);
  g_assert_nonnull (event->kind);
  g_assert_nonnull (event->id);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *all = g_strndup ((const char *) data, size);
  char *payload = strchr (all, '\n');
  SgnEventText text = { .seq = 1,
                        .header = all,
                        .salt = (char *) "",
                        .payload_digest = (char *) "",
                        .prev_hash = (char *) "",
                        .hash = (char *) "" };

  if (payload != NULL)
    *payload++ = '\0';
  text.payload = payload;
  parse_header (all);
  parse_event (&text);
  return 0;
}
