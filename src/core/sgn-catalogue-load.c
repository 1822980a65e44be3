/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-catalogue-private.h"
#include "sgn-error.h"
#include "sgn-fault.h"
#include "sgn-json-place.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

/* No scale gives more, no guideline asks for more. */
#define MOST_POINTS 10000
/* More do not fit beside an answer. */
#define MOST_FIGURES 3

static const char *const scale_kinds[] = { "points", "met", "maturity", "read", NULL };
static const char *const scorings[] = { "points", "count", "none", NULL };

/* Every structure that is found by its id starts with that id. */
static gpointer
find_by_id (GPtrArray *array, const char *id)
{
  for (guint i = 0; i < array->len; i++) {
    char *const *entry = g_ptr_array_index (array, i);

    if (g_strcmp0 (*entry, id) == 0)
      return (gpointer) entry;
  }
  return NULL;
}

/* Adds @entry, which must not have the id (at @key) of one before it. */
static void
add_unique (SgnReader *reader, GPtrArray *array, gpointer entry, const char *key)
{
  const char *id = *(char **) entry;

  if (id != NULL && find_by_id (array, id) != NULL)
    sgn_reader_fail_value (reader, key, id, _ ("a word that no entry before it has"));
  g_ptr_array_add (array, entry);
}

/* (nullable): the entry of @array that the word at @key names */
static gpointer
resolve (SgnReader *reader,
         const json_t *object,
         const char *key,
         GPtrArray *array,
         const char *expected)
{
  const char *id = sgn_reader_get_string (reader, object, key, expected);
  gpointer entry = id != NULL ? find_by_id (array, id) : NULL;

  if (id != NULL && entry == NULL)
    sgn_reader_fail_value (reader, key, id, expected);
  return entry;
}

static void
read_source (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "title", "url", "checked", NULL };
  SgnCatalogue *self = data;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  sgn_reader_text (reader, object, "title", &self->source_title);
  if (!sgn_catalogue_is_of_customer (self) || json_object_get (object, "url") != NULL)
    self->source_url = sgn_reader_dup_string (reader, object, "url");
  self->source_checked = sgn_reader_dup_date (reader, object, "checked");

  if (self->source_url != NULL && !g_str_has_prefix (self->source_url, "https://") &&
      !g_str_has_prefix (self->source_url, "http://"))
    sgn_reader_fail_value (reader, "url", self->source_url, _ ("an address with https://"));
}

static void
read_level (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "title", NULL };
  GPtrArray *levels = data;
  g_auto (SgnText) title = { 0 };
  g_autofree char *id = NULL;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  id = sgn_reader_dup_string (reader, object, "id");
  sgn_reader_text (reader, object, "title", &title);
  if (id == NULL)
    return;

  for (guint i = 0; i < levels->len; i++)
    if (g_str_equal (g_ptr_array_index (levels, i), id))
      sgn_reader_fail_value (reader, "id", id, _ ("a word that no entry before it has"));
  g_ptr_array_add (levels, g_steal_pointer (&id));
}

static void
read_value (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "key", "mark", "points", "label", "short", "means", NULL };
  static const char *const marks[] = { "done",    "partial",        "not-done",
                                       "unknown", "not-applicable", NULL };
  SgnScale *scale = data;
  SgnScaleValue *value;
  guint mark;
  gboolean counted;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  value = g_new0 (SgnScaleValue, 1);
  value->key = sgn_reader_dup_word (reader, object, "key", SGN_WORD_ID);
  mark = sgn_reader_choice (reader, object, "mark", marks);
  sgn_mark_from_key (marks[mark], &value->mark);
  counted = g_strcmp0 (scale->kind, "points") == 0 || g_strcmp0 (scale->kind, "maturity") == 0;
  if (counted || json_object_get (object, "points") != NULL)
    value->points = sgn_reader_integer (reader, object, "points", -MOST_POINTS, MOST_POINTS);
  sgn_reader_text (reader, object, "label", &value->label);
  sgn_reader_text (reader, object, "short", &value->short_label);
  sgn_reader_text (reader, object, "means", &value->means);
  add_unique (reader, scale->values, value, "key");
}

