/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the file a company has after so many years: each year four self-checks, every answer
 * changed twice after the first, 50 evidence files of 1 MB and 1,000 tasks. The same words and
 * bytes every time; only the salts differ. */

#include "sgn-company-file.h"

#define CHECKS_A_YEAR 4
#define ITEMS 25
#define ANSWERS_TO_AN_ITEM 3
#define EVIDENCE_A_YEAR 50
#define EVIDENCE_BYTES 1000000
#define TASKS_A_YEAR 1000
#define TASKS_AN_ACT 50
#define FIRST_YEAR 2026

typedef struct {
  SgnCompanyFile *file;
  SgnClock *clock;
  guint year;         /* from 0 */
  gint64 assessments; /* so far */
  guint64 noise;      /* what the next bytes are made from */
} Maker;

static void
begin (Maker *self, const char *act)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_begin (self->file, act, "髙橋 美咲", &error);
  g_assert_no_error (error);
}

static void
commit (Maker *self)
{
  g_autoptr (GError) error = NULL;

  sgn_company_file_commit (self->file, &error);
  g_assert_no_error (error);
}

static void
put (Maker *self, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  sgn_company_file_put (self->file, kind, id, owned, &error);
  g_assert_no_error (error);
}

static void
put_numbered (Maker *self, const char *kind, gint64 number, json_t *row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  put (self, kind, id, row);
}

static char *
make_date (const Maker *self, guint month)
{
  return g_strdup_printf ("%u-%02u-01", FIRST_YEAR + self->year, month);
}

static void
set_month (Maker *self, guint month)
{
  g_autofree char *date = make_date (self, month);
  g_autofree char *time = g_strconcat (date, "T10:00:00+09:00", NULL);

  sgn_clock_set_fixed (self->clock, time);
}

static void
make_company (Maker *self)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷葛󠄀");
  SgnPerson person = { .name = (char *) "髙橋 美咲" };

  begin (self, SGN_ACT_NEW);
  put (self, SGN_KIND_COMPANY, "1", sgn_profile_to_row (profile, FALSE));
  put_numbered (self, SGN_KIND_PERSON, 1, sgn_person_to_row (&person));
  commit (self);
}

static void
make_assessment (Maker *self, guint month, gboolean closed)
{
  g_autofree char *start = make_date (self, month);
  g_autofree char *at = sgn_clock_now (self->clock);
  SgnAssessment assessment = {
    .catalogue = (char *) "ipa-self-check",
    .edition = (char *) "4.0",
    .period_start = start,
    .person = 1,
    .opened_at = at,
    .closed = closed,
    .closed_at = closed ? at : NULL,
  };

  begin (self, closed ? SGN_ACT_CLOSE : SGN_ACT_ASSESSMENT);
  put_numbered (self, SGN_KIND_ASSESSMENT, self->assessments, sgn_assessment_to_row (&assessment));
  commit (self);
}

