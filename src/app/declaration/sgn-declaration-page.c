/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-declaration-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-account-box.h"
#include "sgn-data-sheet.h"
#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-declare-box.h"
#include "sgn-declare-row.h"
#include "sgn-declare-steps.h"
#include "sgn-line.h"
#include "sgn-logo-box.h"
#include "sgn-past-box.h"
#include "sgn-shown-box.h"
#include "sgn-text-size.h"

#define WIDTH 860
#define STEPS_WIDTH 236

struct _SgnDeclarationPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkGrid *columns;
  GtkWidget *steps_column;
  GtkToggleButton *one_star;
  GtkToggleButton *two_stars;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkListBox *steps;
  GtkLabel *step_title;
  GtkLabel *step_text;
  GtkStack *panels;
  GtkButton *next_button;

  SgnAccountBox *account;
  SgnDataSheet *sheet;
  SgnDataSheet *copies;
  SgnPastBox *before;
  SgnDeclareBox *declare;
  SgnPastBox *past;
  GtkBox *declare_places[2];
  SgnLogoBox *logo;
  SgnShownBox *shown;

  int star;
  guint step;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SgnDeclarationPage, sgn_declaration_page, SGN_TYPE_PAGE)

static const struct {
  const char *title;
  const char *fact; /* while it is not done */
  const char *text;
} step_words[SGN_N_DECLARE_STEPS] = {
  [SGN_DECLARE_ACCOUNT] = { N_ ("Get a GBizID ready"), N_ ("Prime or Member"),
                            N_ ("You declare in the system of the scheme, logged in with a GBizID. "
                                "Choose the one you have.") },
  [SGN_DECLARE_SHEET] = { N_ ("Fill in the data sheet"), N_ ("What is usually asked"),
                          N_ ("Write here what is usually asked, so that you only have to copy it. "
                              "It is saved as you leave a field.") },
  [SGN_DECLARE_DECLARE] = { N_ ("Declare in the system"), N_ ("About 15 minutes, they say"),
                            N_ ("Open the system in your browser, log in with the GBizID and copy "
                                "the values below. The ID of 11 digits is shown at once.") },
  [SGN_DECLARE_NUMBER] = { N_ ("Record the self-declaration ID"), N_ ("Shown after declaring"),
                           N_ ("Record the ID, the day and the GBizID it was made with.") },
  [SGN_DECLARE_LOGO] = { N_ ("Keep the logo file"), N_ ("As you received it"),
                         N_ ("Keep the logo file you received, and a picture of the screen after "
                             "declaring, with the record.") },
  [SGN_DECLARE_SHOWN] = { N_ ("Note where it is shown"), N_ ("Web site, cards, brochure"),
                          N_ ("Note each place, so that you find them all when something "
                              "changes.") },
};

static char *
dup_account_fact (const SgnRecord *record)
{
  return g_strdup (g_strcmp0 (record->profile->gbizid, "member") == 0 ? _ ("Member") : _ ("Prime"));
}

static char *
dup_fact (SgnDeclarationPage *self,
          const SgnRecord *record,
          const SgnDeclareState *state,
          guint step)
{
  const SgnDeclaration *declaration = sgn_record_find_star (record, self->star);

  if (step == SGN_DECLARE_SHEET)
    return g_strdup_printf (_ ("%u of %u filled in"), state->done_count, state->total);
  if (!state->done)
    return g_strdup (_ (step_words[step].fact));
  if (step == SGN_DECLARE_ACCOUNT)
    return dup_account_fact (record);
  if (step == SGN_DECLARE_DECLARE)
    return sgn_date_to_words (declaration->date, sgn_language_of_user ());
  if (step == SGN_DECLARE_NUMBER)
    return sgn_declare_box_group_number (declaration->number);
  if (step == SGN_DECLARE_LOGO)
    return g_strdup_printf (ngettext ("%u file kept", "%u files kept", state->done_count),
                            state->done_count);
  return g_strdup_printf (ngettext ("%u place noted", "%u places noted", state->done_count),
                          state->done_count);
}

