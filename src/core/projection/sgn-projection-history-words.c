/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-history-private.h"

#include "sgn-date.h"

#include <string.h>

/* Acts that a sentence begins with, because what was done is something else. */
static const char *const leading_acts[] = {
  SGN_ACT_UNDO, SGN_ACT_REDO, SGN_ACT_SET_BACK, SGN_ACT_IMPORT, SGN_ACT_CARRY, SGN_ACT_ERASE, NULL
};

static gboolean
is_kind (const SgnEvent *event, const char *kind)
{
  return g_str_equal (event->kind, kind);
}

static const json_t *
get_row (const SgnEvent *event)
{
  return event->after != NULL ? event->after : event->before;
}

/* @detail: (nullable) */
static char *
say (const SgnTeller *self, const char *key, const char *subject, const char *detail)
{
  return sgn_teller_format (self, key, "subject", subject, "detail", detail != NULL ? detail : "",
                            NULL);
}

static const char *
get_value_word (const SgnTeller *self, const SgnItem *item, const json_t *row)
{
  const char *key = sgn_json_string (row, "value");
  const SgnScaleValue *value = item != NULL && key != NULL ? sgn_item_find_value (item, key) : NULL;

  if (key == NULL)
    return sgn_teller_get_text (self, "state.none");
  return value != NULL ? sgn_text_get (&value->short_label, self->projection->request->language)
                       : key;
}

static char *
tell_value_change (const SgnTeller *self, const SgnEvent *event, const char *from, const char *to)
{
  g_autofree char *change = sgn_teller_format (self, "detail.change", "from", from, "to", to, NULL);
  g_autofree char *columns = sgn_teller_name_columns (self, event);
  g_autofree char *rest =
    columns != NULL ? sgn_teller_format (self, "detail.columns", "columns", columns, NULL) : NULL;

  if (rest == NULL)
    return g_steal_pointer (&change);
  return sgn_teller_format (self, "detail.both", "change", change, "rest", rest, NULL);
}

static char *
tell_answer (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  const SgnItem *item = sgn_history_find_item (self->history, event->id);
  const char *from = get_value_word (self, item, event->before);
  const char *to = get_value_word (self, item, event->after);
  g_autofree char *columns = NULL;
  g_autofree char *change = NULL;

  if (event->after == NULL)
    return say (self, "answer.removed", subject, from);
  if (event->before == NULL && sgn_json_string (event->after, "value") != NULL)
    return say (self, "answer.added", subject, to);
  if (!g_str_equal (from, to)) {
    change = tell_value_change (self, event, from, to);
    return say (self, "answer.changed", subject, change);
  }
  columns = sgn_teller_name_columns (self, event);
  if (columns == NULL)
    return say (self, "same", subject, NULL);
  return sgn_teller_format (self, "answer.columns", "subject", subject, "columns", columns, NULL);
}

static char *
tell_link (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  const json_t *row = get_row (event);
  const char *kind = sgn_json_string (row, "kind");
  const char *ref = sgn_json_string (row, "ref");
  g_autofree char *target =
    sgn_teller_name_target (self, kind != NULL ? kind : "", ref != NULL ? ref : event->id);

  return sgn_teller_format (self, event->after != NULL ? "link.added" : "link.removed", "subject",
                            subject, "target", target, NULL);
}

/* Rounded half up, to one decimal from one MB on. */
static char *
format_size (const SgnTeller *self, gint64 size)
{
  gint64 kilobytes = MAX (1, (size + 500) / 1000);
  gint64 tenths = (size + 50000) / 100000;
  g_autofree char *small = g_strdup_printf ("%" G_GINT64_FORMAT, kilobytes);
  g_autofree char *large =
    g_strdup_printf ("%" G_GINT64_FORMAT ".%d", tenths / 10, (int) (tenths % 10));

  return kilobytes < 1000 ? sgn_teller_format (self, "size.kb", "n", small, NULL)
                          : sgn_teller_format (self, "size.mb", "n", large, NULL);
}

static char *
tell_new_evidence (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  g_autofree char *size = format_size (self, sgn_json_integer (event->after, "size", 0));
  g_autofree char *detail = sgn_teller_format (self, "detail.size", "size", size, NULL);

  return say (self, "added", subject, detail);
}

static char *
tell_declaration (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  const char *number = sgn_json_string (event->after, "number");
  g_autofree char *date =
    sgn_date_to_words (sgn_json_string (event->after, "date"), self->projection->request->language);

  return sgn_teller_format (self, "declaration.added", "subject", subject, "date",
                            date != NULL ? date : "", "number", number != NULL ? number : "", NULL);
}

