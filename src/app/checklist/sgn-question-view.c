/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-question-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sgn-action-line.h"
#include "sgn-answer-group.h"
#include "sgn-carried-box.h"
#include "sgn-checklist-progress.h"
#include "sgn-columns.h"
#include "sgn-evidence-box.h"
#include "sgn-labels.h"
#include "sgn-looks-box.h"
#include "sgn-next-review-box.h"
#include "sgn-note-editor.h"
#include "sgn-previous-box.h"
#include "sgn-question-head.h"
#include "sgn-question-side.h"
#include "sgn-sites-box.h"
#include "sgn-state-bar.h"
#include "sgn-statement-editor.h"
#include "sgn-text-size.h"

#define WIDTH 920
/* In Latin letters, a Japanese one being two: more would fill the screen before the first answer.
 */
#define LONG_QUESTION 150

struct _SgnQuestionView {
  GtkBox parent_instance;

  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  GtkWidget *body;
  SgnStateBar *state_bar;
  SgnQuestionHead *head;
  SgnColumns *columns;
  GtkLabel *question;
  GtkWidget *good_box;
  GtkLabel *good;
  SgnCarriedBox *carried;
  SgnAnswerGroup *answers;
  SgnNoteEditor *note;
  SgnSitesBox *sites;
  SgnPreviousBox *previous;
  SgnEvidenceBox *evidence;
  SgnLooksBox *looks;
  SgnQuestionSide *side;
  SgnStatementEditor *statement;
  SgnNextReviewBox *next_review;
  SgnActionLine *action_line;

  SgnChecklist *checklist;
  guint shown; /* the item that is on the screen */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SgnQuestionView, sgn_question_view, GTK_TYPE_BOX)

enum {
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SgnItem *
get_item (SgnQuestionView *self)
{
  return sgn_checklist_get_item (self->checklist, self->shown);
}

static gboolean
is_last (SgnQuestionView *self)
{
  return self->shown + 1 == sgn_checklist_get_n_items (self->checklist);
}

static guint
count_columns (const char *text)
{
  guint columns = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    columns += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return columns;
}

/* A criterion with several conditions is too long for a headline. */
static void
show_question (SgnQuestionView *self, const char *question)
{
  gtk_label_set_text (self->question, question);
  if (count_columns (question) > LONG_QUESTION)
    gtk_widget_add_css_class (GTK_WIDGET (self->question), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->question), "long");
}

/* What depends on the item alone. */
static void
fill_texts (SgnQuestionView *self)
{
  const SgnItem *item = get_item (self);
  SgnCatalogue *catalogue = sgn_checklist_get_catalogue (self->checklist);
  SgnLanguage language = sgn_language_of_user ();
  const char *good = sgn_text_get (&item->good, language);

  show_question (self, sgn_text_get (&item->question, language));
  gtk_label_set_text (self->good, good != NULL ? good : "");
  gtk_widget_set_visible (self->good_box, good != NULL);
  sgn_answer_group_set_item (self->answers, catalogue, item);
}

/* What changes with the record. */
static void
refresh (SgnQuestionView *self)
{
  SgnChecklist *list = self->checklist;
  gboolean editable = sgn_checklist_is_editable (list);
  gboolean reason;

  /* Another catalogue, and a shorter one: where it begins is said next. */
  if (self->shown >= sgn_checklist_get_n_items (list))
    return;
  reason = sgn_checklist_get_mark (list, self->shown) == SGN_MARK_NOT_APPLICABLE;
  sgn_question_head_show_item (self->head, list, self->shown);
  sgn_question_side_show_item (self->side, list, self->shown);
  sgn_answer_group_set_value (self->answers, sgn_checklist_get_value (list, self->shown),
                              sgn_checklist_is_unsaved (list, self->shown));
  sgn_answer_group_set_locked (self->answers, !editable);
  sgn_note_editor_set_editable (self->note, editable);
  sgn_note_editor_set_title (self->note, reason ? _ ("Reason") : _ ("Note"));
  if (!sgn_note_editor_is_dirty (self->note))
    sgn_note_editor_set_text (self->note, sgn_checklist_get_note (list, self->shown));
  sgn_sites_box_show_item (self->sites, list, self->shown);
  sgn_previous_box_show_answer (self->previous, list, self->shown);
  sgn_carried_box_show_item (self->carried, list, self->shown);
  sgn_evidence_box_show_item (self->evidence, self->shown);
  sgn_looks_box_show_item (self->looks, self->shown);
  sgn_statement_editor_show_item (self->statement, list, self->shown);
  sgn_next_review_box_show_item (self->next_review, list, self->shown);
}

