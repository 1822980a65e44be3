/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SGN_ERROR (sgn_error_quark ())

/**
 * SgnError:
 * @SGN_ERROR_FAILED: something that should not happen; the message says what
 * @SGN_ERROR_USAGE: the words of a call are wrong: unknown item, value, catalogue, option
 * @SGN_ERROR_INVALID: a value typed or read does not follow its rule
 * @SGN_ERROR_UNREADABLE: a file cannot be read, or is not what it should be
 * @SGN_ERROR_UNWRITABLE: a file cannot be written: place, permission, full disk
 * @SGN_ERROR_EXISTS: a file is already there and is never overwritten
 * @SGN_ERROR_DAMAGED: a company file is damaged
 * @SGN_ERROR_TOO_NEW: written by a later version
 * @SGN_ERROR_BUSY: another window or computer has the file open for writing
 * @SGN_ERROR_READ_ONLY: the file was opened for reading only
 * @SGN_ERROR_CLOSED: the assessment is closed and cannot change
 * @SGN_ERROR_CHECK: a check failed: chain, wording, characters
 * @SGN_ERROR_NOT_YET: a sheet cannot be made yet; the message says what is missing
 *
 * What went wrong, by what the caller can do about it. Every message is one
 * sentence for people: what is wrong and what to do.
 */
typedef enum {
  SGN_ERROR_FAILED,
  SGN_ERROR_USAGE,
  SGN_ERROR_INVALID,
  SGN_ERROR_UNREADABLE,
  SGN_ERROR_UNWRITABLE,
  SGN_ERROR_EXISTS,
  SGN_ERROR_DAMAGED,
  SGN_ERROR_TOO_NEW,
  SGN_ERROR_BUSY,
  SGN_ERROR_READ_ONLY,
  SGN_ERROR_CLOSED,
  SGN_ERROR_CHECK,
  SGN_ERROR_NOT_YET,
} SgnError;

GQuark sgn_error_quark (void);
int sgn_error_to_exit_code (const GError *error);

G_END_DECLS
