/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-catalogue.h"
#include "sgn-reader-private.h"

G_BEGIN_DECLS

/* Empty values for the loader to fill; each frees what is put into it. */
SgnCatalogue *sgn_catalogue_new (GBytes *text);
SgnScale *sgn_scale_new (void);
SgnItem *sgn_item_new (void);

/* The rows and columns of the table it was made from; a SgnReaderFunc, called when the items are
 * read. */
void sgn_catalogue_read_sheet (SgnReader *reader, const json_t *object, gpointer catalogue);

G_END_DECLS
