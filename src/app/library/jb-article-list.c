/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-list.h"

#include "jb-article-table.h"

struct _JbArticleList
{
  GObject      parent_instance;

  JbStore     *store;  /* owned, NULL until a library is open */
  GStrv        ids;    /* owned, never NULL */
  guint        n_ids;
  GHashTable  *items;  /* owned, of JbArticleItem by id; not referenced: an item takes itself out when it goes */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JbArticleList, jb_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
item_gone_cb (gpointer data, GObject *item)
{
  GHashTable *items = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == item)
      {
        g_hash_table_iter_remove (&iter);
        break;
      }
  g_hash_table_unref (items);
}

static void
read_row (JbArticleList *self, JbArticleItem *item)
{
  g_autoptr(JbArticleRow) row = jb_article_table_load_row (jb_store_get_reader (self->store), jb_article_item_get_id (item),
                                                           NULL);

  /* One that is not there any more keeps what it said until it leaves the list. */
  if (row != NULL)
    jb_article_item_set_row (item, row);
}

static GType
jb_article_list_get_item_type (GListModel *model)
{
  return JB_TYPE_ARTICLE_ITEM;
}

static guint
jb_article_list_get_n_items (GListModel *model)
{
  return JB_ARTICLE_LIST (model)->n_ids;
}

static gpointer
jb_article_list_get_item (GListModel *model, guint position)
{
  JbArticleList *self = JB_ARTICLE_LIST (model);
  JbArticleItem *item;

  if (position >= self->n_ids)
    return NULL;
  item = g_hash_table_lookup (self->items, self->ids[position]);
  if (item != NULL)
    return g_object_ref (item);

  item = jb_article_item_new (self->ids[position]);
  g_hash_table_insert (self->items, g_strdup (self->ids[position]), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, g_hash_table_ref (self->items));
  read_row (self, item);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jb_article_list_get_item_type;
  iface->get_n_items = jb_article_list_get_n_items;
  iface->get_item = jb_article_list_get_item;
}

static void
jb_article_list_finalize (GObject *object)
{
  JbArticleList *self = JB_ARTICLE_LIST (object);

  g_clear_object (&self->store);
  g_strfreev (self->ids);
  g_hash_table_unref (self->items);
  G_OBJECT_CLASS (jb_article_list_parent_class)->finalize (object);
}

static void
jb_article_list_class_init (JbArticleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_article_list_finalize;
}

static void
jb_article_list_init (JbArticleList *self)
{
  self->ids = g_new0 (char *, 1);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

JbArticleList *
jb_article_list_new (void)
{
  return g_object_new (JB_TYPE_ARTICLE_LIST, NULL);
}

void
jb_article_list_set_store (JbArticleList *self, JbStore *store)
{
  jb_article_list_take_ids (self, g_new0 (char *, 1));
  g_set_object (&self->store, store);
}

void
jb_article_list_take_ids (JbArticleList *self, GStrv ids)
{
  g_auto(GStrv) old = self->ids;
  guint n_old = self->n_ids, n_new = g_strv_length (ids), head = 0, tail = 0;

  /* Only what is different is told, so that scrolling and selection stay. */
  while (head < n_old && head < n_new && g_str_equal (old[head], ids[head]))
    head++;
  while (tail < n_old - head && tail < n_new - head && g_str_equal (old[n_old - 1 - tail], ids[n_new - 1 - tail]))
    tail++;
  self->ids = ids;
  self->n_ids = n_new;
  if (n_old - head - tail > 0 || n_new - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

void
jb_article_list_refresh (JbArticleList *self)
{
  g_autoptr(GPtrArray) live = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (live, g_object_ref (item));
  for (guint i = 0; self->store != NULL && i < live->len; i++)
    read_row (self, g_ptr_array_index (live, i));
}

guint
jb_article_list_find (JbArticleList *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->n_ids; i++)
    if (g_str_equal (self->ids[i], id))
      return i;
  return G_MAXUINT;
}
