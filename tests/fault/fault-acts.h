/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-disk.h"

#include "sgn-session.h"

G_BEGIN_DECLS

/* A session whose files are on a disk that can fail. All files lie in one folder, which is laid out
 * anew for each run. */
typedef struct {
  SgnLibrary *library;
  SgnClock *clock;
  SgnSession *session;
  FaultDisk *disk;
  char *folder;   /* of everything */
  char *template; /* the files an act begins with */
  char *work;     /* the same, on the disk */
  GAsyncResult *result;
} Stage;

#define FAULT_NOW "2026-11-23T10:00:00+09:00"
#define FAULT_COMPANY "company.sengen"
#define FAULT_COPY "copy.sengen"
/* In the folder; the program has it as XDG_DATA_HOME. */
#define FAULT_DATA "work/data"

/**
 * FaultAct:
 * @name: in the words of the session
 * @before: (nullable): what has to be done first, on a sound disk
 * @start: begins it; its callback is fault_stage_done_cb()
 * @closed: whether it begins without an open file
 * @stride: every how manyth operation fails; 1 but for those that do thousands
 *
 * One act of the session.
 */
typedef struct {
  const char *name;
  void (*before) (Stage *stage);
  void (*start) (Stage *stage);
  gboolean closed;
  guint stride;
} FaultAct;

extern const FaultAct fault_acts[];
extern const gsize fault_n_acts;

/* @folder: an empty one, in which the user's own data lies too: see FAULT_DATA */
void fault_stage_set_up (Stage *stage, const char *folder);
void fault_stage_tear_down (Stage *stage);
/* The files of @template, a new session, and the company file open unless @closed. */
void fault_stage_reset (Stage *stage, gboolean closed);
/* (transfer full): a file of the act's */
char *fault_stage_file (Stage *stage, const char *name);

void fault_stage_done_cb (GObject *source, GAsyncResult *result, gpointer data);
/* FALSE with what the user is told. */
gboolean fault_stage_wait (Stage *stage, GError **error);
void fault_stage_expect (Stage *stage);
void fault_stage_answer (Stage *stage, const char *item, const char *value, const char *note);

G_END_DECLS
