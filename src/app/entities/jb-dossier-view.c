/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-dossier-view.h"

#include "jb-accessible.h"
#include "jb-desk.h"
#include "jb-name-dialog.h"
#include "jb-proposals-view.h"
#include "jb-registry.h"
#include "jb-string.h"
#include "jb-tenure.h"
#include "jb-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* Rows are widgets; a street with thousands of mentions shows them in portions. */
#define MENTIONS_AT_ONCE 50
#define NOTE_DELAY_MS 1000

#define POST_KEY "jb-post"

struct _JbDossierView
{
  GtkWidget       parent_instance;

  JbStore        *store;          /* owned, NULL until set */
  char           *entity;         /* owned id of what is to be shown, NULL for none */
  JbDossier      *dossier;        /* owned, what is shown; NULL until loaded */
  guint           n_shown;        /* entries of the dossier that have a row */
  GCancellable   *loading;        /* owned, NULL while nothing is being loaded */
  char           *note;           /* owned, as stored or being stored, never NULL */
  guint           note_id;        /* of the delayed store, 0 while none is due */
  guint            n_writing;      /* changes on their way */
  gboolean        filling;        /* while the widgets are set from the dossier */

  GtkWidget      *scroller;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkEditable    *name_row;
  AdwPreferencesGroup *aliases;
  GPtrArray      *alias_rows;     /* owned, of lent rows of aliases */
  AdwPreferencesGroup *posts;
  GPtrArray      *post_rows;      /* owned, of lent rows of posts */
  JbProposalsView *proposals;
  GtkWidget      *note_view;
  GtkTextBuffer  *note_buffer;
  GtkListBox     *mentions;
  GtkWidget      *more_button;
};

G_DEFINE_FINAL_TYPE (JbDossierView, jb_dossier_view, GTK_TYPE_WIDGET)

/* ---- what the writer's thread is asked to do ---- */

typedef enum
{
  RENAME,
  SET_NOTE,
  ADD_ALIAS,
  REMOVE_POST,
} ChangeKind;

typedef struct
{
  ChangeKind   kind;
  JbEntity    *entity;      /* owned */
  char        *text;        /* owned; of REMOVE_POST the title */
  JbAliasKind  alias_kind;  /* of ADD_ALIAS */
  char        *place;       /* owned, of REMOVE_POST */
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->entity);
  g_free (change->text);
  g_free (change->place);
  g_free (change);
}

static gpointer
run_change (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  gboolean done = FALSE;

  switch (change->kind)
    {
    case RENAME:
      done = jb_registry_rename (library, change->entity, change->text, error);
      break;
    case SET_NOTE:
      return GINT_TO_POINTER (jb_registry_set_note (library, change->entity, change->text, error));
    case ADD_ALIAS:
      done = jb_registry_add_alias (library, change->entity, change->text, change->alias_kind, error);
      break;
    case REMOVE_POST:
      done = jb_tenure_remove (library, change->entity, change->text, change->place, error);
      break;
    default:
      g_assert_not_reached ();
    }
  return GINT_TO_POINTER (done && jb_desk_refresh (library, cancellable, error));
}

static void
changed_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbDossierView) self = data;
  g_autoptr(GError) error = NULL;

  self->n_writing--;
  if (!jb_store_run_finish (JB_STORE (store), result, &error))
    {
      jb_toast_show_error (GTK_WIDGET (self), _("The entity was not changed"), error);
      if (self->dossier != NULL)
        {
          /* The name goes back to what is stored; a note is too long to be typed again, so it stays and counts as unsaved. */
          gtk_editable_set_text (self->name_row, self->dossier->entity->name);
          jb_set_string (&self->note, self->dossier->entity->note);
        }
    }
  jb_dossier_view_reload (self);
}

/* Takes @change. */
static void
start (JbDossierView *self, Change *change)
{
  self->n_writing++;
  jb_store_run_async (self->store, JB_STORE_WRITE, run_change, change, (GDestroyNotify) change_free, NULL, NULL, changed_cb,
                      g_object_ref (self));
}

static void
run (JbDossierView *self, ChangeKind kind, const char *text, JbAliasKind alias_kind)
{
  Change *change = g_new (Change, 1);

  *change = (Change) { kind, g_object_ref (self->dossier->entity), g_strdup (text), alias_kind, NULL };
  start (self, change);
}

/* ---- filling ---- */

