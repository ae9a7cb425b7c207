/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-inspector.h"

#include "jb-errands.h"
#include "jb-sheet-view.h"
#include "jb-type-style.h"

#include <glib/gi18n.h>

struct _JbInspector
{
  GtkWidget      parent_instance;

  JbStore       *store;        /* owned, NULL until something is shown */
  JbArticle     *article;      /* owned, likewise */
  JbSource      *source;       /* owned, likewise */
  JbMention     *current;      /* owned, NULL for none */
  char          *loaded;       /* owned id of the source whose text is in the view or on its way; NULL for none */
  JbOriginal    *original;     /* owned reference, NULL until it has come */
  gboolean       wants_text;   /* rather than pages, which there are */
  guint          start, end;   /* the place to be shown in the original, in the article's text */
  GCancellable  *cancellable;  /* owned, of the reading that runs */
  GtkTextTag    *mark;         /* the original's buffer owns it */

  GtkStack      *tabs;
  GtkListBox    *names;
  GtkLabel      *source_name;
  GtkTextView   *text;
  GtkWidget     *forms;
  GtkWidget     *pages_toggle;
  GtkWidget     *text_toggle;
  GtkStack      *form_stack;
  JbSheetView   *sheets;
};

enum
{
  MENTION_ACTIVATED,
  PLACE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbInspector, jb_inspector, GTK_TYPE_WIDGET)

/* All mentions of the article that stand for the same name. */
typedef struct
{
  JbEntityType  type;
  const char   *name;       /* the first mention's */
  GPtrArray    *mentions;   /* owned, of JbMention */
  guint         n_suggested;
} Name;

#define NAME_KEY "jb-name"

static void
name_free (Name *name)
{
  g_ptr_array_unref (name->mentions);
  g_free (name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *left = *(Name *const *) a, *right = *(Name *const *) b;

  if (left->type != right->type)
    return (int) left->type - (int) right->type;
  return (int) right->mentions->len - (int) left->mentions->len;
}

/* Returns: (transfer full) (element-type Name): by type, the more frequent first */
static GPtrArray *
collect_names (JbArticle *article)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (article->mentions, i);
      g_autofree char *key = g_strdup_printf ("%d:%s", mention->type, mention->name);
      Name *name = g_hash_table_lookup (known, key);

      if (mention->state == JB_MENTION_STATE_REJECTED)
        continue;
      if (name == NULL)
        {
          name = g_new0 (Name, 1);
          name->type = mention->type;
          name->name = mention->name;
          name->mentions = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (known, g_steal_pointer (&key), name);
          g_ptr_array_add (names, name);
        }
      g_ptr_array_add (name->mentions, g_object_ref (mention));
      if (mention->state == JB_MENTION_STATE_SUGGESTED)
        name->n_suggested++;
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static GtkWidget *
count_label_new (const char *text, const char *tooltip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, tooltip);
  return label;
}

static GtkWidget *
row_new (Name *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name->name, "xalign", 0.0, "hexpand", TRUE,
                                   /* few, or the longest name would keep the pane from being narrowed */
                                   "max-width-chars", 6, "ellipsize", PANGO_ELLIPSIZE_END, "tooltip-text", name->name, NULL);
  guint n_confirmed = name->mentions->len - name->n_suggested;
  g_autofree char *confirmed = g_strdup_printf ("✓ %u", n_confirmed);
  g_autofree char *suggested = g_strdup_printf ("? %u", name->n_suggested);
  /* Translators: a name, its type, and how often it is confirmed and suggested in the article. */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s: %u confirmed, %u suggested"), name->name,
                                             jb_entity_type_get_label (name->type), n_confirmed, name->n_suggested);

  gtk_box_append (GTK_BOX (box), label);
  if (n_confirmed > 0)
    gtk_box_append (GTK_BOX (box), count_label_new (confirmed, _("Confirmed")));
  if (name->n_suggested > 0)
    gtk_box_append (GTK_BOX (box), count_label_new (suggested, _("Left to review")));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), NAME_KEY, name, (GDestroyNotify) name_free);
  return row;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const Name *name = g_object_get_data (G_OBJECT (row), NAME_KEY);
  const Name *other = before != NULL ? g_object_get_data (G_OBJECT (before), NAME_KEY) : NULL;
  GtkWidget *label;

  if (other != NULL && other->type == name->type)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", jb_entity_type_get_label (name->type), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "jb-list-header");
  jb_type_style_set_class (label, name->type);
  gtk_list_box_row_set_header (row, label);
}

