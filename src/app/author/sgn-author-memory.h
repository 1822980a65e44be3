/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"
#include "sgn-settings.h"

G_BEGIN_DECLS

#define SGN_TYPE_AUTHOR_MEMORY (sgn_author_memory_get_type ())
G_DECLARE_FINAL_TYPE (SgnAuthorMemory, sgn_author_memory, SGN, AUTHOR_MEMORY, GObject)

/* Gives each company file that is opened the person who answered last: the one chosen on this
 * computer, else the one of the file's newest answer. */
SgnAuthorMemory *sgn_author_memory_new (SgnSession *session, SgnSettings *settings);
gboolean sgn_author_can_be_chosen (const SgnPerson *person);

G_END_DECLS