static void
scroll_to_top (SgnQuestionView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
moved_cb (SgnQuestionView *self)
{
  sgn_question_view_flush (self);
  self->shown = sgn_checklist_get_position (self->checklist);
  fill_texts (self);
  refresh (self);
  sgn_action_line_set_place (self->action_line, self->shown == 0, is_last (self));
  scroll_to_top (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sgn_answer_group_focus (self->answers);
}

static void
go_next (SgnQuestionView *self)
{
  if (!is_last (self))
    sgn_checklist_set_position (self->checklist, self->shown + 1);
  else
    sgn_action_line_focus_next (self->action_line);
}

/* Whether the person wants the next question as soon as one is answered; a choice of the
 * application. */
static gboolean
moves_on (void)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GVariant) state = NULL;

  if (application == NULL)
    return FALSE;
  state = g_action_group_get_action_state (G_ACTION_GROUP (application), "move-on");
  return state != NULL && g_variant_get_boolean (state);
}

/* What does not apply asks for a reason first. */
static void
chosen_cb (SgnQuestionView *self, const char *value)
{
  sgn_checklist_set_value (self->checklist, self->shown, value);
  if (moves_on () && g_strcmp0 (value, sgn_mark_to_key (SGN_MARK_NOT_APPLICABLE)) != 0)
    go_next (self);
}

static void
note_cb (SgnQuestionView *self, const char *text)
{
  sgn_checklist_set_note (self->checklist, self->shown, text);
}

/* What is typed this year stays, so it goes first. */
static void
confirm (SgnQuestionView *self)
{
  sgn_question_view_flush (self);
  sgn_checklist_confirm (self->checklist, self->shown);
  sgn_answer_group_focus (self->answers);
}

/* The same answer once more: somebody says it now. */
static void
accept_carried (SgnQuestionView *self)
{
  const char *value = sgn_checklist_get_value (self->checklist, self->shown);

  if (value != NULL)
    sgn_checklist_set_value (self->checklist, self->shown, value);
  sgn_answer_group_focus (self->answers);
}

static void
released_cb (SgnQuestionView *self)
{
  sgn_checklist_set_value (self->checklist, self->shown, "");
  sgn_answer_group_focus (self->answers);
}

static void
picked_cb (SgnQuestionView *self, guint index)
{
  sgn_checklist_set_position (self->checklist, index);
}

static void
go_back (SgnQuestionView *self)
{
  if (self->shown > 0)
    sgn_checklist_set_position (self->checklist, self->shown - 1);
}

static void
next_cb (SgnQuestionView *self)
{
  if (is_last (self))
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
  else
    go_next (self);
}

static void
go_to_unanswered (SgnQuestionView *self)
{
  guint found;

  if (sgn_checklist_find_unanswered (self->checklist, self->shown, &found))
    sgn_checklist_set_position (self->checklist, found);
}

/* Keys with a modifier act everywhere on the page, while writing too. */
static gboolean
act_on_move (SgnQuestionView *self, guint key, GdkModifierType state)
{
  if (state == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    go_next (self);
  else if (state == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    go_back (self);
  else if (state == GDK_CONTROL_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    go_to_unanswered (self);
  else if (state == 0 && (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down))
    go_next (self);
  else if (state == 0 && (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up))
    go_back (self);
  else
    return FALSE;
  return TRUE;
}

static void
tell_locked (SgnQuestionView *self)
{
  const char *words = sgn_checklist_is_closed (self->checklist)
                        ? _ ("This check is closed. Reopen it, or start a new one.")
                        : _ ("This file is read-only, so nothing can be changed.");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
}

static void
confirm_or_tell (SgnQuestionView *self)
{
  if (!sgn_checklist_is_editable (self->checklist))
    tell_locked (self);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->carried)))
    accept_carried (self);
  else
    confirm (self);
}

static gboolean
can_confirm (SgnQuestionView *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->carried)) ||
         gtk_widget_get_visible (GTK_WIDGET (self->previous));
}

static void
add_evidence (SgnQuestionView *self)
{
  if (sgn_evidence_box_is_open (self->evidence))
    sgn_evidence_box_choose_file (self->evidence);
  else
    tell_locked (self);
}

static gboolean
act_on_letter (SgnQuestionView *self, gunichar letter)
{
  const SgnScaleValue *value = sgn_label_find_value (get_item (self), letter);

  if (letter == 'm' || letter == 'M') {
    sgn_note_editor_focus (self->note);
    return TRUE;
  }
  if (letter == 'e' || letter == 'E') {
    add_evidence (self);
    return TRUE;
  }
  if ((letter == 's' || letter == 'S') && can_confirm (self)) {
    confirm_or_tell (self);
    return TRUE;
  }
  if (value == NULL)
    return FALSE;
  if (!sgn_checklist_is_editable (self->checklist)) {
    tell_locked (self);
    return TRUE;
  }
  chosen_cb (self, value->key);
  if (value->mark == SGN_MARK_NOT_APPLICABLE)
    sgn_note_editor_focus (self->note);
  else if (!moves_on ())
    sgn_answer_group_focus (self->answers);
  return TRUE;
}

