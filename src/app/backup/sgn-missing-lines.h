/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"

G_BEGIN_DECLS

/* One line for each entry that a backup has not, newest first; the oldest of very many are counted
 * only. @events: of SgnEvent, all of the present file, oldest first. @missing: of SgnEvent. */
char *sgn_missing_lines_make (GPtrArray *events,
                              GPtrArray *missing,
                              SgnLibrary *library,
                              const char *now);

G_END_DECLS
