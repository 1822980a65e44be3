/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-trail.h"

/* Nobody walks further back by one step at a time. */
#define LONGEST 50

struct _SgnTrail {
  GPtrArray *steps; /* of SgnStep */
  guint at;         /* the one where one is; 0 also when there is none */
};

static void
step_free (gpointer data)
{
  SgnStep *step = data;

  g_free (step->page);
  g_free (step->place);
  g_free (step);
}

static SgnStep *
get_current (const SgnTrail *self)
{
  return self->steps->len > 0 ? g_ptr_array_index (self->steps, self->at) : NULL;
}

SgnTrail *
sgn_trail_new (void)
{
  SgnTrail *self = g_new0 (SgnTrail, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

void
sgn_trail_free (SgnTrail *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * sgn_trail_leave:
 * @self: a trail
 * @place: (nullable): where on the page one is
 */
void
sgn_trail_leave (SgnTrail *self, const char *place)
{
  SgnStep *step;

  g_return_if_fail (self != NULL);

  step = get_current (self);
  if (step == NULL)
    return;
  g_free (step->place);
  step->place = g_strdup (place);
}

/* Another question of the same page is another place, an unknown place is none. */
static gboolean
is_at (const SgnStep *step, const char *page, const char *place)
{
  return step != NULL && g_str_equal (step->page, page) &&
         (step->place == NULL || place == NULL || g_str_equal (step->place, place));
}

/**
 * sgn_trail_arrive:
 * @self: a trail
 * @page: name of the page
 * @place: (nullable): where on it
 */
void
sgn_trail_arrive (SgnTrail *self, const char *page, const char *place)
{
  SgnStep *step;

  g_return_if_fail (self != NULL && page != NULL);

  if (is_at (get_current (self), page, place))
    return;
  if (self->steps->len > 0)
    g_ptr_array_set_size (self->steps, (int) self->at + 1);
  step = g_new0 (SgnStep, 1);
  step->page = g_strdup (page);
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > LONGEST)
    g_ptr_array_remove_index (self->steps, 0);
  self->at = self->steps->len - 1;
}

gboolean
sgn_trail_can_go_back (const SgnTrail *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->at > 0;
}

gboolean
sgn_trail_can_go_forward (const SgnTrail *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->at + 1 < self->steps->len;
}

const SgnStep *
sgn_trail_go_back (SgnTrail *self)
{
  if (!sgn_trail_can_go_back (self))
    return NULL;

  self->at--;
  return get_current (self);
}

const SgnStep *
sgn_trail_go_forward (SgnTrail *self)
{
  if (!sgn_trail_can_go_forward (self))
    return NULL;

  self->at++;
  return get_current (self);
}
