/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-contents.h"
#include "sgn-opening-private.h"

G_BEGIN_DECLS

/* Everything about an open file that was found sound. */
SgnContents *sgn_contents_ask (sqlite3 *db, GError **error);
/* The same of a file opened for reading, with the version of the file at @path itself. */
SgnContents *sgn_contents_ask_opening (SgnOpening *opening, GError **error);
/* Only the chain, its time, the version and the company: costs the same however big the file is. */
SgnContents *sgn_contents_ask_chain (sqlite3 *db, GError **error);

void sgn_contents_check_free (SgnContentsCheck *self);

G_END_DECLS