static gboolean
holds (const Name *name, const JbMention *mention)
{
  return mention != NULL && name->type == mention->type && g_str_equal (name->name, mention->name);
}

static void
select_current (JbInspector *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->names, i)) != NULL; i++)
    if (holds (g_object_get_data (G_OBJECT (row), NAME_KEY), self->current))
      {
        gtk_list_box_select_row (self->names, row);
        return;
      }
  gtk_list_box_unselect_all (self->names);
}

static void
show_names (JbInspector *self)
{
  g_autoptr(GPtrArray) names = self->article != NULL ? collect_names (self->article) : g_ptr_array_new ();
  GtkListBoxRow *row;

  /* Rows are remade from the model; the scrolled place survives because the list keeps its height nearly. */
  while ((row = gtk_list_box_get_row_at_index (self->names, 0)) != NULL)
    gtk_list_box_remove (self->names, GTK_WIDGET (row));
  for (guint i = 0; i < names->len; i++)
    gtk_list_box_append (self->names, row_new (g_ptr_array_index (names, i)));
  select_current (self);
}

/* The next mention of the name behind the current one, or the first. */
static void
name_activated_cb (JbInspector *self, GtkListBoxRow *row)
{
  const Name *name = g_object_get_data (G_OBJECT (row), NAME_KEY);
  JbMention *next = g_ptr_array_index (name->mentions, 0);

  for (guint i = 0; holds (name, self->current) && i < name->mentions->len; i++)
    {
      JbMention *mention = g_ptr_array_index (name->mentions, i);

      if (mention->start > self->current->start)
        {
          next = mention;
          break;
        }
    }
  g_signal_emit (self, signals[MENTION_ACTIVATED], 0, next);
}

static void
mark_text (JbInspector *self, const GArray *spans)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter from, to;

  for (guint i = spans->len; i-- > 0;)
    {
      const JbSpan *span = &g_array_index (spans, JbSpan, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &from, span->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, span->end);
      gtk_text_buffer_apply_tag (buffer, self->mark, &from, &to);
    }
  if (spans->len > 0)
    {
      gtk_text_buffer_place_cursor (buffer, &from);
      gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (buffer), 0.05, TRUE, 0, 0.3);
    }
}

static void
mark_place (JbInspector *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr(GArray) place = NULL, around = NULL;
  const JbBlock *block;
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, self->mark, &from, &to);
  if (self->article == NULL || self->original == NULL || self->end > jb_article_get_length (self->article) ||
      self->article->blocks->len == 0)
    return;
  place = jb_article_to_source (self->article, self->start, self->end);
  mark_text (self, place);
  block = g_ptr_array_index (self->article->blocks, jb_article_find_block (self->article, self->start));
  around = jb_article_to_source (self->article, block->start, block->start + block->length);
  jb_sheet_view_show_place (self->sheets, place, around);
}

/* What has pages is shown as them, unless the editor wants words. */
static void
show_form (JbInspector *self)
{
  gboolean pages = self->original != NULL && self->original->bytes != NULL;

  gtk_widget_set_visible (self->forms, pages);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pages && !self->wants_text ? self->pages_toggle : self->text_toggle), TRUE);
  gtk_stack_set_visible_child_name (self->form_stack, pages && !self->wants_text ? "pages" : "text");
}

static void
form_toggled_cb (JbInspector *self)
{
  if (self->original == NULL || self->original->bytes == NULL)
    return;
  self->wants_text = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->text_toggle));
  gtk_stack_set_visible_child_name (self->form_stack, self->wants_text ? "text" : "pages");
  mark_place (self);
}

/* Not of every kind of file that has pages they can be drawn. */
static void
sheets_failed_cb (JbInspector *self)
{
  gtk_stack_set_visible_child_name (self->form_stack, "text");
  gtk_widget_set_visible (self->forms, FALSE);
}