static void
show_steps (SgnDeclarationPage *self, const SgnRecord *record)
{
  SgnLibrary *library = sgn_session_get_library (sgn_page_get_session (SGN_PAGE (self)));
  SgnDeclareState states[SGN_N_DECLARE_STEPS];
  guint next;

  sgn_declare_steps_of (library, record, self->star, states);
  next = sgn_declare_steps_get_next (states);
  for (guint i = 0; i < SGN_N_DECLARE_STEPS; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, (int) i);
    g_autofree char *fact = dup_fact (self, record, &states[i], i);
    SgnStepState state = i == next ? SGN_STEP_NOW : SGN_STEP_LATER;

    sgn_declare_row_show (SGN_DECLARE_ROW (row), states[i].done ? SGN_STEP_DONE : state, fact);
  }
}

static void
show_title (SgnDeclarationPage *self)
{
  const char *symbol = sgn_star_to_symbol (self->star);
  const char *words = sgn_star_to_words (self->star, sgn_language_of_user ());
  g_autofree char *title = g_strdup_printf (_ ("Declare %s"), symbol);
  g_autofree char *subtitle = g_strdup_printf ("SECURITY ACTION %s", words);

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->star == 1 ? self->one_star : self->two_stars, TRUE);
  self->showing = FALSE;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
}

/* The same box is under the values to be copied and in the step after it. */
static void
move_declare_box (SgnDeclarationPage *self)
{
  GtkWidget *box = GTK_WIDGET (self->declare);
  GtkBox *place = self->declare_places[self->step == SGN_DECLARE_NUMBER ? 1 : 0];

  if (gtk_widget_get_parent (box) == GTK_WIDGET (place))
    return;
  g_object_ref (box);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (box)), box);
  gtk_box_append (place, box);
  g_object_unref (box);
}

/* The way on stands where a step ends. */
static void
show_next (SgnDeclarationPage *self)
{
  gboolean last = self->step + 1 == SGN_N_DECLARE_STEPS;
  g_autofree char *words =
    last ? NULL : g_strdup_printf (C_ ("step", "Next: %s"), _ (step_words[self->step + 1].title));

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !last);
  if (!last)
    gtk_button_set_label (self->next_button, words);
}

static void
show_step (SgnDeclarationPage *self)
{
  g_autofree char *title =
    g_strdup_printf (_ ("%u　%s"), self->step + 1, _ (step_words[self->step].title));
  g_autofree char *name = g_strdup_printf ("%u", self->step);

  gtk_label_set_text (self->step_title, title);
  gtk_label_set_text (self->step_text, _ (step_words[self->step].text));
  gtk_list_box_select_row (self->steps,
                           gtk_list_box_get_row_at_index (self->steps, (int) self->step));
  show_next (self);
  move_declare_box (self);
  gtk_stack_set_visible_child_name (self->panels, name);
  if (self->step == SGN_DECLARE_ACCOUNT && gtk_widget_get_mapped (GTK_WIDGET (self)))
    sgn_account_box_load (self->account);
}

static void
show_record (SgnDeclarationPage *self)
{
  SgnRecord *record = sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self)));
  const SgnDeclaration *declaration;

  if (record == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sgn_page_take_news (SGN_PAGE (self));
  declaration = sgn_record_find_star (record, self->star);
  show_steps (self, record);
  sgn_account_box_show (self->account, record);
  sgn_data_sheet_show (self->sheet, record);
  sgn_data_sheet_show (self->copies, record);
  sgn_past_box_show_missing (self->before,
                             sgn_session_get_library (sgn_page_get_session (SGN_PAGE (self))),
                             record, self->star);
  sgn_declare_box_show (self->declare, record, self->star);
  sgn_past_box_show_declarations (self->past, record);
  sgn_logo_box_show (self->logo, record, declaration);
  sgn_shown_box_show (self->shown, declaration, self->star);
}

