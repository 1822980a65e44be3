/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

struct _SgnSession {
  GObject parent_instance;

  /* The session's own thread sees these only as values handed over in a job. All libraries there
   * ever were live as long as the session: widgets hold on to guidelines. */
  GPtrArray *libraries; /* of SgnLibrary; the last one is in use */
  SgnClock *clock;
  SgnRecord *record;
  char *path;
  char *notice;
  char *author;
  gboolean read_only;
  gboolean held_elsewhere;
  gboolean newer;

  GThread *thread;
  GAsyncQueue *queue;
};

G_DEFINE_FINAL_TYPE (SgnSession, sgn_session, G_TYPE_OBJECT)

typedef enum {
  PROP_RECORD = 1,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_NOTICE,
  PROP_AUTHOR,
} SgnSessionProperty;

static GParamSpec *properties[PROP_AUTHOR + 1];

G_DEFINE_BOXED_TYPE (SgnRecord, sgn_record, sgn_record_ref, sgn_record_unref)

/* One act on its way to the store thread and back. */
typedef struct {
  GTask *task; /* (nullable): NULL ends the thread */
  SgnAct act;
  char *author;
  gpointer result;
  GError *error;
  /* What the session shows when the act is over. */
  SgnRecord *record;
  SgnLibrary *library;
  char *path;
  char *notice;
  gboolean read_only;
  gboolean held_elsewhere;
  gboolean newer;
} Job;

static void
job_free (Job *job)
{
  if (job->act.free_request != NULL && job->act.request != NULL)
    job->act.free_request (job->act.request);
  if (job->act.free_result != NULL && job->result != NULL)
    job->act.free_result (job->result);

  g_clear_pointer (&job->act.work, sgn_work_free);
  g_clear_object (&job->task);
  g_clear_pointer (&job->author, g_free);
  g_clear_error (&job->error);
  g_clear_pointer (&job->record, sgn_record_unref);
  g_clear_pointer (&job->library, sgn_library_unref);
  g_clear_pointer (&job->path, g_free);
  g_clear_pointer (&job->notice, g_free);
  g_free (job);
}

static void
set_text (SgnSession *self, char **field, const char *value, SgnSessionProperty property)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
show_state (SgnSession *self, Job *job)
{
  self->held_elsewhere = job->held_elsewhere;
  self->newer = job->newer;
  set_text (self, &self->path, job->path, PROP_PATH);
  set_text (self, &self->notice, job->notice, PROP_NOTICE);

  if (self->read_only != job->read_only) {
    self->read_only = job->read_only;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  }

  if (sgn_session_get_library (self) != job->library)
    g_ptr_array_add (self->libraries, sgn_library_ref (job->library));
  if (self->record != job->record) {
    g_clear_pointer (&self->record, sgn_record_unref);
    self->record = job->record != NULL ? sgn_record_ref (job->record) : NULL;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  }
}

/* On the thread that asked: first the new state, then the answer to the caller. */
static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;

  show_state (g_task_get_source_object (job->task), job);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->act.free_result);

  return G_SOURCE_REMOVE;
}

