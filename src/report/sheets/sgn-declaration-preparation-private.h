/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

#define SGN_PREPARATION_ROW 19.2
#define SGN_PREPARATION_TICK 25.4
#define SGN_PREPARATION_LABEL 115.0

/* Rows of a box to tick, a label and a value to copy. */
typedef struct _SgnPreparationRows SgnPreparationRows;

SgnPreparationRows *sgn_preparation_rows_new (void);
void sgn_preparation_rows_free (SgnPreparationRows *self);
/* @value: (nullable): says that nothing was entered; @data: to be copied letter by letter; @note:
 * (nullable): stands below in small letters */
void sgn_preparation_rows_add (SgnPreparationRows *self,
                               const char *label,
                               const char *value,
                               gboolean data,
                               const char *note);
/* With a heading above. A row is never split, and the heading never stands alone. */
void sgn_preparation_rows_place (SgnPreparationRows *self, SgnFlow *flow, const char *title);

/* The ID and the day, to be written by pen. */
void sgn_preparation_place_after (SgnFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPreparationRows, sgn_preparation_rows_free)

/* Above its headings: less where the foot explains the era years, so that all stays on one page. */
double sgn_preparation_get_above (SgnFlow *flow);

G_END_DECLS
