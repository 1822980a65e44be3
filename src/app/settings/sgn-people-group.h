/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_PEOPLE_GROUP (sgn_people_group_get_type ())
G_DECLARE_FINAL_TYPE (SgnPeopleGroup, sgn_people_group, SGN, PEOPLE_GROUP, AdwPreferencesGroup)

/* The people of the company: who answers, who does something, who is named on sheets. */
GtkWidget *sgn_people_group_new (SgnSession *session, SgnSaving *saving);

G_END_DECLS
