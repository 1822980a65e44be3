/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hard-record.h"

#include "history-events.h"
#include "sample-record.h"

#define NAME_LETTERS 60
#define NOTE_LETTERS 5000
#define TITLE "工場棟の入退室とバックアップ媒体の持ち出しを記した台帳の写し"

/* @words again and again until there are @letters. */
static char *
repeat (const char *words, glong letters)
{
  GString *text = g_string_new (NULL);
  glong n = 0;

  for (const char *p = words; n < letters; n++) {
    g_string_append_unichar (text, g_utf8_get_char (p));
    p = g_utf8_next_char (p);
    if (*p == '\0')
      p = words;
  }
  return g_string_free (text, FALSE);
}

char *
hard_name_in_kanji (void)
{
  return repeat ("株式会社日向葛飾渡邊髙﨑精密工業製作所情報保全推進本部統括課", NAME_LETTERS - 6);
}

char *
hard_name_in_latin (void)
{
  return repeat ("WORLDWIDE-MANUFACTURING_COMPANY.", NAME_LETTERS - 6);
}

char *
hard_note_in_kanji (void)
{
  return repeat (
    "毎週月曜日に総務課の者が一覧と見比べ、違いがあれば2026年11月から台帳に記し、第4.0版の設問へ"
    "戻って確かめます。外した媒体は金庫へ入れ、戻せることを試しました。\n",
    NOTE_LETTERS - 6);
}

char *
hard_note_in_latin (void)
{
  return repeat ("https://www.example.co.jp/security/2026/", NOTE_LETTERS - 6);
}

SgnRecord *
hard_record_new_sample (void)
{
  return make_sample_record ();
}

SgnRecord *
hard_record_new_empty (void)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");

  add_company (record, profile);
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

/* What is given to each field, and how often it has been. */
typedef struct {
  const char *text;
  guint count;
} Giver;

static void
give (Giver *self, char **field)
{
  g_free (*field);
  *field = g_strdup_printf ("%03u%s%03u", self->count % 1000, self->text, self->count % 1000);
  self->count++;
}

static void
give_all (Giver *self, char ***fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    give (self, fields[i]);
}

#define give_each(giver, ...) give_all ((giver), (char **[]){ __VA_ARGS__, NULL })

static void
name_company (Giver *giver, SgnProfile *company)
{
  give_each (giver, &company->name, &company->name_kana, &company->name_en, &company->address,
             &company->address_en, &company->representative, &company->representative_kana,
             &company->representative_en, &company->representative_title,
             &company->representative_title_en, &company->contact, &company->contact_kana,
             &company->contact_department, &company->email, &company->phone, &company->url,
             &company->industry, &company->purpose);
  for (guint i = 0; i < company->sites->len; i++) {
    SgnSite *site = company->sites->pdata[i];
    give_each (giver, &site->name, &site->address);
  }
}

static void
name_people (Giver *giver, SgnRecord *record)
{
  for (guint i = 0; i < record->persons->len; i++) {
    SgnPerson *person = record->persons->pdata[i];
    give_each (giver, &person->name, &person->kana, &person->department, &person->role,
               &person->name_en, &person->department_en, &person->role_en);
  }
}

static void
name_things (Giver *giver, SgnRecord *record)
{
  for (guint i = 0; i < record->assessments->len; i++) {
    SgnAssessment *assessment = record->assessments->pdata[i];
    give_each (giver, &assessment->scope, &assessment->scope_en);
  }
  for (guint i = 0; i < record->evidence->len; i++) {
    SgnEvidence *evidence = record->evidence->pdata[i];
    give_each (giver, &evidence->title, &evidence->title_en, &evidence->file_name);
  }
  for (guint i = 0; i < record->tasks->len; i++) {
    SgnTask *task = record->tasks->pdata[i];
    give_each (giver, &task->title, &task->title_en);
  }
}

