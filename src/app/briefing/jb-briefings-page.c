/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   outline ──selected──▶ preview marks it          outline ──edited, moved──▶ change ──▶ writer's thread
 *   preview ──item-clicked──▶ outline selects it    store changed ──▶ all briefings again ──▶ outline, preview
 */
#include "jb-briefings-page.h"

#include "jb-accessible.h"
#include "jb-briefing-change.h"
#include "jb-briefing-print.h"
#include "jb-briefing-series.h"
#include "jb-briefing-table.h"
#include "jb-draft-dialog.h"
#include "jb-masthead-dialog.h"
#include "jb-outline.h"
#include "jb-page-preview.h"
#include "jb-string.h"
#include "jb-text-dialog.h"
#include "jb-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _JbBriefingsPage
{
  JbWindowPage   parent_instance;

  GPtrArray     *briefings;     /* owned, of JbBriefing, the newest first; NULL until loaded */
  JbBriefing    *briefing;      /* owned, the one shown; NULL for none */
  char          *wanted;        /* owned id of the one to show after the next load, NULL for the same as now */
  gboolean       select_new;    /* what the next load brings into the outline is to be selected */
  gboolean       filling;       /* while the list of briefings is set */
  char          *moving;        /* owned id of the part whose move is on its way, NULL for none */
  int            moves_left;    /* places it is still to go, from keys pressed meanwhile; up is negative */
  gboolean       written;       /* a change was stored, and the next load will show it */

  GtkStack      *stack;
  AdwLeaflet    *leaflet;
  GtkWidget     *outline_pane;
  GtkWidget     *preview_pane;
  GtkDropDown   *chooser;
  GtkWidget     *back_button;
  GtkWidget     *pages_button;
  GtkStack      *outline_stack;
  JbOutline     *outline;
  JbPagePreview *preview;
};

G_DEFINE_FINAL_TYPE (JbBriefingsPage, jb_briefings_page, JB_TYPE_WINDOW_PAGE)

static void reload (JbBriefingsPage *self);
static void go_on_moving (JbBriefingsPage *self);

/* ---- comparing, so that a reload without news moves nothing ---- */

static gboolean
items_equal (const JbBriefingItem *a, const JbBriefingItem *b)
{
  return strcmp (a->id, b->id) == 0 && strcmp (a->text, b->text) == 0 && g_strcmp0 (a->citation, b->citation) == 0;
}

static gboolean
sections_equal (const JbBriefingSection *a, const JbBriefingSection *b)
{
  if (strcmp (a->id, b->id) != 0 || strcmp (a->heading, b->heading) != 0 || a->items->len != b->items->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!items_equal (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)))
      return FALSE;
  return TRUE;
}

