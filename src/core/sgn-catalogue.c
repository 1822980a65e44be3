/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-catalogue.h"

#include "sgn-catalogue-private.h"
#include "sgn-error.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

static const char *const mark_keys[SGN_N_ALL_MARKS + 1] = {
  [SGN_MARK_NONE] = "none",         [SGN_MARK_DONE] = "done",
  [SGN_MARK_PARTIAL] = "partial",   [SGN_MARK_NOT_DONE] = "not-done",
  [SGN_MARK_UNKNOWN] = "unknown",   [SGN_MARK_NOT_APPLICABLE] = "not-applicable",
  [SGN_MARK_TODO] = "todo",         [SGN_MARK_DOING] = "doing",
  [SGN_MARK_COMPLETE] = "complete", [SGN_MARK_OVERDUE] = "overdue",
};

/**
 * sgn_mark_to_key:
 * @mark: a mark
 *
 * Returns: the word for it in catalogues and projections
 */
const char *
sgn_mark_to_key (SgnMark mark)
{
  g_return_val_if_fail ((guint) mark < SGN_N_ALL_MARKS, NULL);

  return mark_keys[mark];
}

/**
 * sgn_mark_from_key:
 * @key: (nullable): a word
 * @mark: (out): the mark; untouched when @key is none of the words
 *
 * Returns: whether @key names a mark
 */
gboolean
sgn_mark_from_key (const char *key, SgnMark *mark)
{
  g_return_val_if_fail (mark != NULL, FALSE);

  for (guint i = 0; i < SGN_N_MARKS; i++)
    if (g_strcmp0 (mark_keys[i], key) == 0) {
      *mark = (SgnMark) i;
      return TRUE;
    }
  return FALSE;
}

static void
scale_value_free (gpointer data)
{
  SgnScaleValue *self = data;

  g_free (self->key);
  sgn_text_clear (&self->label);
  sgn_text_clear (&self->short_label);
  sgn_text_clear (&self->means);
  g_free (self);
}

static void
scale_free (gpointer data)
{
  SgnScale *self = data;

  g_free (self->id);
  g_free (self->kind);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static void
section_free (gpointer data)
{
  SgnSection *self = data;

  g_free (self->id);
  sgn_text_clear (&self->number);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->short_title);
  g_free (self);
}

static void
group_free (gpointer data)
{
  SgnGroup *self = data;

  g_free (self->id);
  g_free (self->number);
  g_free (self->level);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->short_title);
  sgn_text_clear (&self->text);
  sgn_text_clear (&self->plain);
  g_free (self);
}

static void
area_free (gpointer data)
{
  SgnArea *self = data;

  g_free (self->id);
  sgn_text_clear (&self->title);
  g_strfreev (self->label_ja);
  g_strfreev (self->label_en);
  g_free (self);
}

static void
band_free (gpointer data)
{
  SgnBand *self = data;

  g_free (self->key);
  sgn_text_clear (&self->reading);
  sgn_text_clear (&self->next);
  g_free (self);
}

static void
reference_free (gpointer data)
{
  SgnReference *self = data;

  g_free (self->scheme);
  g_free (self->item);
  g_free (self);
}

static void
item_free (gpointer data)
{
  SgnItem *self = data;

  g_free (self->id);
  g_free (self->number);
  g_free (self->level);
  sgn_text_clear (&self->short_title);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->question);
  sgn_text_clear (&self->why);
  sgn_text_clear (&self->good);
  sgn_text_clear (&self->action);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->figures);
  sgn_text_clear (&self->caution);
  g_free (self->cadence);
  g_strfreev (self->duties);
  g_ptr_array_unref (self->refs);
  g_free (self->basis);
  g_free (self);
}

const char *const *
sgn_catalogue_get_rhythms (void)
{
  static const char *const rhythms[] = { "monthly",     "yearly",        "on-joining",
                                         "on-leaving",  "with-partners", "on-release",
                                         "on-incident", "keep-records",  NULL };

  return rhythms;
}

SgnScale *
sgn_scale_new (void)
{
  SgnScale *self = g_new0 (SgnScale, 1);

  self->values = g_ptr_array_new_with_free_func (scale_value_free);
  return self;
}

SgnItem *
sgn_item_new (void)
{
  SgnItem *self = g_new0 (SgnItem, 1);

  self->evidence = g_ptr_array_new_with_free_func (sgn_text_free);
  self->actions = g_ptr_array_new_with_free_func (sgn_text_free);
  self->figures = g_ptr_array_new_with_free_func (sgn_text_free);
  self->refs = g_ptr_array_new_with_free_func (reference_free);
  return self;
}

