/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-icon.h"

#define SHEET_WIDTH 19.5
#define FOLD 5.0
#define TABLE_ROWS 5
#define TABLE_COLUMNS 4

SgnIcon
sgn_icon_of_kind (const char *kind)
{
  if (g_strcmp0 (kind, "document") == 0)
    return SGN_ICON_DOCUMENT;
  return g_strcmp0 (kind, "table") == 0 ? SGN_ICON_TABLE : SGN_ICON_SHEET;
}

/* With its upper right corner folded. */
static void
place_sheet (SgnCanvas *canvas, SgnRect sheet)
{
  double right = sheet.x + sheet.width;
  double bottom = sheet.y + sheet.height;
  const SgnPoint edge[] = { { sheet.x, sheet.y },
                            { right - FOLD, sheet.y },
                            { right, sheet.y + FOLD },
                            { right, bottom },
                            { sheet.x, bottom } };

  sgn_canvas_polygon (canvas, edge, G_N_ELEMENTS (edge), SGN_COLOUR_NONE, SGN_INK (0.7));
  sgn_canvas_line (canvas, (SgnRect){ right - FOLD, sheet.y, 0, FOLD }, SGN_INK (0.5));
  sgn_canvas_line (canvas, (SgnRect){ right - FOLD, sheet.y + FOLD, FOLD, 0 }, SGN_INK (0.5));
}

static void
place_lines (SgnCanvas *canvas, SgnRect sheet)
{
  static const double widths[] = { 0.62, 0.46, 0.66, 0.56, 0.4 };

  sgn_canvas_rect (canvas, (SgnRect){ sheet.x + 3, sheet.y + 4, 8, 1.8 }, SGN_COLOUR_INK,
                   SGN_INK (0));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    sgn_canvas_line (canvas,
                     (SgnRect){ sheet.x + 3, sheet.y + 9.2 + i * 3.1, sheet.width * widths[i], 0 },
                     SGN_INK (0.7));
}

static void
place_table (SgnCanvas *canvas, SgnRect room)
{
  double row = room.height / TABLE_ROWS;
  double column = room.width / TABLE_COLUMNS;

  sgn_canvas_rect (canvas, (SgnRect){ room.x, room.y, room.width, row }, SGN_COLOUR_INK,
                   SGN_INK (0));
  for (int i = 2; i < TABLE_ROWS; i++)
    sgn_canvas_line (canvas, (SgnRect){ room.x, room.y + i * row, room.width, 0 }, SGN_INK (0.5));
  for (int i = 1; i < TABLE_COLUMNS; i++)
    sgn_canvas_line (canvas, (SgnRect){ room.x + i * column, room.y + row, 0, room.height - row },
                     SGN_INK (0.5));
  sgn_canvas_rect (canvas, room, SGN_COLOUR_NONE, SGN_INK (0.7));
}

void
sgn_icon_place (SgnCanvas *canvas, SgnIcon icon, SgnRect room)
{
  SgnRect sheet = { room.x + (room.width - SHEET_WIDTH) / 2, room.y, SHEET_WIDTH, room.height };

  if (icon == SGN_ICON_TABLE) {
    place_table (canvas, (SgnRect){ room.x + 3, room.y + 1.5, room.width - 6, room.height - 3 });
    return;
  }
  place_sheet (canvas, sheet);
  if (icon == SGN_ICON_DOCUMENT)
    place_lines (canvas, sheet);
}