static gboolean
briefings_equal (const JbBriefing *a, const JbBriefing *b)
{
  if (strcmp (a->id, b->id) != 0 || strcmp (a->title, b->title) != 0 || strcmp (a->issue, b->issue) != 0 ||
      g_strcmp0 (a->date, b->date) != 0 || strcmp (a->issuer, b->issuer) != 0 ||
      strcmp (a->template_name, b->template_name) != 0 || strcmp (a->note, b->note) != 0 ||
      strcmp (a->report_to, b->report_to) != 0 || strcmp (a->send_to, b->send_to) != 0 ||
      strcmp (a->issue_to, b->issue_to) != 0 || strcmp (a->copies, b->copies) != 0 || a->sections->len != b->sections->len)
    return FALSE;
  for (guint i = 0; i < a->sections->len; i++)
    if (!sections_equal (g_ptr_array_index (a->sections, i), g_ptr_array_index (b->sections, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_part (const JbBriefing *briefing, const char *id)
{
  for (guint i = 0; i < briefing->sections->len; i++)
    {
      const JbBriefingSection *section = g_ptr_array_index (briefing->sections, i);

      if (strcmp (section->id, id) == 0)
        return TRUE;
      for (guint j = 0; j < section->items->len; j++)
        if (strcmp (((JbBriefingItem *) g_ptr_array_index (section->items, j))->id, id) == 0)
          return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): id of the last item or section that @old has not; lent */
static const char *
find_new_part (const JbBriefing *briefing, const JbBriefing *old)
{
  const char *found = NULL;

  for (guint i = 0; i < briefing->sections->len; i++)
    {
      const JbBriefingSection *section = g_ptr_array_index (briefing->sections, i);

      if (!has_part (old, section->id))
        found = section->id;
      for (guint j = 0; j < section->items->len; j++)
        if (!has_part (old, ((JbBriefingItem *) g_ptr_array_index (section->items, j))->id))
          found = ((JbBriefingItem *) g_ptr_array_index (section->items, j))->id;
    }
  return found;
}

/* ---- what is shown ---- */

static void
set_enabled (JbBriefingsPage *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_actions (JbBriefingsPage *self)
{
  static const char *const of_briefing[] = {
    "briefing.masthead", "briefing.delete", "briefing.add-section", "briefing.add-text", "briefing.print", "briefing.export",
  };
  static const char *const of_part[] = { "briefing.edit", "briefing.remove", "briefing.move-up", "briefing.move-down" };
  GObject *part = self->briefing != NULL ? jb_outline_get_selected (self->outline) : NULL;
  gboolean has_store = jb_window_page_get_store (JB_WINDOW_PAGE (self)) != NULL;

  set_enabled (self, "briefing.new", has_store);
  set_enabled (self, "briefing.draft", has_store);
  for (guint i = 0; i < G_N_ELEMENTS (of_briefing); i++)
    set_enabled (self, of_briefing[i], self->briefing != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_part); i++)
    set_enabled (self, of_part[i], part != NULL);
  set_enabled (self, "briefing.open-source", JB_IS_BRIEFING_ITEM (part) && JB_BRIEFING_ITEM (part)->article != NULL);
}

static void
show_briefing (JbBriefingsPage *self, JbBriefing *briefing)
{
  g_autoptr(JbBriefing) old = g_steal_pointer (&self->briefing);
  gboolean same = old != NULL && briefing != NULL && strcmp (old->id, briefing->id) == 0;

  if (same && briefings_equal (old, briefing))
    {
      self->briefing = g_steal_pointer (&old);
      return;
    }
  g_set_object (&self->briefing, briefing);
  if (!same)
    jb_outline_select (self->outline, NULL, FALSE);
  jb_outline_set_briefing (self->outline, briefing);
  jb_page_preview_set_briefing (self->preview, briefing);
  if (same && self->select_new)
    {
      const char *part = find_new_part (briefing, old);

      if (part != NULL)
        jb_outline_select (self->outline, part, TRUE);
      self->select_new = FALSE;
    }
  if (briefing != NULL)
    gtk_stack_set_visible_child_name (self->outline_stack, briefing->sections->len > 0 ? "outline" : "empty");
}

static void
show_list (JbBriefingsPage *self, guint selected)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GListModel *old = gtk_drop_down_get_model (self->chooser);
  gboolean same = old != NULL && g_list_model_get_n_items (old) == self->briefings->len;

  for (guint i = 0; i < self->briefings->len; i++)
    {
      g_autofree char *label = jb_briefing_series_dup_label (g_ptr_array_index (self->briefings, i));

      gtk_string_list_append (labels, label);
      same = same && strcmp (gtk_string_list_get_string (GTK_STRING_LIST (old), i), label) == 0;
    }
  self->filling = TRUE;
  if (!same)
    gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->filling = FALSE;
}

/* Shows the one wanted, else the same as before, else the newest. */
static void
show_briefings (JbBriefingsPage *self)
{
  const char *id = self->wanted != NULL ? self->wanted : self->briefing != NULL ? self->briefing->id : NULL;
  guint selected = 0;

  for (guint i = 0; id != NULL && i < self->briefings->len; i++)
    if (strcmp (((JbBriefing *) g_ptr_array_index (self->briefings, i))->id, id) == 0)
      selected = i;
  g_clear_pointer (&self->wanted, g_free);
  show_list (self, selected);
  show_briefing (self, self->briefings->len > 0 ? g_ptr_array_index (self->briefings, selected) : NULL);
  gtk_stack_set_visible_child_name (self->stack, self->briefings->len > 0 ? "briefing" : "empty");
  update_actions (self);
}

/* ---- reading and writing ---- */

static gpointer
load_briefings (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) briefings = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) ids = jb_briefing_table_list (library, error);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      JbBriefing *briefing = jb_briefing_table_load (library, ids[i], error);

      if (briefing == NULL)
        return NULL;
      g_ptr_array_add (briefings, briefing);
    }
  return g_steal_pointer (&briefings);
}

static void
loaded_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbBriefingsPage) self = data;
  g_autoptr(GPtrArray) briefings = jb_window_page_load_finish (JB_WINDOW_PAGE (self), result,
                                                               _("The briefings were not loaded"));

  if (briefings == NULL)
    return;
  g_clear_pointer (&self->briefings, g_ptr_array_unref);
  self->briefings = g_steal_pointer (&briefings);
  show_briefings (self);
  if (self->written)
    {
      self->written = FALSE;
      go_on_moving (self);
    }
}