static void
deliver (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, job, (GDestroyNotify) job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static GPtrArray *
list_own_catalogues (const SgnRecord *record)
{
  GPtrArray *catalogues = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer catalogue = NULL;

  if (record == NULL)
    return catalogues;
  g_hash_table_iter_init (&iter, record->catalogues);
  while (g_hash_table_iter_next (&iter, NULL, &catalogue))
    g_ptr_array_add (catalogues, catalogue);
  return catalogues;
}

/* The library has the guidelines of the open file, whichever that is now. */
static void
renew_library (SgnDesk *desk)
{
  GHashTable *own = desk->record != NULL ? desk->record->catalogues : NULL;
  g_autoptr (GPtrArray) catalogues = NULL;
  SgnLibrary *library;

  if (own == desk->own_catalogues)
    return;

  catalogues = list_own_catalogues (desk->record);
  library = sgn_library_extend (desk->library, catalogues);
  sgn_library_unref (desk->library);
  desk->library = library;
  g_clear_pointer (&desk->own_catalogues, g_hash_table_unref);
  desk->own_catalogues = own != NULL ? g_hash_table_ref (own) : NULL;
}

static void
run_job (SgnDesk *desk, Job *job)
{
  g_free (desk->author);
  desk->author = g_steal_pointer (&job->author);

  desk->work = job->act.work;
  if (sgn_work_check (desk->work, &job->error))
    job->result = job->act.run (desk, job->act.request, &job->error);
  desk->work = NULL;
  g_assert ((job->result == NULL) == (job->error != NULL));

  renew_library (desk);
  job->library = sgn_library_ref (desk->library);
  if (desk->record != NULL)
    job->record = sgn_record_ref (desk->record);
  if (desk->file != NULL) {
    job->path = g_strdup (sgn_company_file_get_path (desk->file));
    job->notice = g_strdup (sgn_company_file_get_notice (desk->file));
    job->read_only = sgn_company_file_is_read_only (desk->file);
    job->held_elsewhere = sgn_company_file_is_held_elsewhere (desk->file);
    job->newer = sgn_company_file_is_newer (desk->file);
  }
}

static void
close_desk (SgnDesk *desk)
{
  g_autoptr (GError) error = NULL;

  if (desk->file != NULL && !sgn_company_file_close (g_steal_pointer (&desk->file), &error))
    g_warning ("%s", error->message);

  g_clear_pointer (&desk->record, sgn_record_unref);
  g_clear_pointer (&desk->author, g_free);
  g_clear_pointer (&desk->own_catalogues, g_hash_table_unref);
  g_clear_pointer (&desk->library, sgn_library_unref);
  g_clear_pointer (&desk->clock, sgn_clock_unref);
}

typedef struct {
  SgnDesk desk;
  GAsyncQueue *queue;
} ThreadStart;

static gpointer
store_thread (gpointer data)
{
  g_autofree ThreadStart *start = data;

  while (TRUE) {
    Job *job = g_async_queue_pop (start->queue);

    if (job->task == NULL) {
      job_free (job);
      break;
    }
    run_job (&start->desk, job);
    deliver (job);
  }

  close_desk (&start->desk);
  g_async_queue_unref (start->queue);

  return NULL;
}

void
sgn_session_run (SgnSession *self,
                 const SgnAct *act,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (SGN_IS_SESSION (self));

  job->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (job->task, act->tag);
  job->act = *act;
  job->author = sgn_dup_name (self->author);
  g_async_queue_push (self->queue, job);
}

gpointer
sgn_session_finish (SgnSession *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (tag == NULL || g_task_get_source_tag (G_TASK (result)) == tag, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sgn_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SgnSession *self = SGN_SESSION (object);

  switch ((SgnSessionProperty) property_id) {
  case PROP_RECORD:
    g_value_set_boxed (value, self->record);
    break;

  case PROP_PATH:
    g_value_set_string (value, self->path);
    break;

  case PROP_READ_ONLY:
    g_value_set_boolean (value, self->read_only);
    break;

  case PROP_NOTICE:
    g_value_set_string (value, self->notice);
    break;

  case PROP_AUTHOR:
    g_value_set_string (value, self->author);
    break;

  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
sgn_session_set_property (GObject *object,
                          guint property_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  switch ((SgnSessionProperty) property_id) {
  case PROP_AUTHOR:
    sgn_session_set_author (SGN_SESSION (object), g_value_get_string (value));
    break;

  case PROP_RECORD:
  case PROP_PATH:
  case PROP_READ_ONLY:
  case PROP_NOTICE:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
sgn_session_finalize (GObject *object)
{
  SgnSession *self = SGN_SESSION (object);

  /* Every queued job holds the session, so the queue is empty and nothing but the farewell is left
   * to do. */
  g_async_queue_push (self->queue, g_new0 (Job, 1));
  g_clear_pointer (&self->thread, g_thread_join);

  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_pointer (&self->record, sgn_record_unref);
  g_clear_pointer (&self->libraries, g_ptr_array_unref);
  g_clear_pointer (&self->clock, sgn_clock_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (sgn_session_parent_class)->finalize (object);
}

static void
sgn_session_class_init (SgnSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sgn_session_get_property;
  object_class->set_property = sgn_session_set_property;
  object_class->finalize = sgn_session_finalize;

  properties[PROP_RECORD] = g_param_spec_boxed ("record", NULL, NULL, SGN_TYPE_RECORD, read);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, read);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, read);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, read);
  properties[PROP_AUTHOR] =
    g_param_spec_string ("author", NULL, NULL, NULL, read | G_PARAM_WRITABLE);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sgn_session_init (SgnSession *self)
{
  self->queue = g_async_queue_new ();
  self->libraries = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_library_unref);
}

/**
 * sgn_session_new:
 * @library: the program's own data
 * @clock: the clock of all acts
 *
 * Returns: (transfer full): a session without an open file
 */
SgnSession *
sgn_session_new (SgnLibrary *library, SgnClock *clock)
{
  SgnSession *self = g_object_new (SGN_TYPE_SESSION, NULL);
  ThreadStart *start = g_new0 (ThreadStart, 1);

  g_ptr_array_add (self->libraries, sgn_library_ref (library));
  self->clock = sgn_clock_ref (clock);

  start->desk.library = sgn_library_ref (library);
  start->desk.clock = sgn_clock_ref (clock);
  start->queue = g_async_queue_ref (self->queue);
  self->thread = g_thread_new ("store", store_thread, start);

  return self;
}

/**
 * sgn_session_get_library:
 * @self: a session
 *
 * Returns: (transfer none): the program's own data, with the guidelines of the open file's company,
 *   as of the last act that has ended; it lives as long as the session
 */
SgnLibrary *
sgn_session_get_library (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), NULL);

  return self->libraries->pdata[self->libraries->len - 1];
}

/**
 * sgn_session_get_clock:
 * @self: a session
 *
 * Returns: (transfer none): the clock of all acts
 */
SgnClock *
sgn_session_get_clock (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), NULL);

  return self->clock;
}

