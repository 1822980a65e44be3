/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-evidence.h"

G_BEGIN_DECLS

/* What is to be done: who does it, until when, for which items. A task may hang on an answer of a
 * closed assessment: it is about what comes after. */

/**
 * SgnTaskWords:
 * @title: (nullable): what is to be done; NULL leaves it as it is
 * @title_en: (nullable): the same on English sheets; "" takes it away
 * @note: (nullable): as @title_en
 * @owner: (nullable): name of who does it, added to the people when new; "" is nobody
 * @due: (nullable): date; "" takes it away
 * @state: (nullable): SGN_TASK_TODO and the others
 *
 * What is said of a task.
 */
typedef struct {
  const char *title;
  const char *title_en;
  const char *note;
  const char *owner;
  const char *due;
  const char *state;
} SgnTaskWords;

void sgn_session_add_task_async (SgnSession *self,
                                 const SgnEvidenceUse *use,
                                 const SgnTaskWords *words,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* Its number; 0 with @error. */
gint64 sgn_session_add_task_finish (SgnSession *self, GAsyncResult *result, GError **error);
/* A whole form as one act: 0 is a new task, @uses (of SgnEvidenceUse) all that it is for. */
void sgn_session_save_task_async (SgnSession *self,
                                  gint64 task,
                                  const SgnTaskWords *words,
                                  GPtrArray *uses,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Its number; 0 with @error. */
gint64 sgn_session_save_task_finish (SgnSession *self, GAsyncResult *result, GError **error);
void sgn_session_change_task_async (SgnSession *self,
                                    gint64 task,
                                    const SgnTaskWords *words,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* @on: (nullable): the day it was done; NULL is today */
void sgn_session_complete_task_async (SgnSession *self,
                                      gint64 task,
                                      const char *on,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* What was done or decided against is to be done again. */
void sgn_session_reopen_task_async (SgnSession *self,
                                    gint64 task,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Decided against: it stays, and counts no more. */
void sgn_session_decline_task_async (SgnSession *self,
                                     gint64 task,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* The same task for one item more, or one less. */
void sgn_session_link_task_async (SgnSession *self,
                                  gint64 task,
                                  const SgnEvidenceUse *use,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void sgn_session_unlink_task_async (SgnSession *self,
                                    gint64 task,
                                    const SgnEvidenceUse *use,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
