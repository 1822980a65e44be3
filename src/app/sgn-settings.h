/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SGN_TYPE_SETTINGS (sgn_settings_get_type ())
G_DECLARE_FINAL_TYPE (SgnSettings, sgn_settings, SGN, SETTINGS, GObject)

/* What the program remembers between runs. Nobody else knows the name of a key. Signal:
 * recent-changed. */
SgnSettings *sgn_settings_new (void);
int sgn_settings_get_text_size (SgnSettings *self);
void sgn_settings_set_text_size (SgnSettings *self, int percent);
gboolean sgn_settings_get_move_on (SgnSettings *self);
void sgn_settings_set_move_on (SgnSettings *self, gboolean move_on);
void sgn_settings_get_window (SgnSettings *self, int *width, int *height, gboolean *maximized);
void sgn_settings_set_window (SgnSettings *self, int width, int height, gboolean maximized);
/* Newest first; array of GFile. */
GPtrArray *sgn_settings_get_recent (SgnSettings *self);
void sgn_settings_add_recent (SgnSettings *self, GFile *file, const char *name);
void sgn_settings_remove_recent (SgnSettings *self, GFile *file);

/* Of files that are among the recent ones. */
char *sgn_settings_dup_company_name (SgnSettings *self, GFile *file); /* (nullable) */
char *sgn_settings_dup_road (SgnSettings *self, GFile *file);         /* (nullable) */
void sgn_settings_set_road (SgnSettings *self, GFile *file, const char *road);
/* (nullable): nobody was chosen yet; empty: to answer without a name was */
char *sgn_settings_dup_author (SgnSettings *self, GFile *file);
void sgn_settings_set_author (SgnSettings *self, GFile *file, const char *name);

G_END_DECLS
