/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* What a sheet is called as a file, without an ending: 自社診断の結果_2026-11-23. Its document is
 * one of the library. */
char *sgn_sheet_dup_name (SgnSession *session, const SgnProjectionRequest *projection);

G_END_DECLS