static void
name_places (Giver *giver, SgnRecord *record)
{
  for (guint i = 0; i < record->declarations->len; i++) {
    const SgnDeclaration *declaration = record->declarations->pdata[i];

    for (guint k = 0; k < declaration->places->len; k++) {
      SgnPlace *place = declaration->places->pdata[k];
      give_each (giver, &place->place, &place->place_en, &place->how, &place->how_en);
    }
  }
  for (guint i = 0; i < record->policies->len; i++) {
    SgnPolicy *policy = record->policies->pdata[i];
    give_each (giver, &policy->contact, &policy->contact_en, &policy->published_place);
  }
}

void
hard_record_set_names (SgnRecord *self, const char *name)
{
  Giver giver = { name, 0 };

  name_company (&giver, self->profile);
  name_people (&giver, self);
  name_things (&giver, self);
  name_places (&giver, self);
}

/* Every eighth answer has a long note, so that long rows stand beside short ones. */
static void
note_answers (Giver *giver, const SgnAssessment *assessment)
{
  for (guint i = 1; i <= 25; i += 8) {
    g_autofree char *check = g_strdup_printf ("SD-%02u", i);
    g_autofree char *rule = g_strdup_printf ("RU-%u", i);
    SgnAnswer *answer = g_hash_table_lookup (assessment->answers, check);

    if (answer == NULL)
      answer = g_hash_table_lookup (assessment->answers, rule);
    if (answer != NULL)
      give_each (giver, &answer->note, &answer->statement, &answer->statement_en);
  }
}

static void
note_parts (Giver *giver, GHashTable *parts)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    char *text = NULL;

    give (giver, &text);
    g_hash_table_iter_replace (&iter, text);
  }
}

void
hard_record_set_notes (SgnRecord *self, const char *note)
{
  Giver giver = { note, 0 };

  for (guint i = 0; i < self->assessments->len; i++)
    note_answers (&giver, self->assessments->pdata[i]);
  for (guint i = 0; i < self->tasks->len; i += 4)
    give (&giver, &((SgnTask *) self->tasks->pdata[i])->note);
  for (guint i = 0; i < self->declarations->len; i++)
    give (&giver, &((SgnDeclaration *) self->declarations->pdata[i])->note);
  for (guint i = 0; i < self->policies->len; i++) {
    note_parts (&giver, ((SgnPolicy *) self->policies->pdata[i])->parts);
    note_parts (&giver, ((SgnPolicy *) self->policies->pdata[i])->parts_en);
  }
}

/* An item of the newest self-check, in turn. */
static char *
refer_to_item (const SgnRecord *record, guint i)
{
  return g_strdup_printf ("answer/%" G_GINT64_FORMAT "/SD-%02u",
                          sgn_record_find_newest (record, "ipa-self-check")->id, i % 25 + 1);
}

void
hard_record_add_evidence (SgnRecord *self, guint n)
{
  for (guint i = 0; i < n; i++) {
    gint64 id = 1000 + i;
    g_autofree char *title = g_strdup_printf ("%s %u", TITLE, i + 1);
    g_autofree char *file = g_strdup_printf ("入退室台帳_%03u_2026年度.pdf", i + 1);
    g_autofree char *reference = refer_to_item (self, i);

    add_evidence (self, id, title, file);
    if (i % 10 != 9)
      link_evidence (self, id, reference);
  }
}

void
hard_record_add_tasks (SgnRecord *self, guint n)
{
  static const char *const states[] = { SGN_TASK_TODO, SGN_TASK_DOING, SGN_TASK_DONE,
                                        SGN_TASK_DECLINED };

  for (guint i = 0; i < n; i++) {
    gint64 id = 1000 + i;
    g_autofree char *title = g_strdup_printf ("%sを直す %u", TITLE, i + 1);
    g_autofree char *due = g_strdup_printf ("2026-%02u-%02u", i % 12 + 1, i % 28 + 1);
    g_autofree char *reference = refer_to_item (self, i);
    const SgnTask task = { .title = title,
                           .owner = i % 5,
                           .due = i % 7 != 0 ? due : NULL,
                           .state = (char *) states[i % G_N_ELEMENTS (states)],
                           .added_at = (char *) "2026-11-20T17:05:00+09:00",
                           .done_on = i % 4 == 2 ? due : NULL };

    add_numbered_row (self, SGN_KIND_TASK, id, sgn_task_to_row (&task));
    add_row (self, SGN_KIND_TASK_LINK, reference, sgn_task_link_to_row (id, reference));
  }
}