/* The paragraph that is printed there. What stands there may be of another article. */
static void
sheet_pressed_cb (JbInspector *self, guint offset)
{
  guint at;

  for (guint i = 0; self->article != NULL && i < self->article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (self->article->blocks, i);

      if (!jb_span_map_from_source (block->map, offset, &at))
        continue;
      g_signal_emit (self, signals[PLACE_ACTIVATED], 0, block->start, block->start + block->length);
      return;
    }
}

static void
original_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbInspector) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbOriginal) original = jb_store_run_finish (JB_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->text == NULL)
    return;
  g_clear_pointer (&self->original, jb_original_unref);
  self->original = g_steal_pointer (&original);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text),
                            self->original != NULL ? self->original->decoded->text : error->message, -1);
  jb_sheet_view_set_original (self->sheets, self->original != NULL && self->original->bytes != NULL ? self->original : NULL);
  show_form (self);
  mark_place (self);
}

/* The original is only read when it is looked at. */
static void
load_original (JbInspector *self)
{
  if (self->source == NULL || !g_str_equal (gtk_stack_get_visible_child_name (self->tabs), "source"))
    return;
  if (g_strcmp0 (self->loaded, self->source->id) == 0)
    {
      mark_place (self);
      return;
    }
  g_free (self->loaded);
  self->loaded = g_strdup (self->source->id);
  g_clear_pointer (&self->original, jb_original_unref);
  jb_sheet_view_set_original (self->sheets, NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  jb_errand_read_original (self->store, self->source, self->cancellable, original_read_cb, g_object_ref (self));
}

static void
tab_changed_cb (JbInspector *self)
{
  load_original (self);
}

static void
jb_inspector_dispose (GObject *object)
{
  JbInspector *self = JB_INSPECTOR (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The stack changes its child while it goes; without a source that is no reason to read one. */
  g_clear_object (&self->source);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_INSPECTOR);
  /* Children of the template without an id are left by GTK 4.8. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_object (&self->article);
  g_clear_object (&self->current);
  g_clear_pointer (&self->loaded, g_free);
  g_clear_pointer (&self->original, jb_original_unref);
  G_OBJECT_CLASS (jb_inspector_parent_class)->dispose (object);
}

static void
jb_inspector_class_init (JbInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_inspector_dispose;

  signals[MENTION_ACTIVATED] = g_signal_new ("mention-activated", JB_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, JB_TYPE_MENTION);
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", JB_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (JB_TYPE_SHEET_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/reader/jb-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, JbInspector, tabs);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, names);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, source_name);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, text);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, forms);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, pages_toggle);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, text_toggle);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, form_stack);
  gtk_widget_class_bind_template_child (widget_class, JbInspector, sheets);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheets_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
}

static void
jb_inspector_init (JbInspector *self)
{
  GdkRGBA mark = { 0.96f, 0.83f, 0.18f, 0.4f };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->names, header_cb, NULL, NULL);
  self->mark = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text), NULL, "background-rgba", &mark,
                                           "weight", PANGO_WEIGHT_BOLD, NULL);
}

void
jb_inspector_set_reading (JbInspector *self, JbStore *store, JbArticle *article, JbSource *source)
{
  gboolean other = self->article == NULL || article == NULL || !g_str_equal (self->article->id, article->id);

  g_set_object (&self->store, store);
  g_set_object (&self->article, article);
  g_set_object (&self->source, source);
  gtk_label_set_text (self->source_name, source != NULL ? source->name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source_name), source != NULL ? source->name : NULL);
  if (other)
    {
      g_clear_object (&self->current);
      self->start = 0;
      self->end = article != NULL && article->blocks->len > 0 ? ((JbBlock *) g_ptr_array_index (article->blocks, 0))->length : 0;
    }
  show_names (self);
  load_original (self);
}

void
jb_inspector_set_current (JbInspector *self, JbMention *mention)
{
  g_set_object (&self->current, mention);
  select_current (self);
}

void
jb_inspector_show_place (JbInspector *self, guint start, guint end)
{
  if (self->start == start && self->end == end)
    return;
  self->start = start;
  self->end = end;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->tabs), "source"))
    load_original (self);
}
