/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_APPLICATION (sgn_application_get_type ())
G_DECLARE_FINAL_TYPE (SgnApplication, sgn_application, SGN, APPLICATION, AdwApplication)

/* The program with a window: [FILE.sengen] or --sample. The exit status: 2 without a display. */
int sgn_application_main (int argc, char **argv);

G_END_DECLS