static void
read_scale (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "kind", "values", NULL };
  GPtrArray *scales = data;
  SgnScale *scale;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  scale = sgn_scale_new ();
  scale->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  scale->kind = g_strdup (scale_kinds[sgn_reader_choice (reader, object, "kind", scale_kinds)]);
  sgn_reader_each (reader, object, "values", 1, read_value, scale);
  add_unique (reader, scales, scale, "id");
}

static void
read_scoring (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "method", "max", NULL };
  SgnCatalogue *self = data;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  self->scoring = g_strdup (scorings[sgn_reader_choice (reader, object, "method", scorings)]);
  if (g_str_equal (self->scoring, "points"))
    self->max = sgn_reader_integer (reader, object, "max", 1, MOST_POINTS);
}

/* Highest first, without a gap: else a total could have two readings or none. */
static void
read_band (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "key", "min", "max", "reading", "next", NULL };
  GPtrArray *bands = data;
  const SgnBand *above = bands->len > 0 ? g_ptr_array_index (bands, bands->len - 1) : NULL;
  SgnBand *band;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  band = g_new0 (SgnBand, 1);
  band->key = sgn_reader_dup_word (reader, object, "key", SGN_WORD_ID);
  band->min = sgn_reader_integer (reader, object, "min", -MOST_POINTS, MOST_POINTS);
  band->max = sgn_reader_integer (reader, object, "max", -MOST_POINTS, MOST_POINTS);
  sgn_reader_text (reader, object, "reading", &band->reading);
  sgn_reader_text (reader, object, "next", &band->next);

  if (band->min > band->max)
    sgn_reader_fail (reader, "min", _ ("It is above “max”."), _ ("a number up to “max”"));
  if (above != NULL && band->max != above->min - 1) {
    g_autofree char *expected = g_strdup_printf ("%d", above->min - 1);

    sgn_reader_fail (reader, "max", _ ("It does not join the band above."), expected);
  }
  add_unique (reader, bands, band, "key");
}

static void
read_optional_text (SgnReader *reader, const json_t *object, const char *key, SgnText *text)
{
  if (json_object_get (object, key) != NULL)
    sgn_reader_text (reader, object, key, text);
}

static void
read_section (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "number", "title", "short", NULL };
  GPtrArray *sections = data;
  SgnSection *section;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  section = g_new0 (SgnSection, 1);
  section->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  sgn_reader_text (reader, object, "number", &section->number);
  sgn_reader_text (reader, object, "title", &section->title);
  read_optional_text (reader, object, "short", &section->short_title);
  add_unique (reader, sections, section, "id");
}

/* (nullable): the level that @object names, which must be one of the catalogue's */
static char *
dup_level (SgnReader *reader, const json_t *object, const SgnCatalogue *self)
{
  g_autofree char *level = NULL;

  if (!sgn_reader_has (object, "level"))
    return NULL;

  level = sgn_reader_dup_string (reader, object, "level");
  for (guint i = 0; i < self->levels->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->levels, i), level) == 0)
      return g_steal_pointer (&level);
  if (level != NULL)
    sgn_reader_fail_value (reader, "level", level, _ ("the id of a level"));
  return NULL;
}

static void
read_group (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id",    "number", "section", "level", "title",
                                      "short", "text",   "plain",   NULL };
  SgnCatalogue *self = data;
  SgnGroup *group;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  group = g_new0 (SgnGroup, 1);
  group->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ITEM);
  group->number = sgn_reader_dup_string (reader, object, "number");
  group->section = resolve (reader, object, "section", self->sections, _ ("the id of a section"));
  group->level = dup_level (reader, object, self);
  sgn_reader_text (reader, object, "title", &group->title);
  read_optional_text (reader, object, "short", &group->short_title);
  read_optional_text (reader, object, "text", &group->text);
  read_optional_text (reader, object, "plain", &group->plain);
  add_unique (reader, self->groups, group, "id");
}

