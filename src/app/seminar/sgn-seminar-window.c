/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-window.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-countdown.h"
#include "sgn-hatch-band.h"
#include "sgn-seminar-company.h"
#include "sgn-seminar-keys.h"
#include "sgn-seminar-question.h"
#include "sgn-seminar-result.h"
#include "sgn-seminar-stage.h"
#include "sgn-share-bar.h"

#define CATALOGUE "ipa-self-check"
#define TICK_MS 200

struct _SgnSeminarWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *screens;
  SgnSeminarStage *stage;
  GtkStack *pages;
  SgnSeminarQuestion *question;
  SgnSeminarResult *result;
  GtkBox *hints;
  GtkWidget *black;

  SgnLibrary *library;
  SgnCatalogue *catalogue; /* owned by the library */
  SgnSeminarCopy *copy;
  SgnRoom *room;
  SgnRoom *before; /* (nullable): as it was before it was set back */
  SgnCountdown countdown;
  SgnReveal reveal;
  guint position;
  guint tick;
  gboolean may_close;
};

G_DEFINE_FINAL_TYPE (SgnSeminarWindow, sgn_seminar_window, ADW_TYPE_APPLICATION_WINDOW)

static guint
count_questions (SgnSeminarWindow *self)
{
  return self->catalogue->items->len;
}

static gboolean
is_question (SgnSeminarWindow *self)
{
  return self->position < count_questions (self);
}

static const SgnItem *
get_item (SgnSeminarWindow *self)
{
  return g_ptr_array_index (self->catalogue->items, self->position);
}

/* (nullable): what the sample company answered */
static const SgnAnswer *
find_sample (SgnSeminarWindow *self)
{
  SgnRecord *record = sgn_seminar_copy_get_record (self->copy);
  const SgnAssessment *assessment =
    record != NULL ? sgn_record_find_newest (record, CATALOGUE) : NULL;

  return assessment != NULL ? sgn_assessment_find_answer (assessment, get_item (self)->id) : NULL;
}

static void
show_left (SgnSeminarWindow *self)
{
  sgn_seminar_question_set_left (self->question,
                                 sgn_countdown_get_left (&self->countdown, g_get_monotonic_time ()),
                                 sgn_countdown_is_running (&self->countdown));
}

static gboolean
tick_cb (gpointer user_data)
{
  SgnSeminarWindow *self = user_data;

  show_left (self);
  if (sgn_countdown_get_left (&self->countdown, g_get_monotonic_time ()) > 0)
    return G_SOURCE_CONTINUE;
  sgn_announce (GTK_WIDGET (self), C_ ("seminar", "Time is up"));
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
watch_countdown (SgnSeminarWindow *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (sgn_countdown_is_running (&self->countdown))
    self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  show_left (self);
}

static void
show_room (SgnSeminarWindow *self)
{
  if (is_question (self))
    sgn_seminar_question_set_room (self->question, self->room, self->position);
  else
    sgn_seminar_result_show (self->result, self->catalogue, self->room);
}

static void
show_reveal (SgnSeminarWindow *self)
{
  sgn_seminar_question_reveal (self->question, self->reveal, get_item (self), find_sample (self));
}

static void
set_black (SgnSeminarWindow *self, gboolean black)
{
  gtk_stack_set_visible_child_name (self->screens, black ? "black" : "wall");
  if (black)
    gtk_widget_grab_focus (self->black);
}

static void
show_page (SgnSeminarWindow *self)
{
  gboolean question = is_question (self);
  GtkWidget *page = question ? GTK_WIDGET (self->question) : GTK_WIDGET (self->result);

  self->reveal = SGN_REVEAL_NOTHING;
  sgn_countdown_reset (&self->countdown);
  if (question) {
    sgn_seminar_question_show (self->question, self->library, self->catalogue, self->position);
    show_reveal (self);
  }
  watch_countdown (self);
  show_room (self);
  gtk_stack_set_visible_child (self->pages, page);
  set_black (self, FALSE);
  gtk_widget_grab_focus (page);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);
  guint last = count_questions (self);

  if (g_str_equal (name, "seminar.first"))
    sgn_seminar_window_go_to (self, 0);
  else if (g_str_equal (name, "seminar.last"))
    sgn_seminar_window_go_to (self, last);
  else if (g_str_equal (name, "seminar.next"))
    sgn_seminar_window_go_to (self, MIN (self->position + 1, last));
  else
    sgn_seminar_window_go_to (self, self->position > 0 ? self->position - 1 : 0);
}

