/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-entry.h"
#include "sgn-erasure-private.h"
#include "sgn-error.h"
#include "sgn-evidence-private.h"

/* As many places are named in a sentence. */
#define TOLD_PLACES 3

typedef struct {
  char *name;
  gboolean everywhere;
} ErasureRequest;

static void
erasure_request_free (ErasureRequest *request)
{
  g_free (request->name);
  g_free (request);
}

/* 0 with an error. An erased person has a number left and no name. */
static gint64
find_person (SgnDesk *desk, const char *name, GError **error)
{
  const SgnPerson *person =
    *name != '\0' ? sgn_record_find_person_named (desk->record, name) : NULL;
  gint64 number = 0;

  if (person == NULL && g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &number, NULL))
    person = sgn_record_find_person (desk->record, number);
  if (person != NULL)
    return person->id;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("Nobody is called “%s”. Write the name as it stands in the list of people."),
               name);
  return 0;
}

static SgnErasure *
look_at (SgnDesk *desk, const char *name, GError **error)
{
  gint64 person = find_person (desk, name, error);
  GPtrArray *events = person != 0 ? sgn_company_file_get_history (desk->file, error) : NULL;

  return events != NULL ? sgn_erasure_new (events, person) : NULL;
}

static gpointer
do_look (SgnDesk *desk, gpointer data, GError **error)
{
  const ErasureRequest *request = data;

  return sgn_desk_check_open (desk, error) ? look_at (desk, request->name, error) : NULL;
}

static void
run (SgnSession *self,
     SgnActFunc func,
     const ErasureRequest *words,
     gpointer tag,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  ErasureRequest *request = g_memdup2 (words, sizeof *words);
  const SgnAct act = { func, request, (GDestroyNotify) erasure_request_free,
                       (GDestroyNotify) sgn_erasure_free, tag };

  request->name = g_strdup (words->name);
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_look_at_erasure_async:
 * @self: a session with an open file
 * @name: a person's name as it stands in the list, or the number
 * @callback: called when all was looked at
 * @user_data: data for @callback
 *
 * Says what erasing a person would do, and does nothing. End with
 * sgn_session_look_at_erasure_finish().
 */
void
sgn_session_look_at_erasure_async (SgnSession *self,
                                   const char *name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const ErasureRequest words = { (char *) name, FALSE };

  run (self, do_look, &words, sgn_session_look_at_erasure_async, callback, user_data);
}

/**
 * sgn_session_look_at_erasure_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location: %SGN_ERROR_USAGE when nobody is called that
 *
 * Returns: (transfer full): what would go, and what would stay
 */
SgnErasure *
sgn_session_look_at_erasure_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_look_at_erasure_async, error);
}

static gboolean
check_mentions (const SgnErasure *erasure, GError **error)
{
  g_autoptr (GString) places = g_string_new (NULL);
  const guint n = erasure->mentions->len;

  if (n == 0)
    return TRUE;

  for (guint i = 0; i < MIN (n, TOLD_PLACES); i++) {
    const SgnMention *mention = erasure->mentions->pdata[i];
    g_autofree char *words = sgn_entry_value_to_words (mention->kind, mention->id, mention->column);

    g_string_append (places, i > 0 ? C_ ("list", ", ") : "");
    g_string_append_printf (places, _ ("“%s”"), words);
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               g_dngettext (GETTEXT_PACKAGE,
                            "The person is still named in %u text: %s. Change it first.",
                            "The person is still named in %u texts: %s. Change them first.", n),
               n, places->str);
  return FALSE;
}

/* The event that takes the name out of the row holds it as well, as what was there before. */
static gboolean
blank_person (SgnDesk *desk, const SgnErasure *erasure, GArray *seqs, GError **error)
{
  const SgnPerson *known = sgn_record_find_person (desk->record, erasure->person);
  const SgnPerson blank = { .id = erasure->person, .name = (char *) "" };
  g_autoptr (json_t) before = sgn_person_to_row (known);
  g_autoptr (json_t) after = sgn_person_to_row (&blank);
  gint64 seq = desk->record->seq + 1;

  if (json_equal (before, after))
    return TRUE;

  g_array_append_val (seqs, seq);
  return sgn_desk_put_numbered (desk, SGN_KIND_PERSON, erasure->person, g_steal_pointer (&after),
                                error);
}

static gboolean
write_erasure (SgnDesk *desk, const SgnErasure *erasure, GError **error)
{
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < erasure->events->len; i++) {
    const SgnEvent *event = erasure->events->pdata[i];

    g_array_append_val (seqs, event->seq);
  }
  return blank_person (desk, erasure, seqs, error) &&
         sgn_company_file_erase_events (desk->file, (gconstpointer) seqs->data, seqs->len, error);
}