/* In the bubble phase: a text field, and the input method in it, come first. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                SgnQuestionView *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (act_on_move (self, key, modifiers))
    return TRUE;
  if (modifiers == GDK_CONTROL_MASK && (key == GDK_KEY_v || key == GDK_KEY_V))
    return sgn_evidence_box_paste (self->evidence);
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  return act_on_letter (self, gdk_keyval_to_unicode (key));
}

static void
add_keys (SgnQuestionView *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
}

static void
sgn_question_view_dispose (GObject *object)
{
  SgnQuestionView *self = SGN_QUESTION_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_QUESTION_VIEW);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_question_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, body);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, state_bar);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, head);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, columns);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, question);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, good_box);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, good);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, carried);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, answers);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, note);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, sites);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, previous);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, evidence);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, looks);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, side);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, statement);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, next_review);
  gtk_widget_class_bind_template_child (widget_class, SgnQuestionView, action_line);
}

static void
sgn_question_view_class_init (SgnQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_question_view_dispose;

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", SGN_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SGN_TYPE_ACTION_LINE);
  g_type_ensure (SGN_TYPE_ANSWER_GROUP);
  g_type_ensure (SGN_TYPE_CARRIED_BOX);
  g_type_ensure (SGN_TYPE_COLUMNS);
  g_type_ensure (SGN_TYPE_EVIDENCE_BOX);
  g_type_ensure (SGN_TYPE_LOOKS_BOX);
  g_type_ensure (SGN_TYPE_NEXT_REVIEW_BOX);
  g_type_ensure (SGN_TYPE_NOTE_EDITOR);
  g_type_ensure (SGN_TYPE_PREVIOUS_BOX);
  g_type_ensure (SGN_TYPE_QUESTION_HEAD);
  g_type_ensure (SGN_TYPE_QUESTION_SIDE);
  g_type_ensure (SGN_TYPE_SITES_BOX);
  g_type_ensure (SGN_TYPE_STATE_BAR);
  g_type_ensure (SGN_TYPE_STATEMENT_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-question-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, accept_carried);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
sgn_question_view_init (SgnQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Inside the scrolled window, which would take Page Up and Page Down for itself. */
  add_keys (self, self->body);
  add_keys (self, GTK_WIDGET (self->action_line));
  sgn_evidence_box_take_drops (self->evidence, GTK_WIDGET (self->scrolled));
}

/* From 200 per cent up what counts as done stands behind the answers, so that the first answer is
 * on the first screen. */
static void
arrange (SgnQuestionView *self)
{
  gboolean large = sgn_text_is_large (GTK_WIDGET (self));

  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
  g_object_set (self->columns, "narrow", self->narrow, NULL);
  sgn_state_bar_set_narrow (self->state_bar, self->narrow);
  sgn_question_head_set_narrow (self->head, self->narrow);
  sgn_answer_group_set_narrow (self->answers, self->narrow);
  sgn_note_editor_set_hint_visible (self->note, !self->narrow);
  sgn_statement_editor_set_narrow (self->statement, self->narrow);
  sgn_action_line_set_narrow (self->action_line, self->narrow);
  gtk_widget_insert_after (self->good_box, GTK_WIDGET (self->columns),
                           large ? GTK_WIDGET (self->answers) : GTK_WIDGET (self->question));
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/**
 * sgn_question_view_watch:
 * @self: a question view
 * @checklist: whose questions it shows
 * @saving: what the saved line says
 */
void
sgn_question_view_watch (SgnQuestionView *self, SgnChecklist *checklist, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_QUESTION_VIEW (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  sgn_action_line_watch (self->action_line, sgn_checklist_get_session (checklist), saving);
  sgn_state_bar_watch (self->state_bar, checklist);
  sgn_evidence_box_watch (self->evidence, checklist, saving);
  sgn_looks_box_watch (self->looks, checklist, saving);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checklist, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  moved_cb (self);
}

/**
 * sgn_question_view_set_narrow:
 * @self: a question view
 * @narrow: whether there is one column
 */
void
sgn_question_view_set_narrow (SgnQuestionView *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_QUESTION_VIEW (self));

  self->narrow = narrow;
  arrange (self);
}

void
sgn_question_view_flush (SgnQuestionView *self)
{
  g_return_if_fail (SGN_IS_QUESTION_VIEW (self));

  sgn_note_editor_flush (self->note);
  sgn_statement_editor_flush (self->statement);
}

void
sgn_question_view_focus (SgnQuestionView *self)
{
  g_return_if_fail (SGN_IS_QUESTION_VIEW (self));

  sgn_answer_group_focus (self->answers);
}