void
hard_record_add_sites (SgnRecord *self)
{
  static const char *const values[] = { "done", "partial", "not-done", "unknown" };
  const SgnSite other = { .id = 2, .name = (char *) "第二工場", .employees = 6 };

  add_numbered_row (self, SGN_KIND_SITE, 2, sgn_site_to_row (&other));
  add_numbered_row (self, SGN_KIND_ASSESSMENT, 50, make_assessment_row ("ipa-self-check", "4.0"));
  for (guint site = 1; site <= 2; site++) {
    gint64 part = 50 + site;

    add_numbered_row (self, SGN_KIND_ASSESSMENT, part,
                      make_part_row ("ipa-self-check", "4.0", site, 50));
    for (guint i = 1; i <= 25; i++) {
      g_autofree char *item = g_strdup_printf ("SD-%02u", i);
      add_answer (self, part, item, values[(i + site) % G_N_ELEMENTS (values)]);
    }
  }
}

void
hard_record_set_unknown (SgnRecord *self)
{
  for (guint i = 0; i < self->assessments->len; i++) {
    const SgnAssessment *assessment = self->assessments->pdata[i];
    GHashTableIter iter;
    gpointer value = NULL;

    g_hash_table_iter_init (&iter, assessment->answers);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
      SgnAnswer *answer = value;

      g_free (answer->value);
      answer->value = g_strdup ("unknown");
    }
  }
}

void
hard_record_set (SgnRecord *self, const char *setting, const char *value)
{
  add_row (self, SGN_KIND_SETTING, setting, sgn_setting_to_row (value));
}

/* Takes @before and @after, which may be NULL. */
static void
tell (GPtrArray *events, const char *kind, const char *id, json_t *before, json_t *after)
{
  const EventWords words = { .seq = events->len + 1,
                             .group = events->len + 1,
                             .by = events->len % 3 != 0 ? "山﨑 健太" : NULL,
                             .act = kind,
                             .kind = kind,
                             .id = id };
  SgnEvent *event = event_of (&words);

  event->before = before;
  event->after = after;
  event->hash = g_strnfill (64, 'b');
  event->prev_hash = g_strnfill (64, 'c');
  g_ptr_array_add (events, event);
}

static void
tell_answers (GPtrArray *events, const SgnAssessment *assessment)
{
  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment->id, item);
    const SgnAnswer *answer = sgn_assessment_find_answer (assessment, item);

    if (answer == NULL)
      continue;
    tell (events, SGN_KIND_ANSWER, id, NULL, sgn_answer_to_row (answer));
    tell (events, SGN_KIND_ANSWER, id, sgn_answer_to_row (answer), NULL);
  }
}

/* Takes @row. */
static void
tell_added (GPtrArray *events, const char *kind, gint64 number, json_t *row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  tell (events, kind, id, NULL, row);
}

GPtrArray *
hard_record_tell (const SgnRecord *self)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);

  tell (events, SGN_KIND_COMPANY, "1", NULL, sgn_profile_to_row (self->profile, FALSE));
  for (guint i = 0; i < self->persons->len; i++)
    tell_added (events, SGN_KIND_PERSON, i + 1, sgn_person_to_row (self->persons->pdata[i]));
  for (guint i = 0; i < self->assessments->len; i++)
    tell_answers (events, self->assessments->pdata[i]);
  for (guint i = 0; i < self->evidence->len; i++)
    tell_added (events, SGN_KIND_EVIDENCE, i + 1, sgn_evidence_to_row (self->evidence->pdata[i]));
  for (guint i = 0; i < self->tasks->len; i++)
    tell_added (events, SGN_KIND_TASK, i + 1, sgn_task_to_row (self->tasks->pdata[i]));
  for (guint i = 0; i < self->policies->len; i++)
    tell_added (events, SGN_KIND_POLICY, i + 1, sgn_policy_to_row (self->policies->pdata[i]));
  return events;
}
