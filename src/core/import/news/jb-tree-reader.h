/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads objects out of a tree as json_gvariant_deserialize() makes it, and checks them: what is missing, of another type or out of
 * bounds is a fault, of which the first is kept with its place (articles[3].blocks[0].text). After a fault every read gives
 * something harmless, so that callers look once, at the end. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  GString    *place;  /* owned: where we are */
  char       *fault;  /* owned: where the first fault is; NULL while there is none */
  GHashTable *ids;    /* owned: those that were taken */
} JbTreeReader;

void jb_tree_reader_init  (JbTreeReader *self);
void jb_tree_reader_clear (JbTreeReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JbTreeReader, jb_tree_reader_clear)

/* Says that the member @key (nullable: the object itself) is wrong. */
void jb_tree_reader_fail (JbTreeReader *self, const char *key);

typedef enum
{
  JB_TREE_LINES    = 0,       /* any string */
  JB_TREE_ONE_LINE = 1 << 0,  /* no line feed in it */
  JB_TREE_NAME     = 1 << 1,  /* one line, not empty, JB_TREE_MAX_NAME bytes at most */
  JB_TREE_DATE     = 1 << 2,  /* ISO */
  JB_TREE_ID       = 1 << 3,  /* letters, digits and hyphens, 100 at most */
  JB_TREE_NULLABLE = 1 << 4,  /* null, or missing */
  JB_TREE_OPTIONAL = 1 << 5,  /* missing or null counts as "" */
} JbTreeString;

#define JB_TREE_MAX_NAME 1000

/* Returns: (transfer none) (nullable): lives as long as @object; NULL only where JB_TREE_NULLABLE, "" after a fault otherwise */
const char *jb_tree_reader_get_string (JbTreeReader *self, GVariantDict *object, const char *key, JbTreeString kind);

/* Returns: a whole number up to @max; 0 after a fault */
guint jb_tree_reader_get_number (JbTreeReader *self, GVariantDict *object, const char *key, guint max);

/* Returns: a value of the enumeration, from its nick; 0 after a fault */
int jb_tree_reader_get_enum (JbTreeReader *self, GVariantDict *object, const char *key, GType type);

/* Whether the member is there and not null. */
gboolean jb_tree_reader_has (JbTreeReader *self, GVariantDict *object, const char *key);

/* Returns: (transfer full): a list of names, each a line and not empty */
GStrv jb_tree_reader_dup_names (JbTreeReader *self, GVariantDict *object, const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type guint): the numbers of a list of lists of @width numbers each, one after the other */
GArray *jb_tree_reader_dup_numbers (JbTreeReader *self, GVariantDict *object, const char *key, guint width)
  G_GNUC_WARN_UNUSED_RESULT;

typedef void (*JbTreeFunc) (JbTreeReader *self, GVariantDict *object, gpointer data);

/* Calls @func with the member, which must be an object. */
void jb_tree_reader_enter (JbTreeReader *self, GVariantDict *object, const char *key, JbTreeFunc func, gpointer data);

/* Calls @func with each object of the list @key, until there is a fault. */
void jb_tree_reader_foreach (JbTreeReader *self, GVariantDict *object, const char *key, JbTreeFunc func, gpointer data);

/* Returns: (transfer none): the member "id"; one that another object of @kind has is a fault */
const char *jb_tree_reader_take_id (JbTreeReader *self, GVariantDict *object, const char *kind);

G_END_DECLS
