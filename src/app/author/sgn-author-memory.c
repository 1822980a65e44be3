/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-author-memory.h"

struct _SgnAuthorMemory {
  GObject parent_instance;

  SgnSession *session;
  SgnSettings *settings;
  char *path; /* (nullable): the file whose person was brought back */
};

G_DEFINE_FINAL_TYPE (SgnAuthorMemory, sgn_author_memory, G_TYPE_OBJECT)

/**
 * sgn_author_can_be_chosen:
 * @person: a person of a company file
 *
 * Returns: whether @person still answers: has not left, and has a name that was not erased
 */
gboolean
sgn_author_can_be_chosen (const SgnPerson *person)
{
  g_return_val_if_fail (person != NULL, FALSE);

  return person->left_on == NULL && person->name != NULL && *person->name != '\0';
}

/* (nullable): who gave the newest answer that has a name */
static const char *
find_newest_author (const SgnRecord *record)
{
  const SgnAnswer *newest = NULL;
  const SgnPerson *person;

  for (guint i = 0; i < record->assessments->len; i++) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i);
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init (&iter, assessment->answers);
    while (g_hash_table_iter_next (&iter, NULL, &value)) {
      const SgnAnswer *answer = value;

      if (answer->person != 0 && (newest == NULL || g_strcmp0 (answer->at, newest->at) > 0))
        newest = answer;
    }
  }
  person = newest != NULL ? sgn_record_find_person (record, newest->person) : NULL;
  return person != NULL && sgn_author_can_be_chosen (person) ? person->name : NULL;
}

/* Whether the file says that nobody of this name answers any more. */
static gboolean
has_left (const SgnRecord *record, const char *name)
{
  const SgnPerson *person = sgn_record_find_person_named (record, name);

  return person != NULL && !sgn_author_can_be_chosen (person);
}

static void
bring_back (SgnAuthorMemory *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  SgnRecord *record = sgn_session_get_record (self->session);
  g_autofree char *author = sgn_settings_dup_author (self->settings, file);

  if (author != NULL && *author != '\0' && has_left (record, author))
    g_clear_pointer (&author, g_free);
  if (author == NULL)
    author = g_strdup (find_newest_author (record));
  sgn_session_set_author (self->session, author != NULL && *author != '\0' ? author : NULL);
}

/* The record comes after the path. */
static void
record_cb (SgnAuthorMemory *self)
{
  const char *path = sgn_session_get_path (self->session);

  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_clear_pointer (&self->path, g_free);
  if (path == NULL || sgn_session_get_record (self->session) == NULL) {
    sgn_session_set_author (self->session, NULL);
    return;
  }
  self->path = g_strdup (path);
  bring_back (self);
}

static void
author_cb (SgnAuthorMemory *self)
{
  const char *author = sgn_session_get_author (self->session);
  g_autoptr (GFile) file = NULL;

  if (self->path == NULL)
    return;
  file = g_file_new_for_path (self->path);
  sgn_settings_set_author (self->settings, file, author != NULL ? author : "");
}

static void
sgn_author_memory_dispose (GObject *object)
{
  SgnAuthorMemory *self = SGN_AUTHOR_MEMORY (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sgn_author_memory_parent_class)->dispose (object);
}

static void
sgn_author_memory_finalize (GObject *object)
{
  g_clear_pointer (&SGN_AUTHOR_MEMORY (object)->path, g_free);

  G_OBJECT_CLASS (sgn_author_memory_parent_class)->finalize (object);
}

static void
sgn_author_memory_class_init (SgnAuthorMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_author_memory_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_author_memory_finalize;
}

static void
sgn_author_memory_init (SgnAuthorMemory *self)
{
}

/**
 * sgn_author_memory_new:
 * @session: the session whose author it keeps
 * @settings: where it is kept
 *
 * Returns: a memory that works as long as it lives
 */
SgnAuthorMemory *
sgn_author_memory_new (SgnSession *session, SgnSettings *settings)
{
  SgnAuthorMemory *self;

  g_return_val_if_fail (SGN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SGN_IS_SETTINGS (settings), NULL);

  self = g_object_new (SGN_TYPE_AUTHOR_MEMORY, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::author", G_CALLBACK (author_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
