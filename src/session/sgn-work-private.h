/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"
#include "sgn-watch.h"

G_BEGIN_DECLS

/* The caller of a long act, as the act sees it: told of the progress in the caller's own main
 * context, and able to stop it. Parts lie in one another: an act has counted parts (sheets, files),
 * and each of these has steps (laying out, painting), within which pages or rows are counted. */
typedef struct _SgnWork SgnWork;

/* On the thread that starts the act. All arguments nullable. */
SgnWork *sgn_work_new (GCancellable *cancellable, SgnProgressFunc progress, gpointer data);
void sgn_work_free (SgnWork *self);

/* All others on the store thread; @self is NULL for acts that nobody follows. */

/* From here on there are @total parts. @share: of all the work, at most 1 */
void sgn_work_count (SgnWork *self, SgnProgressUnit unit, guint total, double share);
/* The next part begins, or after the last one the rest of the work. @title: of the sheet; has to
 * live as long as the library */
gboolean sgn_work_begin (SgnWork *self, const char *title, GError **error);
/* The step now beginning takes a part of the whole from @from to @to, between 0 and 1. */
void sgn_work_step (SgnWork *self, double from, double to);
/* For those who count within a step. */
const SgnWatch *sgn_work_get_watch (SgnWork *self);
/* Whether to go on. */
gboolean sgn_work_check (SgnWork *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnWork, sgn_work_free)

G_END_DECLS
