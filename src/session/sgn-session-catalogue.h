/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* A company's own guidelines, such as what a customer asks. */

/**
 * SgnSheetNames:
 * @id: (nullable): the id it gets; NULL is one that is free
 * @title: (nullable): what it is called; NULL is the name of the file
 * @owner: (nullable): whose questions these are
 *
 * What a table of questions does not say of itself. A catalogue as JSON says it all.
 */
typedef struct {
  const char *id;
  const char *title;
  const char *owner;
} SgnSheetNames;

/* Takes in a catalogue as JSON, or a table of questions as CSV or XLSX: all of it or nothing. */
void sgn_session_load_catalogue_async (SgnSession *self,
                                       const char *path,
                                       const SgnSheetNames *names,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* "ID@EDITION", owned by the caller; NULL with @error */
char *sgn_session_load_catalogue_finish (SgnSession *self, GAsyncResult *result, GError **error);

/**
 * SgnSheetExport:
 * @catalogue: "ID", or "ID@EDITION"
 * @path: the file, which says by .csv or .xlsx what it will be
 * @language: of the words for the answers
 * @replace: whether a file of that name may be replaced
 *
 * Where the answers to a sheet go.
 */
typedef struct {
  const char *catalogue;
  const char *path;
  SgnLanguage language;
  gboolean replace;
} SgnSheetExport;

/* Writes the newest answers in the rows and columns that the sheet came in; never a note. */
void sgn_session_export_catalogue_async (SgnSession *self,
                                         const SgnSheetExport *request,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/* All that is wrong with such a file (of SgnFault); empty when it can be loaded. It reads nothing
 * else, and needs no session. SGN_ERROR_UNREADABLE when it is no such file at all. */
GPtrArray *sgn_session_find_faults (const char *path, GError **error);

G_END_DECLS