/* Where the work is. */
static void
go_to_next (SgnDeclarationPage *self, const SgnRecord *record, int star)
{
  SgnLibrary *library = sgn_session_get_library (sgn_page_get_session (SGN_PAGE (self)));
  SgnDeclareState states[SGN_N_DECLARE_STEPS];

  sgn_declare_steps_of (library, record, star, states);
  sgn_declaration_page_show_step (self, star,
                                  MIN (sgn_declare_steps_get_next (states),
                                       SGN_N_DECLARE_STEPS - 1));
}

static void
mapped_cb (SgnDeclarationPage *self)
{
  SgnRecord *record = sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self)));

  if (record != NULL && self->star == 0)
    go_to_next (self, record, sgn_declare_steps_get_star (record));
  else if (sgn_page_take_news (SGN_PAGE (self)))
    show_record (self);
  show_step (self);
}

static void
star_cb (SgnDeclarationPage *self)
{
  SgnRecord *record = sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self)));

  if (!self->showing && record != NULL)
    go_to_next (self, record, gtk_toggle_button_get_active (self->one_star) ? 1 : 2);
}

static void
step_cb (SgnDeclarationPage *self, GtkListBoxRow *row)
{
  guint step = row != NULL ? (guint) gtk_list_box_row_get_index (row) : self->step;

  if (step == self->step)
    return;
  sgn_data_sheet_leave (self->sheet);
  self->step = step;
  show_step (self);
}

static void
focus_panel (SgnDeclarationPage *self)
{
  if (self->step == SGN_DECLARE_SHEET)
    sgn_data_sheet_focus (self->sheet);
  else if (self->step == SGN_DECLARE_NUMBER)
    sgn_declare_box_focus (self->declare);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->panels), GTK_DIR_TAB_FORWARD);
}

static void
next_cb (SgnDeclarationPage *self)
{
  gtk_list_box_select_row (self->steps,
                           gtk_list_box_get_row_at_index (self->steps, (int) self->step + 1));
  focus_panel (self);
}

static void
sgn_declaration_page_opened (SgnPage *page)
{
  SgnDeclarationPage *self = SGN_DECLARATION_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, (int) self->step);

  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sgn_declaration_page_flush (SgnPage *page)
{
  SgnDeclarationPage *self = SGN_DECLARATION_PAGE (page);

  sgn_data_sheet_leave (self->sheet);
  sgn_data_sheet_leave (self->copies);
}

/* "2 3": the star and the step. */
static char *
sgn_declaration_page_dup_place (SgnPage *page)
{
  SgnDeclarationPage *self = SGN_DECLARATION_PAGE (page);

  return g_strdup_printf ("%d %u", MAX (self->star, 1), self->step);
}

static void
sgn_declaration_page_go_to_place (SgnPage *page, const char *place)
{
  g_auto (GStrv) words = g_strsplit (place, " ", 2);
  guint64 star;
  guint64 step;

  if (g_strv_length (words) == 2 && g_ascii_string_to_unsigned (words[0], 10, 1, 2, &star, NULL) &&
      g_ascii_string_to_unsigned (words[1], 10, 0, SGN_N_DECLARE_STEPS - 1, &step, NULL))
    sgn_declaration_page_show_step (SGN_DECLARATION_PAGE (page), (int) star, (guint) step);
}

