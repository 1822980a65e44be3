/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-kind-private.h"

#include "sgn-entry.h"
#include "sgn-record.h"

#include <glib/gi18n-lib.h>

#define INTEGER(name)               \
  {                                 \
    name, SGN_COLUMN_INTEGER, FALSE \
  }
#define TEXT(name)               \
  {                              \
    name, SGN_COLUMN_TEXT, FALSE \
  }
#define SEARCHED(name)          \
  {                             \
    name, SGN_COLUMN_TEXT, TRUE \
  }

static const SgnColumn company_columns[] = {
  INTEGER ("id"),
  SEARCHED ("name"),
  SEARCHED ("name_kana"),
  SEARCHED ("name_en"),
  TEXT ("corporate_number"),
  TEXT ("postal_code"),
  SEARCHED ("address"),
  TEXT ("address_en"),
  SEARCHED ("representative"),
  SEARCHED ("representative_kana"),
  SEARCHED ("representative_en"),
  TEXT ("representative_title"),
  TEXT ("representative_title_en"),
  SEARCHED ("contact"),
  SEARCHED ("contact_kana"),
  SEARCHED ("contact_department"),
  TEXT ("email"),
  TEXT ("phone"),
  TEXT ("url"),
  TEXT ("industry"),
  TEXT ("purpose"),
  TEXT ("gbizid"),
  INTEGER ("employees"),
  INTEGER ("computers"),
  INTEGER ("capital_yen"),
  INTEGER ("sample"),
  { NULL },
};

static const SgnColumn person_columns[] = {
  INTEGER ("id"),         SEARCHED ("name"),
  SEARCHED ("kana"),      SEARCHED ("department"),
  SEARCHED ("role"),      SEARCHED ("name_en"),
  TEXT ("department_en"), TEXT ("role_en"),
  TEXT ("left_on"),       { NULL },
};

static const SgnColumn site_columns[] = {
  INTEGER ("id"), SEARCHED ("name"), SEARCHED ("address"), INTEGER ("employees"), { NULL },
};

static const SgnColumn assessment_columns[] = {
  INTEGER ("id"),     TEXT ("catalogue"),      TEXT ("edition"),      INTEGER ("site"),
  SEARCHED ("scope"), SEARCHED ("scope_en"),   TEXT ("period_start"), TEXT ("period_end"),
  INTEGER ("person"), INTEGER ("reviewed_by"), TEXT ("state"),        TEXT ("opened_at"),
  TEXT ("closed_at"), INTEGER ("previous"),    INTEGER ("parent"),    TEXT ("level"),
  { NULL },
};

static const SgnColumn answer_columns[] = {
  INTEGER ("assessment"),   TEXT ("item"),
  TEXT ("value"),           SEARCHED ("note"),
  SEARCHED ("statement"),   SEARCHED ("statement_en"),
  INTEGER ("person"),       TEXT ("at"),
  TEXT ("next_review"),     INTEGER ("reviewed_by"),
  TEXT ("reviewed_on"),     TEXT ("expert"),
  SEARCHED ("expert_name"), TEXT ("expert_on"),
  TEXT ("carried_from"),    { NULL },
};

static const SgnColumn evidence_columns[] = {
  INTEGER ("id"),
  TEXT ("sha256"),
  INTEGER ("size"),
  SEARCHED ("title"),
  SEARCHED ("title_en"),
  SEARCHED ("file_name"),
  TEXT ("media_type"),
  TEXT ("dated"),
  TEXT ("added_at"),
  INTEGER ("person"),
  INTEGER ("retired"),
  TEXT ("expires"),
  INTEGER ("replaces"),
  INTEGER ("location_removed"),
  { NULL },
};

static const SgnColumn evidence_link_columns[] = {
  INTEGER ("evidence"),
  TEXT ("kind"),
  TEXT ("ref"),
  { NULL },
};

static const SgnColumn declaration_columns[] = {
  INTEGER ("id"),   INTEGER ("star"), SEARCHED ("number"), TEXT ("date"), TEXT ("account"),
  TEXT ("edition"), TEXT ("review"),  SEARCHED ("note"),   { NULL },
};

static const SgnColumn place_columns[] = {
  INTEGER ("id"),        INTEGER ("declaration"), SEARCHED ("place"),
  SEARCHED ("place_en"), SEARCHED ("how"),        SEARCHED ("how_en"),
  TEXT ("since"),        TEXT ("confirmed"),      { NULL },
};