static void
reload (JbBriefingsPage *self)
{
  jb_window_page_load (JB_WINDOW_PAGE (self), load_briefings, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, loaded_cb);
}

static void
changed_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbBriefingsPage) self = data;
  g_autoptr(GError) error = NULL;

  if (!jb_store_run_finish (JB_STORE (store), result, &error))
    {
      self->select_new = FALSE;
      self->moves_left = 0;
      jb_toast_show_error (GTK_WIDGET (self), _("The briefing was not changed"), error);
      /* What was typed is taken back to what is stored. */
      jb_outline_set_briefing (self->outline, NULL);
      jb_outline_set_briefing (self->outline, self->briefing);
    }
  self->written = TRUE;
  reload (self);
}

static void
run (JbBriefingsPage *self, JbBriefingChangeKind kind, gpointer what, const char *section, const char *text, guint position)
{
  JbStore *store = jb_window_page_get_store (JB_WINDOW_PAGE (self));

  if (store != NULL)
    jb_store_run_async (store, JB_STORE_WRITE, jb_briefing_change_run,
                        jb_briefing_change_new (kind, what, section, text, position),
                        (GDestroyNotify) jb_briefing_change_free, NULL, NULL, changed_cb, g_object_ref (self));
}

/* ---- moving ---- */

static const char *
get_part_id (GObject *part)
{
  if (part == NULL)
    return NULL;
  return JB_IS_BRIEFING_ITEM (part) ? JB_BRIEFING_ITEM (part)->id : JB_BRIEFING_SECTION (part)->id;
}

/* Keys come faster than the library answers, and the next place can only be told from where the part is then. */
static void
move (JbBriefingsPage *self, int by)
{
  if (self->moving == NULL)
    jb_outline_move (self->outline, by);
  else if (g_strcmp0 (self->moving, get_part_id (jb_outline_get_selected (self->outline))) == 0)
    self->moves_left += by;
}

static void
go_on_moving (JbBriefingsPage *self)
{
  g_autofree char *moved = g_steal_pointer (&self->moving);
  int step = CLAMP (self->moves_left, -1, 1);

  if (step == 0 || g_strcmp0 (moved, get_part_id (jb_outline_get_selected (self->outline))) != 0)
    {
      self->moves_left = 0;
      return;
    }
  self->moves_left -= step;
  jb_outline_move (self->outline, step);
  if (self->moving == NULL)  /* at the end */
    self->moves_left = 0;
}

/* ---- callbacks ---- */

static void
chosen_cb (JbBriefingsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->filling || self->briefings == NULL || selected >= self->briefings->len)
    return;
  show_briefing (self, g_ptr_array_index (self->briefings, selected));
  update_actions (self);
}

static void
part_selected_cb (JbBriefingsPage *self)
{
  GObject *part = jb_outline_get_selected (self->outline);

  jb_page_preview_set_item (self->preview, JB_IS_BRIEFING_ITEM (part) ? JB_BRIEFING_ITEM (part)->id : NULL);
  update_actions (self);
}

