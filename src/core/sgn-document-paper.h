/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-language.h"

G_BEGIN_DECLS

/**
 * SgnDocumentPaper:
 * @id: its name for programs
 * @title: what people may call it
 * @holds: what is to be found in it
 * @items: the items of a guideline that it helps to answer
 *
 * A document or record that a company has for a guideline. Our own reading: no guideline names it.
 */
typedef struct {
  char *id;
  SgnText title;
  SgnText holds;
  char **items;
} SgnDocumentPaper;

G_END_DECLS
