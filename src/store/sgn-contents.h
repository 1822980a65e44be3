/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"

G_BEGIN_DECLS

/**
 * SgnContentsCheck:
 * @assessment: its id
 * @catalogue: id of the guideline
 * @edition: its edition
 * @site: 0: the whole company
 * @answers: how many items have an answer
 *
 * One open check of a company file.
 */
typedef struct {
  gint64 assessment;
  char *catalogue;
  char *edition;
  gint64 site;
  gint64 answers;
} SgnContentsCheck;

/**
 * SgnContents:
 * @first: hash of the first event, by which a company file and its copies know each other; "" in a
 *   file without events
 * @newest: hash of the newest event; as @first
 * @events: how many events there are
 * @at: (nullable): time of the newest event: what happened later is not in it
 * @schema: version of the file's format
 * @company: (nullable): name of the company
 * @sample: a sample company, for training
 * @checks: of SgnContentsCheck: the open ones, oldest first
 * @answers: all answers of @checks
 * @evidence: pieces of evidence that are not retired
 * @policy: newest version of the policy; 0: none
 * @policy_published: whether that version is published; else it is a draft
 * @tasks: all tasks, done or not
 * @declarations: how many declarations are on record
 * @star: star of the newest declaration; 0: none
 *
 * What is in a company file or in a copy of one, as numbers. Can be told of files of every schema.
 */
typedef struct {
  char *first;
  char *newest;
  gint64 events;
  char *at;
  gint64 schema;
  char *company;
  gboolean sample;
  GPtrArray *checks;
  gint64 answers;
  gint64 evidence;
  gint64 policy;
  gboolean policy_published;
  gint64 tasks;
  gint64 declarations;
  gint64 star;
} SgnContents;

/* Opens the file at @path for reading and checks it, whatever its version; SGN_ERROR_UNREADABLE,
 * SGN_ERROR_DAMAGED. */
SgnContents *sgn_contents_read (const char *path, GError **error);
SgnContents *sgn_contents_copy (const SgnContents *self);
void sgn_contents_free (SgnContents *self);

json_t *sgn_contents_to_json (const SgnContents *self);
/* (nullable): NULL when @object is not what sgn_contents_to_json() makes */
SgnContents *sgn_contents_from_json (const json_t *object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnContents, sgn_contents_free)

G_END_DECLS
