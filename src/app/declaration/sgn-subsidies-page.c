/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-subsidies-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-line.h"
#include "sgn-subsidy-count.h"
#include "sgn-subsidy-facts.h"
#include "sgn-text-size.h"

#define WIDTH 860
#define LIST_WIDTH 256
#define NAME_CHARS 18

struct _SgnSubsidiesPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkGrid *columns;
  GtkWidget *list_column;
  GtkListBox *list;
  GtkLabel *dated;
  GtkBox *content;
  GtkLabel *name;
  SgnSubsidyFacts *facts;
  SgnSubsidyCount *count;

  SgnSubsidies *subsidies; /* (nullable): it is read when it is looked at */
  char *wanted;            /* (nullable): what is to be shown once it is there */
};

G_DEFINE_FINAL_TYPE (SgnSubsidiesPage, sgn_subsidies_page, SGN_TYPE_PAGE)

/* (nullable): none of those that are known */
static const SgnSubsidy *
get_subsidy (SgnSubsidiesPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint at = row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;

  return row != NULL && at < self->subsidies->subsidies->len
           ? g_ptr_array_index (self->subsidies->subsidies, at)
           : NULL;
}

static void
show_subsidy (SgnSubsidiesPage *self)
{
  const SgnSubsidy *subsidy;
  g_autofree char *now = NULL;
  g_autofree char *today = NULL;

  if (self->subsidies == NULL)
    return;
  subsidy = get_subsidy (self);
  now = sgn_clock_now (sgn_session_get_clock (sgn_page_get_session (SGN_PAGE (self))));
  today = sgn_time_get_date (now);
  gtk_label_set_text (self->name, subsidy != NULL
                                    ? sgn_text_get (&subsidy->name, sgn_language_of_user ())
                                    : _ ("Another Subsidy"));
  gtk_widget_set_visible (GTK_WIDGET (self->facts), subsidy != NULL);
  if (subsidy != NULL)
    sgn_subsidy_facts_show (self->facts, subsidy, today);
  sgn_subsidy_count_show (self->count, self->subsidies, subsidy);
}

static void
add_row (SgnSubsidiesPage *self, const char *title, const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = sgn_plain_label (title, NULL);
  GtkWidget *words = sgn_plain_label (subtitle, "sg-small");
  g_autofree char *name = g_strdup_printf ("%s: %s", title, subtitle);

  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_widget_add_css_class (words, "muted");
  gtk_widget_add_css_class (box, "subsidy-name");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
add_subsidy (SgnSubsidiesPage *self, const SgnSubsidy *subsidy)
{
  add_row (self, sgn_text_get (&subsidy->name, sgn_language_of_user ()),
           subsidy->ended ? _ ("Not offered any more")
                          : sgn_subsidy_star_to_words (subsidy->needs));
}

static void
show_dated (SgnSubsidiesPage *self)
{
  const SgnLanguage language = sgn_language_of_user ();
  g_autofree char *day = sgn_date_to_words (self->subsidies->checked, language);
  g_autofree char *dated =
    g_strdup_printf (_ ("As of %s. See the official site for the latest."), day);
  g_autofree char *words =
    g_strdup_printf ("%s\n%s", dated, sgn_text_get (&self->subsidies->remark, language));

  gtk_label_set_text (self->dated, words);
}

static void
select_wanted (SgnSubsidiesPage *self)
{
  guint at = self->subsidies->subsidies->len;

  for (guint i = 0; i < self->subsidies->subsidies->len; i++) {
    const SgnSubsidy *subsidy = g_ptr_array_index (self->subsidies->subsidies, i);

    if (self->wanted == NULL || g_str_equal (subsidy->id, self->wanted)) {
      at = i;
      break;
    }
  }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) at));
}

/* Reads what is known, once; what is damaged is said in its place. */
static void
load (SgnSubsidiesPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = NULL;

  if (self->subsidies != NULL)
    return;
  data_dir = sgn_data_dir ();
  self->subsidies = sgn_subsidies_load (data_dir, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->content), self->subsidies != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->subsidies != NULL);
  if (self->subsidies == NULL) {
    gtk_label_set_text (self->dated, error->message);
    return;
  }
  show_dated (self);
  for (guint i = 0; i < self->subsidies->subsidies->len; i++)
    add_subsidy (self, g_ptr_array_index (self->subsidies->subsidies, i));
  add_row (self, _ ("Another Subsidy"), _ ("From a closing date of your own"));
  select_wanted (self);
}

