/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-style.h"

#define TEXT SGN_FACE_TEXT
#define DIGIT SGN_FACE_NUMBER
#define MINCHO SGN_FACE_MINCHO
#define COLUMN SGN_FACE_COLUMN

static const SgnTypeStyle types[SGN_N_TYPES] = {
  [SGN_TYPE_TITLE] = { TEXT, TRUE, 17, 22, 0.06 },
  [SGN_TYPE_TITLE_LONG] = { TEXT, TRUE, 15, 22, 0.04 },
  [SGN_TYPE_TITLE_EN] = { TEXT, TRUE, 17, 22, 0.01 },
  [SGN_TYPE_TITLE_LONG_EN] = { TEXT, TRUE, 15, 22, 0.01 },
  [SGN_TYPE_DECLARATION] = { TEXT, TRUE, 15, 22, 0 },
  [SGN_TYPE_DECLARATION_EN] = { TEXT, TRUE, 14, 22, 0 },
  [SGN_TYPE_H2] = { TEXT, TRUE, 11.5, 16, 0 },
  [SGN_TYPE_FINDING] = { TEXT, TRUE, 11, 15, 0 },
  [SGN_TYPE_FINDING_EN] = { TEXT, TRUE, 10.5, 15, 0 },
  [SGN_TYPE_ADVICE] = { TEXT, FALSE, 8.5, 13, 0 },
  [SGN_TYPE_GROUP] = { TEXT, TRUE, 9, 13, 0 },
  [SGN_TYPE_BODY] = { TEXT, FALSE, 9, 13, 0 },
  [SGN_TYPE_CELL] = { TEXT, FALSE, 8.5, 12.5, 0 },
  [SGN_TYPE_CELL_BOLD] = { TEXT, TRUE, 8.5, 12.5, 0 },
  [SGN_TYPE_HEAD] = { TEXT, TRUE, 8, 12, 0 },
  [SGN_TYPE_STATE] = { TEXT, FALSE, 9, 12.5, 0 },
  [SGN_TYPE_STATE_BOLD] = { TEXT, TRUE, 9, 12.5, 0 },
  [SGN_TYPE_NUMBER] = { DIGIT, FALSE, 9.5, 12.5, 0 },
  [SGN_TYPE_NUMBER_BOLD] = { DIGIT, TRUE, 9.5, 12.5, 0 },
  [SGN_TYPE_KEY_LABEL] = { TEXT, FALSE, 8.5, 13, 0 },
  [SGN_TYPE_KEY] = { TEXT, FALSE, 9, 13, 0 },
  [SGN_TYPE_KEY_BOLD] = { TEXT, TRUE, 9, 13, 0 },
  [SGN_TYPE_KEY_EN] = { TEXT, FALSE, 8.5, 13, 0 },
  [SGN_TYPE_KEY_EN_BOLD] = { TEXT, TRUE, 8.5, 13, 0 },
  [SGN_TYPE_KEY_NUMBER] = { DIGIT, FALSE, 10, 13, 0 },
  [SGN_TYPE_BLOCK] = { TEXT, FALSE, 8.5, 13, 0 },
  [SGN_TYPE_BLOCK_BOLD] = { TEXT, TRUE, 8.5, 13, 0 },
  [SGN_TYPE_NOTE] = { TEXT, FALSE, 8, 12, 0 },
  [SGN_TYPE_FILE] = { DIGIT, FALSE, 8.5, 12.5, 0 },
  [SGN_TYPE_FOOT] = { TEXT, FALSE, 7, 10, 0 },
  [SGN_TYPE_POLICY_DISCLAIMER] = { TEXT, FALSE, 7.5, 10, 0 },
  [SGN_TYPE_PAGE] = { TEXT, FALSE, 9, 13, 0 },
  [SGN_TYPE_TAG] = { TEXT, TRUE, 8, 14, 0.15 },
  [SGN_TYPE_RUNNING_BOLD] = { TEXT, TRUE, 8.5, 14, 0 },
  [SGN_TYPE_RUNNING] = { TEXT, FALSE, 8.5, 14, 0 },
  [SGN_TYPE_SCORE] = { TEXT, TRUE, 42, 52, 0 },
  [SGN_TYPE_SCORE_UNIT] = { TEXT, TRUE, 11.5, 16, 0 },
  [SGN_TYPE_SUM_CHANGE] = { DIGIT, TRUE, 12, 16, 0 },
  [SGN_TYPE_SCALE] = { TEXT, FALSE, 8, 11, 0 },
  [SGN_TYPE_SCALE_BOLD] = { TEXT, TRUE, 8, 11, 0 },
  [SGN_TYPE_PART] = { TEXT, FALSE, 9, 13, 0 },
  [SGN_TYPE_AXIS] = { TEXT, TRUE, 8, 11, 0 },
  [SGN_TYPE_RING] = { TEXT, FALSE, 7.5, 10, 0 },
  [SGN_TYPE_STRIP] = { DIGIT, FALSE, 8.5, 12, 0 },
  [SGN_TYPE_CHANGE] = { TEXT, FALSE, 8.5, 13.5, 0 },
  [SGN_TYPE_CHOICE] = { DIGIT, FALSE, 12, 12.5, 0 },
  [SGN_TYPE_ID] = { DIGIT, TRUE, 20, 26, 0.1 },
  [SGN_TYPE_COVER_TITLE] = { TEXT, TRUE, 34, 44, 0.04 },
  [SGN_TYPE_COVER_SUBTITLE] = { TEXT, FALSE, 14, 20, 0 },
  [SGN_TYPE_COVER_DATE] = { TEXT, FALSE, 11, 16, 0 },
  [SGN_TYPE_COVER_COMPANY] = { TEXT, TRUE, 17, 24, 0 },
  [SGN_TYPE_COVER_LINE] = { TEXT, FALSE, 10, 16.5, 0 },
  [SGN_TYPE_FACT] = { TEXT, TRUE, 14, 26, 0 },
  [SGN_TYPE_FACT_EN] = { TEXT, TRUE, 12, 26, 0 },
  [SGN_TYPE_FACT_SMALL] = { TEXT, TRUE, 11, 26, 0 },
  [SGN_TYPE_STATEMENT] = { TEXT, FALSE, 10.5, 17, 0 },
  [SGN_TYPE_RULE_NUMBER] = { TEXT, TRUE, 25, 30, 0 },
  [SGN_TYPE_RULE_TITLE] = { TEXT, TRUE, 10.5, 14, 0 },
  [SGN_TYPE_RULE_TEXT] = { TEXT, FALSE, 9, 14, 0 },
  [SGN_TYPE_RULE_STATE] = { TEXT, TRUE, 9.5, 14, 0 },
  [SGN_TYPE_POLICY] = { MINCHO, FALSE, 11.5, 21, 0 },
  [SGN_TYPE_POLICY_EN] = { MINCHO, FALSE, 11, 18, 0 },
  [SGN_TYPE_POLICY_HEAD] = { TEXT, TRUE, 11.5, 21, 0 },
  [SGN_TYPE_POLICY_HEAD_EN] = { TEXT, TRUE, 11, 18, 0 },
  [SGN_TYPE_POLICY_DATE] = { MINCHO, FALSE, 11, 21, 0 },
  [SGN_TYPE_POLICY_DATE_EN] = { MINCHO, FALSE, 10.5, 18, 0 },
  [SGN_TYPE_POLICY_COMPANY] = { MINCHO, FALSE, 12.5, 22, 0 },
  [SGN_TYPE_POLICY_COMPANY_EN] = { MINCHO, FALSE, 12, 20, 0 },
  [SGN_TYPE_POLICY_OFFICE] = { MINCHO, FALSE, 11, 26, 0 },
  [SGN_TYPE_POLICY_OFFICE_EN] = { MINCHO, FALSE, 10.5, 24, 0 },
  [SGN_TYPE_POLICY_NAME] = { MINCHO, FALSE, 15, 26, 0.04 },
  [SGN_TYPE_POLICY_NAME_EN] = { MINCHO, FALSE, 13, 24, 0 },
  [SGN_TYPE_POLICY_CONTACT] = { MINCHO, FALSE, 9, 15, 0 },
  [SGN_TYPE_POSTER_TITLE] = { MINCHO, FALSE, 34, 44, 0.04 },
  [SGN_TYPE_POSTER_TITLE_EN] = { MINCHO, FALSE, 34, 44, 0.01 },
  [SGN_TYPE_POSTER_LEAD] = { MINCHO, FALSE, 15, 26, 0 },
  [SGN_TYPE_POSTER_NUMERAL] = { TEXT, TRUE, 22, 61, 0 },
  [SGN_TYPE_POSTER_RULE] = { MINCHO, FALSE, 22, 61, 0 },
  [SGN_TYPE_POSTER_DATE] = { MINCHO, FALSE, 12.5, 19, 0 },
  [SGN_TYPE_POSTER_COMPANY] = { MINCHO, FALSE, 20, 30, 0 },
  [SGN_TYPE_POSTER_OFFICE] = { MINCHO, FALSE, 12, 30, 0 },
  [SGN_TYPE_POSTER_NAME] = { MINCHO, FALSE, 16, 30, 0.04 },
  [SGN_TYPE_POSTER_NOTE] = { TEXT, FALSE, 8, 13, 0 },
  [SGN_TYPE_COLUMN_TITLE] = { COLUMN, FALSE, 36, 0, 0.1 },
  [SGN_TYPE_COLUMN_LEAD] = { COLUMN, FALSE, 17, 0, 0.06 },
  [SGN_TYPE_COLUMN_NUMERAL] = { COLUMN, FALSE, 18, 0, 0 },
  [SGN_TYPE_COLUMN_RULE] = { COLUMN, FALSE, 24, 0, 0.08 },
  [SGN_TYPE_COLUMN_DATE] = { COLUMN, FALSE, 13.5, 0, 0.06 },
  [SGN_TYPE_COLUMN_COMPANY] = { COLUMN, FALSE, 23, 0, 0.04 },
  [SGN_TYPE_COLUMN_OFFICE] = { COLUMN, FALSE, 13, 0, 0.06 },
  [SGN_TYPE_COLUMN_NAME] = { COLUMN, FALSE, 20, 0, 0.08 },
  [SGN_TYPE_TRAINING] = { TEXT, TRUE, 76, 90, 0 },
};

