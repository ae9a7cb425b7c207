/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-new-name-row.h"

#include "jb-accessible.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of the sentence is shown on each side of the name, characters. */
#define CONTEXT 40

struct _JbNewNameRow
{
  GtkListBoxRow  parent_instance;

  char          *name;   /* owned */
  GtkDropDown   *types;  /* lent, by JbEntityType */
};

G_DEFINE_FINAL_TYPE (JbNewNameRow, jb_new_name_row, GTK_TYPE_LIST_BOX_ROW)

static void
jb_new_name_row_finalize (GObject *object)
{
  g_free (JB_NEW_NAME_ROW (object)->name);
  G_OBJECT_CLASS (jb_new_name_row_parent_class)->finalize (object);
}

static void
jb_new_name_row_class_init (JbNewNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_new_name_row_finalize;
}

static void
jb_new_name_row_init (JbNewNameRow *self)
{
}

/* Returns: (transfer full): what stands before @end, at most so many characters */
static char *
dup_before (const char *start, const char *end)
{
  const char *from = end;
  g_autofree char *text = NULL;

  for (guint i = 0; i < CONTEXT && from > start; i++)
    from = g_utf8_prev_char (from);
  text = g_markup_escape_text (from, end - from);
  return g_strconcat (from > start ? "…" : "", text, NULL);
}

static char *
dup_after (const char *start)
{
  const char *to = start;
  g_autofree char *text = NULL;

  for (guint i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  text = g_markup_escape_text (start, to - start);
  return g_strconcat (text, *to != '\0' ? "…" : "", NULL);
}

/* Bold and underlined: never by colour alone. */
static char *
dup_sentence_markup (const JbNewName *name)
{
  const char *at = strstr (name->sentence, name->name);
  g_autofree char *before = NULL, *inside = NULL, *after = NULL;

  if (at == NULL)
    return g_markup_escape_text (name->sentence, -1);
  before = dup_before (name->sentence, at);
  inside = g_markup_escape_text (name->name, -1);
  after = dup_after (at + strlen (name->name));
  return g_strdup_printf ("%s<b><u>%s</u></b>%s", before, inside, after);
}

static char *
dup_counts (const JbNewName *name)
{
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", name->n_times), name->n_times);
  g_autofree char *articles = g_strdup_printf (ngettext ("in %u article", "in %u articles", name->n_articles), name->n_articles);

  /* Translators: “12 times”, “in 5 articles” */
  return g_strdup_printf (_("%s %s"), times, articles);
}

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
button_new (const char *icon, const char *hint, const char *label, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
types_new (int type)
{
  const char *labels[JB_N_ENTITY_TYPES + 1] = { NULL };
  GtkWidget *types;

  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    labels[i] = jb_entity_type_get_label (i);
  types = gtk_drop_down_new_from_strings (labels);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (types), type >= 0 ? (guint) type : JB_ENTITY_TYPE_PLACE);
  gtk_widget_set_valign (types, GTK_ALIGN_CENTER);
  jb_accessible_name_parts (types, _("Type"));
  return types;
}

GtkWidget *
jb_new_name_row_new (const JbNewName *name)
{
  JbNewNameRow *self = g_object_new (JB_TYPE_NEW_NAME_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = label_new (name->name, "heading"), *sentence = label_new (NULL, NULL);
  g_autofree char *markup = dup_sentence_markup (name), *counts = dup_counts (name);
  g_autofree char *description = g_strdup_printf ("%s %s", name->name, counts);

  self->name = g_strdup (name->name);
  self->types = GTK_DROP_DOWN (types_new (name->type));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->types));
  gtk_box_append (GTK_BOX (line), button_new ("object-select-symbolic", _("Add with This Type (Enter)"), _("Add"), "discover.add",
                                              name->name));
  gtk_box_append (GTK_BOX (line), button_new ("window-close-symbolic", _("Do Not Offer Again (Delete)"), _("Dismiss"),
                                              "discover.dismiss", name->name));
  gtk_label_set_markup (GTK_LABEL (sentence), markup);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), sentence);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  title = label_new (counts, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), button_new ("go-next-symbolic", _("Show in the Article"), _("Show in the Article"),
                                              "discover.show", name->name));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  return GTK_WIDGET (self);
}

const char *
jb_new_name_row_get_name (JbNewNameRow *self)
{
  return self->name;
}

JbEntityType
jb_new_name_row_get_entity_type (JbNewNameRow *self)
{
  return gtk_drop_down_get_selected (self->types);
}
