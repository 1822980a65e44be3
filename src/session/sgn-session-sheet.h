/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* Sheets: one, or all at once, written, looked at and looked through. */

/**
 * SgnProgressUnit:
 * @SGN_PROGRESS_PAGES: pages of one sheet
 * @SGN_PROGRESS_SHEETS: sheets of a set
 * @SGN_PROGRESS_FILES: files in a folder
 *
 * What is counted while sheets are written.
 */
typedef enum {
  SGN_PROGRESS_PAGES,
  SGN_PROGRESS_SHEETS,
  SGN_PROGRESS_FILES,
} SgnProgressUnit;

/**
 * SgnProgress:
 * @unit: what is counted
 * @done: how many are done
 * @total: of how many; 0 while it is not known yet
 * @title: what is being made now, in the user's language
 * @fraction: how far all of it is, from 0 to 1; never less than before
 *
 * How far the writing of sheets is.
 */
typedef struct {
  SgnProgressUnit unit;
  guint done;
  guint total;
  const char *title;
  double fraction;
} SgnProgress;

/**
 * SgnProgressFunc:
 * @progress: how far it is; gone when this returns
 * @user_data: data given with it
 *
 * Called in the main context the act was started in, a few times a second at most, and never after
 * the act's callback.
 */
typedef void (*SgnProgressFunc) (const SgnProgress *progress, gpointer user_data);

/* (transfer full): “3 of 14 files: Self-check result”, translated */
char *sgn_progress_dup_words (const SgnProgress *self);

/**
 * SgnSheetRequest:
 * @projection: which sheet, for whom, in which language
 * @format: "pdf" "xlsx" "csv" "json"
 * @path: where to write it
 * @issued: (nullable): time of issue; NULL is now
 * @replace: whether a file already there may be replaced
 * @training: 研修用サンプル across the page
 * @cancellable: (nullable): stops the writing
 * @progress: (nullable): hears how far it is
 * @progress_data: data for @progress; has to live until the act's callback
 */
typedef struct {
  SgnProjectionRequest projection;
  const char *format;
  const char *path;
  const char *issued;
  gboolean replace;
  gboolean training;
  GCancellable *cancellable;
  SgnProgressFunc progress;
  gpointer progress_data;
} SgnSheetRequest;

/* What a written sheet is called and what was found while checking it. */
typedef struct {
  char *number; /* (nullable): none on a copy from a read-only file */
  char *record_hash;
  guint pages;         /* 0 when not a PDF */
  GPtrArray *findings; /* of SgnFinding */
} SgnSheetResult;

/* Whether a sheet may be written to @path: SGN_ERROR_EXISTS where a company file is. */
gboolean sgn_session_check_sheet_path (const char *path, GError **error);
void sgn_session_write_sheet_async (SgnSession *self,
                                    const SgnSheetRequest *request,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SgnSheetResult *
sgn_session_write_sheet_finish (SgnSession *self, GAsyncResult *result, GError **error);
void sgn_sheet_result_free (SgnSheetResult *self);

/**
 * SgnSheetsRequest:
 * @audience: who will read them
 * @language: the language of the sheets
 * @with_unmet: (partner only) unmet items are listed too
 * @recipient: (nullable): who gets them; goes on record with their numbers
 * @folder: a new or an empty folder
 * @issued: (nullable): the one time of issue of all; NULL is now
 * @titled: files are called by the titles of the sheets, in their language, numbered in the order
 *   of a set (01_自社診断の結果.pdf), for people; otherwise by the documents' ids
 *   (self-check-result.pdf), for scripts
 * @training: 研修用サンプル across the pages
 * @cancellable: (nullable): stops the writing
 * @progress: (nullable): hears how far it is
 * @progress_data: data for @progress; has to live until the act's callback
 */
typedef struct {
  SgnAudience audience;
  SgnLanguage language;
  gboolean with_unmet;
  const char *recipient;
  const char *folder;
  const char *issued;
  gboolean titled;
  gboolean training;
  GCancellable *cancellable;
  SgnProgressFunc progress;
  gpointer progress_data;
} SgnSheetsRequest;

/**
 * SgnSheetsResult:
 * @files: (element-type utf8): names in the folder, in the order of a set
 * @missing: (element-type utf8): titles, in the language of the user, of those that cannot be
 * made yet
 * @findings: (element-type SgnFinding): what was found, each once
 *
 * What was written when sheets were written as files of their own.
 */
typedef struct {
  GPtrArray *files;
  GPtrArray *missing;
  GPtrArray *findings;
} SgnSheetsResult;

/* All sheets for an audience as files of their own: each as PDF, tables as a workbook too. */
void sgn_session_write_sheets_async (SgnSession *self,
                                     const SgnSheetsRequest *request,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SgnSheetsResult *
sgn_session_write_sheets_finish (SgnSession *self, GAsyncResult *result, GError **error);
void sgn_sheets_result_free (SgnSheetsResult *self);

/* Lays the sheet out without issuing it; the number is the one it would get. */
void sgn_session_preview_async (SgnSession *self,
                                const SgnProjectionRequest *request,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SgnPages *sgn_session_preview_finish (SgnSession *self, GAsyncResult *result, GError **error);
/* What would be found in it before printing, of SgnFinding. */
void sgn_session_check_sheet_async (SgnSession *self,
                                    const SgnProjectionRequest *request,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *sgn_session_check_sheet_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSheetResult, sgn_sheet_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSheetsResult, sgn_sheets_result_free)

G_END_DECLS
