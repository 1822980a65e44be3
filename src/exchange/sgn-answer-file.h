/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One answer of a file; texts as written, NULL where the file says nothing. */
typedef struct {
  char *item;
  char *value;
  char *note;
  char *statement;
  char *statement_en;
  char *by; /* (nullable) */
  char *at; /* (nullable): time */
} SgnAnswerLine;

/* Answers to be taken in at once: {catalogue, edition, date, by, answers: [{item, value, note,
 * statement, statement_en}]}. A CSV has the lines only. */
typedef struct {
  char *catalogue;  /* (nullable) */
  char *edition;    /* (nullable) */
  char *date;       /* (nullable) */
  char *by;         /* (nullable) */
  GPtrArray *lines; /* of SgnAnswerLine */
} SgnAnswerFile;

/* Reads JSON or CSV by its content. Errors name the place: line and column, or the JSON pointer. */
SgnAnswerFile *sgn_answer_file_new_from_file (const char *path, GError **error);
SgnAnswerFile *sgn_answer_file_new_from_bytes (GBytes *bytes, const char *name, GError **error);
void sgn_answer_file_free (SgnAnswerFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnAnswerFile, sgn_answer_file_free)

G_END_DECLS
