/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sgn-language.h"

G_BEGIN_DECLS

/* The only numbers of the sheets: every length here is in points, 1/72 inch. */

/* A4 portrait */
#define SGN_PAPER_WIDTH 595.276
#define SGN_PAPER_HEIGHT 841.89
#define SGN_MM (72.0 / 25.4)

/* Text area: 20 mm left (binding), 16 mm right. */
#define SGN_LEFT 56.693
#define SGN_WIDTH (174 * SGN_MM)
#define SGN_RIGHT (SGN_LEFT + SGN_WIDTH)
#define SGN_CENTRE (SGN_LEFT + SGN_WIDTH / 2)
#define SGN_TOP 36.85
#define SGN_FOOT (SGN_PAPER_HEIGHT - 24 * SGN_MM)
#define SGN_FOOT_HEIGHT (14 * SGN_MM)
#define SGN_BOTTOM (SGN_FOOT - 20)

/* Page head */
#define SGN_TITLE_TOP (SGN_TOP + 44)
#define SGN_TITLE_RULE (SGN_TOP + 69.6)
#define SGN_DISCLAIMER_TOP (SGN_TITLE_RULE + 8)
#define SGN_BODY_TOP (SGN_TITLE_RULE + 31.6)
#define SGN_BODY_TOP_PLAIN (SGN_TITLE_RULE + 29.2)
#define SGN_RUNNING_RULE (SGN_TOP + 18)
#define SGN_BODY_TOP_NEXT (SGN_TOP + 32)
#define SGN_TAG_HEIGHT 14.0

/* Foot lines */
#define SGN_FOOT_RULE (SGN_FOOT - 6)
#define SGN_FOOT_LINE 10.0
#define SGN_FOOT_LINES_BOTTOM (SGN_FOOT - 9)

/* Rules */
#define SGN_RULE_FRAME 0.9
#define SGN_RULE_HEAD 0.6
#define SGN_RULE_ROW 0.5
#define SGN_RULE_FOOT 0.4
#define SGN_RULE_FORM 0.6
#define SGN_RULE_FORM_TOTAL 1.2
#define SGN_RULE_GRID 0.35
#define SGN_RULE_PICTURE 0.6

/* Blocks */
#define SGN_H2_HEIGHT 21.0
#define SGN_H2_ABOVE 15.0
#define SGN_H2_ABOVE_DENSE 12.0
#define SGN_H2_ABOVE_LEAD 15.2
#define SGN_H2_ABOVE_TIGHT 9.5
#define SGN_NOTE_ABOVE 6.0
#define SGN_KEY_ROW 18.0
#define SGN_KEY_LINE 13.0
#define SGN_KEY_LABEL 66.0
#define SGN_KEY_LABEL_ONE 76.0
#define SGN_CELL_PAD 3.0
#define SGN_ACTION_BAR 2.4
#define SGN_ACTION_BAR_GAP 5.0

/* Marks */
#define SGN_MARK_RADIUS 4.3
#define SGN_MARK_RADIUS_LIST 4.6
#define SGN_MARK_RADIUS_LAST 3.3
#define SGN_MARK_RADIUS_LARGE 5.0
#define SGN_MARK_TO_WORD 14.0

typedef enum {
  SGN_FACE_TEXT,   /* BIZ UDPGothic */
  SGN_FACE_NUMBER, /* BIZ UDGothic: every digit as wide as every other */
  SGN_FACE_MINCHO, /* BIZ UDPMincho */
  SGN_FACE_COLUMN, /* BIZ UDMincho, set from top to bottom: every letter as long as every other */
} SgnFace;
#define SGN_N_FACES 4

typedef enum {
  SGN_COLOUR_NONE,
  SGN_COLOUR_INK,
  SGN_COLOUR_ACCENT,
  SGN_COLOUR_NO,
  SGN_COLOUR_GRID,
  SGN_COLOUR_TINT,
  SGN_COLOUR_YES,
  SGN_COLOUR_PARTLY,
  SGN_COLOUR_FIELD, /* 14 per cent of the accent, opaque: PDF/A-3 sheets have no transparency */
  SGN_COLOUR_WHITE,
} SgnColour;
#define SGN_N_COLOURS 10

