/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-session-private.h"

gboolean
sgn_desk_check_open (SgnDesk *desk, GError **error)
{
  if (desk->file != NULL)
    return !desk->stale || sgn_desk_reload (desk, error);

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("No company file is open. Open one first."));
  return FALSE;
}

gboolean
sgn_desk_check_writable (SgnDesk *desk, GError **error)
{
  const char *notice;

  if (!sgn_desk_check_open (desk, error))
    return FALSE;
  if (!sgn_company_file_is_read_only (desk->file))
    return TRUE;

  notice = sgn_company_file_get_notice (desk->file);
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_READ_ONLY,
                       notice != NULL ? notice
                                      : _ ("This file is open for reading only. Make a copy to "
                                           "change it."));
  return FALSE;
}

gboolean
sgn_desk_is_open (const SgnDesk *desk, const char *path)
{
  g_autofree char *place = g_canonicalize_filename (path, NULL);

  return desk->file != NULL && g_str_equal (sgn_company_file_get_path (desk->file), place);
}

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf info;
  GStatBuf other_info;

  return g_stat (path, &info) == 0 && g_stat (other, &other_info) == 0 &&
         info.st_dev == other_info.st_dev && info.st_ino == other_info.st_ino;
}

gboolean
sgn_desk_check_other (SgnDesk *desk, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (desk->file == NULL || !is_same_file (path, sgn_company_file_get_path (desk->file)))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is the company file that is open. Choose another file."), name);
  return FALSE;
}

gboolean
sgn_desk_reload (SgnDesk *desk, GError **error)
{
  SgnRecord *record = desk->record != NULL
                        ? sgn_company_file_reload (desk->file, desk->record, error)
                        : sgn_company_file_load (desk->file, error);

  desk->stale = record == NULL;
  if (record == NULL)
    return FALSE;

  g_clear_pointer (&desk->record, sgn_record_unref);
  desk->record = record;

  return TRUE;
}

gboolean
sgn_desk_end_act (SgnDesk *desk, gboolean ok, GError **error)
{
  g_clear_pointer (&desk->new_persons, g_hash_table_unref);

  if (!ok) {
    sgn_company_file_rollback (desk->file);
    return FALSE;
  }

  return sgn_company_file_commit (desk->file, error) && sgn_desk_reload (desk, error);
}

gboolean
sgn_desk_take_file (SgnDesk *desk, SgnCompanyFile *file, GError **error)
{
  SgnRecord *record = sgn_company_file_load (file, error);

  if (record == NULL) {
    sgn_company_file_close (file, NULL);
    return FALSE;
  }
  if (desk->file != NULL && !sgn_company_file_close (g_steal_pointer (&desk->file), error)) {
    sgn_company_file_close (file, NULL);
    sgn_record_unref (record);
    g_clear_pointer (&desk->record, sgn_record_unref);
    return FALSE;
  }

  desk->file = file;
  g_clear_pointer (&desk->record, sgn_record_unref);
  desk->record = record;
  desk->stale = FALSE;

  return TRUE;
}

char *
sgn_desk_dup_today (SgnDesk *desk)
{
  g_autofree char *now = sgn_clock_now (desk->clock);

  return sgn_time_get_date (now);
}

gboolean
sgn_desk_put (SgnDesk *desk, const char *kind, const char *id, json_t *row, GError **error)
{
  g_autoptr (json_t) owned = row;

  return sgn_company_file_put (desk->file, kind, id, owned, error);
}

gboolean
sgn_desk_put_numbered (SgnDesk *desk, const char *kind, gint64 id, json_t *row, GError **error)
{
  g_autofree char *name = sgn_dup_number (id);

  return sgn_desk_put (desk, kind, name, row, error);
}

gboolean
sgn_check_date (const char *date, GError **error)
{
  if (date != NULL && sgn_date_is_valid (date))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("“%s” is not a date. Write it as 2026-11-23."), date != NULL ? date : "");
  return FALSE;
}

char *
sgn_dup_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
sgn_dup_name (const char *name)
{
  g_autofree char *clean = name != NULL ? sgn_clean_line (name) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

void
sgn_take_text (char **text, const char *typed)
{
  g_autofree char *clean = typed != NULL ? sgn_clean_typed (typed) : NULL;

  if (clean == NULL)
    return;

  g_free (*text);
  *text = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/* 0 when the name is new: neither in the record nor added earlier in this act. */
static gint64
find_person (const SgnDesk *desk, const char *name)
{
  const SgnPerson *known =
    desk->record != NULL ? sgn_record_find_person_named (desk->record, name) : NULL;
  const gint64 *added =
    desk->new_persons != NULL ? g_hash_table_lookup (desk->new_persons, name) : NULL;

  return known != NULL ? known->id : added != NULL ? *added : 0;
}

static gint64
add_person (SgnDesk *desk, const char *name, GError **error)
{
  const SgnPerson person = {
    .id = sgn_company_file_next_id (desk->file, SGN_KIND_PERSON, error),
    .name = (char *) name,
  };

  if (person.id < 0 ||
      !sgn_desk_put_numbered (desk, SGN_KIND_PERSON, person.id, sgn_person_to_row (&person), error))
    return -1;

  if (desk->new_persons == NULL)
    desk->new_persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (desk->new_persons, g_strdup (name),
                       g_memdup2 (&person.id, sizeof person.id));

  return person.id;
}

gboolean
sgn_desk_ensure_person (SgnDesk *desk, const char *name, gint64 *id, GError **error)
{
  g_autofree char *clean = sgn_dup_name (name);
  gint64 found;

  if (clean == NULL) {
    *id = 0;
    return TRUE;
  }

  found = find_person (desk, clean);
  if (found == 0)
    found = add_person (desk, clean, error);
  if (found < 0)
    return FALSE;

  *id = found;
  return TRUE;
}
