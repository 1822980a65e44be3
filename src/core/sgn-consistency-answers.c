/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-consistency-private.h"

#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-evidence.h"

#include <string.h>

static gboolean
is_written (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* Evidence may hang on the answer itself, or on the company's own where sites are checked apart. */
static gboolean
has_proof (const SgnInspection *self, const SgnSaid *said)
{
  g_autofree char *reference = sgn_said_dup_reference (said);
  g_autofree char *own = sgn_answer_make_reference (said->check->combined->own->id, said->item->id);

  return g_hash_table_contains (self->proven, reference) ||
         g_hash_table_contains (self->proven, own);
}

static void
add_answer (SgnInspection *self, SgnWeight weight, const SgnSaid *said)
{
  g_auto (SgnFacts) facts = { 0 };

  sgn_facts_add_said (&facts, self, "item", "value", said);
  sgn_inspection_add_said (self, weight, said, &facts);
}

static void
look_for_proof (SgnInspection *self, const SgnSaid *said)
{
  if (said->value->mark == SGN_MARK_DONE && !is_written (said->answer->note) &&
      sgn_inspection_is_open (self, said) && !has_proof (self, said))
    add_answer (self, SGN_WEIGHT_SHOULD, said);
}

void
sgn_inspect_proof (SgnInspection *self)
{
  sgn_inspection_each (self, look_for_proof);
}

static void
look_for_reason (SgnInspection *self, const SgnSaid *said)
{
  if (said->value->mark == SGN_MARK_NOT_APPLICABLE && !is_written (said->answer->note) &&
      sgn_inspection_is_open (self, said))
    add_answer (self, SGN_WEIGHT_SHOULD, said);
}

void
sgn_inspect_reasons (SgnInspection *self)
{
  sgn_inspection_each (self, look_for_reason);
}

/* The question of another answer, of any year. */
static void
add_source (SgnFacts *facts, const SgnInspection *self, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 3);
  gboolean is_answer = g_strv_length (parts) == 3 && g_str_equal (parts[0], SGN_KIND_ANSWER);
  gint64 id = is_answer ? g_ascii_strtoll (parts[1], NULL, 10) : 0;
  const SgnAssessment *assessment = sgn_record_find_assessment (self->record, id);
  SgnCatalogue *catalogue =
    assessment != NULL
      ? sgn_library_find_catalogue (self->library, assessment->catalogue, assessment->edition)
      : NULL;
  const SgnItem *item = catalogue != NULL ? sgn_catalogue_find_item (catalogue, parts[2]) : NULL;

  if (item != NULL)
    sgn_facts_add_item (facts, self, "source", catalogue, item);
  else
    sgn_facts_add_text (facts, self, "source", "item.before");
}

/* Until somebody says yes: what is done counts, so it weighs more. */
static void
look_at_source (SgnInspection *self, const SgnSaid *said)
{
  SgnWeight weight = said->value->mark == SGN_MARK_DONE ? SGN_WEIGHT_SHOULD : SGN_WEIGHT_REMARK;
  g_auto (SgnFacts) facts = { 0 };

  if (!is_written (said->answer->carried_from) || !sgn_inspection_is_open (self, said))
    return;

  sgn_facts_add_said (&facts, self, "item", "value", said);
  add_source (&facts, self, said->answer->carried_from);
  sgn_inspection_add_said (self, weight, said, &facts);
}

void
sgn_inspect_carried (SgnInspection *self)
{
  sgn_inspection_each (self, look_at_source);
}

static void
look_at_review (SgnInspection *self, const SgnSaid *said)
{
  const char *date = said->answer->next_review;
  g_auto (SgnFacts) facts = { 0 };

  if (!sgn_date_is_valid (date) || sgn_date_compare (date, self->today) >= 0)
    return;

  sgn_facts_add_said (&facts, self, "item", "value", said);
  sgn_facts_add_date (&facts, "date", date);
  sgn_inspection_add_said (self, SGN_WEIGHT_SHOULD, said, &facts);
}

/* Only the newest declaration: the others were overtaken by it. */
void
sgn_inspect_reviews (SgnInspection *self)
{
  const SgnDeclaration *declaration = sgn_record_get_declaration (self->record);
  g_auto (SgnFacts) facts = { 0 };
  g_autofree char *ref = NULL;

  if (declaration != NULL && sgn_date_is_valid (declaration->review) &&
      sgn_date_compare (declaration->review, self->today) < 0) {
    ref = g_strdup_printf ("%" G_GINT64_FORMAT, declaration->id);
    sgn_facts_add (&facts, "star", sgn_star_to_symbol (declaration->star), NULL);
    sgn_facts_add_date (&facts, "date", declaration->review);
    sgn_inspection_add (
      self, SGN_WEIGHT_SHOULD,
      &(SgnPlaceOf){ .kind = SGN_KIND_DECLARATION, .ref = ref, .variant = "declaration" }, &facts);
  }
  sgn_inspection_each (self, look_at_review);
}

