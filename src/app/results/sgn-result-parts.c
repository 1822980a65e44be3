/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-result-parts.h"

#include "sgn-bar.h"
#include "sgn-radar.h"
#include "sgn-result-words.h"

#define TITLE_CHARS 24
#define MOST_PARTS 32

struct _SgnResultParts {
  GtkBox parent_instance;

  SgnRadar *radar;
  GtkGrid *bars;
};

G_DEFINE_FINAL_TYPE (SgnResultParts, sgn_result_parts, GTK_TYPE_BOX)

static void
sgn_result_parts_class_init (SgnResultPartsClass *klass)
{
}

static void
sgn_result_parts_init (SgnResultParts *self)
{
  self->radar = SGN_RADAR (sgn_radar_new ());
  self->bars = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->radar), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->bars), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bars), TRUE);
  gtk_grid_set_column_spacing (self->bars, 8);
  gtk_grid_set_row_spacing (self->bars, 6);
  gtk_box_set_spacing (GTK_BOX (self), 20);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->radar));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bars));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "result-card");
}

static void
show_radar (SgnResultParts *self, const SgnResults *results, gboolean narrow)
{
  guint n = MIN (results->parts->len, MOST_PARTS);
  double now[MOST_PARTS];
  double before[MOST_PARTS];
  gboolean compared = TRUE;

  for (guint i = 0; i < n; i++) {
    const SgnResultPart *part = results->parts->pdata[i];

    now[i] = MAX (sgn_result_words_get_share (&part->now), 0);
    before[i] = sgn_result_words_get_share (&part->before);
    compared &= before[i] >= 0;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->radar), n >= SGN_RADAR_LEAST && !narrow);
  sgn_radar_set_shares (self->radar, now, compared ? before : NULL, n);
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "tnum");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_key (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *key = gtk_label_new (text);

  gtk_widget_add_css_class (key, "number-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  return key;
}

static GtkWidget *
make_title (const SgnResultPart *part, gboolean narrow)
{
  GtkWidget *title = make_label (sgn_text_get (part->title, sgn_language_of_user ()), 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (title), TITLE_CHARS);
  gtk_widget_set_hexpand (title, narrow);
  return title;
}

static GtkWidget *
make_bar (const SgnResultPart *part, gboolean narrow)
{
  GtkWidget *bar = sgn_bar_new_shares (sgn_result_words_get_share (&part->now),
                                       sgn_result_words_get_share (&part->before));

  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_margin_bottom (bar, narrow ? 6 : 0);
  return bar;
}

/* One part is one line, or two where there is little room. */
static void
add_part (SgnResultParts *self, const SgnResults *results, guint index, gboolean narrow)
{
  const SgnResultPart *part = results->parts->pdata[index];
  g_autofree char *number = sgn_result_words_dup_number (results->kind, &part->now);
  g_autofree char *max = sgn_result_words_dup_max (results->kind, &part->now);
  g_autofree char *difference =
    sgn_result_words_dup_difference (results->kind, &part->now, &part->before);
  int line = (int) (narrow ? index * 2 : index);
  GtkWidget *change = make_label (difference, 1, "points");

  if (part->before.known && part->now.value > part->before.value)
    gtk_widget_add_css_class (change, "gain");
  gtk_grid_attach (self->bars, make_key (index + 1), 0, line, 1, 1);
  gtk_grid_attach (self->bars, make_title (part, narrow), 1, line, 1, 1);
  gtk_grid_attach (self->bars, make_label (number, 1, "word"), 3, line, 1, 1);
  gtk_grid_attach (self->bars, make_label (part->now.known ? max : "", 0, "muted"), 4, line, 1, 1);
  gtk_grid_attach (self->bars, change, 5, line, 1, 1);
  if (narrow)
    gtk_grid_attach (self->bars, make_bar (part, narrow), 0, line + 1, 6, 1);
  else
    gtk_grid_attach (self->bars, make_bar (part, narrow), 2, line, 1, 1);
}

/**
 * sgn_result_parts_show:
 * @self: the parts
 * @results: what a check came to
 * @narrow: whether there is little room
 */
void
sgn_result_parts_show (SgnResultParts *self, const SgnResults *results, gboolean narrow)
{
  GtkWidget *child;

  g_return_if_fail (SGN_IS_RESULT_PARTS (self) && results != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bars))) != NULL)
    gtk_grid_remove (self->bars, child);
  show_radar (self, results, narrow);
  for (guint i = 0; i < results->parts->len; i++)
    add_part (self, results, i, narrow);
}
