/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-looks-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"
#include "sgn-expert-mark.h"
#include "sgn-labels.h"

struct _SgnLooksBox {
  GtkBox parent_instance;

  GtkLabel *reviewed;
  GtkButton *review_button;
  GtkWidget *expert_box;
  SgnExpertMark *mark;
  GtkDropDown *state;
  GtkLabel *date;
  GtkEditable *name;

  SgnChecklist *checklist;
  SgnSaving *saving;
  char *item; /* (nullable): id of the one that is shown */
  gboolean has_review;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnLooksBox, sgn_looks_box, GTK_TYPE_BOX)

/* Of the drop-down, in its order. */
static const SgnLook looks[] = { SGN_LOOK_NOT_YET, SGN_LOOK_ASKED, SGN_LOOK_SEEN };

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnLooksBox) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (self->saving != NULL)
    sgn_saving_end (self->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("This could not be noted"), error->message);
}

static SgnAnswerPlace
get_place (SgnLooksBox *self)
{
  const SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);

  return (SgnAnswerPlace){ .catalogue = sgn_checklist_get_catalogue (self->checklist)->id,
                           .assessment = assessment->id };
}

static void
review_cb (SgnLooksBox *self)
{
  const char *items[] = { self->item, NULL };
  const SgnReview review = { .place = get_place (self), .items = items, .none = self->has_review };

  sgn_saving_begin (self->saving);
  sgn_session_review_answers_async (sgn_checklist_get_session (self->checklist), &review,
                                    written_cb, g_object_ref (self));
}

static const char *
look_to_key (SgnLook look)
{
  if (look == SGN_LOOK_SEEN)
    return SGN_EXPERT_SEEN;
  return look == SGN_LOOK_ASKED ? SGN_EXPERT_ASKED : NULL;
}

static void
write_expert (SgnLooksBox *self)
{
  const char *items[] = { self->item, NULL };
  SgnLook look = looks[gtk_drop_down_get_selected (self->state)];
  const char *name = gtk_editable_get_text (self->name);
  const SgnExpertNote note = { .place = get_place (self),
                               .items = items,
                               .state = look_to_key (look),
                               .name = look != SGN_LOOK_NOT_YET && *name != '\0' ? name : NULL };

  sgn_saving_begin (self->saving);
  sgn_session_note_expert_async (sgn_checklist_get_session (self->checklist), &note, written_cb,
                                 g_object_ref (self));
}

static void
state_cb (SgnLooksBox *self)
{
  if (!self->filling && self->item != NULL)
    write_expert (self);
}

/* (nullable) */
static const SgnAnswer *
find_answer (SgnLooksBox *self)
{
  const SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);

  return assessment != NULL && self->item != NULL
           ? sgn_assessment_find_answer (assessment, self->item)
           : NULL;
}

/* When Enter is pressed or the field is left. */
static void
name_cb (SgnLooksBox *self)
{
  const SgnAnswer *answer = find_answer (self);
  const char *before = answer != NULL && answer->expert_name != NULL ? answer->expert_name : "";

  if (answer == NULL || answer->expert == NULL || !sgn_checklist_is_editable (self->checklist) ||
      g_strcmp0 (gtk_editable_get_text (self->name), before) == 0)
    return;
  write_expert (self);
}

static char *
dup_day (SgnLooksBox *self, const char *date)
{
  g_autofree char *now =
    sgn_clock_now (sgn_session_get_clock (sgn_checklist_get_session (self->checklist)));
  g_autofree char *time = date != NULL ? g_strdup_printf ("%sT00:00:00+09:00", date) : NULL;

  return sgn_label_day (time, now, sgn_language_of_user ());
}

static void
fill_review (SgnLooksBox *self, const SgnAnswer *answer, gboolean editable)
{
  const SgnRecord *record = sgn_checklist_get_answers (self->checklist)->record;
  const SgnPerson *person = sgn_record_find_person (record, answer->reviewed_by);
  g_autofree char *day = dup_day (self, answer->reviewed_on);
  g_autofree char *words = NULL;

  self->has_review = answer->reviewed_on != NULL;
  words = self->has_review && person != NULL ? g_strdup_printf ("%s　%s", day, person->name)
                                             : g_strdup (day);
  gtk_label_set_text (self->reviewed, self->has_review ? words : _ ("Not reviewed yet"));
  gtk_button_set_label (self->review_button,
                        self->has_review ? _ ("Take Back") : _ ("Reviewed Today"));
  gtk_widget_set_visible (GTK_WIDGET (self->review_button), editable);
}

static gboolean
is_typing (SgnLooksBox *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->name)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
fill_expert (SgnLooksBox *self, const SgnAnswer *answer, gboolean editable)
{
  SgnLook look = sgn_look_from_key (answer->expert);
  g_autofree char *day = dup_day (self, answer->expert_on);

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i] == look)
      gtk_drop_down_set_selected (self->state, i);
  if (!is_typing (self))
    gtk_editable_set_text (self->name, answer->expert_name != NULL ? answer->expert_name : "");
  self->filling = FALSE;
  sgn_expert_mark_set_look (self->mark, look);
  gtk_label_set_text (self->date, day);
  gtk_widget_set_visible (GTK_WIDGET (self->date), *day != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->name), look != SGN_LOOK_NOT_YET);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), editable);
  gtk_editable_set_editable (self->name, editable);
}

static void
sgn_looks_box_dispose (GObject *object)
{
  SgnLooksBox *self = SGN_LOOKS_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_LOOKS_BOX);
  g_clear_object (&self->checklist);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_looks_box_parent_class)->dispose (object);
}

static void
sgn_looks_box_finalize (GObject *object)
{
  g_clear_pointer (&SGN_LOOKS_BOX (object)->item, g_free);

  G_OBJECT_CLASS (sgn_looks_box_parent_class)->finalize (object);
}

static void
sgn_looks_box_class_init (SgnLooksBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_looks_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_looks_box_finalize;

  g_type_ensure (SGN_TYPE_EXPERT_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-looks-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, reviewed);
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, review_button);
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, expert_box);
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, mark);
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, state);
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, date);
  gtk_widget_class_bind_template_child (widget_class, SgnLooksBox, name);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_cb);
}

static void
sgn_looks_box_init (SgnLooksBox *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_string_list_append (words, sgn_look_get_words (looks[i]));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (words));
}

void
sgn_looks_box_watch (SgnLooksBox *self, SgnChecklist *checklist, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_LOOKS_BOX (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  self->saving = g_object_ref (saving);
}

/* What was typed belongs to the item it was typed at. */
static void
turn_to (SgnLooksBox *self, const char *item)
{
  if (g_strcmp0 (self->item, item) == 0)
    return;
  name_cb (self);
  g_free (self->item);
  self->item = g_strdup (item);
  gtk_editable_set_text (self->name, "");
}

/**
 * sgn_looks_box_show_item:
 * @self: a box
 * @index: the item on the screen
 */
void
sgn_looks_box_show_item (SgnLooksBox *self, guint index)
{
  gboolean editable;
  const SgnAnswer *answer;

  g_return_if_fail (SGN_IS_LOOKS_BOX (self));

  editable = sgn_checklist_is_editable (self->checklist);
  turn_to (self, sgn_checklist_get_item (self->checklist, index)->id);
  answer = find_answer (self);
  gtk_widget_set_visible (GTK_WIDGET (self), answer != NULL && answer->value != NULL);
  if (answer == NULL)
    return;
  fill_review (self, answer, editable);
  fill_expert (self, answer, editable);
  gtk_widget_set_visible (self->expert_box, sgn_checklist_asks_experts (self->checklist));
}
