/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-disk.h"

G_BEGIN_DECLS

/* What a sudden loss of power can leave of recorded work. Between two syncs the disk may have
 * written everything, nothing, or any part in any order, in whole sectors; names appear and vanish
 * in the order in which they did. */

/* Looks at the files in @folder, as they are after the loss; @mark: the last that was acknowledged
 * before, 0 when nothing was. */
typedef void (*FaultReplayFunc) (const char *folder, guint mark, gpointer user_data);

typedef struct {
  guint points;   /* moments of loss */
  guint states;   /* states of the disk */
  guint distinct; /* of these, as many were looked at: the others were the same again */
} FaultReplay;

/* @ops: of FaultOp, of files in @from; the states are laid out in the empty folder @to. @torn: how
 * many random states at each moment. */
FaultReplay fault_replay (GPtrArray *ops,
                          const char *from,
                          const char *to,
                          guint torn,
                          FaultReplayFunc look,
                          gpointer user_data);

/* Leaves @folder empty. */
void fault_empty_folder (const char *folder);

G_END_DECLS
