/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-proposals-view.h"

#include "jb-accessible.h"
#include "jb-alias-proposals.h"
#include "jb-entity-table.h"
#include "jb-proposals.h"
#include "jb-registry.h"
#include "jb-string.h"
#include "jb-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Looking for proposals reads the whole registry; while one goes through the list nothing is looked for. */
#define DELAY_MS 300

#define PROPOSAL_KEY "jb-proposal"

struct _JbProposalsView
{
  GtkWidget            parent_instance;

  JbStore             *store;       /* owned, NULL until set */
  char                *entity;      /* owned id, NULL for none */
  GCancellable        *looking;     /* owned, NULL while nothing is being looked for */
  guint                look_id;     /* of the look to come, 0 while none is due */
  AdwPreferencesGroup *group;
  GPtrArray           *rows;        /* owned, of lent rows of group */
};

G_DEFINE_FINAL_TYPE (JbProposalsView, jb_proposals_view, GTK_TYPE_WIDGET)

/* ---- what the writer's thread is asked to do ---- */

typedef struct
{
  char     *entity;   /* owned id */
  char     *name;     /* owned */
  gboolean  accept;   /* the name becomes the entity's; else it is not proposed again */
} Verdict;

static void
verdict_free (Verdict *verdict)
{
  g_free (verdict->entity);
  g_free (verdict->name);
  g_free (verdict);
}

static gpointer
carry_out (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Verdict *verdict = data;
  g_autoptr(JbEntity) entity = jb_entity_table_load (library, verdict->entity, error);
  JbAliasKind kind;

  if (entity == NULL)
    return GINT_TO_POINTER (FALSE);
  kind = g_utf8_strlen (verdict->name, -1) < g_utf8_strlen (entity->name, -1) ? JB_ALIAS_KIND_SHORT : JB_ALIAS_KIND_VARIANT;
  return GINT_TO_POINTER (verdict->accept ? jb_registry_add_alias (library, entity, verdict->name, kind, error)
                                          : jb_proposals_dismiss (library, entity, verdict->name, error));
}

static void
carried_out_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbProposalsView) self = data;
  g_autoptr(GError) error = NULL;

  if (!jb_store_run_finish (JB_STORE (store), result, &error))
    jb_toast_show_error (GTK_WIDGET (self), _("The entity was not changed"), error);
}

static void
decide (JbProposalsView *self, GtkWidget *button, gboolean accept)
{
  const JbProposal *proposal = g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW)), PROPOSAL_KEY);
  Verdict *verdict;

  if (self->store == NULL)
    return;
  verdict = g_new (Verdict, 1);
  *verdict = (Verdict) { g_strdup (proposal->entity), g_strdup (proposal->name), accept };
  jb_store_run_async (self->store, JB_STORE_WRITE, carry_out, verdict, (GDestroyNotify) verdict_free, NULL, NULL, carried_out_cb,
                      g_object_ref (self));
}

static void
accept_cb (GtkWidget *button, JbProposalsView *self)
{
  decide (self, button, TRUE);
}

static void
dismiss_cb (GtkWidget *button, JbProposalsView *self)
{
  decide (self, button, FALSE);
}

/* ---- filling ---- */

static void
add_button (JbProposalsView *self, GtkWidget *row, const char *icon, const char *tooltip, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Takes @proposal. A name that another entity bears does not become this one's as well; its row leads there. */
static void
add_row (JbProposalsView *self, JbProposal *proposal)
{
  const char *reason = jb_alias_reason_describe (proposal->reason);
  g_autofree char *seen = g_strdup_printf (ngettext ("Seen in %u article", "Seen in %u articles", proposal->n_articles),
                                           proposal->n_articles);
  /* Translators: where a name comes from, and a sentence that says why it may be the same. */
  g_autofree char *subtitle = g_strdup_printf (_("%s. %s"), proposal->other != NULL ? _("An entity of its own") : seen, reason);
  g_autofree char *accept = g_strdup_printf (_("Add “%s” as Another Name"), proposal->name);
  g_autofree char *dismiss = g_strdup_printf (_("“%s” Is Something Else"), proposal->name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), proposal->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), PROPOSAL_KEY, proposal, (GDestroyNotify) jb_proposal_free);
  if (proposal->other == NULL)
    add_button (self, row, "object-select-symbolic", _("Add as Another Name"), accept, G_CALLBACK (accept_cb));
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-entity");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", proposal->other);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  add_button (self, row, "window-close-symbolic", _("Something Else"), dismiss, G_CALLBACK (dismiss_cb));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (JbProposalsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gpointer
look (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_proposals_load (library, data, -1, error);
}

/* What cannot be proposed is not missed: a library that cannot be read is told by the dossier. */
static void
found_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbProposalsView) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) proposals = jb_store_run_finish (JB_STORE (store), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->group == NULL)
    return;
  g_clear_object (&self->looking);
  clear_rows (self);
  while (proposals != NULL && proposals->len > 0)
    add_row (self, g_ptr_array_steal_index (proposals, 0));
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static gboolean
look_due_cb (gpointer data)
{
  JbProposalsView *self = data;

  self->look_id = 0;
  self->looking = g_cancellable_new ();
  jb_store_run_async (self->store, JB_STORE_READ, look, g_strdup (self->entity), g_free, (GDestroyNotify) g_ptr_array_unref,
                      self->looking, found_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop (JbProposalsView *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
jb_proposals_view_dispose (GObject *object)
{
  JbProposalsView *self = JB_PROPOSALS_VIEW (object);

  stop (self);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_PROPOSALS_VIEW);
  G_OBJECT_CLASS (jb_proposals_view_parent_class)->dispose (object);
}

static void
jb_proposals_view_finalize (GObject *object)
{
  JbProposalsView *self = JB_PROPOSALS_VIEW (object);

  g_free (self->entity);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (jb_proposals_view_parent_class)->finalize (object);
}

static void
jb_proposals_view_class_init (JbProposalsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_proposals_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_proposals_view_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/entities/jb-proposals-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JbProposalsView, group);
}

static void
jb_proposals_view_init (JbProposalsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (GTK_WIDGET (self->group), _("The Same As…?"));
}

void
jb_proposals_view_set_entity (JbProposalsView *self, JbStore *store, const char *entity)
{
  g_set_object (&self->store, store);
  jb_set_string (&self->entity, entity);
  clear_rows (self);
  jb_proposals_view_reload (self);
}

void
jb_proposals_view_reload (JbProposalsView *self)
{
  stop (self);
  if (self->store != NULL && self->entity != NULL)
    self->look_id = g_timeout_add (DELAY_MS, look_due_cb, self);
}
