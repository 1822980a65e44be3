/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sodium.h>

#include "sgn-seal.h"

G_BEGIN_DECLS

/* Both in memory from sodium_malloc(). */
struct _SgnPassphrase {
  char *text;
  gsize length;
};

G_END_DECLS
