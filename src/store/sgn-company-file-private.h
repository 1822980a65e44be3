/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-company-file.h"
#include "sgn-opening-private.h"
#include "sgn-search-private.h"
#include "sgn-undo-private.h"

G_BEGIN_DECLS

struct _SgnCompanyFile {
  GThread *thread;
  char *path;
  SgnClock *clock;
  GStrv steps;
  SgnOpening *opening;
  SgnAct *act; /* (nullable): being written */
  SgnUndo *undo;
  SgnSearch *search;
};

/* One connection, one thread. */
#define SGN_ON_ITS_THREAD(self) ((self) != NULL && (self)->thread == g_thread_self ())

/* For what works on a whole open file, outside an act; NULL inside one. */
sqlite3 *sgn_company_file_get_db (SgnCompanyFile *self);

G_END_DECLS