static const double colours[SGN_N_COLOURS][3] = {
  [SGN_COLOUR_NONE] = { 0, 0, 0 },
  [SGN_COLOUR_INK] = { 0, 0, 0 },
  [SGN_COLOUR_ACCENT] = { 0x1b / 255.0, 0x3a / 255.0, 0x6b / 255.0 },
  [SGN_COLOUR_NO] = { 0xb3 / 255.0, 0x26 / 255.0, 0x1e / 255.0 },
  [SGN_COLOUR_GRID] = { 0x8c / 255.0, 0x8c / 255.0, 0x8c / 255.0 },
  [SGN_COLOUR_TINT] = { 0xe9 / 255.0, 0xed / 255.0, 0xf4 / 255.0 },
  [SGN_COLOUR_YES] = { 0xc4 / 255.0, 0xeb / 255.0, 0xdd / 255.0 },
  [SGN_COLOUR_PARTLY] = { 0xff / 255.0, 0xe3 / 255.0, 0xa3 / 255.0 },
  [SGN_COLOUR_FIELD] = { 0xdf / 255.0, 0xe3 / 255.0, 0xea / 255.0 },
  [SGN_COLOUR_WHITE] = { 1, 1, 1 },
};

static const char *const colour_names[SGN_N_COLOURS] = {
  "none", "ink", "accent", "no", "grid", "tint", "yes", "partly", "field", "white",
};