static const SgnColumn policy_columns[] = {
  INTEGER ("version"),     TEXT ("established"),
  TEXT ("revised"),        SEARCHED ("contact"),
  SEARCHED ("contact_en"), SEARCHED ("published_place"),
  TEXT ("published_on"),   SEARCHED ("parts"),
  SEARCHED ("parts_en"),   { NULL },
};

static const SgnColumn issue_columns[] = {
  SEARCHED ("number"),      SEARCHED ("document"),
  TEXT ("audience"),        TEXT ("language"),
  TEXT ("options"),         TEXT ("issued_at"),
  SEARCHED ("record_hash"), INTEGER ("person"),
  SEARCHED ("recipient"),   { NULL },
};

static const SgnColumn task_columns[] = {
  INTEGER ("id"), SEARCHED ("title"), SEARCHED ("title_en"), SEARCHED ("note"),  INTEGER ("owner"),
  TEXT ("due"),   TEXT ("state"),     TEXT ("added_at"),     INTEGER ("person"), TEXT ("done_on"),
  { NULL },
};

static const SgnColumn task_link_columns[] = {
  INTEGER ("task"),
  TEXT ("kind"),
  TEXT ("ref"),
  { NULL },
};

static const SgnColumn setting_columns[] = {
  TEXT ("name"),
  TEXT ("value"),
  { NULL },
};

static const SgnColumn catalogue_columns[] = {
  TEXT ("id"),
  TEXT ("text"),
  { NULL },
};

static const SgnKind company = { SGN_KIND_COMPANY, "company", FALSE, 1, 1, company_columns };
static const SgnKind person = { SGN_KIND_PERSON, "person", TRUE, 1, 1, person_columns };
static const SgnKind site = { SGN_KIND_SITE, "site", TRUE, 1, 1, site_columns };
static const SgnKind assessment = { SGN_KIND_ASSESSMENT, "assessment", TRUE, 1, 1,
                                    assessment_columns };
static const SgnKind answer = { SGN_KIND_ANSWER, "answer", FALSE, 2, 0, answer_columns };
static const SgnKind evidence = { SGN_KIND_EVIDENCE, "evidence", TRUE, 1, 1, evidence_columns };
static const SgnKind evidence_link = { SGN_KIND_EVIDENCE_LINK, "evidence_link", FALSE, 3, 0,
                                       evidence_link_columns };
static const SgnKind declaration = { SGN_KIND_DECLARATION, "declaration", TRUE, 1, 1,
                                     declaration_columns };
static const SgnKind place = { SGN_KIND_PLACE, "place", TRUE, 1, 1, place_columns };
static const SgnKind policy = { SGN_KIND_POLICY, "policy", TRUE, 1, 1, policy_columns };
static const SgnKind issue = { SGN_KIND_ISSUE, "issue", FALSE, 1, 1, issue_columns };

static const SgnKind task = { SGN_KIND_TASK, "task", TRUE, 1, 1, task_columns };
static const SgnKind task_link = {
  SGN_KIND_TASK_LINK, "task_link", FALSE, 3, 0, task_link_columns
};
static const SgnKind setting = { SGN_KIND_SETTING, "setting", FALSE, 1, 1, setting_columns };
static const SgnKind catalogue = {
  SGN_KIND_CATALOGUE, "catalogue", FALSE, 1, 1, catalogue_columns
};

static const SgnKind *const kinds[] = {
  &company, &person, &site,  &assessment, &answer,    &evidence, &evidence_link, &declaration,
  &place,   &policy, &issue, &task,       &task_link, &setting,  &catalogue,     NULL,
};

const SgnKind *const *
sgn_kinds (void)
{
  return kinds;
}

const SgnKind *
sgn_kind_find (const char *kind)
{
  for (guint i = 0; kinds[i] != NULL; i++) {
    if (g_str_equal (kinds[i]->kind, kind))
      return kinds[i];
  }
  return NULL;
}

const SgnKind *
sgn_kind_find_by_table (const char *table)
{
  for (guint i = 0; kinds[i] != NULL; i++) {
    if (g_str_equal (kinds[i]->table, table))
      return kinds[i];
  }
  return NULL;
}

char *
sgn_kind_table_to_words (const char *table)
{
  const SgnKind *kind = sgn_kind_find_by_table (table);

  if (kind != NULL)
    return sgn_entry_kind_to_words (kind->kind);
  return g_strdup (g_str_equal (table, "event") ? _ ("History") : table);
}

guint
sgn_kind_count_columns (const SgnKind *self)
{
  guint count = 0;

  while (self->columns[count].name != NULL)
    count++;
  return count;
}