static void
make_answer (Maker *self, guint item, guint change)
{
  static const char *const values[] = { "unknown", "partial", "done" };
  g_autofree char *name = g_strdup_printf ("SD-%02u", item + 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", self->assessments, name);
  g_autofree char *at = sgn_clock_now (self->clock);
  g_autofree char *note =
    g_strdup_printf ("全21台で自動更新。毎月第1月曜に確認している。%u回目の確認。", change + 1);
  const SgnAnswer answer = { self->assessments, name,    (char *) values[change], note,
                             .person = 1,       .at = at };

  begin (self, SGN_ACT_ANSWER);
  put (self, SGN_KIND_ANSWER, id, sgn_answer_to_row (&answer));
  commit (self);
}

static void
make_check (Maker *self, guint month, gboolean closed)
{
  self->assessments++;
  set_month (self, month);
  make_assessment (self, month, FALSE);
  for (guint change = 0; change < ANSWERS_TO_AN_ITEM; change++) {
    for (guint item = 0; item < ITEMS; item++)
      make_answer (self, item, change);
  }
  if (closed)
    make_assessment (self, month, TRUE);
}

/* xorshift64: nothing can be squeezed out of it. */
static GBytes *
make_bytes (Maker *self)
{
  guint64 *words = g_new (guint64, EVIDENCE_BYTES / sizeof (guint64));

  for (gsize i = 0; i < EVIDENCE_BYTES / sizeof (guint64); i++) {
    self->noise ^= self->noise << 13;
    self->noise ^= self->noise >> 7;
    self->noise ^= self->noise << 17;
    words[i] = self->noise;
  }
  return g_bytes_new_take (words, EVIDENCE_BYTES);
}

static void
make_evidence (Maker *self, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (self);
  g_autofree char *sha256 = NULL;
  g_autofree char *at = sgn_clock_now (self->clock);
  g_autofree char *title = g_strdup_printf ("更新画面の写し %" G_GINT64_FORMAT, number);
  g_autofree char *reference = g_strdup_printf ("answer/%" G_GINT64_FORMAT "/SD-%02u",
                                                self->assessments, (guint) number % ITEMS + 1);
  g_autofree char *link = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", number, reference);
  SgnEvidence evidence = {
    .size = EVIDENCE_BYTES,
    .title = title,
    .file_name = (char *) "screen.png",
    .media_type = (char *) "image/png",
    .added_at = at,
    .person = 1,
  };

  begin (self, SGN_ACT_EVIDENCE);
  sgn_company_file_put_blob (self->file, bytes, &sha256, &error);
  g_assert_no_error (error);
  evidence.sha256 = sha256;
  put_numbered (self, SGN_KIND_EVIDENCE, number, sgn_evidence_to_row (&evidence));
  put (self, SGN_KIND_EVIDENCE_LINK, link, sgn_evidence_link_to_row (number, reference));
  commit (self);
}

static void
make_task (Maker *self, gint64 number)
{
  static const char *const places[] = { "本社", "第二工場", "倉庫", "営業所" };
  g_autofree char *title =
    g_strdup_printf ("%sのパソコン%" G_GINT64_FORMAT "号機のウイルス対策を確認する",
                     places[number % G_N_ELEMENTS (places)], number);
  g_autofree char *due = make_date (self, (guint) number % 12 + 1);
  g_autofree char *at = sgn_clock_now (self->clock);
  const SgnTask task = {
    .title = title,
    .note = (char *) "契約更新のお知らせが届いたら、総務へ回す。",
    .owner = 1,
    .due = due,
    .state = (char *) "open",
    .added_at = at,
    .person = 1,
  };

  put_numbered (self, SGN_KIND_TASK, number, sgn_task_to_row (&task));
}

static void
make_tasks (Maker *self)
{
  for (guint i = 0; i < TASKS_A_YEAR; i++) {
    if (i % TASKS_AN_ACT == 0)
      begin (self, SGN_ACT_COMPANY);
    make_task (self, (gint64) self->year * TASKS_A_YEAR + i + 1);
    if (i % TASKS_AN_ACT == TASKS_AN_ACT - 1)
      commit (self);
  }
}

static void
make_year (Maker *self, gboolean last)
{
  for (guint check = 0; check < CHECKS_A_YEAR; check++)
    make_check (self, check * 3 + 1, !last || check < CHECKS_A_YEAR - 1);
  for (guint i = 0; i < EVIDENCE_A_YEAR; i++)
    make_evidence (self, (gint64) self->year * EVIDENCE_A_YEAR + i + 1);
  make_tasks (self);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed ("2026-01-01T10:00:00+09:00");
  Maker maker = { .clock = clock, .noise = 88172645463325252 };
  guint years = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  if (years == 0) {
    g_printerr ("usage: bench-company FILE YEARS\n");
    return 2;
  }

  maker.file = sgn_company_file_create (argv[1], clock, &error);
  g_assert_no_error (error);
  make_company (&maker);
  for (; maker.year < years; maker.year++)
    make_year (&maker, maker.year == years - 1);
  sgn_company_file_close (maker.file, &error);
  g_assert_no_error (error);

  return 0;
}