/* The answer of today that @reference is; FALSE for other things, and for answers of years past. */
static gboolean
find_answer (const SgnInspection *self, const char *reference, SgnSaid *said)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 3);

  if (g_strv_length (parts) < 3 || !g_str_equal (parts[0], SGN_KIND_ANSWER))
    return FALSE;

  for (guint i = 0; i < self->checks->len; i++) {
    const SgnChecked *check = g_ptr_array_index (self->checks, i);
    const SgnItem *item = sgn_catalogue_find_item (check->catalogue, parts[2]);
    gint64 assessment = g_ascii_strtoll (parts[1], NULL, 10);

    if (item != NULL && sgn_checked_find (check, item, said) &&
        (said->answer->assessment == assessment || check->combined->own->id == assessment))
      return TRUE;
  }
  return FALSE;
}

/* Whether @evidence still matters: what proves nothing but answers of years past may expire. */
static gboolean
is_needed (const SgnInspection *self,
           const SgnEvidence *evidence,
           SgnSaid *said,
           gboolean *has_answer)
{
  gboolean needed = evidence->links->len == 0;

  *has_answer = FALSE;
  for (guint i = 0; i < evidence->links->len && !*has_answer; i++) {
    const char *reference = g_ptr_array_index (evidence->links, i);

    *has_answer = find_answer (self, reference, said);
    needed = needed || *has_answer || !g_str_has_prefix (reference, SGN_KIND_ANSWER "/");
  }
  return needed;
}

static void
add_evidence (SgnInspection *self, SgnWeight weight, const SgnEvidence *evidence)
{
  g_autofree char *ref = g_strdup_printf ("%" G_GINT64_FORMAT, evidence->id);
  gboolean has_answer = FALSE;
  SgnSaid said;
  g_auto (SgnFacts) facts = { 0 };

  if (!is_needed (self, evidence, &said, &has_answer))
    return;

  sgn_facts_add (&facts, "title", evidence->title, evidence->title_en);
  sgn_facts_add_date (&facts, "date", evidence->expires);
  sgn_inspection_add (self, weight,
                      &(SgnPlaceOf){ .kind = SGN_KIND_EVIDENCE,
                                     .ref = ref,
                                     .said = has_answer ? &said : NULL },
                      &facts);
}

static void
inspect_ending (SgnInspection *self, SgnWeight weight, SgnEvidenceState state)
{
  g_autoptr (GPtrArray) list =
    sgn_evidence_list_ending (self->record, self->today, SGN_EVIDENCE_SOON);

  for (guint i = 0; i < list->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (list, i);

    if (sgn_evidence_get_state (self->record, evidence, self->today) == state)
      add_evidence (self, weight, evidence);
  }
}

void
sgn_inspect_expired (SgnInspection *self)
{
  inspect_ending (self, SGN_WEIGHT_SHOULD, SGN_EVIDENCE_EXPIRED);
}

void
sgn_inspect_expiring (SgnInspection *self)
{
  inspect_ending (self, SGN_WEIGHT_REMARK, SGN_EVIDENCE_EXPIRING);
}

static void
add_task (SgnInspection *self, const SgnTask *task, const SgnSaid *said)
{
  g_autofree char *ref = g_strdup_printf ("%" G_GINT64_FORMAT, task->id);
  g_autofree char *other = sgn_said_dup_reference (said);
  g_auto (SgnFacts) facts = { 0 };

  sgn_facts_add (&facts, "title", task->title, task->title_en);
  sgn_facts_add_said (&facts, self, "item", "value", said);
  sgn_inspection_add (
    self, SGN_WEIGHT_REMARK,
    &(SgnPlaceOf){ .kind = SGN_KIND_TASK, .ref = ref, .said = said, .other = other }, &facts);
}

/* An answer given after the task was done has seen what it did. */
static gboolean
is_older (const SgnSaid *said, const SgnTask *task)
{
  g_autofree char *date = sgn_time_get_date (said->answer->at);

  return sgn_date_is_valid (task->done_on) && date != NULL &&
         sgn_date_compare (date, task->done_on) < 0;
}

/* A task may also make better what is done already, so an open one contradicts nothing. */
static void
look_at_task (SgnInspection *self, const SgnTask *task)
{
  for (guint i = 0; i < task->links->len && g_str_equal (task->state, SGN_TASK_DONE); i++) {
    SgnSaid said;

    if (find_answer (self, g_ptr_array_index (task->links, i), &said) &&
        said.value->mark != SGN_MARK_DONE && said.value->mark != SGN_MARK_NOT_APPLICABLE &&
        is_older (&said, task))
      add_task (self, task, &said);
  }
}

void
sgn_inspect_tasks (SgnInspection *self)
{
  for (guint i = 0; i < self->record->tasks->len; i++)
    look_at_task (self, g_ptr_array_index (self->record->tasks, i));
}
