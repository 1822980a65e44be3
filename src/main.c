/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n.h>

#include "sgn-application.h"
#include "sgn-cli.h"
#include "sgn-data-dir.h"

int
main (int argc, char **argv)
{
  g_autofree char *locale_dir = sgn_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (sgn_cli_wants (argc, argv))
    return sgn_cli_run (argc, argv);

  return sgn_application_main (argc, argv);
}