static char *
tell_issue (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  SgnAudience audience = SGN_AUDIENCE_INTERNAL;
  const char *key = sgn_json_string (event->after, "audience");
  gboolean partner =
    key != NULL && sgn_audience_from_key (key, &audience) && audience == SGN_AUDIENCE_PARTNER;

  return sgn_teller_format (self, "issue.added", "subject", subject, "audience",
                            sgn_teller_get_text (self, partner ? "audience.partner"
                                                               : "audience.internal"),
                            NULL);
}

static char *
tell_publication (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  g_autofree char *date = sgn_date_to_words (sgn_json_string (event->after, "published_on"),
                                             self->projection->request->language);

  return sgn_teller_format (self, "policy.published", "subject", subject, "date",
                            date != NULL ? date : "", NULL);
}

static char *
tell_coming (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  if (is_kind (event, SGN_KIND_COMPANY))
    return say (self, "company.added", subject, NULL);
  if (is_kind (event, SGN_KIND_ASSESSMENT))
    return say (self, "assessment.added", subject, NULL);
  if (is_kind (event, SGN_KIND_EVIDENCE))
    return tell_new_evidence (self, event, subject);
  if (is_kind (event, SGN_KIND_DECLARATION))
    return tell_declaration (self, event, subject);
  if (is_kind (event, SGN_KIND_ISSUE))
    return tell_issue (self, event, subject);
  if (is_kind (event, SGN_KIND_POLICY) && sgn_json_string (event->after, "published_on") != NULL)
    return tell_publication (self, event, subject);
  return say (self, "added", subject, NULL);
}

static gboolean
has_become (const SgnEvent *event, const char *column, const char *value)
{
  return g_strcmp0 (sgn_json_string (event->after, column), value) == 0 &&
         g_strcmp0 (sgn_json_string (event->before, column), value) != 0;
}

static char *
tell_change (const SgnTeller *self, const SgnEvent *event, const char *subject)
{
  gint64 was_retired = sgn_json_integer (event->before, "retired", 0);
  gint64 retired = sgn_json_integer (event->after, "retired", 0);
  g_autofree char *columns = NULL;

  if (is_kind (event, SGN_KIND_ASSESSMENT) && has_become (event, "state", "closed"))
    return say (self, "assessment.closed", subject, NULL);
  if (is_kind (event, SGN_KIND_ASSESSMENT) && has_become (event, "state", "open"))
    return say (self, "assessment.reopened", subject, NULL);
  if (is_kind (event, SGN_KIND_EVIDENCE) && retired != was_retired)
    return say (self, retired != 0 ? "evidence.retired" : "evidence.back", subject, NULL);
  if (is_kind (event, SGN_KIND_POLICY) && sgn_json_string (event->before, "published_on") == NULL &&
      sgn_json_string (event->after, "published_on") != NULL)
    return tell_publication (self, event, subject);

  columns = sgn_teller_tell_columns (self, event);
  return say (self, columns != NULL ? "changed" : "same", subject, columns);
}

static char *
tell_plain (const SgnTeller *self, const SgnEvent *event)
{
  g_autofree char *subject = sgn_teller_name (self, event->kind, event->id, get_row (event));

  if (event->erased)
    return say (self, "gone", subject, NULL);
  if (is_kind (event, SGN_KIND_EVENT) || is_kind (event, SGN_KIND_BLOB))
    return say (self, is_kind (event, SGN_KIND_EVENT) ? "event.added" : "blob.added", subject,
                NULL);
  if (is_kind (event, SGN_KIND_ANSWER))
    return tell_answer (self, event, subject);
  if (is_kind (event, SGN_KIND_EVIDENCE_LINK) || is_kind (event, SGN_KIND_TASK_LINK))
    return tell_link (self, event, subject);
  if (event->before == NULL)
    return tell_coming (self, event, subject);
  if (event->after == NULL)
    return say (self, "removed", subject, NULL);
  return tell_change (self, event, subject);
}

/**
 * sgn_teller_tell:
 * @self: a teller
 * @event: one of its events
 *
 * Returns: (transfer full): what was done, in one sentence in the language of the sheet
 */
char *
sgn_teller_tell (const SgnTeller *self, const SgnEvent *event)
{
  g_autofree char *sentence = tell_plain (self, event);
  g_autofree char *key = sgn_teller_make_key ("act.", event->act);

  g_strchomp (sentence);
  if (!g_strv_contains (leading_acts, event->act) || is_kind (event, SGN_KIND_EVENT) ||
      is_kind (event, SGN_KIND_BLOB))
    return g_steal_pointer (&sentence);
  return sgn_teller_format (self, key, "sentence", sentence, NULL);
}