/* Somebody who is being erased is not named as the one who did it. */
static const char *
get_author (const SgnDesk *desk, const SgnErasure *erasure)
{
  return sgn_erasure_names (erasure, desk->author) ? NULL : desk->author;
}

static gpointer
do_erase_person (SgnDesk *desk, gpointer data, GError **error)
{
  const ErasureRequest *request = data;
  g_autoptr (SgnErasure) erasure = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  erasure = look_at (desk, request->name, error);
  if (erasure == NULL || (request->everywhere && !check_mentions (erasure, error)))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ERASE, get_author (desk, erasure), error) &&
       write_erasure (desk, erasure, error);

  return sgn_desk_end_act (desk, ok, error) && sgn_company_file_erase_traces (desk->file, error)
           ? g_steal_pointer (&erasure)
           : NULL;
}

/**
 * sgn_session_erase_person_async:
 * @self: a session with a file open for writing
 * @name: a person's name as it stands in the list, or the number
 * @everywhere: whether to refuse as long as any text of today names the person
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Empties the person's row and blanks every entry of the history that names the person, then
 * writes the file anew, so that no bytes of it are left inside. Texts of today that name the person
 * stay and are listed: nobody's words are rewritten silently. Backups made before still hold the
 * data. The chain verifies afterwards; it cannot be undone, and nothing before it can. Doing it
 * again to a person already erased, by number, only writes the file anew. End with
 * sgn_session_erase_person_finish().
 */
void
sgn_session_erase_person_async (SgnSession *self,
                                const char *name,
                                gboolean everywhere,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const ErasureRequest words = { (char *) name, everywhere };

  run (self, do_erase_person, &words, sgn_session_erase_person_async, callback, user_data);
}

/**
 * sgn_session_erase_person_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location: %SGN_ERROR_USAGE when nobody is called that, %SGN_ERROR_CHECK when the
 *   person is still named, %SGN_ERROR_UNWRITABLE when it is erased but traces may be left
 *
 * Returns: (transfer full): what went, and what stays
 */
SgnErasure *
sgn_session_erase_person_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_erase_person_async, error);
}

/* The row as it is with nothing behind it. */
static gboolean
empty_evidence (SgnDesk *desk, const SgnEvidence *known, const char *empty, GError **error)
{
  SgnEvidence evidence = *known;

  evidence.sha256 = (char *) empty;
  evidence.size = 0;
  evidence.retired = TRUE;
  return sgn_desk_put_numbered (desk, SGN_KIND_EVIDENCE, evidence.id,
                                sgn_evidence_to_row (&evidence), error);
}

/* All evidence that has the same content loses it. */
static gboolean
write_evidence_erasure (SgnDesk *desk, const char *sha256, GError **error)
{
  GPtrArray *all = desk->record->evidence;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char *empty = NULL;

  if (!sgn_company_file_put_blob (desk->file, nothing, &empty, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const SgnEvidence *evidence = all->pdata[i];

    if (g_str_equal (evidence->sha256, sha256) && !empty_evidence (desk, evidence, empty, error))
      return FALSE;
  }
  return g_str_equal (empty, sha256) || sgn_company_file_erase_blob (desk->file, sha256, error);
}

static gpointer
do_erase_evidence (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnEvidence *evidence = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  evidence = sgn_desk_find_evidence (desk, *(gint64 *) data, error);
  if (evidence == NULL)
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ERASE, desk->author, error) &&
       write_evidence_erasure (desk, evidence->sha256, error);

  return sgn_desk_end_act (desk, ok, error) && sgn_company_file_erase_traces (desk->file, error)
           ? SGN_ACT_DONE
           : NULL;
}

/**
 * sgn_session_erase_evidence_async:
 * @self: a session with a file open for writing
 * @evidence: id of the evidence
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Takes the bytes of the attached file away, from every evidence that has the same ones. The rows
 * stay, withdrawn and of size 0, and their links with them; what the SHA-256 was stays in the
 * history. Backups made before still hold the file. It cannot be undone, and nothing before it can.
 * SGN_ERROR_USAGE when there is no such evidence. End with sgn_session_act_finish().
 */
void
sgn_session_erase_evidence_async (SgnSession *self,
                                  gint64 evidence,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const SgnAct act = { do_erase_evidence, g_memdup2 (&evidence, sizeof evidence), g_free, NULL,
                       sgn_session_erase_evidence_async };

  sgn_session_run (self, &act, callback, user_data);
}
