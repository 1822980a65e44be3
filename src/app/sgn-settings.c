/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-settings.h"

#define MAX_RECENT 8

struct _SgnSettings {
  GObject parent_instance;

  GSettings *settings; /* (nullable): the schema is not installed, so nothing outlives this run */
  char **recent;
  GHashTable *names;   /* address of a recent file → name of the company */
  GHashTable *roads;   /* address of a recent file → how far the company is */
  GHashTable *authors; /* address of a recent file → who answers; empty for nobody */
  int text_size;
  gboolean move_on;
  int width;
  int height;
  gboolean maximized;
};

G_DEFINE_FINAL_TYPE (SgnSettings, sgn_settings, G_TYPE_OBJECT)

enum {
  SIGNAL_RECENT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Installed, or beside the program in the folder it was built in. GSettings aborts on a schema that
 * it does not find, so it is looked for first. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL) {
    built =
      g_settings_schema_source_new_from_directory (BUILD_ROOT "/data/desktop", NULL, TRUE, NULL);
    if (built != NULL)
      schema = g_settings_schema_source_lookup (built, APPLICATION_ID, FALSE);
  }
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
read_table (SgnSettings *self, const char *key, GHashTable *table)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, key);
  GVariantIter iter;
  char *address;
  char *words;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{ss}", &address, &words))
    g_hash_table_insert (table, address, words);
}

/* Only what belongs to a recent file is kept. */
static void
write_table (SgnSettings *self, const char *key, GHashTable *table)
{
  GVariantBuilder builder;

  if (self->settings == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; self->recent[i] != NULL; i++) {
    const char *words = g_hash_table_lookup (table, self->recent[i]);

    if (words != NULL)
      g_variant_builder_add (&builder, "{ss}", self->recent[i], words);
  }
  g_settings_set_value (self->settings, key, g_variant_builder_end (&builder));
}

static gboolean
is_not_recent (gpointer address, gpointer words, gpointer user_data)
{
  SgnSettings *self = user_data;

  return !g_strv_contains ((const char *const *) self->recent, address);
}

static void
read_all (SgnSettings *self)
{
  g_strfreev (self->recent);
  self->recent = g_settings_get_strv (self->settings, "recent-files");
  read_table (self, "recent-names", self->names);
  read_table (self, "recent-roads", self->roads);
  read_table (self, "recent-authors", self->authors);
  self->text_size = g_settings_get_int (self->settings, "text-scale");
  self->move_on = g_settings_get_boolean (self->settings, "move-on");
  self->width = g_settings_get_int (self->settings, "window-width");
  self->height = g_settings_get_int (self->settings, "window-height");
  self->maximized = g_settings_get_boolean (self->settings, "window-maximized");
}

static void
sgn_settings_finalize (GObject *object)
{
  SgnSettings *self = SGN_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->recent, g_strfreev);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->roads, g_hash_table_unref);
  g_clear_pointer (&self->authors, g_hash_table_unref);

  G_OBJECT_CLASS (sgn_settings_parent_class)->finalize (object);
}

static void
sgn_settings_class_init (SgnSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_settings_finalize;

  signals[SIGNAL_RECENT_CHANGED] =
    g_signal_new ("recent-changed", SGN_TYPE_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
sgn_settings_init (SgnSettings *self)
{
  self->recent = g_new0 (char *, 1);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->roads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->text_size = 100;
  self->width = 1000;
  self->height = 700;
  self->settings = find_settings ();
  if (self->settings != NULL)
    read_all (self);
}

/**
 * sgn_settings_new:
 *
 * Returns: the settings, as they were left; the defaults when none can be kept
 */
SgnSettings *
sgn_settings_new (void)
{
  return g_object_new (SGN_TYPE_SETTINGS, NULL);
}

int
sgn_settings_get_text_size (SgnSettings *self)
{
  g_return_val_if_fail (SGN_IS_SETTINGS (self), 100);

  return self->text_size;
}

/**
 * sgn_settings_set_text_size:
 * @self: the settings
 * @percent: 100 to 300
 */
void
sgn_settings_set_text_size (SgnSettings *self, int percent)
{
  g_return_if_fail (SGN_IS_SETTINGS (self));
  g_return_if_fail (percent >= 100 && percent <= 300);

  self->text_size = percent;
  if (self->settings != NULL)
    g_settings_set_int (self->settings, "text-scale", percent);
}

/* Whether an answer leads to the next question. */
gboolean
sgn_settings_get_move_on (SgnSettings *self)
{
  g_return_val_if_fail (SGN_IS_SETTINGS (self), FALSE);

  return self->move_on;
}

void
sgn_settings_set_move_on (SgnSettings *self, gboolean move_on)
{
  g_return_if_fail (SGN_IS_SETTINGS (self));

  self->move_on = move_on;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "move-on", move_on);
}

void
sgn_settings_get_window (SgnSettings *self, int *width, int *height, gboolean *maximized)
{
  g_return_if_fail (SGN_IS_SETTINGS (self));

  *width = self->width;
  *height = self->height;
  *maximized = self->maximized;
}

/**
 * sgn_settings_set_window:
 * @self: the settings
 * @width: of the window when it is not maximized; not kept when below what the schema allows
 * @height: likewise
 * @maximized: whether it fills the screen
 */
void
sgn_settings_set_window (SgnSettings *self, int width, int height, gboolean maximized)
{
  g_return_if_fail (SGN_IS_SETTINGS (self));

  self->maximized = maximized;
  if (width >= 360 && height >= 300) {
    self->width = width;
    self->height = height;
  }
  if (self->settings == NULL)
    return;
  g_settings_set_boolean (self->settings, "window-maximized", self->maximized);
  g_settings_set_int (self->settings, "window-width", self->width);
  g_settings_set_int (self->settings, "window-height", self->height);
}

/**
 * sgn_settings_get_recent:
 * @self: the settings
 *
 * Returns: (transfer full) (element-type GFile): the files used last, newest first
 */
GPtrArray *
sgn_settings_get_recent (SgnSettings *self)
{
  GPtrArray *files;

  g_return_val_if_fail (SGN_IS_SETTINGS (self), NULL);

  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->recent[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (self->recent[i]));
  return files;
}

static void
put_recent (SgnSettings *self, const char *first, const char *without)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  if (first != NULL) {
    g_strv_builder_add (builder, first);
    n++;
  }
  for (guint i = 0; self->recent[i] != NULL && n < MAX_RECENT; i++) {
    if (g_strcmp0 (self->recent[i], without) == 0)
      continue;
    g_strv_builder_add (builder, self->recent[i]);
    n++;
  }
  g_strfreev (self->recent);
  self->recent = g_strv_builder_end (builder);
  g_hash_table_foreach_remove (self->names, is_not_recent, self);
  g_hash_table_foreach_remove (self->roads, is_not_recent, self);
  g_hash_table_foreach_remove (self->authors, is_not_recent, self);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, "recent-files", (const char *const *) self->recent);
  write_table (self, "recent-names", self->names);
  write_table (self, "recent-roads", self->roads);
  write_table (self, "recent-authors", self->authors);
  g_signal_emit (self, signals[SIGNAL_RECENT_CHANGED], 0);
}

