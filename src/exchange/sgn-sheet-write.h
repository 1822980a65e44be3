/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/**
 * SgnSheetAnswer:
 * @value: (nullable): what was answered, one of the item's scale
 * @statement: (nullable): the sentence for outsiders
 *
 * What a customer is told of one item; never a note.
 */
typedef struct {
  const SgnScaleValue *value;
  const char *statement;
} SgnSheetAnswer;

/**
 * SgnSheetAnswerFunc:
 *
 * Says what was answered to @item.
 */
typedef SgnSheetAnswer (*SgnSheetAnswerFunc) (const SgnItem *item, gpointer data);

/**
 * SgnSheetForm:
 * @catalogue: what was asked
 * @form: how a customer's sheet looks by default: data/sheets/customer.json
 * @language: of the words for the answers
 * @find: says the answers
 * @data: for @find
 *
 * A customer's sheet, to be filled in.
 */
typedef struct {
  const SgnCatalogue *catalogue;
  const json_t *form;
  SgnLanguage language;
  SgnSheetAnswerFunc find;
  gpointer data;
} SgnSheetForm;

/* The rows and columns that came, in their order, with the answers in theirs; a catalogue that was
 * no table gets one of all its questions. */
GBytes *sgn_sheet_write_csv (const SgnSheetForm *self);
/* @company, @created: (nullable): what the workbook says of itself */
GBytes *sgn_sheet_write_xlsx (const SgnSheetForm *self,
                              const char *company,
                              const char *created,
                              GError **error);

G_END_DECLS
