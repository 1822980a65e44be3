/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-window.h"

G_BEGIN_DECLS

/* What pictures are taken of. */
typedef struct {
  SgnWindow *window;
  char *folder;       /* for what a picture needs: files that are gone when all are taken */
  gboolean preparing; /* what the page is to show is being made */
} SgnScene;

/* A picture: of a page of the company, or of what @show makes of it. A window that @show opens
 * above the program's is what the picture shows. */
typedef struct {
  const char *name;
  void (*prepare) (SgnScene *scene);      /* (nullable): what comes before, as opening a file */
  void (*show) (SgnScene *scene);         /* (nullable): shows the page of that name */
  gboolean (*is_ready) (SgnScene *scene); /* (nullable): whether what it looks for is there */
} SgnShot;

/* In the order in which they can be taken. */
const SgnShot *sgn_shots_get_all (guint *n_shots);
/* Whether what a picture belongs to is open. */
gboolean sgn_scene_is_open (SgnScene *scene, const SgnShot *shot);
void sgn_scene_show (SgnScene *scene, const SgnShot *shot);
/* The window a picture shows. */
GtkWidget *sgn_scene_get_front (SgnScene *scene);
/* Closes what stands above the program's window. */
void sgn_scene_clear (SgnScene *scene);
/* Leaves nothing beside the pictures. */
void sgn_scene_end (SgnScene *scene);

G_END_DECLS
