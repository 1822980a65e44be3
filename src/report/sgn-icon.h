/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-canvas.h"

G_BEGIN_DECLS

/* Signs for kinds of files that have no small picture; a word always stands beside them. */
typedef enum {
  SGN_ICON_SHEET,    /* a plain sheet of paper */
  SGN_ICON_DOCUMENT, /* with lines of text */
  SGN_ICON_TABLE,    /* rows and columns */
} SgnIcon;

/* The sign of the kind called @kind, as the projection names it. */
SgnIcon sgn_icon_of_kind (const char *kind);
/* Draws it into the middle of @room. */
void sgn_icon_place (SgnCanvas *canvas, SgnIcon icon, SgnRect room);

G_END_DECLS
