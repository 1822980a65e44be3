/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sgn-finding.h"
#include "sgn-watch.h"

G_BEGIN_DECLS

/* Adds to @findings (of SgnFinding) what keeps @pdf from being PDF/A-3a and PDF/UA-1, each rule at
 * most once: its code, the place, and in words what is wrong. Looks at what a program can see and
 * this one may get wrong; it is no replacement for a full validator. @watch (nullable): when it is
 * stopped, what was found says nothing. */
void sgn_pdf_check (GBytes *pdf, const SgnWatch *watch, GPtrArray *findings);

G_END_DECLS
