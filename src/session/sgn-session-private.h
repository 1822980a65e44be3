/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"
#include "sgn-work-private.h"

G_BEGIN_DECLS

/**
 * SgnDesk:
 * @library: the program's own data, with the company's own guidelines
 * @own_catalogues: (nullable): those that @library was extended by
 * @clock: the clock
 * @file: (nullable): the open company file
 * @record: (nullable): what is in it now
 * @stale: an act was written and could not be read back: @record is behind, and numbers taken from
 *   it would be those of other events
 * @author: (nullable): who the act is by
 * @new_persons: (nullable): people added in the act under way, by name
 * @work: (nullable): who follows the act under way
 *
 * What an act works with, on the store thread and nowhere else.
 */
typedef struct {
  SgnLibrary *library;
  GHashTable *own_catalogues;
  SgnClock *clock;
  SgnCompanyFile *file;
  SgnRecord *record;
  gboolean stale;
  char *author;
  GHashTable *new_persons;
  SgnWork *work;
} SgnDesk;

/**
 * SgnActFunc:
 * @desk: what the act works with
 * @request: its words, as given to sgn_session_run()
 * @error: why it did not work
 *
 * One act on the store thread. Its result goes to the finish function; NULL is failure, with @error
 * set.
 */
typedef gpointer (*SgnActFunc) (SgnDesk *desk, gpointer request, GError **error);

/* The result of acts that only say whether they worked. */
#define SGN_ACT_DONE GINT_TO_POINTER (1)

typedef struct {
  SgnActFunc run;
  gpointer request;
  GDestroyNotify free_request;
  GDestroyNotify free_result; /* (nullable) for SGN_ACT_DONE */
  gpointer tag;               /* the _async function */
  SgnWork *work;              /* (nullable): who follows it, and may stop it */
} SgnAct;

/* Queues @act for the store thread. Takes its request and its work. */
void sgn_session_run (SgnSession *self,
                      const SgnAct *act,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
/* (transfer full): the result of an act run by @tag; NULL with @error */
gpointer sgn_session_finish (SgnSession *self, GAsyncResult *result, gpointer tag, GError **error);

/* For acts: the open file's record, or FALSE with an error when no file is open (for writing). */
gboolean sgn_desk_check_open (SgnDesk *desk, GError **error);
gboolean sgn_desk_check_writable (SgnDesk *desk, GError **error);
/* Whether the file at @path is the open one, by that name. */
gboolean sgn_desk_is_open (const SgnDesk *desk, const char *path);
/* That @path is not the open file under any of its names, for acts that read it in another way than
 * through the store: closing a second handle takes the locks of the first away, and another window
 * would take the file for left behind. SGN_ERROR_USAGE. */
gboolean sgn_desk_check_other (SgnDesk *desk, const char *path, GError **error);
/* Reads the record anew, after something was written; what could not be read is read again before
 * the next act. */
gboolean sgn_desk_reload (SgnDesk *desk, GError **error);
/* Ends an act: commits when @ok, else rolls back; reloads. When only reloading fails, the act is on
 * disk. */
gboolean sgn_desk_end_act (SgnDesk *desk, gboolean ok, GError **error);
/* Replaces the open file (closing the one before). Takes @file. */
gboolean sgn_desk_take_file (SgnDesk *desk, SgnCompanyFile *file, GError **error);
/* (transfer full): the day the clock shows */
char *sgn_desk_dup_today (SgnDesk *desk);
/* Inside an act: the id of the person called @name, who is added when new; 0 for NULL or an empty
 * name. */
gboolean sgn_desk_ensure_person (SgnDesk *desk, const char *name, gint64 *id, GError **error);
gboolean
sgn_desk_put (SgnDesk *desk, const char *kind, const char *id, json_t *row, GError **error);
gboolean
sgn_desk_put_numbered (SgnDesk *desk, const char *kind, gint64 id, json_t *row, GError **error);

/* SGN_ERROR_INVALID for what is no date; @date (nullable): NULL is none either. */
gboolean sgn_check_date (const char *date, GError **error);
/* An id in words: a translatable sentence has no room for G_GINT64_FORMAT. */
char *sgn_dup_number (gint64 number);
/* (transfer full) (nullable): @name on one line; NULL when nobody is named */
char *sgn_dup_name (const char *name);
/* @typed (nullable): NULL leaves @text as it is, an empty one takes it away. */
void sgn_take_text (char **text, const char *typed);

/* The companies that are shipped: to look at, and with weak points for a seminar. */
typedef enum {
  SGN_SAMPLE_USUAL,
  SGN_SAMPLE_TRAINING,
} SgnSampleKind;

/* The sample company as a new file at @path; FALSE with @error. */
gboolean
sgn_sample_write (SgnLibrary *library, SgnSampleKind kind, const char *path, GError **error);

/* Parts of acts that the sample shares. All inside an act. */
gboolean
sgn_desk_put_profile (SgnDesk *desk, const SgnProfile *profile, gboolean sample, GError **error);
gboolean sgn_desk_put_evidence (SgnDesk *desk,
                                const SgnEvidence *words,
                                GBytes *bytes,
                                gint64 *id,
                                GError **error);

G_END_DECLS
