/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-source.h"

#include "jb-date.h"

G_DEFINE_FINAL_TYPE (JbSource, jb_source, G_TYPE_OBJECT)

static void
jb_source_finalize (GObject *object)
{
  JbSource *self = JB_SOURCE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_free (self->encoding);
  g_free (self->imported_at);
  g_free (self->reading);
  g_clear_pointer (&self->masthead, jb_masthead_free);
  G_OBJECT_CLASS (jb_source_parent_class)->finalize (object);
}

static void
jb_source_class_init (JbSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_source_finalize;
}

static void
jb_source_init (JbSource *self)
{
}

JbSource *
jb_source_new (void)
{
  JbSource *self = g_object_new (JB_TYPE_SOURCE, NULL);

  self->id = g_uuid_string_random ();
  return self;
}

gboolean
jb_source_is_plain (const JbSource *self)
{
  return g_str_equal (self->media_type, "text/plain");
}

char *
jb_source_dup_label (const JbSource *self)
{
  const JbMasthead *masthead = self->masthead;
  GString *label;

  if (masthead == NULL || masthead->name == NULL)
    return g_strdup (self->name);

  label = g_string_new (NULL);
  g_string_append_printf (label, "《%s》", masthead->name);
  if (masthead->date != NULL)
    {
      g_autofree char *date = jb_date_to_chinese (masthead->date);

      g_string_append (label, date);
    }
  if (masthead->issue != NULL)
    g_string_append_printf (label, "第%s期", masthead->issue);
  return g_string_free (label, FALSE);
}
