/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-replay.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512
#define SEED 20261123

/* Files by number and names of files: what is on the platters. */
typedef struct {
  GHashTable *files; /* number → GByteArray */
  GHashTable *names; /* path → number */
} World;

typedef struct {
  const char *from;
  const char *to;
  World *safe;
  GPtrArray *pending; /* of FaultOp, in order */
  GHashTable *seen;   /* digest of a state with its mark */
  guint mark;
  guint torn;
  GRand *rand;
  FaultReplay counts;
  FaultReplayFunc look;
  gpointer user_data;
} Replay;

static World *
world_new (void)
{
  World *self = g_new0 (World, 1);

  self->files = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_byte_array_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static void
world_free (World *self)
{
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static World *
world_copy (World *world)
{
  World *self = world_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, world->files);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    GByteArray *data = value;
    GByteArray *copy = g_byte_array_sized_new (data->len);

    g_byte_array_append (copy, data->data, data->len);
    g_hash_table_insert (self->files, key, copy);
  }
  g_hash_table_iter_init (&iter, world->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->names, g_strdup (key), value);
  return self;
}

static GByteArray *
find_file (World *world, guint number)
{
  GByteArray *data = g_hash_table_lookup (world->files, GUINT_TO_POINTER (number));

  if (data == NULL) {
    data = g_byte_array_new ();
    g_hash_table_insert (world->files, GUINT_TO_POINTER (number), data);
  }
  return data;
}

/* What was never written reads as zeros. */
static void
set_size (GByteArray *data, gsize size)
{
  gsize before = data->len;

  g_byte_array_set_size (data, (guint) size);
  if (size > before)
    memset (data->data + before, 0, size - before);
}

static void
write_part (GByteArray *data, const FaultOp *op, gsize start, gsize length)
{
  const guint8 *bytes = g_bytes_get_data (op->bytes, NULL);
  gsize place = (gsize) op->offset + start;

  if (place + length > data->len)
    set_size (data, place + length);
  memcpy (data->data + place, bytes + start, length);
}

static gboolean
is_about_names (const FaultOp *op)
{
  return op->kind == FAULT_OP_CREATE || op->kind == FAULT_OP_RENAME || op->kind == FAULT_OP_LINK ||
         op->kind == FAULT_OP_UNLINK;
}

static void
apply_name (World *world, const FaultOp *op)
{
  gpointer number = g_hash_table_lookup (world->names, op->path);

  if (op->kind == FAULT_OP_CREATE) {
    find_file (world, op->file);
    g_hash_table_replace (world->names, g_strdup (op->path), GUINT_TO_POINTER (op->file));
    return;
  }
  if (op->kind != FAULT_OP_UNLINK && number != NULL)
    g_hash_table_replace (world->names, g_strdup (op->target), number);
  if (op->kind != FAULT_OP_LINK)
    g_hash_table_remove (world->names, op->path);
}

static void
apply (World *world, const FaultOp *op)
{
  if (is_about_names (op))
    apply_name (world, op);
  else if (op->kind == FAULT_OP_TRUNCATE)
    set_size (find_file (world, op->file), (gsize) op->offset);
  else if (op->kind == FAULT_OP_WRITE)
    write_part (find_file (world, op->file), op, 0, g_bytes_get_size (op->bytes));
}

/* Each sector by itself is there or not. */
static void
apply_torn (World *world, const FaultOp *op, GRand *rand)
{
  gsize size = g_bytes_get_size (op->bytes);

  for (gsize start = 0; start < size; start += SECTOR)
    if (g_rand_boolean (rand))
      write_part (find_file (world, op->file), op, start, MIN (SECTOR, size - start));
}

void
fault_empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
      fault_empty_folder (path);
      g_assert_cmpint (g_rmdir (path), ==, 0);
    } else {
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  }
}

static void
lay_out_file (Replay *self, const char *path, GByteArray *data)
{
  g_autofree char *place = g_build_filename (self->to, path + strlen (self->from), NULL);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents_full (place, (const char *) data->data, data->len, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
}

static GList *
list_names (World *world)
{
  return g_list_sort (g_hash_table_get_keys (world->names), (GCompareFunc) g_strcmp0);
}

/* Whether this state, with as much acknowledged, was not looked at before. */
static gboolean
is_new (Replay *self, World *world)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autoptr (GList) names = list_names (world);

  g_checksum_update (sum, (const guchar *) &self->mark, sizeof self->mark);
  for (GList *link = names; link != NULL; link = link->next) {
    gpointer number = g_hash_table_lookup (world->names, link->data);
    GByteArray *data = g_hash_table_lookup (world->files, number);

    g_checksum_update (sum, link->data, -1);
    g_checksum_update (sum, (const guchar *) &data->len, sizeof data->len);
    g_checksum_update (sum, data->data, data->len);
  }
  return g_hash_table_add (self->seen, g_strdup (g_checksum_get_string (sum)));
}

