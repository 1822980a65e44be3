/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-evidence.h"
#include "sgn-labels.h"
#include "sgn-thumbnail.h"

struct _SgnEvidenceRow {
  GtkBox parent_instance;

  GtkButton *open_button;
  SgnThumbnail *thumbnail;
  GtkLabel *title;
  GtkLabel *facts;
  GtkLabel *state;
  GtkMenuButton *more;

  gint64 evidence;
};

G_DEFINE_FINAL_TYPE (SgnEvidenceRow, sgn_evidence_row, GTK_TYPE_BOX)

/* “16 October · 1.2 MB” */
static char *
dup_facts (const SgnEvidence *evidence, const char *now)
{
  g_autofree char *own =
    evidence->dated != NULL ? g_strdup_printf ("%sT00:00:00+09:00", evidence->dated) : NULL;
  g_autofree char *day =
    sgn_label_day (own != NULL ? own : evidence->added_at, now, sgn_language_of_user ());
  g_autofree char *size = sgn_label_size (evidence->size);

  /* Translators: the day of a file, and its size */
  return g_strdup_printf (_ ("%s · %s"), day, size);
}

/* (nullable): only where it is not as it should be */
static char *
dup_state (const SgnRecord *record, const SgnEvidence *evidence, const char *now)
{
  g_autofree char *today = sgn_time_get_date (now);
  SgnEvidenceState state = sgn_evidence_get_state (record, evidence, today);
  int days = 0;

  if (state == SGN_EVIDENCE_CURRENT)
    return NULL;
  if (state == SGN_EVIDENCE_EXPIRING && sgn_evidence_days_left (evidence, today, &days))
    return g_strdup_printf (ngettext ("expires in %d day", "expires in %d days", (gulong) days),
                            days);
  return g_strdup (sgn_evidence_state_to_word (state));
}

static GMenuModel *
make_menu (gint64 id, gboolean locked)
{
  static const struct {
    const char *label;
    const char *action;
  } entries[] = {
    { NC_ ("evidence", "_Open"), "evidence.open" },
    { NC_ ("evidence", "_Title and Dates…"), "evidence.edit" },
    { NC_ ("evidence", "_Replace by a Newer File…"), "evidence.replace" },
    { NC_ ("evidence", "Take from This _Question"), "evidence.unlink" },
    { NC_ ("evidence", "_Withdraw"), "evidence.retire" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < (locked ? 1 : G_N_ELEMENTS (entries)); i++) {
    g_autoptr (GMenuItem) item =
      g_menu_item_new (g_dpgettext2 (NULL, "evidence", entries[i].label), NULL);

    g_menu_item_set_action_and_target (item, entries[i].action, "x", id);
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

static void
name_buttons (SgnEvidenceRow *self, const SgnEvidence *evidence, const char *facts)
{
  const char *title = sgn_evidence_get_title (evidence, sgn_language_of_user ());
  g_autofree char *open = g_strdup_printf (_ ("Open %s"), title);
  g_autofree char *more = g_strdup_printf (_ ("More about %s"), title);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open_button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  open, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
}

static void
fill (SgnEvidenceRow *self, SgnSession *session, const SgnEvidence *evidence, gboolean locked)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (session));
  g_autofree char *facts = dup_facts (evidence, now);
  g_autofree char *state = dup_state (sgn_session_get_record (session), evidence, now);
  g_autofree char *said = state != NULL ? g_strdup_printf ("%s, %s", facts, state) : NULL;
  g_autoptr (GMenuModel) menu = make_menu (evidence->id, locked);

  self->evidence = evidence->id;
  sgn_thumbnail_show (self->thumbnail, session, evidence);
  gtk_label_set_text (self->title, sgn_evidence_get_title (evidence, sgn_language_of_user ()));
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_menu_button_set_menu_model (self->more, menu);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "x", evidence->id);
  name_buttons (self, evidence, said != NULL ? said : facts);
}

static void
sgn_evidence_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_EVIDENCE_ROW);

  G_OBJECT_CLASS (sgn_evidence_row_parent_class)->dispose (object);
}

static void
sgn_evidence_row_class_init (SgnEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_evidence_row_dispose;

  g_type_ensure (SGN_TYPE_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceRow, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceRow, state);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceRow, more);
}

static void
sgn_evidence_row_init (SgnEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_evidence_row_new:
 * @session: a session with an open file
 * @evidence: one of its files
 * @locked: whether it can only be looked at
 *
 * Returns: (transfer none): a floating row
 */
GtkWidget *
sgn_evidence_row_new (SgnSession *session, const SgnEvidence *evidence, gboolean locked)
{
  SgnEvidenceRow *self = g_object_new (SGN_TYPE_EVIDENCE_ROW, NULL);

  g_return_val_if_fail (SGN_IS_SESSION (session) && evidence != NULL, GTK_WIDGET (self));

  fill (self, session, evidence, locked);
  return GTK_WIDGET (self);
}

gint64
sgn_evidence_row_get_evidence (SgnEvidenceRow *self)
{
  g_return_val_if_fail (SGN_IS_EVIDENCE_ROW (self), 0);

  return self->evidence;
}
