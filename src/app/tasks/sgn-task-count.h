/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"
#include "sgn-sidebar.h"

G_BEGIN_DECLS

/* Keeps in the sidebar how many tasks are open. */
void sgn_task_count_watch (SgnSidebar *sidebar, SgnSession *session);

G_END_DECLS