static void
narrow_cb (SgnDeclarationPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  sgn_line_set_narrow (self->columns, narrow);
  gtk_widget_set_size_request (self->steps_column,
                               narrow ? -1 : sgn_text_scale_px (GTK_WIDGET (self), STEPS_WIDTH),
                               -1);
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static GtkWidget *
add_panel (SgnDeclarationPage *self, guint step, GtkWidget *panel)
{
  g_autofree char *name = g_strdup_printf ("%u", step);

  gtk_stack_add_named (self->panels, panel, name);
  return panel;
}

static void
add_panels (SgnDeclarationPage *self)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnSaving *saving = sgn_page_get_saving (SGN_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->declare_places); i++)
    self->declare_places[i] = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 14));
  self->account =
    SGN_ACCOUNT_BOX (add_panel (self, SGN_DECLARE_ACCOUNT, sgn_account_box_new (session, saving)));
  self->sheet = SGN_DATA_SHEET (
    add_panel (self, SGN_DECLARE_SHEET, sgn_data_sheet_new (session, saving, FALSE)));
  add_panel (self, SGN_DECLARE_DECLARE, GTK_WIDGET (self->declare_places[0]));
  add_panel (self, SGN_DECLARE_NUMBER, GTK_WIDGET (self->declare_places[1]));
  self->logo =
    SGN_LOGO_BOX (add_panel (self, SGN_DECLARE_LOGO, sgn_logo_box_new (session, saving)));
  self->shown =
    SGN_SHOWN_BOX (add_panel (self, SGN_DECLARE_SHOWN, sgn_shown_box_new (session, saving)));
  self->before = SGN_PAST_BOX (sgn_past_box_new ());
  self->copies = SGN_DATA_SHEET (sgn_data_sheet_new (session, saving, TRUE));
  self->past = SGN_PAST_BOX (sgn_past_box_new ());
  self->declare = SGN_DECLARE_BOX (sgn_declare_box_new (session, saving));
  gtk_box_append (self->declare_places[0], GTK_WIDGET (self->before));
  gtk_box_append (self->declare_places[0], GTK_WIDGET (self->copies));
  gtk_box_append (self->declare_places[0], GTK_WIDGET (self->declare));
  gtk_box_append (self->declare_places[1], GTK_WIDGET (self->past));
}

static void
sgn_declaration_page_constructed (GObject *object)
{
  SgnDeclarationPage *self = SGN_DECLARATION_PAGE (object);
  SgnSession *session;

  G_OBJECT_CLASS (sgn_declaration_page_parent_class)->constructed (object);

  session = sgn_page_get_session (SGN_PAGE (self));
  add_panels (self);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (show_record), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (show_record), self,
                           G_CONNECT_SWAPPED);
}

static void
sgn_declaration_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_DECLARATION_PAGE);

  G_OBJECT_CLASS (sgn_declaration_page_parent_class)->dispose (object);
}

static void
sgn_declaration_page_class_init (SgnDeclarationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_declaration_page_constructed;
  object_class->dispose = sgn_declaration_page_dispose;
  page_class->opened = sgn_declaration_page_opened;
  page_class->flush = sgn_declaration_page_flush;
  page_class->dup_place = sgn_declaration_page_dup_place;
  page_class->go_to_place = sgn_declaration_page_go_to_place;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-declaration-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, columns);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, steps_column);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, one_star);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, two_stars);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, title);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, step_title);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, step_text);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, panels);
  gtk_widget_class_bind_template_child (widget_class, SgnDeclarationPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, star_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_panel);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
}

static void
sgn_declaration_page_init (SgnDeclarationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SGN_N_DECLARE_STEPS; i++)
    gtk_list_box_append (self->steps,
                         sgn_declare_row_new (i + 1, SGN_N_DECLARE_STEPS, _ (step_words[i].title)));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  narrow_cb (self);
}

void
sgn_declaration_page_show_step (SgnDeclarationPage *self, int star, guint step)
{
  g_return_if_fail (SGN_IS_DECLARATION_PAGE (self));
  g_return_if_fail (star == 1 || star == 2);
  g_return_if_fail (step < SGN_N_DECLARE_STEPS);

  self->star = star;
  self->step = step;
  show_title (self);
  show_record (self);
  show_step (self);
}

void
sgn_declaration_page_show_next (SgnDeclarationPage *self)
{
  SgnRecord *record = NULL;

  g_return_if_fail (SGN_IS_DECLARATION_PAGE (self));

  record = sgn_session_get_record (sgn_page_get_session (SGN_PAGE (self)));
  if (record != NULL)
    go_to_next (self, record, sgn_declare_steps_get_star (record));
}

guint
sgn_declaration_page_get_step (SgnDeclarationPage *self)
{
  g_return_val_if_fail (SGN_IS_DECLARATION_PAGE (self), 0);

  return self->step;
}

int
sgn_declaration_page_get_star (SgnDeclarationPage *self)
{
  g_return_val_if_fail (SGN_IS_DECLARATION_PAGE (self), 0);

  return self->star;
}
