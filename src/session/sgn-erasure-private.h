/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-person.h"

G_BEGIN_DECLS

/* What erasing the person with the number @person means in a file with these events. Takes
 * @events, of SgnEvent. */
SgnErasure *sgn_erasure_new (GPtrArray *events, gint64 person);
/* Whether @text holds one of the names that go. */
gboolean sgn_erasure_names (const SgnErasure *self, const char *text);

G_END_DECLS
