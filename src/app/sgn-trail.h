/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnStep:
 * @page: name of a page
 * @place: (nullable): where on it, once it was left; only the page knows what that says
 */
typedef struct {
  char *page;
  char *place;
} SgnStep;

/* The pages one came through, as back and forward walk them. */
typedef struct _SgnTrail SgnTrail;

SgnTrail *sgn_trail_new (void);
void sgn_trail_free (SgnTrail *self);

/* Where one was on the page that is being left. */
void sgn_trail_leave (SgnTrail *self, const char *place);
/* A page that is shown from now on, at @place where that is known. What lay ahead is forgotten;
 * nothing happens where one is already. */
void sgn_trail_arrive (SgnTrail *self, const char *page, const char *place);

gboolean sgn_trail_can_go_back (const SgnTrail *self);
gboolean sgn_trail_can_go_forward (const SgnTrail *self);
/* (nullable) (transfer none): where one is now */
const SgnStep *sgn_trail_go_back (SgnTrail *self);
const SgnStep *sgn_trail_go_forward (SgnTrail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnTrail, sgn_trail_free)

G_END_DECLS