static void
announce_hands (SgnSeminarWindow *self, SgnHands answer)
{
  g_autofree char *words = g_strdup_printf ("%s %u", sgn_hands_get_word (answer),
                                            sgn_room_get (self->room, self->position, answer));

  sgn_announce (GTK_WIDGET (self), words);
}

static void
count_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);
  SgnHands answer = g_variant_get_uint32 (target);

  if (!is_question (self) || answer >= SGN_N_HANDS || sgn_seminar_window_is_black (self))
    return;
  if (g_str_equal (name, "seminar.raise"))
    sgn_room_raise (self->room, self->position, answer);
  else
    sgn_room_lower (self->room, self->position, answer);
  show_room (self);
  announce_hands (self, answer);
}

static void
toggle_reveal (SgnSeminarWindow *self, SgnReveal reveal)
{
  if (!is_question (self))
    return;
  self->reveal = self->reveal == reveal ? SGN_REVEAL_NOTHING : reveal;
  show_reveal (self);
}

static void
show_good_action (GtkWidget *widget, const char *name, GVariant *target)
{
  toggle_reveal (SGN_SEMINAR_WINDOW (widget), SGN_REVEAL_GOOD);
}

static void
show_sample_action (GtkWidget *widget, const char *name, GVariant *target)
{
  toggle_reveal (SGN_SEMINAR_WINDOW (widget), SGN_REVEAL_SAMPLE);
}

static void
timer_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);

  if (!is_question (self))
    return;
  if (g_str_equal (name, "seminar.timer"))
    sgn_countdown_toggle (&self->countdown, g_get_monotonic_time ());
  else
    sgn_countdown_change (&self->countdown, g_str_equal (name, "seminar.longer") ? 1 : -1);
  watch_countdown (self);
}

static void
black_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);
  gboolean black = !sgn_seminar_window_is_black (self);

  set_black (self, black);
  if (!black)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

/* What was counted can be had back once: a key is pressed by mistake before an audience. */
static void
keep_before (SgnSeminarWindow *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  g_clear_pointer (&self->before, sgn_room_free);
  self->before = sgn_room_copy (self->room);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "seminar.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  sgn_announce (GTK_WIDGET (self), words);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);

  if (!is_question (self))
    return;
  if (sgn_room_count (self->room, self->position) > 0)
    keep_before (self, _ ("The hands of this question are back at 0"));
  sgn_room_reset (self->room, self->position);
  show_page (self);
}

static void
reset_all_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);

  if (sgn_room_count_asked (self->room) > 0)
    keep_before (self, _ ("All hands are back at 0"));
  sgn_room_reset_all (self->room);
  sgn_seminar_window_go_to (self, 0);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (widget);

  if (self->before == NULL)
    return;
  g_clear_pointer (&self->room, sgn_room_free);
  self->room = g_steal_pointer (&self->before);
  show_room (self);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
asked_to_leave_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (object);

  if (!sgn_ask_finish (GTK_WINDOW (object), result))
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (object));
}

/* What was tried out before the room goes away with it. */
static void
close_companies (SgnSeminarWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    sgn_seminar_company_close (application, self->copy);
}

static gboolean
sgn_seminar_window_close_request (GtkWindow *window)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (window);

  if (self->may_close || sgn_room_count_asked (self->room) == 0) {
    close_companies (self);
    return GTK_WINDOW_CLASS (sgn_seminar_window_parent_class)->close_request (window);
  }
  sgn_ask_async (window, _ ("Leave the seminar?"),
                 _ ("The hands that were counted are not kept anywhere. They are gone when you "
                    "leave."),
                 _ ("_Leave"), asked_to_leave_cb, NULL);
  return TRUE;
}

static void
scale_changed_cb (SgnSeminarWindow *self)
{
  double scale;

  g_object_get (self->stage, "scale", &scale, NULL);
  sgn_seminar_question_set_scale (self->question, scale);
  sgn_seminar_result_set_scale (self->result, scale);
}