const SgnTypeStyle *
sgn_type_get_style (SgnType type)
{
  g_return_val_if_fail ((guint) type < SGN_N_TYPES, &types[SGN_TYPE_BODY]);
  return &types[type];
}

const char *
sgn_face_get_families (SgnFace face)
{
  switch (face) {
  case SGN_FACE_NUMBER:
    return "BIZ UDGothic,Noto Sans CJK JP";
  case SGN_FACE_MINCHO:
    return "BIZ UDPMincho,Noto Serif CJK JP";
  case SGN_FACE_COLUMN:
    return "BIZ UDMincho,Noto Serif CJK JP";
  case SGN_FACE_TEXT:
  default:
    return "BIZ UDPGothic,Noto Sans CJK JP";
  }
}

const double *
sgn_colour_get_rgb (SgnColour colour)
{
  g_return_val_if_fail ((guint) colour < SGN_N_COLOURS, colours[SGN_COLOUR_INK]);
  return colours[colour];
}

const char *
sgn_colour_get_name (SgnColour colour)
{
  g_return_val_if_fail ((guint) colour < SGN_N_COLOURS, "ink");
  return colour_names[colour];
}

double
sgn_type_get_baseline (SgnType type, double leading)
{
  const SgnTypeStyle *style = sgn_type_get_style (type);
  return (leading - style->size) / 2 + 0.88 * style->size;
}
