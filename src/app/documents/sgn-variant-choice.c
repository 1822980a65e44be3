/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-variant-choice.h"

#include <glib/gi18n-lib.h>

struct _SgnVariantChoice {
  GtkBox parent_instance;

  GtkDropDown *drop_down;

  GPtrArray *variants; /* of const char*, as they stand in the drop-down; owned by the library */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnVariantChoice, sgn_variant_choice, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct {
  const char *variant;
  const char *words;
} names[] = {
  { "a4-horizontal", NC_ ("variant", "A4, lines across") },
  { "a4-vertical", NC_ ("variant", "A4, lines downwards") },
  { "a3-horizontal", NC_ ("variant", "A3, lines across") },
  { "a3-vertical", NC_ ("variant", "A3, lines downwards") },
  { "blank", NC_ ("variant", "Blank") },
  { "filled", NC_ ("variant", "With the answers so far") },
};

/* A variant nobody has named in words keeps its key. */
static const char *
get_words (const char *variant)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].variant, variant))
      return g_dpgettext2 (GETTEXT_PACKAGE, "variant", names[i].words);
  return variant;
}

static char *
dup_obstacle (SgnSession *session, const SgnProjectionRequest *words, const char *variant)
{
  SgnProjectionRequest request = *words;

  request.variant = variant;
  return sgn_projection_dup_obstacle (sgn_session_get_library (session),
                                      sgn_session_get_record (session), &request);
}

/* What stops one variant and not the usual one is a matter of the variant: it is not offered. */
static GPtrArray *
find_variants (SgnSession *session, const SgnProjectionRequest *request, char **all)
{
  GPtrArray *variants = g_ptr_array_new ();
  g_autofree char *usual = all[0] != NULL ? dup_obstacle (session, request, NULL) : NULL;

  for (guint i = 0; all[i] != NULL; i++) {
    g_autofree char *obstacle = dup_obstacle (session, request, all[i]);

    if (obstacle == NULL || usual != NULL)
      g_ptr_array_add (variants, all[i]);
  }
  return variants;
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  gboolean equal = a != NULL && a->len == b->len;

  for (guint i = 0; equal && i < a->len; i++)
    equal = g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
  return equal;
}

/* The variant chosen before stays, when it is still offered. */
static void
fill (SgnVariantChoice *self, GPtrArray *variants)
{
  const char *before = sgn_variant_choice_get_variant (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < variants->len; i++) {
    const char *variant = g_ptr_array_index (variants, i);

    gtk_string_list_append (words, get_words (variant));
    if (g_strcmp0 (variant, before) == 0)
      selected = i;
  }
  g_clear_pointer (&self->variants, g_ptr_array_unref);
  self->variants = g_ptr_array_ref (variants);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (words));
  if (variants->len > 0)
    gtk_drop_down_set_selected (self->drop_down, selected);
  self->filling = FALSE;
}

static void
selected_cb (SgnVariantChoice *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sgn_variant_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_VARIANT_CHOICE);

  G_OBJECT_CLASS (sgn_variant_choice_parent_class)->dispose (object);
}

static void
sgn_variant_choice_finalize (GObject *object)
{
  g_clear_pointer (&SGN_VARIANT_CHOICE (object)->variants, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_variant_choice_parent_class)->finalize (object);
}

static void
sgn_variant_choice_class_init (SgnVariantChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_variant_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_variant_choice_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_VARIANT_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-variant-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnVariantChoice, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
sgn_variant_choice_init (SgnVariantChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_variant_choice_show_sheet:
 * @self: a choice
 * @session: a session with an open file
 * @request: which sheet, for whom, in which language; its variant does not matter
 *
 * Offers the variants in which the sheet can be made.
 */
void
sgn_variant_choice_show_sheet (SgnVariantChoice *self,
                               SgnSession *session,
                               const SgnProjectionRequest *request)
{
  const SgnDocument *document;
  g_autoptr (GPtrArray) variants = NULL;

  g_return_if_fail (SGN_IS_VARIANT_CHOICE (self));

  document = sgn_documents_find (sgn_session_get_library (session)->documents, request->document);
  g_return_if_fail (document != NULL);
  variants = find_variants (session, request, document->variants);
  if (!are_equal (self->variants, variants))
    fill (self, variants);
  gtk_widget_set_visible (GTK_WIDGET (self), variants->len > 1);
}

const char *
sgn_variant_choice_get_variant (SgnVariantChoice *self)
{
  guint selected;

  g_return_val_if_fail (SGN_IS_VARIANT_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);
  return self->variants != NULL && selected < self->variants->len
           ? g_ptr_array_index (self->variants, selected)
           : NULL;
}