static void
copy_ready_cb (SgnSeminarWindow *self)
{
  const GError *error = sgn_seminar_copy_get_error (self->copy);

  if (error != NULL)
    sgn_tell (GTK_WINDOW (self), _ ("The sample company could not be made"), error->message);
  else if (is_question (self))
    show_reveal (self);
}

static void
sgn_seminar_window_dispose (GObject *object)
{
  SgnSeminarWindow *self = SGN_SEMINAR_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SEMINAR_WINDOW);
  g_clear_pointer (&self->library, sgn_library_unref);
  g_clear_pointer (&self->room, sgn_room_free);
  g_clear_pointer (&self->before, sgn_room_free);
  g_clear_object (&self->copy);

  G_OBJECT_CLASS (sgn_seminar_window_parent_class)->dispose (object);
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "seminar.next", NULL, move_action },
  { "seminar.previous", NULL, move_action },
  { "seminar.first", NULL, move_action },
  { "seminar.last", NULL, move_action },
  { "seminar.raise", "u", count_action },
  { "seminar.lower", "u", count_action },
  { "seminar.show-good", NULL, show_good_action },
  { "seminar.show-sample", NULL, show_sample_action },
  { "seminar.timer", NULL, timer_action },
  { "seminar.longer", NULL, timer_action },
  { "seminar.shorter", NULL, timer_action },
  { "seminar.black", NULL, black_action },
  { "seminar.reset", NULL, reset_action },
  { "seminar.reset-all", NULL, reset_all_action },
  { "seminar.undo", NULL, undo_action },
  { "seminar.fullscreen", NULL, fullscreen_action },
};

static void
sgn_seminar_window_class_init (SgnSeminarWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_seminar_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sgn_seminar_window_close_request;

  g_type_ensure (SGN_TYPE_HATCH_BAND);
  g_type_ensure (SGN_TYPE_SEMINAR_QUESTION);
  g_type_ensure (SGN_TYPE_SEMINAR_RESULT);
  g_type_ensure (SGN_TYPE_SEMINAR_STAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-seminar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, question);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, result);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, hints);
  gtk_widget_class_bind_template_child (widget_class, SgnSeminarWindow, black);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

static void
sgn_seminar_window_init (SgnSeminarWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sgn_countdown_init (&self->countdown);
  sgn_seminar_keys_add (GTK_WIDGET (self));
  sgn_seminar_keys_add_hints (self->hints);
}

/**
 * sgn_seminar_window_new:
 * @application: (nullable): the application
 * @library: the program's own data
 * @clock: the clock
 *
 * Returns: (transfer none): a window with the first question; the toolkit owns it
 */
SgnSeminarWindow *
sgn_seminar_window_new (GtkApplication *application, SgnLibrary *library, SgnClock *clock)
{
  SgnSeminarWindow *self = g_object_new (SGN_TYPE_SEMINAR_WINDOW, "application", application, NULL);

  self->library = sgn_library_ref (library);
  self->catalogue = sgn_library_find_catalogue (library, CATALOGUE, NULL);
  self->room = sgn_room_new (count_questions (self));
  self->copy = sgn_seminar_copy_new (library, clock);
  g_signal_connect_object (self->copy, "ready", G_CALLBACK (copy_ready_cb), self,
                           G_CONNECT_SWAPPED);
  show_page (self);
  return self;
}

SgnSeminarCopy *
sgn_seminar_window_get_copy (SgnSeminarWindow *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_WINDOW (self), NULL);

  return self->copy;
}

const SgnRoom *
sgn_seminar_window_get_room (SgnSeminarWindow *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_WINDOW (self), NULL);

  return self->room;
}

guint
sgn_seminar_window_get_position (SgnSeminarWindow *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_WINDOW (self), 0);

  return self->position;
}

/**
 * sgn_seminar_window_go_to:
 * @self: a seminar
 * @position: a question, from 0; how many there are is the result
 */
void
sgn_seminar_window_go_to (SgnSeminarWindow *self, guint position)
{
  g_return_if_fail (SGN_IS_SEMINAR_WINDOW (self));
  g_return_if_fail (position <= count_questions (self));

  self->position = position;
  show_page (self);
}

gboolean
sgn_seminar_window_is_black (SgnSeminarWindow *self)
{
  g_return_val_if_fail (SGN_IS_SEMINAR_WINDOW (self), FALSE);

  return g_str_equal (gtk_stack_get_visible_child_name (self->screens), "black");
}