/* The roles that text has on a sheet. */
typedef enum {
  SGN_TYPE_TITLE,
  SGN_TYPE_TITLE_LONG,
  SGN_TYPE_TITLE_EN,
  SGN_TYPE_TITLE_LONG_EN,
  SGN_TYPE_DECLARATION,
  SGN_TYPE_DECLARATION_EN,
  SGN_TYPE_H2,
  SGN_TYPE_FINDING,
  SGN_TYPE_FINDING_EN,
  SGN_TYPE_ADVICE,
  SGN_TYPE_GROUP,
  SGN_TYPE_BODY,
  SGN_TYPE_CELL,
  SGN_TYPE_CELL_BOLD,
  SGN_TYPE_HEAD,
  SGN_TYPE_STATE,
  SGN_TYPE_STATE_BOLD,
  SGN_TYPE_NUMBER,
  SGN_TYPE_NUMBER_BOLD,
  SGN_TYPE_KEY_LABEL,
  SGN_TYPE_KEY,
  SGN_TYPE_KEY_BOLD,
  SGN_TYPE_KEY_EN,
  SGN_TYPE_KEY_EN_BOLD,
  SGN_TYPE_KEY_NUMBER,
  SGN_TYPE_BLOCK,
  SGN_TYPE_BLOCK_BOLD,
  SGN_TYPE_NOTE,
  SGN_TYPE_FILE,
  SGN_TYPE_FOOT,
  SGN_TYPE_POLICY_DISCLAIMER,
  SGN_TYPE_PAGE,
  SGN_TYPE_TAG,
  SGN_TYPE_RUNNING_BOLD,
  SGN_TYPE_RUNNING,
  SGN_TYPE_SCORE,
  SGN_TYPE_SCORE_UNIT,
  SGN_TYPE_SUM_CHANGE,
  SGN_TYPE_SCALE,
  SGN_TYPE_SCALE_BOLD,
  SGN_TYPE_PART,
  SGN_TYPE_AXIS,
  SGN_TYPE_RING,
  SGN_TYPE_STRIP,
  SGN_TYPE_CHANGE,
  SGN_TYPE_CHOICE,
  SGN_TYPE_ID,
  SGN_TYPE_COVER_TITLE,
  SGN_TYPE_COVER_SUBTITLE,
  SGN_TYPE_COVER_DATE,
  SGN_TYPE_COVER_COMPANY,
  SGN_TYPE_COVER_LINE,
  SGN_TYPE_FACT,
  SGN_TYPE_FACT_EN,
  SGN_TYPE_FACT_SMALL,
  SGN_TYPE_POLICY,
  SGN_TYPE_POLICY_EN,
  SGN_TYPE_POLICY_HEAD,
  SGN_TYPE_POLICY_HEAD_EN,
  SGN_TYPE_POLICY_DATE,
  SGN_TYPE_POLICY_DATE_EN,
  SGN_TYPE_POLICY_COMPANY,
  SGN_TYPE_POLICY_COMPANY_EN,
  SGN_TYPE_POLICY_OFFICE,
  SGN_TYPE_POLICY_OFFICE_EN,
  SGN_TYPE_POLICY_NAME,
  SGN_TYPE_POLICY_NAME_EN,
  SGN_TYPE_POLICY_CONTACT,
  SGN_TYPE_POSTER_TITLE,
  SGN_TYPE_POSTER_TITLE_EN,
  SGN_TYPE_POSTER_LEAD,
  SGN_TYPE_POSTER_NUMERAL,
  SGN_TYPE_POSTER_RULE,
  SGN_TYPE_POSTER_DATE,
  SGN_TYPE_POSTER_COMPANY,
  SGN_TYPE_POSTER_OFFICE,
  SGN_TYPE_POSTER_NAME,
  SGN_TYPE_POSTER_NOTE,
  SGN_TYPE_COLUMN_TITLE,
  SGN_TYPE_COLUMN_LEAD,
  SGN_TYPE_COLUMN_NUMERAL,
  SGN_TYPE_COLUMN_RULE,
  SGN_TYPE_COLUMN_DATE,
  SGN_TYPE_COLUMN_COMPANY,
  SGN_TYPE_COLUMN_OFFICE,
  SGN_TYPE_COLUMN_NAME,
  SGN_TYPE_STATEMENT,
  SGN_TYPE_RULE_NUMBER,
  SGN_TYPE_RULE_TITLE,
  SGN_TYPE_RULE_TEXT,
  SGN_TYPE_RULE_STATE,
  SGN_TYPE_TRAINING,
} SgnType;
#define SGN_N_TYPES (SGN_TYPE_TRAINING + 1)

typedef struct {
  SgnFace face;
  gboolean bold;
  double size;
  double leading;
  double tracking; /* in em */
} SgnTypeStyle;

const SgnTypeStyle *sgn_type_get_style (SgnType type);
/* Families in the order they are asked for: the sheet's own, then the fallback for single glyphs.
 */
const char *sgn_face_get_families (SgnFace face);
/* red, green, blue from 0 to 1 */
const double *sgn_colour_get_rgb (SgnColour colour);
const char *sgn_colour_get_name (SgnColour colour);
/* Distance from the top of a line's box to its baseline, in a box of height @leading. */
double sgn_type_get_baseline (SgnType type, double leading);

G_END_DECLS