/**
 * sgn_session_get_record:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is in the open file, as of the last act that has ended;
 *   take a reference to keep it
 */
SgnRecord *
sgn_session_get_record (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), NULL);

  return self->record;
}

/**
 * sgn_session_get_path:
 * @self: a session
 *
 * Returns: (nullable): the open file
 */
const char *
sgn_session_get_path (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), NULL);

  return self->path;
}

/**
 * sgn_session_get_read_only:
 * @self: a session
 *
 * Returns: whether the open file can only be read
 */
gboolean
sgn_session_get_read_only (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), FALSE);

  return self->read_only;
}

/**
 * sgn_session_get_notice:
 * @self: a session
 *
 * Returns: (nullable): why the file is read-only or slow, in a sentence for people
 */
const char *
sgn_session_get_notice (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), NULL);

  return self->notice;
}

gboolean
sgn_session_get_held_elsewhere (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), FALSE);

  return self->held_elsewhere;
}

gboolean
sgn_session_get_newer (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), FALSE);

  return self->newer;
}

/**
 * sgn_session_set_author:
 * @self: a session
 * @name: (nullable): a person of the company; NULL or an empty name prints 記入者なし
 *
 * Names who the acts queued from now on are by.
 */
void
sgn_session_set_author (SgnSession *self, const char *name)
{
  g_return_if_fail (SGN_IS_SESSION (self));

  set_text (self, &self->author, name, PROP_AUTHOR);
}

/**
 * sgn_session_get_author:
 * @self: a session
 *
 * Returns: (nullable): who the next acts are by
 */
const char *
sgn_session_get_author (SgnSession *self)
{
  g_return_val_if_fail (SGN_IS_SESSION (self), NULL);

  return self->author;
}

/**
 * sgn_session_act_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Ends every act that only says whether it worked.
 *
 * Returns: whether all of the act is on disk; if not, nothing of it is, unless the file can no
 * longer be read: SGN_ERROR_DAMAGED may come after the act was saved
 */
gboolean
sgn_session_act_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  /* A result that nobody asks for stays the task's, which frees it. */
  return !g_task_had_error (G_TASK (result)) ||
         sgn_session_finish (self, result, NULL, error) != NULL;
}