static void
mapped_cb (SgnSubsidiesPage *self)
{
  load (self);
  sgn_subsidy_count_refresh (self->count);
}

static void
record_cb (SgnSubsidiesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sgn_subsidy_count_refresh (self->count);
}

static void
sgn_subsidies_page_opened (SgnPage *page)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (SGN_SUBSIDIES_PAGE (page)->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The id of the subsidy; "" is none of those that are known. */
static char *
sgn_subsidies_page_dup_place (SgnPage *page)
{
  SgnSubsidiesPage *self = SGN_SUBSIDIES_PAGE (page);
  const SgnSubsidy *subsidy = self->subsidies != NULL ? get_subsidy (self) : NULL;

  if (self->subsidies == NULL)
    return NULL;
  return g_strdup (subsidy != NULL ? subsidy->id : "");
}

static void
sgn_subsidies_page_go_to_place (SgnPage *page, const char *place)
{
  sgn_subsidies_page_show (SGN_SUBSIDIES_PAGE (page), place);
}

static void
narrow_cb (SgnSubsidiesPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  sgn_line_set_narrow (self->columns, narrow);
  gtk_widget_set_size_request (self->list_column,
                               narrow ? -1 : sgn_text_scale_px (GTK_WIDGET (self), LIST_WIDTH), -1);
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_subsidies_page_constructed (GObject *object)
{
  SgnSubsidiesPage *self = SGN_SUBSIDIES_PAGE (object);
  SgnSession *session;

  G_OBJECT_CLASS (sgn_subsidies_page_parent_class)->constructed (object);

  session = sgn_page_get_session (SGN_PAGE (self));
  self->facts = SGN_SUBSIDY_FACTS (sgn_subsidy_facts_new ());
  self->count = SGN_SUBSIDY_COUNT (sgn_subsidy_count_new (session));
  gtk_box_append (self->content, GTK_WIDGET (self->count));
  gtk_box_append (self->content, GTK_WIDGET (self->facts));
  g_signal_connect_object (session, "notify::record", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A list that goes tells that no row is selected, when there is nothing to be shown any more. */
static void
sgn_subsidies_page_dispose (GObject *object)
{
  SgnSubsidiesPage *self = SGN_SUBSIDIES_PAGE (object);

  if (self->subsidies != NULL)
    sgn_subsidy_count_show (self->count, NULL, NULL);
  g_clear_pointer (&self->subsidies, sgn_subsidies_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SUBSIDIES_PAGE);

  G_OBJECT_CLASS (sgn_subsidies_page_parent_class)->dispose (object);
}

static void
sgn_subsidies_page_finalize (GObject *object)
{
  SgnSubsidiesPage *self = SGN_SUBSIDIES_PAGE (object);

  g_free (self->wanted);

  G_OBJECT_CLASS (sgn_subsidies_page_parent_class)->finalize (object);
}

static void
sgn_subsidies_page_class_init (SgnSubsidiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_subsidies_page_constructed;
  object_class->dispose = sgn_subsidies_page_dispose;
  object_class->finalize = sgn_subsidies_page_finalize;
  page_class->opened = sgn_subsidies_page_opened;
  page_class->dup_place = sgn_subsidies_page_dup_place;
  page_class->go_to_place = sgn_subsidies_page_go_to_place;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-subsidies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, columns);
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, list_column);
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, dated);
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, content);
  gtk_widget_class_bind_template_child (widget_class, SgnSubsidiesPage, name);
  gtk_widget_class_bind_template_callback (widget_class, show_subsidy);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
}

static void
sgn_subsidies_page_init (SgnSubsidiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  narrow_cb (self);
}

void
sgn_subsidies_page_show (SgnSubsidiesPage *self, const char *id)
{
  g_return_if_fail (SGN_IS_SUBSIDIES_PAGE (self));

  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (self->subsidies != NULL)
    select_wanted (self);
}

void
sgn_subsidies_page_set_day (SgnSubsidiesPage *self, const char *day)
{
  g_return_if_fail (SGN_IS_SUBSIDIES_PAGE (self));

  sgn_subsidy_count_set_day (self->count, day);
}