static void
part_edited_cb (JbBriefingsPage *self, GObject *part, const char *text)
{
  run (self, JB_BRIEFING_SET_TEXT, part, NULL, text, 0);
}

static void
part_moved_cb (JbBriefingsPage *self, GObject *part, JbBriefingSection *section, guint position)
{
  jb_set_string (&self->moving, get_part_id (part));
  if (section != NULL)
    run (self, JB_BRIEFING_MOVE_ITEM, part, section->id, NULL, position);
  else
    run (self, JB_BRIEFING_MOVE_SECTION, part, NULL, NULL, position);
}

static void
item_clicked_cb (JbBriefingsPage *self, const char *item)
{
  jb_outline_select (self->outline, item, TRUE);
}

static void
folded_cb (JbBriefingsPage *self)
{
  gboolean folded;

  if (self->leaflet == NULL)
    return;
  folded = adw_leaflet_get_folded (self->leaflet);
  gtk_widget_set_visible (self->back_button, folded);
  gtk_widget_set_visible (self->pages_button, folded);
}

static void
new_accepted_cb (JbBriefingsPage *self, JbBriefing *briefing)
{
  jb_set_string (&self->wanted, briefing->id);
  run (self, JB_BRIEFING_INSERT, briefing, NULL, NULL, 0);
}

static void
masthead_accepted_cb (JbBriefingsPage *self, JbBriefing *briefing)
{
  run (self, JB_BRIEFING_UPDATE, briefing, NULL, NULL, 0);
}

static void
heading_entered_cb (GObject *owner, const char *text)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (owner);

  if (self->briefing == NULL)
    return;
  self->select_new = TRUE;
  run (self, JB_BRIEFING_ADD_SECTION, self->briefing, NULL, text, 0);
}

/* Returns: (nullable): id of the section that is selected or holds what is selected; lent */
static const char *
get_selected_section (JbBriefingsPage *self)
{
  GObject *part = jb_outline_get_selected (self->outline);

  for (guint i = 0; part != NULL && i < self->briefing->sections->len; i++)
    {
      JbBriefingSection *section = g_ptr_array_index (self->briefing->sections, i);

      if (G_OBJECT (section) == part || g_ptr_array_find (section->items, part, NULL))
        return section->id;
    }
  return NULL;
}

static void
text_entered_cb (GObject *owner, const char *text)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (owner);

  if (self->briefing == NULL)
    return;
  self->select_new = TRUE;
  run (self, JB_BRIEFING_ADD_TEXT, self->briefing, get_selected_section (self), text, 0);
}

/* ---- actions ---- */

static JbBriefing *
get_last (JbBriefingsPage *self)
{
  return self->briefings != NULL && self->briefings->len > 0 ? g_ptr_array_index (self->briefings, 0) : NULL;
}

static void
new_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);
  JbBriefing *last = get_last (self);
  g_autoptr(JbBriefing) next = jb_briefing_new (last != NULL ? last->title : "简报");
  g_autoptr(GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (today, "%Y-%m-%d");
  GtkWidget *dialog;

  jb_briefing_series_follow (next, last, date);
  dialog = jb_masthead_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("New Briefing"), _("_Create"), next);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (new_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
draft_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);
  GtkWidget *dialog = jb_draft_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                           jb_window_page_get_store (JB_WINDOW_PAGE (self)), get_last (self));

  g_signal_connect_object (dialog, "drafted", G_CALLBACK (jb_briefings_page_show), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
masthead_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);
  GtkWidget *dialog = jb_masthead_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Masthead and Distribution"), _("_Save"),
                                              self->briefing);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (masthead_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);
  g_autofree char *title = g_strdup_printf (_("“%s” deleted"), self->briefing->title);

  run (self, JB_BRIEFING_DELETE, self->briefing, NULL, NULL, 0);
  jb_toast_show_undo (widget, title);
}

static void
add_section_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jb_text_dialog_present (widget, _("Add Section"), NULL, _("Heading"), 1, heading_entered_cb);
}

