/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of names: what an editor has in a table and wants in the registry. Read as they come, by their form:
 *
 *   NAME,TYPE                      柳浦街道,street
 *   a table with headings          名称;类型;别名        (commas, tabs or semicolons; RFC 4180 quotes)
 *   code, name, level, parent      administrative divisions without headings
 *   one name a line
 */
#pragma once

#include "jb-error.h"
#include "jb-types.h"

G_BEGIN_DECLS

/* The longest name that is taken, in code points. */
#define JB_NAME_LIST_MAX_LENGTH 100

typedef struct
{
  char  *name;     /* owned, one line, without white space around it */
  int    type;     /* a JbEntityType, -1 where the list does not say */
  char  *note;     /* owned: what it lies in, the outermost first (浙江省 杭州市), or the list's own note; "" where there is none */
  GStrv  aliases;  /* owned, maybe empty; none is the name */
  guint  line;     /* in the file, from 1 */
} JbListName;

/* A row that gave no name. */
typedef struct
{
  guint  line;    /* from 1 */
  char  *reason;  /* owned, for people */
} JbListFault;

typedef struct
{
  GPtrArray *names;    /* owned, of JbListName, in the order of the file */
  GPtrArray *faults;   /* owned, of JbListFault, likewise */
  guint      n_words;  /* rows left out since what they call a name is a plain word, as 市辖区 */
} JbNameList;

/**
 * jb_name_list_read:
 *
 * A row that is wrong becomes a fault; the others are read. Fails where the bytes are no text (as jb_importer_find()), or with
 * JB_ERROR_FORMAT where no column can be told to hold the names.
 *
 * Returns: (transfer full) (nullable)
 */
JbNameList *jb_name_list_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        jb_name_list_free (JbNameList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbNameList, jb_name_list_free)

G_END_DECLS