static void
read_lines (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "ja", "en", NULL };
  SgnArea *area = data;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  area->label_ja = sgn_reader_dup_strings (reader, object, "ja", 1);
  area->label_en = sgn_reader_dup_strings (reader, object, "en", 1);
  if (g_strv_length (area->label_ja) > 2)
    sgn_reader_fail (reader, "ja", _ ("There are too many lines."), _ ("one or two lines"));
  if (g_strv_length (area->label_en) > 2)
    sgn_reader_fail (reader, "en", _ ("There are too many lines."), _ ("one or two lines"));
}

static void
read_area (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "title", "label", NULL };
  GPtrArray *areas = data;
  SgnArea *area;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  area = g_new0 (SgnArea, 1);
  area->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  sgn_reader_text (reader, object, "title", &area->title);
  sgn_reader_into (reader, object, "label", read_lines, area);
  add_unique (reader, areas, area, "id");
}

static void
read_reference (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "scheme", "item", NULL };
  GPtrArray *refs = data;
  SgnReference *reference;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  reference = g_new0 (SgnReference, 1);
  reference->scheme = sgn_reader_dup_word (reader, object, "scheme", SGN_WORD_CATALOGUE);
  reference->item = sgn_reader_dup_word (reader, object, "item", SGN_WORD_REFERENCE);
  g_ptr_array_add (refs, reference);
}

/* Where the item belongs: section, group, area, level. */
static void
read_place (SgnReader *reader, const json_t *object, SgnItem *item, const SgnCatalogue *self)
{
  item->section = resolve (reader, object, "section", self->sections, _ ("the id of a section"));
  if (sgn_reader_has (object, "area"))
    item->area = resolve (reader, object, "area", self->areas, _ ("the id of an area"));
  if (sgn_reader_has (object, "group"))
    item->group = resolve (reader, object, "group", self->groups, _ ("the id of a group"));
  item->level = dup_level (reader, object, self);

  if (item->group != NULL && item->section != NULL && item->group->section != item->section)
    sgn_reader_fail_value (reader, "section", sgn_json_string (object, "section"),
                           _ ("the section of the item’s group"));
}

/* What is asked; an item without a question is one that others refer to. */
static void
read_question (SgnReader *reader, const json_t *object, SgnItem *item, const SgnCatalogue *self)
{
  static const char *const cadences[] = { "monthly", "quarterly", "half-yearly", "yearly", NULL };
  const gboolean asked = json_object_get (object, "question") != NULL;
  const gboolean explained = asked && !sgn_catalogue_is_of_customer (self);
  const struct {
    const char *key;
    SgnText *text;
  } texts[] = {
    { "question", &item->question },
    { "why", &item->why },
    { "good", &item->good },
    { "action", &item->action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (explained || json_object_get (object, texts[i].key) != NULL)
      sgn_reader_text (reader, object, texts[i].key, texts[i].text);
  if (asked || json_object_get (object, "scale") != NULL)
    item->scale = resolve (reader, object, "scale", self->scales, _ ("the id of a scale"));
  if (explained || json_object_get (object, "evidence") != NULL)
    sgn_reader_each (reader, object, "evidence", 1, sgn_reader_add_text, item->evidence);
  if (json_object_get (object, "actions") != NULL)
    sgn_reader_each (reader, object, "actions", 1, sgn_reader_add_text, item->actions);
  if (json_object_get (object, "figures") != NULL)
    sgn_reader_each (reader, object, "figures", 1, sgn_reader_add_text, item->figures);
  if (item->figures->len > MOST_FIGURES)
    sgn_reader_fail (reader, "figures", _ ("There are too many of them."), _ ("up to three"));
  read_optional_text (reader, object, "caution", &item->caution);
  if (explained || sgn_reader_has (object, "cadence"))
    item->cadence = g_strdup (cadences[sgn_reader_choice (reader, object, "cadence", cadences)]);
}

/* When the item asks for something again and again. */
static void
read_duties (SgnReader *reader, const json_t *object, SgnItem *item)
{
  const char *const *rhythms = sgn_catalogue_get_rhythms ();
  g_autofree char *expected = g_strjoinv (", ", (char **) rhythms);

  if (!sgn_reader_has (object, "duties"))
    return;
  item->duties = sgn_reader_dup_strings (reader, object, "duties", 1);
  for (char **duty = item->duties; *duty != NULL; duty++)
    if (!g_strv_contains (rhythms, *duty))
      sgn_reader_fail_value (reader, "duties", *duty, expected);
}

static void
check_number (SgnReader *reader, const SgnCatalogue *self, const SgnItem *item)
{
  for (guint i = 0; i < self->items->len && item->number != NULL; i++) {
    const SgnItem *before = g_ptr_array_index (self->items, i);

    if (g_strcmp0 (before->number, item->number) == 0)
      sgn_reader_fail_value (reader, "number", item->number,
                             _ ("a number that no item before it has"));
  }
}

static void
read_item (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id",         "number",  "section",  "group",  "area",
                                      "level",      "scale",   "short",    "title",  "question",
                                      "why",        "good",    "evidence", "action", "actions",
                                      "figures",    "caution", "cadence",  "refs",   "basis",
                                      "confidence", "duties",  NULL };
  static const char *const bases[] = { "official-number", "own", NULL };
  static const char *const confidences[] = { "confirmed", "inherited", "unverified", "reported",
                                             NULL };
  SgnCatalogue *self = data;
  SgnItem *item;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  item = sgn_item_new ();
  item->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ITEM);
  item->number = sgn_reader_dup_string (reader, object, "number");
  check_number (reader, self, item);
  read_place (reader, object, item, self);
  sgn_reader_text (reader, object, "short", &item->short_title);
  sgn_reader_text (reader, object, "title", &item->title);
  read_question (reader, object, item, self);
  read_duties (reader, object, item);
  sgn_reader_each (reader, object, "refs", 0, read_reference, item->refs);
  item->basis = g_strdup (bases[sgn_reader_choice (reader, object, "basis", bases)]);
  item->confidence = (SgnConfidence) sgn_reader_choice (reader, object, "confidence", confidences);
  if (item->confidence == SGN_CONFIDENCE_INHERITED && self->inherited_note.ja == NULL)
    sgn_reader_fail (reader, "confidence",
                     _ ("An item is inherited, but the catalogue does not say so."),
                     _ ("an “inherited_note” at the top"));
  add_unique (reader, self->items, item, "id");
}

