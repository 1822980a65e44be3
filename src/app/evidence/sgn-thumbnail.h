/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_THUMBNAIL (sgn_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (SgnThumbnail, sgn_thumbnail, SGN, THUMBNAIL, GtkWidget)

/* A file at a glance: its picture, made small off the main loop, or the sign of its kind. */
void sgn_thumbnail_show (SgnThumbnail *self, SgnSession *session, const SgnEvidence *evidence);
/* Whether the picture itself is there, and not only a sign. */
gboolean sgn_thumbnail_has_picture (SgnThumbnail *self);

G_END_DECLS