static void
add_text_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jb_text_dialog_present (widget, _("Add Own Text"), _("Own words are printed without a source."), _("Text"), 5, text_entered_cb);
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->outline_pane);
  jb_outline_edit (self->outline);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);
  GObject *part = jb_outline_get_selected (self->outline);
  g_autofree char *neighbour = NULL;

  if (part == NULL || jb_outline_is_editing (self->outline))
    return;
  neighbour = g_strdup (jb_outline_get_neighbour (self->outline));
  run (self, JB_BRIEFING_REMOVE, part, NULL, NULL, 0);
  jb_outline_select (self->outline, neighbour, TRUE);
  jb_toast_show_undo (widget, JB_IS_BRIEFING_ITEM (part) ? _("Sentence removed") : _("Section removed"));
}

static void
move_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (JB_BRIEFINGS_PAGE (widget), -1);
}

static void
move_down_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (JB_BRIEFINGS_PAGE (widget), 1);
}

static void
open_source_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GObject *part = jb_outline_get_selected (JB_BRIEFINGS_PAGE (widget)->outline);
  JbBriefingItem *item = JB_IS_BRIEFING_ITEM (part) ? JB_BRIEFING_ITEM (part) : NULL;

  if (item != NULL && item->article != NULL)
    gtk_widget_activate_action (widget, "win.show-place", "(suu)", item->article, item->start, item->end);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jb_briefing_print (widget, JB_BRIEFINGS_PAGE (widget)->briefing);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jb_briefing_export (widget, JB_BRIEFINGS_PAGE (widget)->briefing);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->outline_pane);
}

static void
show_pages_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->preview_pane);
}

/* ---- class ---- */

static void
jb_briefings_page_store_replaced (JbWindowPage *page)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (page);

  g_clear_pointer (&self->briefings, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  show_briefing (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  update_actions (self);
  reload (self);
}

static void
jb_briefings_page_store_changed (JbWindowPage *page)
{
  reload (JB_BRIEFINGS_PAGE (page));
}

static void
jb_briefings_page_dispose (GObject *object)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_BRIEFINGS_PAGE);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->briefings, g_ptr_array_unref);
  G_OBJECT_CLASS (jb_briefings_page_parent_class)->dispose (object);
}

static void
jb_briefings_page_finalize (GObject *object)
{
  JbBriefingsPage *self = JB_BRIEFINGS_PAGE (object);

  g_free (self->wanted);
  g_free (self->moving);
  G_OBJECT_CLASS (jb_briefings_page_parent_class)->finalize (object);
}

static void
jb_briefings_page_class_init (JbBriefingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JbWindowPageClass *page_class = JB_WINDOW_PAGE_CLASS (klass);

  object_class->dispose = jb_briefings_page_dispose;
  object_class->finalize = jb_briefings_page_finalize;
  page_class->store_replaced = jb_briefings_page_store_replaced;
  page_class->store_changed = jb_briefings_page_store_changed;

  g_type_ensure (JB_TYPE_OUTLINE);
  g_type_ensure (JB_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/briefing/jb-briefings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, outline_pane);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, pages_button);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, outline_stack);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, outline);
  gtk_widget_class_bind_template_child (widget_class, JbBriefingsPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_clicked_cb);

  gtk_widget_class_install_action (widget_class, "briefing.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "briefing.draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "briefing.masthead", NULL, masthead_action);
  gtk_widget_class_install_action (widget_class, "briefing.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "briefing.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "briefing.add-text", NULL, add_text_action);
  gtk_widget_class_install_action (widget_class, "briefing.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "briefing.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "briefing.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "briefing.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "briefing.open-source", NULL, open_source_action);
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "briefing.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "briefing.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "briefing.show-pages", NULL, show_pages_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "briefing.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "briefing.back", NULL);
}

static void
jb_briefings_page_init (JbBriefingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (GTK_WIDGET (self->chooser), _("Briefing"));
  folded_cb (self);
  update_actions (self);
}

void
jb_briefings_page_show (JbBriefingsPage *self, const char *briefing)
{
  jb_set_string (&self->wanted, briefing);
  reload (self);
}