/* What stands on every sheet: which guideline, which edition, from where. */
static void
read_head (SgnReader *reader, const json_t *json, SgnCatalogue *self)
{
  static const char *const states[] = { "current", "superseded", "draft", NULL };
  static const char *const wordings[] = { "own", "official", "customer", NULL };
  g_autofree char *license = NULL; /* kept in the JSON only */

  self->id = sgn_reader_dup_word (reader, json, "id", SGN_WORD_ID);
  self->edition = sgn_reader_dup_word (reader, json, "edition", SGN_WORD_ITEM);
  self->published = sgn_reader_dup_date (reader, json, "published");
  self->status = g_strdup (states[sgn_reader_choice (reader, json, "status", states)]);
  self->wording = g_strdup (wordings[sgn_reader_choice (reader, json, "wording", wordings)]);
  if (json_object_get (json, "license") != NULL)
    license = sgn_reader_dup_string (reader, json, "license");
  sgn_reader_text (reader, json, "title", &self->title);
  sgn_reader_text (reader, json, "short", &self->short_title);
  sgn_reader_text (reader, json, "edition_label", &self->edition_label);
  sgn_reader_text (reader, json, "edition_note", &self->edition_note);
  sgn_reader_text (reader, json, "owner", &self->owner);
  if (json_object_get (json, "inherited_note") != NULL)
    sgn_reader_text (reader, json, "inherited_note", &self->inherited_note);
  sgn_reader_into (reader, json, "source", read_source, self);
}

