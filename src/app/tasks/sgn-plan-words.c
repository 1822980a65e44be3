/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-date.h"
#include "sgn-entry.h"
#include "sgn-labels.h"

const char *
sgn_plan_words_state (SgnMark mark)
{
  switch ((int) mark) {
  case SGN_MARK_OVERDUE:
    return C_ ("task", "Overdue");
  case SGN_MARK_DOING:
    return C_ ("task", "Begun");
  case SGN_MARK_COMPLETE:
    return C_ ("task", "Done");
  case SGN_MARK_NOT_APPLICABLE:
    return C_ ("task", "Decided against");
  case SGN_MARK_UNKNOWN:
    return C_ ("task", "Find out");
  default:
    return C_ ("task", "To do");
  }
}

char *
sgn_plan_words_day (const char *date, const char *today)
{
  g_autofree char *time = g_strconcat (date, "T00:00:00+00:00", NULL);

  return sgn_label_day (time, today, sgn_language_of_user ());
}

char *
sgn_plan_words_short_day (const char *date)
{
  return sgn_plan_words_day (date, date);
}

char *
sgn_plan_words_left (const char *due, const char *today)
{
  int days = sgn_date_count_days (today, due);

  if (days == 0)
    return g_strdup (_ ("due today"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

static const char *
get_heading (SgnBoardHeading heading)
{
  switch (heading) {
  case SGN_BOARD_LATE:
    return C_ ("tasks", "Past Their Day");
  case SGN_BOARD_YEAR:
    return C_ ("tasks", "This Year");
  case SGN_BOARD_NO_DAY:
    return C_ ("tasks", "Without a Day");
  case SGN_BOARD_FIND_OUT:
    return C_ ("tasks", "To Find Out");
  case SGN_BOARD_FINISHED:
    return C_ ("tasks", "Done");
  case SGN_BOARD_DECLINED:
    return C_ ("tasks", "Decided Against");
  case SGN_BOARD_MONTH:
  case SGN_BOARD_PERSON:
  default:
    return C_ ("tasks", "Nobody Yet");
  }
}

char *
sgn_plan_words_heading (const SgnBoardSection *section)
{
  if (section->heading == SGN_BOARD_MONTH)
    return sgn_date_to_month_words (section->day, sgn_language_of_user ());
  if (section->heading == SGN_BOARD_PERSON && section->person != NULL)
    return sgn_plan_words_owner (section->person);
  return g_strdup (get_heading (section->heading));
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A name in Latin letters where there is one and it is wanted. */
char *
sgn_plan_words_name (const SgnPerson *person)
{
  const char *name = person->name;

  if (sgn_language_of_user () == SGN_LANGUAGE_EN && has_text (person->name_en))
    name = person->name_en;
  return g_strdup (has_text (name) ? name : _ ("Somebody whose data was erased"));
}

/* What stands before the first space: family names come first in both languages. */
char *
sgn_plan_words_family_name (const SgnPerson *person)
{
  char *name = sgn_plan_words_name (person);

  if (!has_text (person->name))
    return name;
  for (char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (at > name && g_unichar_isspace (g_utf8_get_char (at))) {
      *at = '\0';
      break;
    }
  return name;
}

const char *
sgn_plan_words_department (const SgnPerson *person)
{
  gboolean english = sgn_language_of_user () == SGN_LANGUAGE_EN;
  const char *department =
    english && has_text (person->department_en) ? person->department_en : person->department;
  const char *role = english && has_text (person->role_en) ? person->role_en : person->role;

  if (has_text (department))
    return department;
  return has_text (role) ? role : NULL;
}

char *
sgn_plan_words_owner (const SgnPerson *person)
{
  g_autofree char *name = sgn_plan_words_family_name (person);
  const char *department = sgn_plan_words_department (person);

  return department != NULL ? g_strdup_printf ("%s %s", department, name) : g_steal_pointer (&name);
}

const char *
sgn_plan_words_guideline (const SgnCatalogue *catalogue)
{
  if (strcmp (catalogue->id, "ipa-self-check") == 0)
    return C_ ("guideline", "Self-check");
  return sgn_text_get (&catalogue->short_title, sgn_language_of_user ());
}

/* Further questions of the guideline @before are their numbers alone. */
static void
add_ground (GString *text, const SgnTaskGround *ground, const SgnCatalogue *before)
{
  g_autofree char *kind =
    ground->item == NULL ? sgn_entry_kind_to_words (ground->kind) : g_strdup ("");

  if (ground->item != NULL && ground->catalogue == before) {
    g_string_append_printf (text, "・%s", ground->item->number);
    return;
  }
  g_string_append (text, text->len > 0 ? " ・ " : "");
  if (ground->item != NULL)
    g_string_append_printf (text, _ ("%s No.%s"), sgn_plan_words_guideline (ground->catalogue),
                            ground->item->number);
  else
    g_string_append (text, kind);
}

/* The answer that counts today, where it is less than done. */
static const char *
find_answer (const SgnTaskGround *ground, const SgnRecord *record)
{
  const SgnAssessment *assessment =
    ground->item != NULL ? sgn_record_find_answered (record, ground->catalogue->id) : NULL;
  const SgnAnswer *answer =
    assessment != NULL ? sgn_assessment_find_answer (assessment, ground->item->id) : NULL;

  if (answer == NULL || answer->value == NULL ||
      sgn_item_get_mark (ground->item, answer->value) == SGN_MARK_DONE)
    return NULL;
  return sgn_label_value (ground->item, answer->value, sgn_language_of_user ());
}

char *
sgn_plan_words_grounds (const SgnBoardLine *line, const SgnRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SgnCatalogue *before = NULL;
  const char *answer = NULL;

  for (guint i = 0; i < line->grounds->len; i++) {
    const SgnTaskGround *ground = g_ptr_array_index (line->grounds, i);

    add_ground (text, ground, before);
    before = ground->catalogue;
  }
  if (line->grounds->len == 1)
    answer = find_answer (g_ptr_array_index (line->grounds, 0), record);
  if (answer != NULL) {
    g_string_append (text, " ・ ");
    g_string_append_printf (text, _ ("the answer is “%s”"), answer);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sgn_plan_words_title (const SgnBoardLine *line)
{
  const SgnTask *task = line->plan->task;
  SgnLanguage language = sgn_language_of_user ();

  if (task == NULL)
    return g_strdup_printf (C_ ("task", "Find out: %s"),
                            sgn_text_get (&line->plan->item->short_title, language));
  return g_strdup (sgn_task_get_title (task, language));
}
