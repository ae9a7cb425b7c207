/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-window-page.h"

#include "jb-toast.h"

typedef struct
{
  JbStore      *store;    /* owned, NULL until a library is open */
  GCancellable *loading;  /* owned, NULL while nothing is being loaded */
  gboolean      stale;    /* the library changed while the page was not to be seen */
} JbWindowPagePrivate;

enum
{
  PROP_STORE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JbWindowPage, jb_window_page, GTK_TYPE_WIDGET)

static JbWindowPagePrivate *
get_private (JbWindowPage *self)
{
  return jb_window_page_get_instance_private (self);
}

static void
stop_loading (JbWindowPage *self)
{
  JbWindowPagePrivate *priv = get_private (self);

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
}

static void
store_changed_cb (JbWindowPage *self)
{
  JbWindowPageClass *klass = JB_WINDOW_PAGE_GET_CLASS (self);
  JbWindowPagePrivate *priv = get_private (self);

  priv->stale = !klass->keeps_up && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->stale)
    klass->store_changed (self);
}

static void
set_store (JbWindowPage *self, JbStore *store)
{
  JbWindowPagePrivate *priv = get_private (self);

  if (priv->store == store)
    return;
  if (priv->store != NULL)
    g_signal_handlers_disconnect_by_func (priv->store, store_changed_cb, self);
  stop_loading (self);
  g_set_object (&priv->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  JB_WINDOW_PAGE_GET_CLASS (self)->store_replaced (self);
}

static void
jb_window_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STORE)
    g_value_set_object (value, jb_window_page_get_store (JB_WINDOW_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jb_window_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STORE)
    set_store (JB_WINDOW_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jb_window_page_map (GtkWidget *widget)
{
  JbWindowPage *self = JB_WINDOW_PAGE (widget);

  GTK_WIDGET_CLASS (jb_window_page_parent_class)->map (widget);
  if (get_private (self)->stale)
    store_changed_cb (self);
}

static void
jb_window_page_dispose (GObject *object)
{
  JbWindowPage *self = JB_WINDOW_PAGE (object);

  stop_loading (self);
  g_clear_object (&get_private (self)->store);
  G_OBJECT_CLASS (jb_window_page_parent_class)->dispose (object);
}

static void
jb_window_page_class_init (JbWindowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jb_window_page_get_property;
  object_class->set_property = jb_window_page_set_property;
  object_class->dispose = jb_window_page_dispose;
  widget_class->map = jb_window_page_map;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, JB_TYPE_STORE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
jb_window_page_init (JbWindowPage *self)
{
}

JbStore *
jb_window_page_get_store (JbWindowPage *self)
{
  return get_private (self)->store;
}

void
jb_window_page_load (JbWindowPage *self, JbStoreFunc func, gpointer func_data, GDestroyNotify free_data,
                     GDestroyNotify free_result, GAsyncReadyCallback callback)
{
  JbWindowPagePrivate *priv = get_private (self);

  stop_loading (self);
  if (priv->store == NULL)
    {
      if (func_data != NULL && free_data != NULL)
        free_data (func_data);
      return;
    }
  priv->loading = g_cancellable_new ();
  jb_store_run_async (priv->store, JB_STORE_READ, func, func_data, free_data, free_result, priv->loading, callback,
                      g_object_ref (self));
}

gpointer
jb_window_page_load_finish (JbWindowPage *self, GAsyncResult *result, const char *failure)
{
  g_autoptr(GError) error = NULL;
  GObject *store = g_async_result_get_source_object (result);
  gpointer loaded = jb_store_run_finish (JB_STORE (store), result, &error);

  g_object_unref (store);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  g_clear_object (&get_private (self)->loading);
  if (loaded == NULL)
    jb_toast_show_error (GTK_WIDGET (self), failure, error);
  return loaded;
}
