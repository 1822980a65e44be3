/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The folder with catalogues/, documents/, mappings/, samples/: SENGEN_DATA_DIR, the source tree
 * when run from the build folder, else the installed place. Owned by the caller. */
char *sgn_data_dir (void);
/* The folder with the sample's evidence files made by the build. */
char *sgn_sample_dir (void);
/* The folder with the translations, found in the same way. */
char *sgn_locale_dir (void);

G_END_DECLS
