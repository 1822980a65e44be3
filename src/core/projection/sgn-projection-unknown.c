/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-error.h"
#include "sgn-plan.h"

#include <glib/gi18n-lib.h>

/* The whole of the self-check fits on a few pages; of a larger guideline only what is unknown is.
 */
#define MOST_BLANKS 25

/* What somebody is to be asked. */
typedef struct {
  SgnItemLine line;
  const SgnCatalogue *catalogue;
  const SgnAssessment *assessment; /* the company's own one */
  const SgnPerson *owner;          /* (nullable): who has taken it on */
} Question;

/* The questions in the making. */
typedef struct {
  const SgnProjection *projection;
  GArray *questions;     /* of Question */
  GPtrArray *combined;   /* of SgnCombined: what the answers of the lines belong to */
  GPtrArray *catalogues; /* of SgnCatalogue that something was answered of; not owned */
  gboolean left_out;     /* whether a check has more blanks than anybody is asked about */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->questions, g_array_unref);
  g_clear_pointer (&self->combined, g_ptr_array_unref);
  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_for (const SgnTask *task, gint64 assessment, const char *item)
{
  g_autofree char *reference = sgn_answer_make_reference (assessment, item);

  return g_ptr_array_find_with_equal_func (task->links, reference, g_str_equal, NULL);
}

/* (nullable): who is to find it out: the owner of an open task for the item */
static const SgnPerson *
find_owner (const SgnRecord *record, const SgnAssessment *own, const SgnItemLine *line)
{
  gint64 source = line->answer != NULL ? line->answer->assessment : own->id;

  for (guint i = 0; i < record->tasks->len; i++) {
    const SgnTask *task = record->tasks->pdata[i];

    if (task->owner != 0 && sgn_task_is_open (task) &&
        (is_for (task, source, line->item->id) || is_for (task, own->id, line->item->id)))
      return sgn_record_find_person (record, task->owner);
  }
  return NULL;
}

static gboolean
is_blank (const SgnItemLine *line)
{
  return sgn_projection_prints_item (line->item) && line->mark == SGN_MARK_NONE;
}

/* Somebody can be asked about it on paper. */
static gboolean
is_open (const SgnItemLine *line)
{
  return is_blank (line) ||
         (sgn_projection_prints_item (line->item) && line->mark == SGN_MARK_UNKNOWN);
}

/* A check of which so much is open has just begun: its blanks are no list to ask people from. */
static gboolean
leaves_blanks_out (const SgnSelfCheck *check)
{
  guint n = 0;

  for (guint i = 0; i < check->catalogue->items->len; i++) {
    const SgnItemLine line = sgn_self_check_look_at (check, check->catalogue->items->pdata[i]);

    n += is_blank (&line);
  }
  return n > MOST_BLANKS;
}

static void
search_catalogue (Search *self, SgnCatalogue *catalogue, const SgnAssessment *assessment)
{
  const SgnRecord *record = self->projection->record;
  SgnCombined *combined = sgn_combined_new (record, catalogue, assessment);
  const SgnSelfCheck check = { .assessment = combined->answers, .catalogue = catalogue };
  gboolean no_blanks = leaves_blanks_out (&check);

  self->left_out = self->left_out || no_blanks;
  g_ptr_array_add (self->combined, combined);
  g_ptr_array_add (self->catalogues, catalogue);
  for (guint i = 0; i < catalogue->items->len; i++) {
    Question question = { .line = sgn_self_check_look_at (&check, catalogue->items->pdata[i]),
                          .catalogue = catalogue,
                          .assessment = assessment };

    if (!is_open (&question.line) || (no_blanks && is_blank (&question.line)))
      continue;
    question.owner = find_owner (record, assessment, &question.line);
    g_array_append_val (self->questions, question);
  }
}

/* What nobody knows or has answered, in the newest check of each catalogue. */
static void
search_all (Search *self)
{
  SgnLibrary *library = self->projection->library;
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (self->projection->record, *id);
    SgnCatalogue *catalogue = NULL;

    if (assessment != NULL)
      catalogue = sgn_library_find_catalogue (library, *id, assessment->edition);
    if (catalogue != NULL)
      search_catalogue (self, catalogue, assessment);
  }
}

/* (nullable): the person the sheet is for, when it is one of the file */
static const SgnPerson *
find_recipient (const SgnProjection *self)
{
  const char *name = self->request->recipient;

  return name != NULL && *name != '\0' ? sgn_record_find_person_named (self->record, name) : NULL;
}

static gboolean
has_recipient (const SgnProjection *self)
{
  return self->request->recipient != NULL && *self->request->recipient != '\0';
}

static gboolean
owns_any (const Search *self, const SgnPerson *person)
{
  for (guint i = 0; person != NULL && i < self->questions->len; i++)
    if (g_array_index (self->questions, Question, i).owner == person)
      return TRUE;
  return FALSE;
}

/* For one person: what they have taken on; when that is nothing, what nobody has. */
static gboolean
is_asked (const Search *self, const Question *question)
{
  const SgnPerson *recipient = find_recipient (self->projection);

  if (!has_recipient (self->projection))
    return TRUE;
  if (owns_any (self, recipient))
    return question->owner == recipient;
  return question->owner == NULL;
}