/**
 * sgn_settings_add_recent:
 * @self: the settings
 * @file: a company file that was opened
 * @name: name of the company
 *
 * Puts @file first; the oldest of more than eight is forgotten.
 */
void
sgn_settings_add_recent (SgnSettings *self, GFile *file, const char *name)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (SGN_IS_SETTINGS (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  g_hash_table_insert (self->names, g_strdup (uri), g_strdup (name));
  put_recent (self, uri, uri);
}

/**
 * sgn_settings_remove_recent:
 * @self: the settings
 * @file: a file no longer to be offered; the file itself stays
 */
void
sgn_settings_remove_recent (SgnSettings *self, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (SGN_IS_SETTINGS (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  put_recent (self, NULL, uri);
}

static char *
dup_words (GHashTable *table, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_strdup (g_hash_table_lookup (table, uri));
}

/**
 * sgn_settings_dup_company_name:
 * @self: the settings
 * @file: a company file
 *
 * Returns: (nullable) (transfer full): what the company was called when @file was last opened
 */
char *
sgn_settings_dup_company_name (SgnSettings *self, GFile *file)
{
  g_return_val_if_fail (SGN_IS_SETTINGS (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return dup_words (self->names, file);
}

/**
 * sgn_settings_dup_author:
 * @self: the settings
 * @file: a company file
 *
 * Returns: (nullable) (transfer full): who answers in @file on this computer; empty when that was
 *   to be nobody
 */
char *
sgn_settings_dup_author (SgnSettings *self, GFile *file)
{
  g_return_val_if_fail (SGN_IS_SETTINGS (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return dup_words (self->authors, file);
}

/* Remembers @words of @file, as long as it is among the recent ones. */
static void
put_words (SgnSettings *self, const char *key, GHashTable *table, GFile *file, const char *words)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (is_not_recent (uri, NULL, self))
    return;
  g_hash_table_insert (table, g_steal_pointer (&uri), g_strdup (words));
  write_table (self, key, table);
}

/**
 * sgn_settings_dup_road:
 * @self: the settings
 * @file: a company file
 *
 * Returns: (nullable) (transfer full): how far the company was, as sgn_settings_set_road() was told
 */
char *
sgn_settings_dup_road (SgnSettings *self, GFile *file)
{
  g_return_val_if_fail (SGN_IS_SETTINGS (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return dup_words (self->roads, file);
}

/**
 * sgn_settings_set_road:
 * @self: the settings
 * @file: a company file
 * @road: how far the company is; see sgn_recent_road_to_text()
 *
 * Remembers @road as long as @file is among the recent ones.
 */
void
sgn_settings_set_road (SgnSettings *self, GFile *file, const char *road)
{
  g_return_if_fail (SGN_IS_SETTINGS (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (road != NULL);

  put_words (self, "recent-roads", self->roads, file, road);
}

/**
 * sgn_settings_set_author:
 * @self: the settings
 * @file: a company file
 * @name: who answers in it; empty for nobody
 *
 * Remembers @name as long as @file is among the recent ones; of another file nothing is kept.
 */
void
sgn_settings_set_author (SgnSettings *self, GFile *file, const char *name)
{
  g_return_if_fail (SGN_IS_SETTINGS (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (name != NULL);

  put_words (self, "recent-authors", self->authors, file, name);
}
