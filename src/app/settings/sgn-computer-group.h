/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_COMPUTER_GROUP (sgn_computer_group_get_type ())
G_DECLARE_FINAL_TYPE (SgnComputerGroup,
                      sgn_computer_group,
                      SGN,
                      COMPUTER_GROUP,
                      AdwPreferencesGroup)

/* What is set on this computer and stands in no company file: the size of the letters, and whether
 * an answer leads to the next question. It follows the states of the application's actions. */
GtkWidget *sgn_computer_group_new (void);

G_END_DECLS
