/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-item.h"

#include "jb-string.h"

#include <glib/gi18n.h>

struct _JbImportItem
{
  GObject        parent_instance;

  char          *name;    /* owned */
  GFile         *file;    /* owned, NULL where it came from no file */
  JbImportState  state;
  guint          n_done;  /* pages */
  guint          n_all;   /* 0 until the first is read */
  guint          n_articles;
  guint          n_suggestions;
  JbError        code;    /* where failed */
  char          *reason;  /* owned, likewise */
  char          *source;  /* owned, NULL until there is one */
};

enum
{
  PROP_TITLE = 1,
  PROP_ABOUT,
  PROP_ICON_NAME,
  PROP_SUMMARY,
  PROP_REMEDY,
  PROP_FAILED,
  PROP_HAS_SOURCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbImportItem, jb_import_item, G_TYPE_OBJECT)

static char *
dup_counts (JbImportItem *self)
{
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", self->n_articles), self->n_articles);
  g_autofree char *suggestions = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", self->n_suggestions),
                                                  self->n_suggestions);

  return g_strjoin (" · ", articles, suggestions, NULL);
}

static char *
dup_about (JbImportItem *self)
{
  switch (self->state)
    {
    case JB_IMPORT_STATE_READING:
      if (self->n_all > 0)
        return g_strdup_printf (_("Reading page %u of %u"), MIN (self->n_done + 1, self->n_all), self->n_all);
      return g_strdup (_("Reading…"));
    case JB_IMPORT_STATE_DONE:
      return dup_counts (self);
    case JB_IMPORT_STATE_KNOWN:
      return g_strdup (_("Already in the library"));
    case JB_IMPORT_STATE_FAILED:
      /* Translators: a file, and why. */
      return g_strdup_printf (_("Not imported: %s"), self->reason);
    case JB_IMPORT_STATE_STOPPED:
      return g_strdup (_("Stopped"));
    default:
      return g_strdup (_("Waiting"));
    }
}

static const char *
get_icon_name (JbImportItem *self)
{
  switch (self->state)
    {
    case JB_IMPORT_STATE_READING: return "media-playback-start-symbolic";
    case JB_IMPORT_STATE_DONE: return "object-select-symbolic";
    case JB_IMPORT_STATE_KNOWN: return "emblem-ok-symbolic";
    case JB_IMPORT_STATE_FAILED: return "dialog-warning-symbolic";
    case JB_IMPORT_STATE_STOPPED: return "media-playback-stop-symbolic";
    default: return "content-loading-symbolic";
    }
}

static const char *
get_remedy (JbImportItem *self)
{
  if (self->file == NULL || (self->state != JB_IMPORT_STATE_FAILED && self->state != JB_IMPORT_STATE_STOPPED))
    return "";
  if (self->state == JB_IMPORT_STATE_FAILED && self->code == JB_ERROR_PASSWORD)
    return _("Password…");
  if (self->state == JB_IMPORT_STATE_FAILED && self->code == JB_ERROR_NO_TEXT)
    return _("Recognise Text");
  return _("Retry");
}

static void
jb_import_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbImportItem *self = JB_IMPORT_ITEM (object);
  g_autofree char *title = g_path_get_basename (self->name), *about = dup_about (self);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, title); break;
    case PROP_ABOUT: g_value_set_string (value, about); break;
    case PROP_ICON_NAME: g_value_set_static_string (value, get_icon_name (self)); break;
    case PROP_SUMMARY: g_value_take_string (value, g_strjoin (" · ", title, about, NULL)); break;
    case PROP_REMEDY: g_value_set_string (value, get_remedy (self)); break;
    case PROP_FAILED: g_value_set_boolean (value, self->state == JB_IMPORT_STATE_FAILED); break;
    case PROP_HAS_SOURCE: g_value_set_boolean (value, self->source != NULL); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_import_item_finalize (GObject *object)
{
  JbImportItem *self = JB_IMPORT_ITEM (object);

  g_free (self->name);
  g_clear_object (&self->file);
  g_free (self->reason);
  g_free (self->source);
  G_OBJECT_CLASS (jb_import_item_parent_class)->finalize (object);
}

static void
jb_import_item_class_init (JbImportItemClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "title", "about", "icon-name", "summary", "remedy", "failed", "has-source" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jb_import_item_get_property;
  object_class->finalize = jb_import_item_finalize;
  for (int i = 1; i < N_PROPS; i++)
    properties[i] = i < PROP_FAILED
                    ? g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)
                    : g_param_spec_boolean (names[i], NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jb_import_item_init (JbImportItem *self)
{
}

JbImportItem *
jb_import_item_new (const char *name, GFile *file)
{
  JbImportItem *self = g_object_new (JB_TYPE_IMPORT_ITEM, NULL);

  self->name = g_strdup (name);
  g_set_object (&self->file, file);
  return self;
}

const char *
jb_import_item_get_name (JbImportItem *self)
{
  return self->name;
}

GFile *
jb_import_item_get_file (JbImportItem *self)
{
  return self->file;
}

JbImportState
jb_import_item_get_state (JbImportItem *self)
{
  return self->state;
}

JbError
jb_import_item_get_code (JbImportItem *self)
{
  return self->code;
}

const char *
jb_import_item_get_source (JbImportItem *self)
{
  return self->source;
}

/* All but the title may be different now. */
static void
notify (JbImportItem *self)
{
  for (int i = PROP_ABOUT; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
jb_import_item_set_state (JbImportItem *self, JbImportState state)
{
  self->state = state;
  self->n_done = self->n_all = 0;
  notify (self);
}

void
jb_import_item_set_pages (JbImportItem *self, guint n_done, guint n_all)
{
  self->n_done = n_done;
  self->n_all = n_all;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ABOUT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

void
jb_import_item_set_result (JbImportItem *self, const JbImportResult *result)
{
  static const JbImportState states[] = {
    [JB_IMPORT_DONE] = JB_IMPORT_STATE_DONE,
    [JB_IMPORT_KNOWN] = JB_IMPORT_STATE_KNOWN,
    [JB_IMPORT_FAILED] = JB_IMPORT_STATE_FAILED,
  };

  self->state = states[result->outcome];
  self->n_articles = result->n_articles;
  self->n_suggestions = result->n_suggestions;
  self->code = result->code;
  jb_set_string (&self->reason, result->reason);
  jb_set_string (&self->source, result->source);
  notify (self);
}
