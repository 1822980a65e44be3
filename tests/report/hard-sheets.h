/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "box-dump.h"

#include "sgn-library.h"
#include "sgn-pages.h"
#include "sgn-projection.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* How the sheets of a company are asked for. */
typedef struct {
  const char *recipient; /* (nullable) */
  gboolean copy;         /* of a record that was opened to read: no number */
  gboolean training;
} HardWish;

/* One sheet of a company: one language, audience and variant of a document. */
typedef struct {
  const SgnProjectionRequest *request;
  json_t *projection;
  SgnPages *pages;
  BoxDump *dump;
} HardSheet;

typedef void (*HardSheetFunc) (const HardSheet *sheet, gpointer data);

/* Calls @func with every sheet of @document that can be made; one that cannot says so in a
 * sentence. */
void hard_sheets_each (SgnLibrary *library,
                       SgnRecord *record,
                       const SgnDocument *document,
                       const HardWish *wish,
                       HardSheetFunc func,
                       gpointer data);
/* What a sheet is called in messages. Owned by the caller. */
char *hard_sheet_dup_name (const HardSheet *self);

/* Where texts stand on paper. */
typedef struct {
  char *read;    /* all content as it is read, without spaces */
  char *columns; /* the same by where its lines begin: a row that goes on overleaf */
} HardPaper;

HardPaper *hard_paper_new (const BoxDump *dump);
void hard_paper_free (HardPaper *self);
gboolean hard_paper_has (const HardPaper *self, const char *stripped);
/* What is left of a text when it has been broken into lines. Owned by the caller. */
char *hard_strip (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HardPaper, hard_paper_free)

G_END_DECLS
