/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-evidence.h"
#include "sgn-session.h"

G_BEGIN_DECLS

/* The most that one file may have; a company file holds hundreds of them. */
#define SGN_EVIDENCE_MEGABYTES 50

/**
 * SgnEvidenceUse:
 * @kind: (nullable): kind of the row it proves, such as SGN_KIND_DECLARATION; NULL for an item of a
 *   guideline, found by the words below as sgn_session_answer_async() does
 * @id: (nullable): id of that row, such as "1", or "1/SD-01" of SGN_KIND_ANSWER
 * @catalogue: (nullable): catalogue id, or id@edition
 * @assessment: id of the assessment, 0 for the newest open one (made when there is none)
 * @item: (nullable): item id or official number
 * @site: (nullable): name of the site
 *
 * What a piece of evidence proves.
 */
typedef struct {
  const char *kind;
  const char *id;
  const char *catalogue;
  gint64 assessment;
  const char *item;
  const char *site;
} SgnEvidenceUse;

/**
 * SgnEvidenceRequest:
 * @use: what it proves
 * @path: the file; copied into the company file
 * @title: (nullable): what it is; the file's name when NULL
 * @dated: (nullable): its own date
 * @expires: (nullable): the last day it proves anything
 * @replaces: the older version of the same, which is kept behind it; 0 for none
 * @remove_location: takes out where a photograph was taken before it is kept
 * @ask_location: keeps no photograph that says where it was taken, so that somebody can be asked
 *   first: the result has no number then, and the finding "location"
 *
 * A file to be kept.
 */
typedef struct {
  SgnEvidenceUse use;
  const char *path;
  const char *title;
  const char *dated;
  const char *expires;
  gint64 replaces;
  gboolean remove_location;
  gboolean ask_location;
} SgnEvidenceRequest;

/**
 * SgnEvidenceResult:
 * @id: the piece of evidence; 0 when nothing was kept, see @ask_location
 * @known: whether its content was in the file already; it is stored once
 * @findings: of SgnFinding, remarks only. Codes "known" "name" "unknown-kind" "location"
 *   "location-unread" "no-location" "expired"
 *
 * What became of a file.
 */
typedef struct {
  gint64 id;
  gboolean known;
  GPtrArray *findings;
} SgnEvidenceResult;

void sgn_session_add_evidence_async (SgnSession *self,
                                     const SgnEvidenceRequest *request,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SgnEvidenceResult *
sgn_session_add_evidence_finish (SgnSession *self, GAsyncResult *result, GError **error);
void sgn_evidence_result_free (SgnEvidenceResult *self);

/* The same piece of evidence for one thing more, or one less. A closed assessment refuses both. */
void sgn_session_link_evidence_async (SgnSession *self,
                                      gint64 evidence,
                                      const SgnEvidenceUse *use,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void sgn_session_unlink_evidence_async (SgnSession *self,
                                        gint64 evidence,
                                        const SgnEvidenceUse *use,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * SgnEvidenceWords:
 * @title: (nullable): NULL leaves it as it is
 * @dated: (nullable): as @title; "" takes it away
 * @expires: (nullable): as @dated
 *
 * What is said of a piece of evidence.
 */
typedef struct {
  const char *title;
  const char *dated;
  const char *expires;
} SgnEvidenceWords;

void sgn_session_describe_evidence_async (SgnSession *self,
                                          gint64 evidence,
                                          const SgnEvidenceWords *words,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
/* Withdrawn: kept, and shown as such, but it proves nothing any more. Restored: in use again. */
void sgn_session_retire_evidence_async (SgnSession *self,
                                        gint64 evidence,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void sgn_session_restore_evidence_async (SgnSession *self,
                                         gint64 evidence,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/* The content of one piece, checked against its SHA-256. */
void sgn_session_read_evidence_async (SgnSession *self,
                                      gint64 evidence,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GBytes *sgn_session_read_evidence_finish (SgnSession *self, GAsyncResult *result, GError **error);

/**
 * SgnEvidenceExport:
 * @folder: a new or empty folder
 * @only: (nullable): ids to write; NULL for all in use
 * @only_count: how many
 * @with_retired: also what was withdrawn or replaced, when @only is NULL; what was erased is gone
 *
 * Which files to write where.
 */
typedef struct {
  const char *folder;
  const gint64 *only;
  gsize only_count;
  gboolean with_retired;
} SgnEvidenceExport;

/* All or nothing. Beside the files a list of their SHA-256 is written, which “sha256sum -c” reads.
 */
void sgn_session_export_evidence_async (SgnSession *self,
                                        const SgnEvidenceExport *request,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* (element-type utf8): the names of the files in the folder, the list of SHA-256 last */
GPtrArray *
sgn_session_export_evidence_finish (SgnSession *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnEvidenceResult, sgn_evidence_result_free)

G_END_DECLS
