/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-list.h"

#include "jb-chars.h"

#include <string.h>

struct _JbEntityGroup
{
  GObject             parent_instance;

  JbEntityType        type;
  GListStore         *all;       /* owned, of JbEntityEntry */
  GtkCustomFilter    *filter;    /* owned by filtered */
  GtkFilterListModel *filtered;  /* owned */
};

G_DEFINE_FINAL_TYPE (JbEntityGroup, jb_entity_group, G_TYPE_OBJECT)

struct _JbEntityList
{
  GObject           parent_instance;

  JbEntityGroup    *groups[JB_N_ENTITY_TYPES];  /* owned */
  GtkCustomFilter  *filter;                     /* owned by the tree: groups with a match */
  GtkTreeListModel *rows;                       /* owned */
  char             *folded;                     /* owned, what is searched for */
};

G_DEFINE_FINAL_TYPE (JbEntityList, jb_entity_list, G_TYPE_OBJECT)

static void
jb_entity_group_finalize (GObject *object)
{
  JbEntityGroup *self = JB_ENTITY_GROUP (object);

  g_clear_object (&self->all);
  g_clear_object (&self->filtered);
  G_OBJECT_CLASS (jb_entity_group_parent_class)->finalize (object);
}

static void
jb_entity_group_class_init (JbEntityGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_entity_group_finalize;
}

static void
jb_entity_group_init (JbEntityGroup *self)
{
  self->all = g_list_store_new (JB_TYPE_ENTITY_ENTRY);
}

static gboolean
entry_matches (gpointer item, gpointer data)
{
  return jb_entity_entry_matches (item, JB_ENTITY_LIST (data)->folded);
}

static gboolean
group_has_match (gpointer item, gpointer data)
{
  return g_list_model_get_n_items (jb_entity_group_get_entries (item)) > 0;
}

static JbEntityGroup *
group_new (JbEntityList *list, JbEntityType type)
{
  JbEntityGroup *self = g_object_new (JB_TYPE_ENTITY_GROUP, NULL);

  self->type = type;
  self->filter = gtk_custom_filter_new (entry_matches, list, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->all)), GTK_FILTER (self->filter));
  return self;
}

/* Replaces only what differs, between the common beginning and the common end. */
static void
group_set_entries (JbEntityGroup *self, GPtrArray *entries, guint from, guint n)
{
  GListModel *old = G_LIST_MODEL (self->all);
  guint n_old = g_list_model_get_n_items (old);
  guint head = 0, tail = 0;

  for (; head < MIN (n, n_old); head++)
    {
      g_autoptr(JbEntityEntry) entry = g_list_model_get_item (old, head);

      if (!jb_entity_entry_equal (entry, g_ptr_array_index (entries, from + head)))
        break;
    }
  for (; tail < MIN (n, n_old) - head; tail++)
    {
      g_autoptr(JbEntityEntry) entry = g_list_model_get_item (old, n_old - 1 - tail);

      if (!jb_entity_entry_equal (entry, g_ptr_array_index (entries, from + n - 1 - tail)))
        break;
    }
  if (head + tail < MAX (n, n_old))
    g_list_store_splice (self->all, head, n_old - head - tail, entries->pdata + from + head, n - head - tail);
}

static GListModel *
create_children (gpointer item, gpointer data)
{
  return JB_IS_ENTITY_GROUP (item) ? g_object_ref (jb_entity_group_get_entries (item)) : NULL;
}

static void
jb_entity_list_finalize (GObject *object)
{
  JbEntityList *self = JB_ENTITY_LIST (object);

  g_clear_object (&self->rows);
  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    g_clear_object (&self->groups[i]);
  g_free (self->folded);
  G_OBJECT_CLASS (jb_entity_list_parent_class)->finalize (object);
}

static void
jb_entity_list_class_init (JbEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_entity_list_finalize;
}

static void
jb_entity_list_init (JbEntityList *self)
{
  GListStore *groups = g_list_store_new (JB_TYPE_ENTITY_GROUP);
  GtkFilterListModel *filtered;

  self->folded = g_strdup ("");
  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    {
      self->groups[i] = group_new (self, i);
      g_list_store_append (groups, self->groups[i]);
    }
  self->filter = gtk_custom_filter_new (group_has_match, NULL, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (groups), GTK_FILTER (self->filter));
  self->rows = gtk_tree_list_model_new (G_LIST_MODEL (filtered), FALSE, TRUE, create_children, NULL, NULL);
}

JbEntityType
jb_entity_group_get_entity_type (JbEntityGroup *self)
{
  return self->type;
}

GListModel *
jb_entity_group_get_entries (JbEntityGroup *self)
{
  return G_LIST_MODEL (self->filtered);
}

JbEntityList *
jb_entity_list_new (void)
{
  return g_object_new (JB_TYPE_ENTITY_LIST, NULL);
}

GListModel *
jb_entity_list_get_rows (JbEntityList *self)
{
  return G_LIST_MODEL (self->rows);
}

void
jb_entity_list_set_entries (JbEntityList *self, GPtrArray *entries)
{
  guint from = 0;

  for (guint type = 0; type < JB_N_ENTITY_TYPES; type++)
    {
      guint n = 0;

      while (from + n < entries->len && ((JbEntityEntry *) g_ptr_array_index (entries, from + n))->entity->type == type)
        n++;
      group_set_entries (self->groups[type], entries, from, n);
      from += n;
    }
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
jb_entity_list_set_search (JbEntityList *self, const char *search)
{
  g_autofree char *folded = jb_text_fold (search);

  if (strcmp (folded, self->folded) == 0)
    return;
  g_free (self->folded);
  self->folded = g_steal_pointer (&folded);
  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    gtk_filter_changed (GTK_FILTER (self->groups[i]->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

guint
jb_entity_list_count (JbEntityList *self)
{
  guint n = 0;

  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    n += g_list_model_get_n_items (G_LIST_MODEL (self->groups[i]->all));
  return n;
}

/* Returns: the entity's place among the entries, -1 where it is not there */
static int
find_entry (GListModel *entries, const char *entity)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(JbEntityEntry) entry = g_list_model_get_item (entries, i);

      if (strcmp (entry->entity->id, entity) == 0)
        return (int) i;
    }
  return -1;
}

/* Asks the groups, not the rows, which would each be made for it. */
guint
jb_entity_list_find (JbEntityList *self, const char *entity)
{
  for (guint g = 0; g < JB_N_ENTITY_TYPES; g++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->rows, g);
      g_autoptr(JbEntityGroup) group = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
      int place = group != NULL ? find_entry (jb_entity_group_get_entries (group), entity) : -1;

      if (place < 0)
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      return gtk_tree_list_row_get_position (row) + 1 + (guint) place;
    }
  return GTK_INVALID_LIST_POSITION;
}
