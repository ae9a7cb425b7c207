/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-articles-page.h"

struct _JbArticlesPage
{
  GtkWidget  parent_instance;

  JbStore   *store;  /* owned, NULL until a library is open */
};

enum
{
  PROP_STORE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbArticlesPage, jb_articles_page, GTK_TYPE_WIDGET)

static void
jb_articles_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, JB_ARTICLES_PAGE (object)->store);
}

static void
jb_articles_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_object (&JB_ARTICLES_PAGE (object)->store, g_value_get_object (value));
}

static void
jb_articles_page_dispose (GObject *object)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_ARTICLES_PAGE);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jb_articles_page_parent_class)->dispose (object);
}

static void
jb_articles_page_class_init (JbArticlesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jb_articles_page_get_property;
  object_class->set_property = jb_articles_page_set_property;
  object_class->dispose = jb_articles_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, JB_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jianbao/Jianbao/ui/library/jb-articles-page.ui");
}

static void
jb_articles_page_init (JbArticlesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jb_articles_page_open (JbArticlesPage *self, const char *article)
{
}

void
jb_articles_page_show_place (JbArticlesPage *self, const char *article, guint start, guint end)
{
}

void
jb_articles_page_focus_search (JbArticlesPage *self)
{
}
