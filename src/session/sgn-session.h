/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-answer-file.h"
#include "sgn-company-file.h"
#include "sgn-library.h"
#include "sgn-pages.h"
#include "sgn-projection.h"
#include "sgn-score.h"

G_BEGIN_DECLS

/* The boxed type of the property "record". */
#define SGN_TYPE_RECORD (sgn_record_get_type ())
GType sgn_record_get_type (void) G_GNUC_CONST;

#define SGN_TYPE_SESSION (sgn_session_get_type ())
G_DECLARE_FINAL_TYPE (SgnSession, sgn_session, SGN, SESSION, GObject)

/* One open company file and every act on it. All work happens on one thread of its own; each act is
 * one asynchronous call, in order. The record is replaced before an act's callback runs ("record"
 * notifies). Properties: record (SgnRecord, boxed, nullable), path (nullable), read-only, notice
 * (nullable), author (nullable; who the next acts are by). */
SgnSession *sgn_session_new (SgnLibrary *library, SgnClock *clock);
SgnLibrary *sgn_session_get_library (SgnSession *self);
SgnClock *sgn_session_get_clock (SgnSession *self);
SgnRecord *sgn_session_get_record (SgnSession *self); /* (nullable) (transfer none) */
const char *sgn_session_get_path (SgnSession *self);  /* (nullable) */
gboolean sgn_session_get_read_only (SgnSession *self);
const char *sgn_session_get_notice (SgnSession *self); /* (nullable) */
/* Whether the file is read-only because another computer has it open for writing, so that
 * SGN_OPEN_TAKE_OVER would open it for writing here. */
gboolean sgn_session_get_held_elsewhere (SgnSession *self);
/* Whether a later version of the program wrote the file, so that no copy of it can be written. */
gboolean sgn_session_get_newer (SgnSession *self);
void sgn_session_set_author (SgnSession *self, const char *name);
const char *sgn_session_get_author (SgnSession *self);

/* Every act that only says whether it worked ends with this. */
gboolean sgn_session_act_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* Files */
void sgn_session_create_async (SgnSession *self,
                               const char *path,
                               const SgnProfile *profile,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void sgn_session_open_async (SgnSession *self,
                             const char *path,
                             SgnOpenMode mode,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Writes the shipped sample company as a new file at @path and opens it. */
void sgn_session_create_sample_async (SgnSession *self,
                                      const char *path,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* The same with the company of a seminar, which has weak points to find. Its sheets say
 * 研修用サンプル, for as long as the file lives. */
void sgn_session_create_training_async (SgnSession *self,
                                        const char *path,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void sgn_session_close_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data);

/* The company */
void sgn_session_set_profile_async (SgnSession *self,
                                    const SgnProfile *profile,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * SgnDeclarationChange:
 * @star: 1 or 2
 * @number: the self-declaration ID as typed
 * @date: YYYY-MM-DD
 * @account: (nullable): "prime" "member"
 * @places: (nullable): where it is shown, NULL-terminated
 */
typedef struct {
  int star;
  const char *number;
  const char *date;
  const char *account;
  const char *const *places;
} SgnDeclarationChange;

void sgn_session_declare_async (SgnSession *self,
                                const SgnDeclarationChange *change,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* @language: of the Japanese version, which everybody has, or of the English twin. @text NULL: the
 * default text. Starts a new version when the newest is published. */
void sgn_session_set_policy_part_async (SgnSession *self,
                                        const char *part,
                                        SgnLanguage language,
                                        const char *text,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void sgn_session_publish_policy_async (SgnSession *self,
                                       const char *place,
                                       const char *date,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* Looking */
void sgn_session_search_async (SgnSession *self,
                               const char *text,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *sgn_session_search_finish (SgnSession *self,
                                      GAsyncResult *result,
                                      GError **error); /* of char* "KIND/ID" */

G_END_DECLS

/* Acts with a header of their own. */
#include "sgn-session-assessment.h"
#include "sgn-session-backup.h"
#include "sgn-session-carry.h"
#include "sgn-session-catalogue.h"
#include "sgn-session-evidence.h"
#include "sgn-session-find.h"
#include "sgn-session-history.h"
#include "sgn-session-person.h"
#include "sgn-session-place.h"
#include "sgn-session-print.h"
#include "sgn-session-rescue.h"
#include "sgn-session-review.h"
#include "sgn-session-setting.h"
#include "sgn-session-sheet.h"
#include "sgn-session-survey.h"
#include "sgn-session-task.h"
