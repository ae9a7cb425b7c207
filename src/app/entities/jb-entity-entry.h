/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of the list of entities: the entity, how often it stands in the library, and what it is found by. */
#pragma once

#include "jb-entity.h"
#include "jb-library.h"
#include "jb-pinyin.h"

G_BEGIN_DECLS

#define JB_TYPE_ENTITY_ENTRY (jb_entity_entry_get_type ())
G_DECLARE_FINAL_TYPE (JbEntityEntry, jb_entity_entry, JB, ENTITY_ENTRY, GObject)

/* Filled in the thread that loads it, not changed afterwards. */
struct _JbEntityEntry
{
  GObject   parent_instance;

  JbEntity *entity;       /* owned */
  guint     n_articles;   /* in which its name stands, confirmed or suggested */
  guint     n_confirmed;  /* mentions */
  guint     n_suggested;  /* mentions left to review */
  char     *label;        /* owned: the name, with the note behind it where another of its type is called the same */
  char     *spelled;      /* owned, the name's pinyin, what it sorts by */
  char     *keys;         /* owned, folded names, their pinyin and initials, a line feed before each */
};

/* @pinyin: kept from load to load by the caller
 * Returns: (transfer full) (element-type JbEntityEntry) (nullable): all live entities, by type, then pinyin */
GPtrArray *jb_entity_entry_load_all (JbLibrary *library, JbPinyin *pinyin, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @folded: as by jb_text_fold(); "" matches all. Letters match the beginning of the pinyin or its
 * initials, and any part of a name. */
gboolean jb_entity_entry_matches (const JbEntityEntry *self, const char *folded);

/* Returns: whether both would look the same in the list */
gboolean jb_entity_entry_equal (const JbEntityEntry *a, const JbEntityEntry *b);

G_END_DECLS
