/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnHeader:
 * @logged: the file says that its last acts are in a log beside it: it was not closed
 * @has_log: that log is there and not empty
 * @has_journal: a journal is there and not empty: an act may have been cut off half way
 *
 * What is seen of a file from outside, before anything reads what is in it.
 */
typedef struct {
  gboolean logged;
  gboolean has_log;
  gboolean has_journal;
} SgnHeader;

/* Whether the file at @path can be a whole company file: there, readable, made by this program, and
 * as long as it says. Changes nothing, also beside it. SGN_ERROR_UNREADABLE for what is not ours,
 * SGN_ERROR_DAMAGED for what is. */
gboolean sgn_header_check (const char *path, SgnHeader *header, GError **error);
/* The same without asking for it to be whole. */
gboolean sgn_header_check_place (const char *path, GError **error);
/* Whether the file at @path begins as a database does, of whatever program. */
gboolean sgn_header_is_database (const char *path);

G_END_DECLS