static const char *
get_alias_kind_label (JbAliasKind kind)
{
  switch (kind)
    {
    case JB_ALIAS_KIND_SHORT:
      return _("Short Form");
    case JB_ALIAS_KIND_FORMER:
      return _("Former Name");
    case JB_ALIAS_KIND_VARIANT:
    default:
      return _("Variant");
    }
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

static void
remove_post_cb (GtkWidget *button, JbDossierView *self)
{
  const JbPost *post = g_object_get_data (G_OBJECT (button), POST_KEY);
  Change *change;

  if (self->dossier == NULL || self->store == NULL)
    return;
  change = g_new (Change, 1);
  *change = (Change) { REMOVE_POST, g_object_ref (self->dossier->entity), g_strdup (post->title), 0, g_strdup (post->place) };
  start (self, change);
}

/* @post lives as long as the dossier that is shown. */
static void
add_post_row (JbDossierView *self, JbPost *post)
{
  g_autofree char *title = g_strconcat (post->place, post->title, NULL);
  /* Translators: from one date to another, either of which may be missing. */
  g_autofree char *period = g_strdup_printf (_("%s – %s"), post->from != NULL ? post->from : "", post->to != NULL ? post->to : "");
  /* Translators: a post, such as 区长. */
  g_autofree char *label = g_strdup_printf (_("Remove the Post “%s”"), title);
  GtkWidget *row = add_row (self->posts, self->post_rows, title, post->from != NULL || post->to != NULL ? period : NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove the Post"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), POST_KEY, post);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_post_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
fill_names (JbDossierView *self)
{
  const JbEntity *entity = self->dossier->entity;

  clear_rows (self->aliases, self->alias_rows);
  clear_rows (self->posts, self->post_rows);
  for (guint i = 0; i < entity->aliases->len; i++)
    {
      const JbAlias *alias = g_ptr_array_index (entity->aliases, i);

      add_row (self->aliases, self->alias_rows, alias->name, get_alias_kind_label (alias->kind));
    }
  for (guint i = 0; i < entity->posts->len; i++)
    add_post_row (self, g_ptr_array_index (entity->posts, i));
  gtk_widget_set_visible (GTK_WIDGET (self->posts), entity->posts->len > 0);
}

static guint
count_articles (const JbDossier *dossier)
{
  g_autoptr(GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dossier->entries->len; i++)
    g_hash_table_add (articles, ((JbDossierEntry *) g_ptr_array_index (dossier->entries, i))->article);
  return g_hash_table_size (articles);
}

static void
fill_title (JbDossierView *self)
{
  const JbEntity *entity = self->dossier->entity;
  guint n_mentions = self->dossier->entries->len;
  guint n_articles = count_articles (self->dossier);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  /* Translators: behind the number of mentions. */
  g_autofree char *articles = g_strdup_printf (ngettext ("in %u article", "in %u articles", n_articles), n_articles);
  g_autofree char *subtitle = NULL;

  if (n_mentions > 0)
    /* Translators: the type of an entity, “5 mentions”, “in 3 articles”. */
    subtitle = g_strdup_printf (_("%s · %s %s"), jb_entity_type_get_label (entity->type), mentions, articles);
  else
    subtitle = g_strdup_printf (_("%s · no confirmed mention yet"), jb_entity_type_get_label (entity->type));
  gtk_label_set_label (self->title, entity->name);
  gtk_label_set_label (self->subtitle, subtitle);
}

/* The sentence with the mention in bold and underlined: never by colour alone. */
static char *
dup_sentence_markup (const JbDossierEntry *entry)
{
  guint length = (guint) g_utf8_strlen (entry->sentence, -1);
  guint from = MIN (entry->start - MIN (entry->start, entry->sentence_start), length);
  guint to = CLAMP (entry->end - MIN (entry->end, entry->sentence_start), from, length);
  const char *start = g_utf8_offset_to_pointer (entry->sentence, from);
  const char *end = g_utf8_offset_to_pointer (entry->sentence, to);
  g_autofree char *before = g_markup_escape_text (entry->sentence, start - entry->sentence);
  g_autofree char *mention = g_markup_escape_text (start, end - start);
  g_autofree char *after = g_markup_escape_text (end, -1);

  return g_strdup_printf ("%s<b><u>%s</u></b>%s", before, mention, after);
}

static GtkWidget *
mention_row_new (const JbDossierEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sentence = gtk_label_new (NULL);
  GtkWidget *citation = gtk_label_new (entry->citation);
  g_autofree char *markup = dup_sentence_markup (entry);
  g_autofree char *name = g_strdup_printf ("%s %s", entry->sentence, entry->citation);
  GtkWidget *labels[] = { sentence, citation };

  gtk_label_set_markup (GTK_LABEL (sentence), markup);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (citation, "dim-label");
  gtk_widget_add_css_class (citation, "caption");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _("Show in the article (Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
show_mentions (JbDossierView *self, guint n)
{
  GPtrArray *entries = self->dossier->entries;

  for (n = MIN (n, entries->len); self->n_shown < n; self->n_shown++)
    gtk_list_box_append (self->mentions, mention_row_new (g_ptr_array_index (entries, self->n_shown)));
  gtk_widget_set_visible (GTK_WIDGET (self->mentions), entries->len > 0);
  gtk_widget_set_visible (self->more_button, self->n_shown < entries->len);
}

static gboolean
entries_equal (const JbDossier *a, const JbDossier *b)
{
  if (a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    {
      const JbDossierEntry *one = g_ptr_array_index (a->entries, i);
      const JbDossierEntry *other = g_ptr_array_index (b->entries, i);

      if (one->start != other->start || one->end != other->end || strcmp (one->article, other->article) != 0 ||
          strcmp (one->sentence, other->sentence) != 0 || strcmp (one->citation, other->citation) != 0)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_note (JbDossierView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note_buffer, &start, &end);
  return gtk_text_buffer_get_text (self->note_buffer, &start, &end, FALSE);
}

static void
fill (JbDossierView *self, JbDossier *dossier)
{
  g_autoptr(JbDossier) old = g_steal_pointer (&self->dossier);
  gboolean same = old != NULL && strcmp (old->entity->id, dossier->entity->id) == 0;
  g_autofree char *typed = dup_note (self);

  self->dossier = dossier;
  self->filling = TRUE;
  fill_title (self);
  fill_names (self);
  if (!same || strcmp (old->entity->name, dossier->entity->name) != 0)
    gtk_editable_set_text (self->name_row, dossier->entity->name);
  /* What is being typed is not overwritten. */
  if (!same || (self->n_writing == 0 && strcmp (typed, self->note) == 0 && strcmp (typed, dossier->entity->note) != 0))
    {
      jb_set_string (&self->note, dossier->entity->note);
      gtk_text_buffer_set_text (self->note_buffer, self->note, -1);
    }
  if (!same || !entries_equal (old, dossier))
    {
      guint n = same ? MAX (self->n_shown, MENTIONS_AT_ONCE) : MENTIONS_AT_ONCE;
      GtkWidget *row;

      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->mentions))) != NULL)
        gtk_list_box_remove (self->mentions, row);
      self->n_shown = 0;
      show_mentions (self, n);
    }
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  self->filling = FALSE;
  gtk_widget_set_visible (self->scroller, TRUE);
}

/* ---- callbacks ---- */

static gpointer
load_dossier (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_registry_load_dossier (library, data, error);
}

static void
loaded_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbDossierView) self = data;
  g_autoptr(GError) error = NULL;
  JbDossier *dossier = jb_store_run_finish (JB_STORE (store), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (dossier != NULL && g_strcmp0 (dossier->entity->id, self->entity) == 0)
    fill (self, dossier);
  else if (dossier != NULL)
    jb_dossier_free (dossier);
  else if (!g_error_matches (error, JB_ERROR, JB_ERROR_NOT_FOUND))
    jb_toast_show_error (GTK_WIDGET (self), _("The dossier was not loaded"), error);
}

static void
save_note (JbDossierView *self)
{
  g_autofree char *note = NULL;

  g_clear_handle_id (&self->note_id, g_source_remove);
  if (self->dossier == NULL || self->store == NULL)
    return;
  note = dup_note (self);
  if (strcmp (note, self->note) == 0)
    return;
  jb_set_string (&self->note, note);
  run (self, SET_NOTE, note, 0);
}

static gboolean
note_due_cb (gpointer data)
{
  JbDossierView *self = data;

  self->note_id = 0;
  save_note (self);
  return G_SOURCE_REMOVE;
}

static void
note_changed_cb (JbDossierView *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->note_id, g_source_remove);
  self->note_id = g_timeout_add (NOTE_DELAY_MS, note_due_cb, self);
}

static void
name_applied_cb (JbDossierView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  if (self->dossier == NULL || self->store == NULL || strcmp (name, self->dossier->entity->name) == 0)
    return;
  if (*name != '\0')
    run (self, RENAME, name, 0);
  else
    gtk_editable_set_text (self->name_row, self->dossier->entity->name);
}

static void
alias_named_cb (GObject *owner, const char *name, guint choice)
{
  JbDossierView *self = JB_DOSSIER_VIEW (owner);

  if (self->dossier != NULL && self->store != NULL)
    run (self, ADD_ALIAS, name, choice);
}

static void
add_alias_cb (JbDossierView *self)
{
  const char *kinds[] = {
    get_alias_kind_label (JB_ALIAS_KIND_VARIANT), get_alias_kind_label (JB_ALIAS_KIND_SHORT),
    get_alias_kind_label (JB_ALIAS_KIND_FORMER), NULL,
  };

  if (self->dossier != NULL)
    jb_name_dialog_present (GTK_WIDGET (self), _("Add Another Name"), _("Articles that use this name are about the same entity."),
                            _("_Add"), _("Kind"), kinds, JB_ALIAS_KIND_SHORT, alias_named_cb);
}

static void
mention_activated_cb (JbDossierView *self, GtkListBoxRow *row)
{
  const JbDossierEntry *entry;

  if (self->dossier == NULL)
    return;
  entry = g_ptr_array_index (self->dossier->entries, gtk_list_box_row_get_index (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "(suu)", entry->article, entry->start, entry->end);
}

static void
more_cb (JbDossierView *self)
{
  show_mentions (self, self->n_shown + MENTIONS_AT_ONCE);
}

static void
jb_dossier_view_dispose (GObject *object)
{
  JbDossierView *self = JB_DOSSIER_VIEW (object);

  save_note (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, jb_dossier_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_DOSSIER_VIEW);
  G_OBJECT_CLASS (jb_dossier_view_parent_class)->dispose (object);
}

static void
jb_dossier_view_finalize (GObject *object)
{
  JbDossierView *self = JB_DOSSIER_VIEW (object);

  g_free (self->entity);
  g_free (self->note);
  g_ptr_array_unref (self->alias_rows);
  g_ptr_array_unref (self->post_rows);
  G_OBJECT_CLASS (jb_dossier_view_parent_class)->finalize (object);
}

static void
jb_dossier_view_class_init (JbDossierViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_dossier_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_dossier_view_finalize;

  g_type_ensure (JB_TYPE_PROPOSALS_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/entities/jb-dossier-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, scroller);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, title);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, name_row);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, aliases);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, posts);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, proposals);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, note_view);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, note_buffer);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, mentions);
  gtk_widget_class_bind_template_child (widget_class, JbDossierView, more_button);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_note);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_alias_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
