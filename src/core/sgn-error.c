/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-error.h"

#include <gio/gio.h>

G_DEFINE_QUARK (sgn_error, sgn_error)

/**
 * sgn_error_to_exit_code:
 * @error: an error
 *
 * Returns: the exit code of the command line for @error: 1 a check failed or the user stopped it,
 *   2 the words were wrong, 3 a file could not be used
 */
int
sgn_error_to_exit_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, 1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return 1;
  if (error->domain != SGN_ERROR)
    return error->domain == G_OPTION_ERROR ? 2 : 3;

  switch ((SgnError) error->code) {
  case SGN_ERROR_USAGE:
  case SGN_ERROR_INVALID:
    return 2;

  case SGN_ERROR_UNREADABLE:
  case SGN_ERROR_UNWRITABLE:
  case SGN_ERROR_EXISTS:
  case SGN_ERROR_DAMAGED:
  case SGN_ERROR_TOO_NEW:
  case SGN_ERROR_BUSY:
  case SGN_ERROR_READ_ONLY:
    return 3;

  case SGN_ERROR_FAILED:
  case SGN_ERROR_CLOSED:
  case SGN_ERROR_CHECK:
  case SGN_ERROR_NOT_YET:
  default:
    return 1;
  }
}