SgnCatalogue *
sgn_catalogue_new (GBytes *text)
{
  SgnCatalogue *self = g_atomic_rc_box_new0 (SgnCatalogue);

  self->levels = g_ptr_array_new_with_free_func (g_free);
  self->scales = g_ptr_array_new_with_free_func (scale_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->areas = g_ptr_array_new_with_free_func (area_free);
  self->bands = g_ptr_array_new_with_free_func (band_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->text = g_bytes_ref (text);
  return self;
}

static void
clear (gpointer data)
{
  SgnCatalogue *self = data;
  SgnText *texts[] = { &self->title,        &self->short_title,    &self->edition_label,
                       &self->edition_note, &self->inherited_note, &self->owner,
                       &self->source_title };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sgn_text_clear (texts[i]);
  g_free (self->id);
  g_free (self->edition);
  g_free (self->published);
  g_free (self->status);
  g_free (self->source_url);
  g_free (self->source_checked);
  g_free (self->scoring);
  g_free (self->wording);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->scales);
  g_ptr_array_unref (self->levels);
  g_bytes_unref (self->text);
}

/**
 * sgn_catalogue_to_json:
 * @self: a catalogue
 *
 * It is read anew by each call: as JSON a guideline takes six times the room of its text, and is
 * rarely asked for.
 *
 * Returns: (transfer full): the catalogue as stored
 */
json_t *
sgn_catalogue_to_json (const SgnCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sgn_json_load_bytes (self->text, self->id, NULL);
}

/**
 * sgn_catalogue_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): @self
 */
SgnCatalogue *
sgn_catalogue_ref (SgnCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * sgn_catalogue_unref:
 * @self: (transfer full): a catalogue
 */
void
sgn_catalogue_unref (SgnCatalogue *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sgn_catalogue_is_of_customer:
 * @self: a catalogue
 *
 * Returns: whether it is what a customer asks: questions only, without why, evidence and the rest,
 *   and in the customer's words
 */
gboolean
sgn_catalogue_is_of_customer (const SgnCatalogue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (self->wording, "customer") == 0;
}

/**
 * sgn_catalogue_dup_key:
 * @self: a catalogue
 *
 * Returns: (transfer full): id and edition as mappings and references write them
 */
char *
sgn_catalogue_dup_key (const SgnCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->id, "@", self->edition, NULL);
}

/**
 * sgn_catalogue_find_item:
 * @self: a catalogue
 * @id_or_number: (nullable): an item's id, or its number as the official sheet writes it
 *
 * An id wins over a number. Numbers are unique inside one edition, and only there.
 *
 * Returns: (nullable) (transfer none): the item
 */
const SgnItem *
sgn_catalogue_find_item (const SgnCatalogue *self, const char *id_or_number)
{
  const SgnItem *by_number = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (self->items, i);

    if (g_strcmp0 (item->id, id_or_number) == 0)
      return item;
    if (g_strcmp0 (item->number, id_or_number) == 0)
      by_number = item;
  }
  return by_number;
}

/**
 * sgn_catalogue_asks:
 * @self: a catalogue
 *
 * Returns: whether any of its items is a question; threats and the like are only referred to
 */
gboolean
sgn_catalogue_asks (const SgnCatalogue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (((const SgnItem *) g_ptr_array_index (self->items, i))->scale != NULL)
      return TRUE;
  return FALSE;
}

/**
 * sgn_catalogue_check_asks:
 * @self: a catalogue
 * @error: return location; SGN_ERROR_USAGE when it is for reference
 *
 * Returns: whether it can be answered and scored
 */
gboolean
sgn_catalogue_check_asks (const SgnCatalogue *self, GError **error)
{
  if (sgn_catalogue_asks (self))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is for reference and asks no questions. Choose a guideline that does."),
               self->id);
  return FALSE;
}

/**
 * sgn_item_find_value:
 * @item: an item
 * @key: (nullable): the key of a value
 *
 * Returns: (nullable) (transfer none): the value of the item's scale
 */
const SgnScaleValue *
sgn_item_find_value (const SgnItem *item, const char *key)
{
  g_return_val_if_fail (item != NULL, NULL);

  if (item->scale == NULL)
    return NULL;

  for (guint i = 0; i < item->scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (item->scale->values, i);

    if (g_strcmp0 (value->key, key) == 0)
      return value;
  }
  return NULL;
}

