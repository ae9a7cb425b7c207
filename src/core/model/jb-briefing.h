/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Briefing (简报): sections of items, each a sentence or more with the place it was printed. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JB_TYPE_BRIEFING_ITEM (jb_briefing_item_get_type ())
G_DECLARE_FINAL_TYPE (JbBriefingItem, jb_briefing_item, JB, BRIEFING_ITEM, GObject)

struct _JbBriefingItem
{
  GObject  parent_instance;

  char    *id;          /* owned, a UUID */
  char    *text;        /* owned, as it will be printed */
  char    *original;    /* owned, verbatim from the article */
  char    *article;     /* owned id of the article; NULL for the editor's own words */
  guint    start, end;  /* code points in the article's text */
  char    *citation;    /* owned, where it was printed: 《云汀报》2023年7月18日第621期：区委召开…; NULL for
                         * the editor's own words */
};

/* Returns: (transfer full): an item with a new id whose text is @original */
JbBriefingItem *jb_briefing_item_new (const char *original, const char *article, guint start, guint end)
  G_GNUC_WARN_UNUSED_RESULT;

#define JB_TYPE_BRIEFING_SECTION (jb_briefing_section_get_type ())
G_DECLARE_FINAL_TYPE (JbBriefingSection, jb_briefing_section, JB, BRIEFING_SECTION, GObject)

struct _JbBriefingSection
{
  GObject    parent_instance;

  char      *id;       /* owned, a UUID */
  char      *heading;  /* owned, "" where there is none */
  GPtrArray *items;    /* owned, of JbBriefingItem, in printing order */
};

/* Returns: (transfer full): an empty section with a new id */
JbBriefingSection *jb_briefing_section_new (const char *heading) G_GNUC_WARN_UNUSED_RESULT;

#define JB_TYPE_BRIEFING (jb_briefing_get_type ())
G_DECLARE_FINAL_TYPE (JbBriefing, jb_briefing, JB, BRIEFING, GObject)

struct _JbBriefing
{
  GObject    parent_instance;

  char      *id;            /* owned, a UUID */
  char      *title;         /* owned, the name in the masthead: 城事简报 */
  char      *issue;         /* owned, digits, "" where there is none */
  char      *date;          /* owned ISO date, NULL where there is none */
  char      *issuer;        /* owned, 编发单位, "" where there is none */
  char      *template_name; /* owned, name of the page style: "jianbao" */
  char      *note;          /* owned, 编者按, "" where there is none */
  char      *report_to;     /* owned, 报, "" where there is none */
  char      *send_to;       /* owned, 送, likewise */
  char      *issue_to;      /* owned, 发, likewise */
  char      *copies;        /* owned, digits: 共印N份, "" where there is none */
  GPtrArray *sections;      /* owned, of JbBriefingSection, in printing order */
};

/* Returns: (transfer full): a briefing with a new id and no sections */
JbBriefing *jb_briefing_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: number of items over all sections */
guint jb_briefing_count_items (const JbBriefing *self);

G_END_DECLS
