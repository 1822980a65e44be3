/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-db-private.h"
#include "sgn-event.h"

G_BEGIN_DECLS

/**
 * SgnEventDraft:
 * @group: seq of the first event of the act; 0: this is it
 * @undoes, @redoes: the group undone or redone; 0: neither
 * @by: (nullable): who, as typed
 * @before, @after: (nullable): the whole row
 *
 * An event that has no place in the chain yet.
 */
typedef struct {
  const char *act;
  const char *at;
  const char *kind;
  const char *id;
  gint64 group;
  gint64 undoes;
  gint64 redoes;
  const char *by;
  const json_t *before;
  const json_t *after;
} SgnEventDraft;

/* One event as it stands in the file. */
typedef struct {
  gint64 seq;
  char *header;
  char *salt;    /* (nullable): erased */
  char *payload; /* (nullable): erased */
  char *payload_digest;
  char *prev_hash;
  char *hash;
} SgnEventText;

/* Appends @draft and says which seq it got; 0 with an error. */
gint64 sgn_event_log_append (sqlite3 *db, const SgnEventDraft *draft, GError **error);
/* Blanks salt and payload of one event; the caller logs it. */
gboolean sgn_event_log_erase (sqlite3 *db, gint64 seq, GError **error);

/* SGN_ERROR_USAGE when there is no such event. */
SgnEvent *sgn_event_log_get (sqlite3 *db, gint64 seq, GError **error);

/* Calls @func for each event from @from on, oldest first, until it returns FALSE. It returns FALSE
 * without an error to stop early: the whole is then TRUE. */
typedef gboolean (*SgnEventFunc) (const SgnEventText *text, gpointer user_data, GError **error);
gboolean sgn_event_log_foreach (sqlite3 *db,
                                gint64 from,
                                SgnEventFunc func,
                                gpointer user_data,
                                GError **error);

/* (nullable): NULL with SGN_ERROR_DAMAGED when header or payload are not what events are made of.
 */
SgnEvent *sgn_event_log_parse (const SgnEventText *text, GError **error);
/* The same without payload: only header fields are set. @seq: where it stands */
SgnEvent *sgn_event_log_parse_header (gint64 seq, const char *header, GError **error);

/* Newest event: 0 and SGN_CHAIN_START in a file without events. */
gboolean sgn_event_log_get_newest (sqlite3 *db, gint64 *seq, char **hash, GError **error);
/* @hash: (out) (nullable): of event @seq; NULL when there is none */
gboolean sgn_event_log_get_hash (sqlite3 *db, gint64 seq, char **hash, GError **error);
/* Newest event that is not the issue of a document; NULL texts when there is none. */
gboolean sgn_event_log_get_head (sqlite3 *db, char **hash, char **at, GError **error);

G_END_DECLS
