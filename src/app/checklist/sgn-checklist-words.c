/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist-words.h"

/**
 * sgn_checklist_get_statement:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable): the company's own sentence for outsiders, saved or not
 */
const char *
sgn_checklist_get_statement (SgnChecklist *self, guint index)
{
  const char *item = sgn_checklist_get_item (self, index)->id;
  const char *unsaved = sgn_answer_writer_get_statement (sgn_checklist_get_writer (self), item);
  const SgnAnswer *answer = sgn_checklist_get_own_answer (self, index);

  if (unsaved != NULL)
    return unsaved;
  return answer != NULL ? answer->statement : NULL;
}

/**
 * sgn_checklist_get_next_review:
 * @self: a checklist
 * @index: of the item
 *
 * Returns: (nullable): the day on which the answer is to be looked at again, saved or not
 */
const char *
sgn_checklist_get_next_review (SgnChecklist *self, guint index)
{
  const char *item = sgn_checklist_get_item (self, index)->id;
  const char *unsaved = sgn_answer_writer_get_next_review (sgn_checklist_get_writer (self), item);
  const SgnAnswer *answer = sgn_checklist_get_own_answer (self, index);

  if (unsaved != NULL)
    return *unsaved != '\0' ? unsaved : NULL;
  return answer != NULL ? answer->next_review : NULL;
}

/**
 * sgn_checklist_set_statement:
 * @self: an editable checklist
 * @index: of the item
 * @statement: as typed; empty takes it away
 *
 * Saves the sentence for outsiders, if it is another one than before.
 */
void
sgn_checklist_set_statement (SgnChecklist *self, guint index, const char *statement)
{
  const char *before;

  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (statement != NULL);

  before = sgn_checklist_get_statement (self, index);
  if (sgn_checklist_is_editable (self) && g_strcmp0 (before != NULL ? before : "", statement) != 0)
    sgn_answer_writer_write_statement (sgn_checklist_get_writer (self),
                                       sgn_checklist_get_assessment (self),
                                       sgn_checklist_get_item (self, index)->id, statement);
}

/**
 * sgn_checklist_set_next_review:
 * @self: an editable checklist
 * @index: of the item
 * @date: a date; empty takes it away
 *
 * Saves the day on which the answer is to be looked at again, if it is another one than before.
 */
void
sgn_checklist_set_next_review (SgnChecklist *self, guint index, const char *date)
{
  const char *before;

  g_return_if_fail (SGN_IS_CHECKLIST (self));
  g_return_if_fail (date != NULL);

  before = sgn_checklist_get_next_review (self, index);
  if (sgn_checklist_is_editable (self) && g_strcmp0 (before != NULL ? before : "", date) != 0)
    sgn_answer_writer_write_next_review (sgn_checklist_get_writer (self),
                                         sgn_checklist_get_assessment (self),
                                         sgn_checklist_get_item (self, index)->id, date);
}