/* Each list is read after those its entries name. */
static void
read_lists (SgnReader *reader, const json_t *json, SgnCatalogue *self)
{
  sgn_reader_each (reader, json, "levels", 0, read_level, self->levels);
  sgn_reader_each (reader, json, "scales", 0, read_scale, self->scales);
  sgn_reader_into (reader, json, "scoring", read_scoring, self);
  if (json_object_get (json, "bands") != NULL)
    sgn_reader_each (reader, json, "bands", 0, read_band, self->bands);
  sgn_reader_each (reader, json, "sections", 1, read_section, self->sections);
  if (json_object_get (json, "groups") != NULL)
    sgn_reader_each (reader, json, "groups", 0, read_group, self);
  if (json_object_get (json, "areas") != NULL)
    sgn_reader_each (reader, json, "areas", 0, read_area, self->areas);
  sgn_reader_each (reader, json, "items", 1, read_item, self);
  if (json_object_get (json, "sheet") != NULL)
    sgn_reader_into (reader, json, "sheet", sgn_catalogue_read_sheet, self);
}

/* @faults: (nullable): where all that is wrong is put */
static SgnCatalogue *
read_catalogue (GBytes *text,
                const json_t *json,
                const char *name,
                GPtrArray *faults,
                GError **error)
{
  static const char *const keys[] = {
    "id",      "edition",       "published",    "status",         "license", "title",
    "short",   "edition_label", "edition_note", "inherited_note", "owner",   "source",
    "wording", "levels",        "scales",       "scoring",        "bands",   "sections",
    "groups",  "areas",         "items",        "sheet",          NULL
  };
  g_autoptr (SgnCatalogue) self = sgn_catalogue_new (text);
  SgnReader reader;

  sgn_reader_init (&reader, name);
  reader.faults = faults;
  if (sgn_reader_check_keys (&reader, json, keys)) {
    read_head (&reader, json, self);
    read_lists (&reader, json, self);
  }
  return sgn_reader_finish (&reader, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sgn_catalogue_new_from_bytes:
 * @bytes: the text of a catalogue file
 * @name: what messages call it
 * @error: return location; SGN_ERROR_UNREADABLE with the file, the place as a JSON pointer, what is
 *   wrong there and what is expected
 *
 * Checks all that data/schema/catalogue.schema.json says and what a schema cannot: ids and numbers
 * used once, every reference inside the file, bands without a gap, inherited items said to be so.
 *
 * Returns: (transfer full): the catalogue, or NULL
 */
SgnCatalogue *
sgn_catalogue_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (json_t) json = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  json = sgn_json_load_bytes (bytes, name, error);
  return json != NULL ? read_catalogue (bytes, json, name, NULL, error) : NULL;
}

/**
 * sgn_catalogue_new_from_file:
 * @path: a file name
 * @error: return location; see sgn_catalogue_new_from_bytes()
 *
 * Returns: (transfer full): the catalogue, or NULL
 */
SgnCatalogue *
sgn_catalogue_new_from_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = sgn_json_read_file (path, error);
  name = g_filename_display_name (path);
  return bytes != NULL ? sgn_catalogue_new_from_bytes (bytes, name, error) : NULL;
}

/* In the order of the file. */
static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const SgnFault *left = *(SgnFault *const *) a;
  const SgnFault *right = *(SgnFault *const *) b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

/* Lines and columns for the places that the reader found. */
static void
find_places (GPtrArray *faults, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  const char *start = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;

  for (guint i = 0; i < faults->len; i++) {
    SgnFault *fault = g_ptr_array_index (faults, i);

    sgn_json_find_place (start, fault->place, &fault->line, &fault->column);
  }
  g_ptr_array_sort (faults, compare_faults);
}

/**
 * sgn_catalogue_find_faults:
 * @bytes: the text of a catalogue file
 * @name: what messages call it
 * @error: return location; SGN_ERROR_UNREADABLE with line and column when it is not JSON
 *
 * For those who write a catalogue: finds all that sgn_catalogue_new_from_bytes() would refuse, each
 * with its JSON pointer, line and column. What is missing has the place of what should hold it.
 *
 * Returns: (transfer full) (nullable) (element-type SgnFault): what is wrong, in the order of
 *   the file; empty when nothing is
 */
GPtrArray *
sgn_catalogue_find_faults (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (json_t) json = NULL;
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autoptr (SgnCatalogue) catalogue G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  json = sgn_json_load_bytes (bytes, name, error);
  if (json == NULL)
    return NULL;

  catalogue = read_catalogue (bytes, json, name, faults, NULL);
  find_places (faults, bytes);
  return g_steal_pointer (&faults);
}
