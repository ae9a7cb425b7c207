/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing.h"

G_DEFINE_FINAL_TYPE (JbBriefingItem, jb_briefing_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (JbBriefingSection, jb_briefing_section, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (JbBriefing, jb_briefing, G_TYPE_OBJECT)

static void
jb_briefing_item_finalize (GObject *object)
{
  JbBriefingItem *self = JB_BRIEFING_ITEM (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->original);
  g_free (self->article);
  g_free (self->citation);
  G_OBJECT_CLASS (jb_briefing_item_parent_class)->finalize (object);
}

static void
jb_briefing_item_class_init (JbBriefingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_briefing_item_finalize;
}

static void
jb_briefing_item_init (JbBriefingItem *self)
{
}

JbBriefingItem *
jb_briefing_item_new (const char *original, const char *article, guint start, guint end)
{
  JbBriefingItem *self = g_object_new (JB_TYPE_BRIEFING_ITEM, NULL);

  self->id = g_uuid_string_random ();
  self->text = g_strdup (original);
  self->original = g_strdup (original);
  self->article = g_strdup (article);
  self->start = start;
  self->end = end;
  return self;
}

static void
jb_briefing_section_finalize (GObject *object)
{
  JbBriefingSection *self = JB_BRIEFING_SECTION (object);

  g_free (self->id);
  g_free (self->heading);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (jb_briefing_section_parent_class)->finalize (object);
}

static void
jb_briefing_section_class_init (JbBriefingSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_briefing_section_finalize;
}

static void
jb_briefing_section_init (JbBriefingSection *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

JbBriefingSection *
jb_briefing_section_new (const char *heading)
{
  JbBriefingSection *self = g_object_new (JB_TYPE_BRIEFING_SECTION, NULL);

  self->id = g_uuid_string_random ();
  self->heading = g_strdup (heading);
  return self;
}

static void
jb_briefing_finalize (GObject *object)
{
  JbBriefing *self = JB_BRIEFING (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->issue);
  g_free (self->date);
  g_free (self->issuer);
  g_free (self->template_name);
  g_free (self->note);
  g_free (self->report_to);
  g_free (self->send_to);
  g_free (self->issue_to);
  g_free (self->copies);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (jb_briefing_parent_class)->finalize (object);
}

static void
jb_briefing_class_init (JbBriefingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_briefing_finalize;
}

static void
jb_briefing_init (JbBriefing *self)
{
  self->issue = g_strdup ("");
  self->issuer = g_strdup ("");
  self->template_name = g_strdup ("jianbao");
  self->note = g_strdup ("");
  self->report_to = g_strdup ("");
  self->send_to = g_strdup ("");
  self->issue_to = g_strdup ("");
  self->copies = g_strdup ("");
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
}

JbBriefing *
jb_briefing_new (const char *title)
{
  JbBriefing *self = g_object_new (JB_TYPE_BRIEFING, NULL);

  self->id = g_uuid_string_random ();
  self->title = g_strdup (title);
  return self;
}

guint
jb_briefing_count_items (const JbBriefing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n += ((JbBriefingSection *) g_ptr_array_index (self->sections, i))->items->len;
  return n;
}
