/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-company-file.h"
#include "sgn-db-private.h"

G_BEGIN_DECLS

/* For what works on a whole open file, outside an act; NULL inside one. */
sqlite3 *sgn_company_file_get_db (SgnCompanyFile *self);

G_END_DECLS
