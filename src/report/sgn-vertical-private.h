/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SGN_SETTING_UPRIGHT, /* letters that stand one below the other */
  SGN_SETTING_WIDE,    /* Latin letters, digits and marks as wide as Japanese ones, upright */
  SGN_SETTING_ACROSS,  /* two digits side by side */
  SGN_SETTING_TURNED,  /* words on their side */
} SgnSetting;

/* A stretch of a line that is set in one way. */
typedef struct {
  SgnSetting setting;
  gsize start; /* in bytes */
  gsize end;
} SgnPiece;

/* Of SgnPiece, in order; together they are the whole of @text. */
GArray *sgn_pieces_new (const char *text);
/* The letter as wide as a Japanese one, or @character when there is none. */
gunichar sgn_character_widen (gunichar character);
/* A variation selector or an accent: belongs to the letter before it. */
gboolean sgn_character_is_attached (gunichar character);

G_END_DECLS
