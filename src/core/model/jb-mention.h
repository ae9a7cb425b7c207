/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mention: a stretch of an article's text that names an entity. Suggested ones are computed and never
 * stored; the others come from the editor's decisions. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

#define JB_TYPE_MENTION (jb_mention_get_type ())
G_DECLARE_FINAL_TYPE (JbMention, jb_mention, JB, MENTION, GObject)

struct _JbMention
{
  GObject          parent_instance;

  JbEntityType     type;
  char            *label;       /* owned, a learned type that is none of ours, which then stands for @type; else NULL */
  char            *text;        /* owned, the characters as printed */
  guint            start, end;  /* code points in the article's text */
  char            *entity;      /* owned id, NULL where it is linked to none */
  char            *name;        /* owned, what it stands for: the entity's name, or the full form that a short form was
                                 * resolved to; equals text where nothing better is known */
  JbMentionState   state;
  JbMentionOrigin  origin;
  double           confidence;  /* 0 to 1; 1 for decisions */
  char            *rule;        /* owned, id of the rule that suggested it, "" for an editor's own */
  char            *decision;    /* owned id of the stored decision, NULL for a suggestion */
};

/* Returns: (transfer full): a suggestion by @rule; name is @text */
JbMention *jb_mention_new (JbEntityType type, const char *text, guint start, guint end,
                           JbMentionOrigin origin, double confidence, const char *rule) G_GNUC_WARN_UNUSED_RESULT;

/* Orders by start, the longer first, then by type: as GCompareFunc on JbMention ** (g_ptr_array_sort) */
int jb_mention_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
