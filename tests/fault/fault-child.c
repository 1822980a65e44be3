/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fault-child FILE: opens FILE and writes acts until it is killed. Each act is two rows; after each
 * commit one line says its number, and by then it must be on disk for ever. */
#include "sgn-company-file.h"

#include <stdio.h>
#include <stdlib.h>

static gboolean
put_answer (SgnCompanyFile *file, const char *item, gint64 number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("1/%s", item);
  g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr (json_t) row = json_pack ("{s:i,s:s,s:s,s:s,s:s}", "assessment", 1, "item", item,
                                      "value", "done", "note", note, "at", "t");

  return sgn_company_file_put (file, SGN_KIND_ANSWER, id, row, error);
}

static gboolean
write_act (SgnCompanyFile *file, gint64 number, GError **error)
{
  return sgn_company_file_begin (file, SGN_ACT_ANSWER, "田中", error) &&
         put_answer (file, "LEFT", number, error) && put_answer (file, "RIGHT", number, error) &&
         sgn_company_file_commit (file, error);
}

/* The number the file holds, or 0. */
static gint64
read_number (SgnCompanyFile *file, GError **error)
{
  g_autoptr (json_t) row = sgn_company_file_get_row (file, SGN_KIND_ANSWER, "1/LEFT", error);
  const char *note = sgn_json_string (row, "note");

  return note != NULL ? g_ascii_strtoll (note, NULL, 10) : 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (SgnClock) clock = sgn_clock_new ();
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;
  gint64 number = 0;

  if (argc != 2)
    return EXIT_FAILURE;

  file = sgn_company_file_open (argv[1], SGN_OPEN_WRITE, clock, &error);
  if (file != NULL)
    number = read_number (file, &error);
  while (error == NULL && write_act (file, number + 1, &error)) {
    number++;
    printf ("%" G_GINT64_FORMAT "\n", number);
    fflush (stdout);
  }
  fprintf (stderr, "fault-child: %s\n", error->message);
  return EXIT_FAILURE;
}