jb_dossier_view_init (JbDossierView *self)
{
  self->note = g_strdup ("");
  self->alias_rows = g_ptr_array_new ();
  self->post_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (GTK_WIDGET (self->aliases), _("Names"));
  jb_accessible_name_parts (GTK_WIDGET (self->posts), _("Posts"));
}

void
jb_dossier_view_set_store (JbDossierView *self, JbStore *store)
{
  jb_dossier_view_set_entity (self, NULL);
  g_set_object (&self->store, store);
}

void
jb_dossier_view_set_entity (JbDossierView *self, const char *entity)
{
  if (g_strcmp0 (self->entity, entity) == 0)
    return;
  save_note (self);
  jb_set_string (&self->entity, entity);
  if (entity == NULL)
    {
      g_clear_pointer (&self->dossier, jb_dossier_free);
      gtk_widget_set_visible (self->scroller, FALSE);
    }
  jb_proposals_view_set_entity (self->proposals, self->store, entity);
  jb_dossier_view_reload (self);
}

void
jb_dossier_view_reload (JbDossierView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  jb_proposals_view_reload (self->proposals);
  if (self->store == NULL || self->entity == NULL)
    return;
  self->loading = g_cancellable_new ();
  jb_store_run_async (self->store, JB_STORE_READ, load_dossier, g_strdup (self->entity), g_free,
                      (GDestroyNotify) jb_dossier_free, self->loading, loaded_cb, g_object_ref (self));
}
