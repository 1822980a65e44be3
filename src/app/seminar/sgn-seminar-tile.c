/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-tile.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "sgn-mark-image.h"
#include "sgn-share-bar.h"
#include "sgn-text-size.h"

#define MARK_SIZE 74

struct _SgnSeminarTile {
  GtkBox parent_instance;

  GtkWidget *mark;
  GtkLabel *word;
  GtkLabel *count;
  GtkLabel *unit;
  GtkWidget *less;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SgnSeminarTile, sgn_seminar_tile, GTK_TYPE_BOX)

static void
sgn_seminar_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SEMINAR_TILE);

  G_OBJECT_CLASS (sgn_seminar_tile_parent_class)->dispose (object);
}

static void
sgn_seminar_tile_class_init (SgnSeminarTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_seminar_tile_dispose;

  g_type_ensure (SGN_TYPE_MARK_IMAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-seminar-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarTile, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarTile, word);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarTile, count);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarTile, unit);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarTile, less);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarTile, more);
}

static void
sgn_seminar_tile_init (SgnSeminarTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_button (GtkWidget *button, SgnHands answer, const char *name)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * sgn_seminar_tile_new:
 * @answer: an answer of the room
 *
 * Returns: its tile, without a hand
 */
GtkWidget *
sgn_seminar_tile_new (SgnHands answer)
{
  SgnSeminarTile *self = g_object_new (SGN_TYPE_SEMINAR_TILE, NULL);
  const char *word = sgn_hands_get_word (answer);
  /* Translators: name of a button; %s is an answer, such as “Done” */
  g_autofree char *more = g_strdup_printf (_ ("One more hand: %s"), word);
  /* Translators: name of a button; %s is an answer, such as “Done” */
  g_autofree char *less = g_strdup_printf (_ ("One hand less: %s"), word);

  sgn_mark_image_set_mark (SGN_MARK_IMAGE (self->mark), sgn_hands_get_mark (answer));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_label (self->word, word);
  set_button (self->more, answer, more);
  set_button (self->less, answer, less);
  sgn_seminar_tile_set_scale (self, 1);
  sgn_seminar_tile_set_count (self, 0);
  return GTK_WIDGET (self);
}

/**
 * sgn_seminar_tile_set_count:
 * @self: a tile
 * @count: how many hands
 */
void
sgn_seminar_tile_set_count (SgnSeminarTile *self, guint count)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);

  g_return_if_fail (SGN_IS_SEMINAR_TILE (self));

  gtk_label_set_label (self->count, digits);
  /* Translators: stands behind a number of people, smaller; may be empty */
  gtk_label_set_label (self->unit, g_dngettext (GETTEXT_PACKAGE, "hand", "hands", count));
  gtk_widget_set_sensitive (self->less, count > 0);
  gtk_widget_set_sensitive (self->more, count < SGN_HANDS_MOST);
}

/**
 * sgn_seminar_tile_set_scale:
 * @self: a tile
 * @scale: by how much it is larger than on 720 lines
 *
 * The letters follow the style sheet; the mark is told.
 */
void
sgn_seminar_tile_set_scale (SgnSeminarTile *self, double scale)
{
  double letters = sgn_text_scale_get (GTK_WIDGET (self));

  g_return_if_fail (SGN_IS_SEMINAR_TILE (self));

  g_object_set (self->mark, "size", MAX (8, (int) lround (MARK_SIZE * scale / letters)), NULL);
}
