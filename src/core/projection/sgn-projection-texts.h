/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"

G_BEGIN_DECLS

/* @field: where @text stands, such as "company.name" or "items.SD-03.note" */
typedef void (*SgnProjectionTextFunc) (const char *field, const char *text, gpointer data);

/* Calls @func with each text of @projection that is printed, in the order of the keys; what only
 * machines read, and what stands a second time, is passed over. */
void sgn_projection_each_text (const json_t *projection, SgnProjectionTextFunc func, gpointer data);

G_END_DECLS
