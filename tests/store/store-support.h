/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-company-file.h"

#include "sgn-error.h"

#include <sqlite3.h>

/* A private folder with a company file in it, and a clock that stands still. */
typedef struct {
  char *folder;
  char *path;
  SgnClock *clock;
} Place;

void place_set_up (Place *self, gconstpointer data);
void place_tear_down (Place *self, gconstpointer data);
/* A name in the folder. */
char *place_get (Place *self, const char *name);
/* How many there are in the folder, hidden ones too. */
guint count_files (Place *place);

/* Registers a test that gets a Place. */
#define ADD(path, function) g_test_add (path, Place, NULL, place_set_up, function, place_tear_down)
#define ADD_CASE(path, data, function) \
  g_test_add (path, Place, data, place_set_up, function, place_tear_down)

/* Rows as JSON with ' for ". */
json_t *row_new (const char *json);
/* The text of a small guideline "customer@EDITION". */
char *make_sheet (const char *edition);
/* One act of one put; @json NULL removes. */
void
put_row (SgnCompanyFile *file, const char *act, const char *kind, const char *id, const char *json);
void set_note (SgnCompanyFile *file, const char *item, const char *note);
char *get_note (SgnCompanyFile *file, const char *item); /* (nullable) */
SgnCompanyFile *create_file (Place *place);
SgnCompanyFile *open_file (Place *place, SgnOpenMode mode);
void close_file (SgnCompanyFile *file);
/* A closed file with at least one row of every kind, and a file attached. */
void make_full_file (Place *place);
/* The same as a crash leaves it: the last act, which set @note for SD-01, is in the log alone. */
void make_unclosed_file (Place *place, const char *note);
/* The same rows, into an open new file. */
void fill_file (SgnCompanyFile *file);

/* @error is of @code and is said to people: whole sentences, no SQL, no line break. */
void assert_said (const GError *error, int code);

/* Behind the program's back. */
void run_sql (const char *path, const char *sql);
/* The same with every trigger away while it runs. */
void run_sql_without_triggers (const char *path, const char *sql);
gint64 ask_int (const char *path, const char *sql);
char *ask_text (const char *path, const char *sql);

/* All bytes of a file, as SHA-256. */
char *digest_file (const char *path);
void assert_verifies (SgnCompanyFile *file);
void assert_sound (Place *place);
gboolean has_finding (const SgnVerification *verification, const char *code, const char *field);

/* File permissions mean nothing to root: the rest of the test runs as somebody else. */
void become_ordinary (Place *place);
void become_root_again (void);