static void
look_at (Replay *self, World *world)
{
  g_autoptr (GList) names = NULL;

  self->counts.states++;
  if (!is_new (self, world))
    return;

  self->counts.distinct++;
  names = list_names (world);
  for (GList *link = names; link != NULL; link = link->next)
    lay_out_file (self, link->data,
                  g_hash_table_lookup (world->files,
                                       g_hash_table_lookup (world->names, link->data)));
  self->look (self->to, self->mark, self->user_data);
  fault_empty_folder (self->to);
}

/* The first @count of what was not synced; 0: none, all: everything. */
static void
look_at_first (Replay *self, guint count)
{
  g_autoptr (World) world = world_copy (self->safe);

  for (guint i = 0; i < count; i++)
    apply (world, self->pending->pdata[i]);
  look_at (self, world);
}

/* Any of it: a write not at all, as a whole or in sectors; names up to some moment. */
static void
look_at_some (Replay *self)
{
  g_autoptr (World) world = world_copy (self->safe);
  double chance = g_rand_double_range (self->rand, 0.1, 0.9);
  guint last_name = (guint) g_rand_int_range (self->rand, 0, (gint32) self->pending->len + 1);

  for (guint i = 0; i < self->pending->len; i++) {
    const FaultOp *op = self->pending->pdata[i];

    if (is_about_names (op) ? i >= last_name : g_rand_double (self->rand) > chance)
      continue;
    if (op->kind == FAULT_OP_WRITE && g_rand_boolean (self->rand))
      apply_torn (world, op, self->rand);
    else
      apply (world, op);
  }
  look_at (self, world);
}

static void
lose_power (Replay *self)
{
  self->counts.points++;
  for (guint count = 0; count <= self->pending->len; count++)
    look_at_first (self, count);
  for (guint i = 0; self->pending->len > 0 && i < self->torn; i++)
    look_at_some (self);
}

static gboolean
is_in_folder (const char *path, const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_str_equal (parent, folder);
}

/* Whether @sync makes @op safe. */
static gboolean
covers (const FaultOp *sync, const FaultOp *op)
{
  if (sync->kind == FAULT_OP_SYNC_FOLDER)
    return is_about_names (op) && is_in_folder (op->path, sync->path);
  return !is_about_names (op) && op->file == sync->file;
}

static void
make_safe (Replay *self, const FaultOp *sync)
{
  for (guint i = 0; i < self->pending->len;) {
    const FaultOp *op = self->pending->pdata[i];

    if (covers (sync, op)) {
      apply (self->safe, op);
      g_ptr_array_remove_index (self->pending, i);
    } else {
      i++;
    }
  }
}

/* The files that were there before anything was done end with the first sync of the folder. */
static guint
skip_present (Replay *self, GPtrArray *ops)
{
  for (guint i = 0; i < ops->len; i++) {
    const FaultOp *op = ops->pdata[i];

    apply (self->safe, op);
    if (op->kind == FAULT_OP_SYNC_FOLDER)
      return i + 1;
  }
  g_assert_not_reached ();
}

static void
take (Replay *self, FaultOp *op)
{
  if (op->kind == FAULT_OP_MARK) {
    self->mark = op->mark;
    lose_power (self);
  } else if (op->kind == FAULT_OP_SYNC || op->kind == FAULT_OP_SYNC_FOLDER) {
    lose_power (self);
    make_safe (self, op);
  } else {
    g_ptr_array_add (self->pending, op);
  }
}

FaultReplay
fault_replay (GPtrArray *ops,
              const char *from,
              const char *to,
              guint torn,
              FaultReplayFunc look,
              gpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (World) safe = world_new ();
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Replay self = {
    .from = from,
    .to = to,
    .safe = safe,
    .pending = pending,
    .seen = seen,
    .torn = torn,
    .rand = rand,
    .look = look,
    .user_data = user_data,
  };

  for (guint i = skip_present (&self, ops); i < ops->len; i++)
    take (&self, ops->pdata[i]);
  lose_power (&self);
  return self.counts;
}