/**
 * sgn_item_get_mark:
 * @item: an item
 * @value: (nullable): a stored value
 *
 * Returns: the mark to draw; SGN_MARK_NONE for NULL or a key the scale does not have
 */
SgnMark
sgn_item_get_mark (const SgnItem *item, const char *value)
{
  const SgnScaleValue *found = sgn_item_find_value (item, value);

  return found != NULL ? found->mark : SGN_MARK_NONE;
}

/**
 * sgn_catalogue_find_level:
 * @self: a catalogue
 * @typed: a level as somebody typed it; no keyboard has a ★
 *
 * Returns: (transfer none) (nullable): the id of that level, NULL when there is none
 */
const char *
sgn_catalogue_find_level (const SgnCatalogue *self, const char *typed)
{
  g_return_val_if_fail (self != NULL && typed != NULL, NULL);

  for (guint i = 0; i < self->levels->len && *typed != '\0'; i++) {
    const char *level = g_ptr_array_index (self->levels, i);

    if (g_str_equal (level, typed) ||
        (g_str_has_prefix (level, "★") && g_str_equal (level + strlen ("★"), typed)))
      return level;
  }
  return NULL;
}

/* -1 when @level is none of the catalogue's */
static int
rank_of (const SgnCatalogue *self, const char *level)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->levels, i), level) == 0)
      return (int) i;
  return -1;
}

/**
 * sgn_catalogue_level_includes:
 * @self: a catalogue
 * @level: (nullable): the id of a level
 * @item: an item of it
 *
 * Levels are cumulative: a level includes the items of those below it (★4 of the SCS scheme counts
 * all 153 criteria). An item without a level belongs to none.
 *
 * Returns: whether @item belongs to @level; always TRUE for NULL, never for an unknown level
 */
gboolean
sgn_catalogue_level_includes (const SgnCatalogue *self, const char *level, const SgnItem *item)
{
  int own;

  g_return_val_if_fail (self != NULL && item != NULL, FALSE);

  if (level == NULL)
    return TRUE;

  own = rank_of (self, item->level);
  return own >= 0 && own <= rank_of (self, level);
}

/* Of values with equal points: what nobody knows may be anything, so it is the worst. */
static int
rank_mark (SgnMark mark)
{
  static const int ranks[SGN_N_MARKS] = {
    [SGN_MARK_UNKNOWN] = 1,
    [SGN_MARK_NOT_DONE] = 2,
    [SGN_MARK_PARTIAL] = 3,
    [SGN_MARK_DONE] = 4,
  };

  return ranks[mark];
}

/**
 * sgn_scale_value_is_worse:
 * @a: a value
 * @b: another of the same scale
 *
 * 該当なし says nothing about how far somebody is, so any other answer counts before it. Else fewer
 * points are worse; where they say nothing, unknown, not done, partly, done in this order.
 *
 * Returns: whether @a is a worse answer than @b
 */
gboolean
sgn_scale_value_is_worse (const SgnScaleValue *a, const SgnScaleValue *b)
{
  gboolean a_applies;
  gboolean b_applies;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  a_applies = a->mark != SGN_MARK_NOT_APPLICABLE;
  b_applies = b->mark != SGN_MARK_NOT_APPLICABLE;
  if (a_applies != b_applies)
    return a_applies;
  if (a->points != b->points)
    return a->points < b->points;
  return rank_mark (a->mark) < rank_mark (b->mark);
}

/**
 * sgn_item_get_max_points:
 * @item: an item
 *
 * Returns: the highest points its scale gives; 0 for reference items
 */
int
sgn_item_get_max_points (const SgnItem *item)
{
  int most = 0;

  g_return_val_if_fail (item != NULL, 0);

  for (guint i = 0; item->scale != NULL && i < item->scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (item->scale->values, i);

    most = MAX (most, value->points);
  }
  return most;
}

/**
 * sgn_catalogue_find_band:
 * @self: a catalogue
 * @total: a total of points
 *
 * Returns: (nullable) (transfer none): the band @total lies in
 */
const SgnBand *
sgn_catalogue_find_band (const SgnCatalogue *self, int total)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->bands->len; i++) {
    const SgnBand *band = g_ptr_array_index (self->bands, i);

    if (total >= band->min && total <= band->max)
      return band;
  }
  return NULL;
}
