/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tree-reader.h"

#include "jb-date.h"
#include "jb-types.h"

#include <string.h>

#define MAX_ID 100

void
jb_tree_reader_init (JbTreeReader *self)
{
  *self = (JbTreeReader) { g_string_new (NULL), NULL, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

void
jb_tree_reader_clear (JbTreeReader *self)
{
  g_string_free (self->place, TRUE);
  g_free (self->fault);
  g_hash_table_unref (self->ids);
}

void
jb_tree_reader_fail (JbTreeReader *self, const char *key)
{
  if (self->fault == NULL)
    self->fault = g_strdup_printf ("%s%s%s", self->place->str, self->place->len > 0 && key != NULL ? "." : "",
                                   key != NULL ? key : "");
}

/* Returns: (transfer full) (nullable): NULL where it is missing or null */
static GVariant *
lookup (GVariantDict *object, const char *key)
{
  GVariant *value = g_variant_dict_lookup_value (object, key, NULL);

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE))
    g_clear_pointer (&value, g_variant_unref);
  return value;
}

gboolean
jb_tree_reader_has (JbTreeReader *self, GVariantDict *object, const char *key)
{
  g_autoptr(GVariant) value = lookup (object, key);

  return value != NULL;
}

static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return length > 0 && length <= MAX_ID;
}

static gboolean
is_good (const char *text, JbTreeString kind)
{
  if ((kind & (JB_TREE_ONE_LINE | JB_TREE_NAME)) && strchr (text, '\n') != NULL)
    return FALSE;
  if ((kind & JB_TREE_NAME) && (*text == '\0' || strlen (text) > JB_TREE_MAX_NAME))
    return FALSE;
  if ((kind & JB_TREE_DATE) && !jb_date_is_valid (text))
    return FALSE;
  return !(kind & JB_TREE_ID) || is_id (text);
}

const char *
jb_tree_reader_get_string (JbTreeReader *self, GVariantDict *object, const char *key, JbTreeString kind)
{
  g_autoptr(GVariant) value = lookup (object, key);

  if (value == NULL && (kind & JB_TREE_NULLABLE))
    return NULL;
  if (value == NULL && (kind & JB_TREE_OPTIONAL))
    return "";
  /* The object keeps the value. */
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) && is_good (g_variant_get_string (value, NULL), kind))
    return g_variant_get_string (value, NULL);
  jb_tree_reader_fail (self, key);
  return "";
}

static gboolean
read_number (GVariant *value, guint max, guint *number)
{
  gint64 read = value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) ? g_variant_get_int64 (value) : -1;

  *number = read >= 0 && read <= (gint64) max ? (guint) read : 0;
  return read >= 0 && read <= (gint64) max;
}

guint
jb_tree_reader_get_number (JbTreeReader *self, GVariantDict *object, const char *key, guint max)
{
  g_autoptr(GVariant) value = lookup (object, key);
  guint number;

  if (!read_number (value, max, &number))
    jb_tree_reader_fail (self, key);
  return number;
}

int
jb_tree_reader_get_enum (JbTreeReader *self, GVariantDict *object, const char *key, GType type)
{
  const char *nick = jb_tree_reader_get_string (self, object, key, JB_TREE_ONE_LINE);
  int value = 0;

  if (!jb_enum_from_nick (type, nick, &value))
    jb_tree_reader_fail (self, key);
  return value;
}

/* Returns: (transfer full) (nullable): the list; NULL after a fault */
static GVariant *
get_list (JbTreeReader *self, GVariantDict *object, const char *key)
{
  GVariant *list = lookup (object, key);

  if (list != NULL && !g_variant_is_of_type (list, G_VARIANT_TYPE ("av")))
    g_clear_pointer (&list, g_variant_unref);
  if (list == NULL)
    jb_tree_reader_fail (self, key);
  return list;
}

GStrv
jb_tree_reader_dup_names (JbTreeReader *self, GVariantDict *object, const char *key)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GVariant) list = get_list (self, object, key);
  GVariantIter iter;
  GVariant *item;

  if (list == NULL)
    return g_strv_builder_end (names);
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "v", &item))
    {
      if (g_variant_is_of_type (item, G_VARIANT_TYPE_STRING) && is_good (g_variant_get_string (item, NULL), JB_TREE_NAME))
        g_strv_builder_add (names, g_variant_get_string (item, NULL));
      else
        jb_tree_reader_fail (self, key);
      g_variant_unref (item);
    }
  return g_strv_builder_end (names);
}

static gboolean
add_numbers (GVariant *row, guint width, GArray *numbers)
{
  if (!g_variant_is_of_type (row, G_VARIANT_TYPE ("av")) || g_variant_n_children (row) != width)
    return FALSE;
  for (guint i = 0; i < width; i++)
    {
      g_autoptr(GVariant) boxed = g_variant_get_child_value (row, i);
      g_autoptr(GVariant) value = g_variant_get_variant (boxed);
      guint number;

      if (!read_number (value, G_MAXINT, &number))
        return FALSE;
      g_array_append_val (numbers, number);
    }
  return TRUE;
}

GArray *
jb_tree_reader_dup_numbers (JbTreeReader *self, GVariantDict *object, const char *key, guint width)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GVariant) list = get_list (self, object, key);
  GVariantIter iter;
  GVariant *row;

  if (list == NULL)
    return numbers;
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "v", &row))
    {
      if (!add_numbers (row, width, numbers))
        jb_tree_reader_fail (self, key);
      g_variant_unref (row);
    }
  return numbers;
}

/* @value: (nullable): what must be an object, at @key; @index: in a list, -1 for none */
static void
enter (JbTreeReader *self, GVariant *value, const char *key, int index, JbTreeFunc func, gpointer data)
{
  gsize outer = self->place->len;
  GVariantDict object;

  g_string_append_printf (self->place, "%s%s", outer > 0 ? "." : "", key);
  if (index >= 0)
    g_string_append_printf (self->place, "[%d]", index);
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    {
      g_variant_dict_init (&object, value);
      func (self, &object, data);
      g_variant_dict_clear (&object);
    }
  else
    jb_tree_reader_fail (self, NULL);
  g_string_truncate (self->place, outer);
}

void
jb_tree_reader_enter (JbTreeReader *self, GVariantDict *object, const char *key, JbTreeFunc func, gpointer data)
{
  g_autoptr(GVariant) value = lookup (object, key);

  enter (self, value, key, -1, func, data);
}

void
jb_tree_reader_foreach (JbTreeReader *self, GVariantDict *object, const char *key, JbTreeFunc func, gpointer data)
{
  g_autoptr(GVariant) list = get_list (self, object, key);
  GVariantIter iter;
  GVariant *item;
  int index = 0;

  if (list == NULL)
    return;
  g_variant_iter_init (&iter, list);
  while (self->fault == NULL && g_variant_iter_next (&iter, "v", &item))
    {
      enter (self, item, key, index++, func, data);
      g_variant_unref (item);
    }
}

const char *
jb_tree_reader_take_id (JbTreeReader *self, GVariantDict *object, const char *kind)
{
  const char *id = jb_tree_reader_get_string (self, object, "id", JB_TREE_ID);

  if (!g_hash_table_add (self->ids, g_strdup_printf ("%s %s", kind, id)))
    jb_tree_reader_fail (self, "id");
  return id;
}
