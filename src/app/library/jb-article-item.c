/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-item.h"

#include <glib/gi18n.h>

struct _JbArticleItem
{
  GObject        parent_instance;

  char          *id;   /* owned */
  JbArticleRow  *row;  /* owned, NULL until it is read */
};

enum
{
  PROP_TITLE = 1,
  PROP_ABOUT,
  PROP_LEFT,
  PROP_STATE_ICON,
  PROP_STATE,
  PROP_LEFT_TEXT,
  PROP_SUMMARY,
  PROP_HAS_LEFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbArticleItem, jb_article_item, G_TYPE_OBJECT)

static const char *
state_icon (JbReviewState state)
{
  switch (state)
    {
    case JB_REVIEW_STATE_DONE: return "object-select-symbolic";
    case JB_REVIEW_STATE_IN_REVIEW: return "document-edit-symbolic";
    default: return NULL;
    }
}

static const char *
get_title (const JbArticleRow *row)
{
  return *row->title != '\0' ? row->title : _("Untitled");
}

static char *
dup_left_text (const JbArticleRow *row)
{
  return g_strdup_printf (ngettext ("%u suggestion left to review", "%u suggestions left to review", row->n_suggested),
                          row->n_suggested);
}

/* What the row shows, for whoever hears it. */
static char *
dup_summary (const JbArticleRow *row)
{
  g_autofree char *left = row->n_suggested > 0 ? dup_left_text (row) : NULL;

  return g_strjoin (" · ", get_title (row), row->source_label, jb_review_state_get_label (row->state), left, NULL);
}

static void
jb_article_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const JbArticleRow *row = JB_ARTICLE_ITEM (object)->row;

  /* Whatever is not read yet has the value its type begins with: NULL, FALSE. */
  if (row == NULL)
    return;
  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, get_title (row)); break;
    case PROP_ABOUT: g_value_set_string (value, row->source_label); break;
    case PROP_LEFT:
      g_value_take_string (value, row->n_suggested > 0 ? g_strdup_printf ("%u", row->n_suggested) : g_strdup (""));
      break;
    case PROP_STATE_ICON: g_value_set_static_string (value, state_icon (row->state)); break;
    case PROP_STATE: g_value_set_string (value, jb_review_state_get_label (row->state)); break;
    case PROP_HAS_LEFT: g_value_set_boolean (value, row->n_suggested > 0); break;
    case PROP_LEFT_TEXT: g_value_take_string (value, dup_left_text (row)); break;
    case PROP_SUMMARY: g_value_take_string (value, dup_summary (row)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_article_item_finalize (GObject *object)
{
  JbArticleItem *self = JB_ARTICLE_ITEM (object);

  g_free (self->id);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (jb_article_item_parent_class)->finalize (object);
}

static void
jb_article_item_class_init (JbArticleItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "title", "about", "left", "state-icon", "state", "left-text", "summary" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jb_article_item_get_property;
  object_class->finalize = jb_article_item_finalize;
  for (int i = 1; i < PROP_HAS_LEFT; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_LEFT] = g_param_spec_boolean ("has-left", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jb_article_item_init (JbArticleItem *self)
{
}

JbArticleItem *
jb_article_item_new (const char *id)
{
  JbArticleItem *self = g_object_new (JB_TYPE_ARTICLE_ITEM, NULL);

  self->id = g_strdup (id);
  return self;
}

const char *
jb_article_item_get_id (JbArticleItem *self)
{
  return self->id;
}

void
jb_article_item_set_row (JbArticleItem *self, JbArticleRow *row)
{
  if (!g_set_object (&self->row, row))
    return;
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
