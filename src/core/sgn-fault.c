/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-fault.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/**
 * sgn_fault_new:
 * @place: the JSON pointer, or the heading of a column
 * @wrong: what is wrong there, one sentence
 * @expected: what should be there
 *
 * Returns: (transfer full): a fault without line and column
 */
SgnFault *
sgn_fault_new (const char *place, const char *wrong, const char *expected)
{
  SgnFault *self = g_new0 (SgnFault, 1);

  self->place = g_strdup (place);
  self->wrong = g_strdup (wrong);
  self->expected = g_strdup (expected);
  return self;
}

/**
 * sgn_fault_free:
 * @self: (transfer full) (nullable): a fault
 */
void
sgn_fault_free (SgnFault *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_free (self->wrong);
  g_free (self->expected);
  g_free (self);
}

/**
 * sgn_faults_new:
 *
 * Returns: (transfer full) (element-type SgnFault): an empty list
 */
GPtrArray *
sgn_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_fault_free);
}

static char *
dup_sentence (const SgnFault *self)
{
  return g_strdup_printf (_ ("%s: %s Expected: %s."),
                          *self->place != '\0' ? self->place : _ ("top level"), self->wrong,
                          self->expected);
}

/**
 * sgn_fault_to_line:
 * @self: a fault
 *
 * Returns: (transfer full): line, column, place, what is wrong and what is expected, as compilers
 *   and editors write it
 */
char *
sgn_fault_to_line (const SgnFault *self)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  sentence = dup_sentence (self);
  return g_strdup_printf ("%u:%u: %s", self->line, self->column, sentence);
}

/**
 * sgn_faults_set_error:
 * @faults: (element-type SgnFault): what is wrong, at least one thing
 * @name: what messages call the file
 * @error: return location; SGN_ERROR_UNREADABLE
 *
 * Says the first of them in one sentence, and how many there are.
 */
void
sgn_faults_set_error (GPtrArray *faults, const char *name, GError **error)
{
  g_autofree char *sentence = NULL;
  const SgnFault *first;

  g_return_if_fail (faults != NULL && faults->len > 0);

  first = g_ptr_array_index (faults, 0);
  sentence = dup_sentence (first);
  if (faults->len == 1)
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE, _ ("“%s”, line %u, column %u, %s"), name,
                 first->line, first->column, sentence);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 /* Translators: name, line, column, the first of several faults, their number */
                 _ ("“%s”, line %u, column %u, %s There are %u faults in all. “sengen catalogue "
                    "check” lists them."),
                 name, first->line, first->column, sentence, faults->len);
}
