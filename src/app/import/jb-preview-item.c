/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-preview-item.h"

#include "jb-sentences.h"

#include <glib/gi18n.h>

struct _JbPreviewPart
{
  GObject  parent_instance;

  char    *kicker;  /* owned, likewise all */
  char    *title;
  char    *about;
  char    *text;
};

enum
{
  PART_KICKER = 1,
  PART_TITLE,
  PART_ABOUT,
  PART_TEXT,
  PART_SUMMARY,
  PART_HAS_KICKER,
  PART_HAS_ABOUT,
  PART_HAS_TEXT,
  N_PART_PROPS,
};

G_DEFINE_FINAL_TYPE (JbPreviewPart, jb_preview_part, G_TYPE_OBJECT)

static char *
join_said (const char *const *texts)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    if (*texts[i] != '\0')
      g_ptr_array_add (said, (char *) texts[i]);
  g_ptr_array_add (said, NULL);
  return g_strjoinv (" · ", (char **) said->pdata);
}

static void
jb_preview_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbPreviewPart *self = JB_PREVIEW_PART (object);

  switch (id)
    {
    case PART_KICKER: g_value_set_string (value, self->kicker); break;
    case PART_TITLE: g_value_set_string (value, self->title); break;
    case PART_ABOUT: g_value_set_string (value, self->about); break;
    case PART_TEXT: g_value_set_string (value, self->text); break;
    case PART_SUMMARY:
      g_value_take_string (value, join_said ((const char *[]) { self->kicker, self->title, self->about, self->text, NULL }));
      break;
    case PART_HAS_KICKER: g_value_set_boolean (value, *self->kicker != '\0'); break;
    case PART_HAS_ABOUT: g_value_set_boolean (value, *self->about != '\0'); break;
    case PART_HAS_TEXT: g_value_set_boolean (value, *self->text != '\0'); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_preview_part_finalize (GObject *object)
{
  JbPreviewPart *self = JB_PREVIEW_PART (object);

  g_free (self->kicker);
  g_free (self->title);
  g_free (self->about);
  g_free (self->text);
  G_OBJECT_CLASS (jb_preview_part_parent_class)->finalize (object);
}

static void
jb_preview_part_class_init (JbPreviewPartClass *klass)
{
  static const char *const names[N_PART_PROPS] = { NULL, "kicker", "title", "about", "text", "summary", "has-kicker", "has-about",
                                                  "has-text" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jb_preview_part_get_property;
  object_class->finalize = jb_preview_part_finalize;
  for (int i = 1; i < N_PART_PROPS; i++)
    g_object_class_install_property (object_class, i,
                                     i < PART_HAS_KICKER
                                     ? g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)
                                     : g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
jb_preview_part_init (JbPreviewPart *self)
{
}

static char *
dup_first_sentence (const JbArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      g_autoptr(JbChars) chars = NULL;
      g_autoptr(GArray) sentences = NULL;
      const JbSpan *first;

      if (!jb_block_kind_is_body (block->kind) || block->length == 0)
        continue;
      chars = jb_chars_new (block->text, -1);
      sentences = jb_sentences_cut (chars);
      if (sentences->len == 0)
        continue;
      first = &g_array_index (sentences, JbSpan, 0);
      return g_utf8_substring (block->text, first->start, first->end);
    }
  return g_strdup ("");
}

static char *
dup_article_about (const JbArticle *article)
{
  g_autofree char *writers = g_strjoinv ("、", article->reporters);
  g_autofree char *paragraphs = NULL;
  guint n = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    n += jb_block_kind_is_body (((JbBlock *) g_ptr_array_index (article->blocks, i))->kind);
  paragraphs = g_strdup_printf (ngettext ("%u paragraph", "%u paragraphs", n), n);
  return join_said ((const char *[]) { writers, article->date != NULL ? article->date : "", paragraphs, NULL });
}

static JbPreviewPart *
part_of_article (const JbArticle *article)
{
  JbPreviewPart *part = g_object_new (JB_TYPE_PREVIEW_PART, NULL);
  const char *title = jb_article_get_display_title (article);

  part->kicker = g_strdup (article->kicker);
  part->title = g_strdup (title != NULL && *title != '\0' ? title : _("Untitled"));
  part->about = dup_article_about (article);
  part->text = dup_first_sentence (article);
  return part;
}

static JbPreviewPart *
part_of_member (const char *name)
{
  JbPreviewPart *part = g_object_new (JB_TYPE_PREVIEW_PART, NULL);

  part->kicker = g_strdup ("");
  part->title = g_utf8_make_valid (name, -1);
  part->about = g_strdup ("");
  part->text = g_strdup ("");
  return part;
}

static char *
dup_masthead (const JbMasthead *masthead)
{
  g_autofree char *name = masthead->name != NULL ? g_strdup_printf ("《%s》", masthead->name) : NULL;
  /* Translators: the issue of a bulletin: its number. */
  g_autofree char *issue = masthead->issue != NULL ? g_strdup_printf (_("issue %s"), masthead->issue) : NULL;

  return join_said ((const char *[]) { name != NULL ? name : "", issue != NULL ? issue : "",
                                       masthead->date != NULL ? masthead->date : "", NULL });
}

JbPreviewContent *
jb_preview_content_new (const JbImportPreview *preview)
{
  JbPreviewContent *self = g_new0 (JbPreviewContent, 1);

  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  if (preview->members != NULL)
    {
      self->is_archive = TRUE;
      for (guint i = 0; i < preview->members->len; i++)
        {
          const char *name = g_ptr_array_index (preview->members, i);

          /* folders have no bytes */
          if (!g_str_has_suffix (name, "/"))
            g_ptr_array_add (self->parts, part_of_member (name));
        }
    }
  else if (preview->page != NULL)
    {
      for (guint i = 0; i < preview->page->articles->len; i++)
        g_ptr_array_add (self->parts, part_of_article (g_ptr_array_index (preview->page->articles, i)));
      if (preview->page->masthead != NULL)
        self->masthead = dup_masthead (preview->page->masthead);
    }
  if (preview->failure != NULL)
    {
      self->reason = g_strdup (preview->failure->message);
      self->code = preview->failure->domain == JB_ERROR ? (JbError) preview->failure->code : JB_ERROR_UNREADABLE;
    }
  else if (self->parts->len == 0)
    {
      self->reason = g_strdup (self->is_archive ? _("there are no files in it") : _("the file is empty"));
      self->code = JB_ERROR_EMPTY;
    }
  return self;
}

void
jb_preview_content_free (JbPreviewContent *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self->masthead);
  g_free (self->reason);
  g_free (self);
}

struct _JbPreviewItem
{
  GObject            parent_instance;

  GFile             *file;     /* owned */
  JbPreviewState     state;
  JbPreviewContent  *content;  /* owned, NULL until it is read */
};

enum
{
  PROP_TITLE = 1,
  PROP_ABOUT,
  PROP_ICON_NAME,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbPreviewItem, jb_preview_item, G_TYPE_OBJECT)

char *
jb_preview_item_dup_about (JbPreviewItem *self)
{
  guint n = self->content != NULL ? self->content->parts->len : 0;

  switch (self->state)
    {
    case JB_PREVIEW_READING: return g_strdup (_("Reading…"));
    case JB_PREVIEW_FAILED: return g_strdup_printf (_("Cannot be imported: %s"), self->content->reason);
    case JB_PREVIEW_READY:
      return self->content->is_archive ? g_strdup_printf (ngettext ("Archive of %u file", "Archive of %u files", n), n)
                                       : g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
    default: return g_strdup (_("Not read yet"));
    }
}

static const char *
get_icon_name (JbPreviewItem *self)
{
  switch (self->state)
    {
    case JB_PREVIEW_FAILED: return "dialog-warning-symbolic";
    case JB_PREVIEW_READY: return self->content->is_archive ? "package-x-generic-symbolic" : "x-office-document-symbolic";
    default: return "content-loading-symbolic";
    }
}

static void
jb_preview_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbPreviewItem *self = JB_PREVIEW_ITEM (object);
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *title = g_filename_display_name (base), *about = jb_preview_item_dup_about (self);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, title); break;
    case PROP_ABOUT: g_value_set_string (value, about); break;
    case PROP_ICON_NAME: g_value_set_static_string (value, get_icon_name (self)); break;
    case PROP_SUMMARY: g_value_take_string (value, g_strjoin (" · ", title, about, NULL)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_preview_item_finalize (GObject *object)
{
  JbPreviewItem *self = JB_PREVIEW_ITEM (object);

  g_object_unref (self->file);
  g_clear_pointer (&self->content, jb_preview_content_free);
  G_OBJECT_CLASS (jb_preview_item_parent_class)->finalize (object);
}

static void
jb_preview_item_class_init (JbPreviewItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "title", "about", "icon-name", "summary" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jb_preview_item_get_property;
  object_class->finalize = jb_preview_item_finalize;
  for (int i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jb_preview_item_init (JbPreviewItem *self)
{
}

JbPreviewItem *
jb_preview_item_new (GFile *file)
{
  JbPreviewItem *self = g_object_new (JB_TYPE_PREVIEW_ITEM, NULL);

  self->file = g_object_ref (file);
  return self;
}

GFile *
jb_preview_item_get_file (JbPreviewItem *self)
{
  return self->file;
}

JbPreviewState
jb_preview_item_get_state (JbPreviewItem *self)
{
  return self->state;
}

const JbPreviewContent *
jb_preview_item_get_content (JbPreviewItem *self)
{
  return self->content;
}

static void
notify (JbPreviewItem *self)
{
  for (int i = PROP_ABOUT; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
jb_preview_item_set_state (JbPreviewItem *self, JbPreviewState state)
{
  g_clear_pointer (&self->content, jb_preview_content_free);
  self->state = state;
  notify (self);
}

void
jb_preview_item_take_content (JbPreviewItem *self, JbPreviewContent *content)
{
  g_clear_pointer (&self->content, jb_preview_content_free);
  self->content = content;
  self->state = content->reason != NULL ? JB_PREVIEW_FAILED : JB_PREVIEW_READY;
  notify (self);
}