static void
search_begin (Search *self, const SgnProjection *projection)
{
  self->projection = projection;
  self->questions = g_array_new (FALSE, TRUE, sizeof (Question));
  self->combined = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_combined_free);
  self->catalogues = g_ptr_array_new ();
  search_all (self);
}

static guint
count_asked (const Search *self)
{
  guint n = 0;

  for (guint i = 0; i < self->questions->len; i++)
    n += is_asked (self, &g_array_index (self->questions, Question, i));
  return n;
}

gboolean
sgn_projection_check_unknown (const SgnProjection *self, GError **error)
{
  g_auto (Search) search = { 0 };

  search_begin (&search, self);
  if (count_asked (&search) > 0)
    return TRUE;

  if (search.catalogues->len == 0)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("Nothing is answered yet, so there is nothing to ask about. Answer at "
                            "least one question."));
  else if (search.questions->len == 0 && search.left_out)
    g_set_error (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                 _ ("Nothing is unknown, and more than %d questions are not answered yet. Answer "
                    "more of them, “unknown” where somebody has to be asked."),
                 MOST_BLANKS);
  else if (search.questions->len == 0)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("Nothing is unknown and nothing is unanswered, so there is nobody to "
                            "ask. Make the result instead."));
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                 _ ("There is nothing to ask “%s”: others have taken on all questions. Make the "
                    "list for the whole company, or for one of them."),
                 self->request->recipient);
  return FALSE;
}

static json_t *
list_texts (const SgnProjection *self, GPtrArray *texts)
{
  json_t *list = json_array ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_array_append_new (list,
                           json_string (sgn_text_get (texts->pdata[i], self->request->language)));
  return list;
}

static json_t *
list_words (const SgnProjection *self, const SgnScale *scale)
{
  json_t *list = json_array ();

  for (guint i = 0; i < scale->values->len; i++) {
    const SgnScaleValue *value = scale->values->pdata[i];

    json_array_append_new (list, json_string (
                                   sgn_text_get (&value->short_label, self->request->language)));
  }
  return list;
}

static json_t *
question_to_json (const SgnProjection *self, const Question *question)
{
  const SgnItem *item = question->line.item;
  const SgnPerson *owner = question->owner;
  json_t *json = json_object ();

  sgn_json_set_string (json, "catalogue", question->catalogue->id);
  sgn_json_set_string (json, "edition", question->catalogue->edition);
  sgn_projection_set_text (self, json, "source", &question->catalogue->short_title);
  sgn_json_set_string (json, "id", item->id);
  sgn_json_set_string (json, "number", item->number);
  sgn_projection_set_text (self, json, "short", &item->short_title);
  sgn_projection_set_text (self, json, "question", &item->question);
  sgn_projection_set_text (self, json, "why", &item->why);
  sgn_projection_set_state (self, json, &question->line);
  sgn_json_set_string (json, "note",
                       question->line.answer != NULL ? question->line.answer->note : NULL);
  json_object_set_new (json, "look_for", list_texts (self, item->evidence));
  json_object_set_new (json, "words", list_words (self, item->scale));
  sgn_json_set_string (json, "person",
                       owner != NULL ? sgn_projection_pick (self, owner->name, owner->name_en)
                                     : NULL);
  return json;
}

/* Who asks: whoever answered the check that the first question is from. */
static void
add_people (SgnProjection *self, const Search *search, const Question *first)
{
  const SgnPerson *recipient = find_recipient (self);
  const SgnPerson *asker =
    first != NULL ? sgn_record_find_person (self->record, first->assessment->person) : NULL;

  json_object_set_new (self->json, "asked", sgn_projection_person_to_json (self, recipient));
  json_object_set_new (self->json, "asks", sgn_projection_person_to_json (self, asker));
  json_object_set_new (self->json, "assigned", json_boolean (owns_any (search, recipient)));
}

static void
add_editions (SgnProjection *self, const Search *search)
{
  json_t *editions = json_array ();

  for (guint i = 0; i < search->catalogues->len; i++) {
    const SgnCatalogue *catalogue = search->catalogues->pdata[i];
    gboolean named = FALSE;

    for (guint k = 0; k < search->questions->len && !named; k++) {
      const Question *question = &g_array_index (search->questions, Question, k);
      named = question->catalogue == catalogue && is_asked (search, question);
    }
    if (named)
      sgn_projection_append_edition (self, editions, catalogue);
  }
  json_object_set_new (self->json, "editions", editions);
}

void
sgn_projection_add_unknown (SgnProjection *self)
{
  g_auto (Search) search = { 0 };
  const Question *first = NULL;
  json_t *list = json_array ();

  search_begin (&search, self);
  for (guint i = 0; i < search.questions->len; i++) {
    const Question *question = &g_array_index (search.questions, Question, i);

    if (!is_asked (&search, question))
      continue;
    if (first == NULL)
      first = question;
    json_array_append_new (list, question_to_json (self, question));
  }
  json_object_set_new (self->json, "questions", list);
  add_people (self, &search, first);
  add_editions (self, &search);
}
