/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnMediaGroup:
 * @SGN_MEDIA_DOCUMENT: text on pages
 * @SGN_MEDIA_TABLE: rows and columns
 * @SGN_MEDIA_PICTURE: a photograph or a picture of the screen
 * @SGN_MEDIA_MAIL: a message
 * @SGN_MEDIA_RECORDING: sound or film
 * @SGN_MEDIA_ARCHIVE: a box of other files
 * @SGN_MEDIA_PROGRAM: something that runs when it is opened
 * @SGN_MEDIA_OTHER: nobody knows
 *
 * What people do with a file.
 */
typedef enum {
  SGN_MEDIA_DOCUMENT,
  SGN_MEDIA_TABLE,
  SGN_MEDIA_PICTURE,
  SGN_MEDIA_MAIL,
  SGN_MEDIA_RECORDING,
  SGN_MEDIA_ARCHIVE,
  SGN_MEDIA_PROGRAM,
  SGN_MEDIA_OTHER,
} SgnMediaGroup;

/**
 * SgnMediaType:
 * @id: the registered name, as stored in the file; frozen
 * @group: what people do with it
 * @name: what people call it, to be translated
 * @endings: the endings of names that go with it, with spaces between; "*" for any
 *   that no kind claims
 *
 * One kind of file.
 */
typedef struct {
  const char *id;
  SgnMediaGroup group;
  const char *name;
  const char *endings;
} SgnMediaType;

/* The kind of a file, told by its content alone but for texts (which only their name tells apart)
 * and scripts (which are texts that run). Never NULL. The same bytes and name give the same answer
 * on every computer: the desktop's own list of kinds is not asked. */
const SgnMediaType *sgn_media_type_of (GBytes *bytes, const char *file_name);
/* (nullable): the kind called @id */
const SgnMediaType *sgn_media_type_find (const char *id);
/* What people call @self in their language. */
const char *sgn_media_type_get_name (const SgnMediaType *self);
/* Whether the ending of @file_name goes with @self; a name without an ending always does. */
gboolean sgn_media_type_fits_name (const SgnMediaType *self, const char *file_name);

G_END_DECLS
