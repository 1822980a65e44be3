/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

/**
 * SgnEvidencePlace:
 * @widget: whose window asks and tells
 * @session: a session with a file open for writing
 * @saving: what the saved line says
 * @use: what the evidence is to prove
 *
 * Where evidence goes.
 */
typedef struct {
  GtkWidget *widget;
  SgnSession *session;
  SgnSaving *saving;
  SgnEvidenceUse use;
} SgnEvidencePlace;

/* Keeps copies of @files (of GFile), one after the other. Where a photograph says where it was
 * taken, it is asked first. What could not be kept is told at the end. @replaces: the older version
 * of the one file, or 0 */
void sgn_evidence_add_files (const SgnEvidencePlace *place, GSList *files, gint64 replaces);
/* The same with a picture that was copied; it is kept as PNG. */
void sgn_evidence_add_picture (const SgnEvidencePlace *place, GdkTexture *picture);

G_END_DECLS
