/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "box-dump.h"

G_BEGIN_DECLS

/* A rule that pages keep: (nullable) (transfer full): where and how it is broken */
typedef char *(*BoxRule) (const BoxDump *dump);

typedef struct {
  const char *name;
  BoxRule check;
  gboolean posters; /* a poster keeps it too */
} BoxRuleEntry;

const BoxRuleEntry *box_rules_get (guint *n);
/* (nullable) (transfer full): all that is broken, a line a rule */
char *box_rules_check (const BoxDump *dump, gboolean poster);

G_END_DECLS
