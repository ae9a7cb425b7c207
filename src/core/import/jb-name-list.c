/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two passes: all rows, then what their codes say of one another, since a row may come before the one it lies in. */
#include "jb-name-list.h"

#include "jb-model-enums.h"
#include "jb-plain.h"
#include "jb-resource.h"
#include "jb-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows are looked at to tell the form of a list without headings. */
#define SAMPLE_ROWS 20

/* Codes that lead back to themselves must end somewhere. */
#define MAX_DEPTH 8

typedef enum
{
  ROLE_NAME,
  ROLE_TYPE,
  ROLE_ALIAS,
  ROLE_NOTE,
  ROLE_CODE,
  ROLE_LEVEL,
  ROLE_PARENT,    /* the unit the row lies in; the last five from the innermost outwards */
  ROLE_STREET,
  ROLE_AREA,
  ROLE_CITY,
  ROLE_PROVINCE,
  N_ROLES,
} Role;

static const char *const role_names[N_ROLES] = {
  "name", "type", "alias", "note", "code", "level", "parent", "street", "area", "city", "province",
};

/* Which role each column has; -1 for one without. */
typedef struct
{
  int columns[N_ROLES];
} Shape;

typedef struct
{
  GStrv cells;   /* owned */
  guint line;
} Row;

/* A unit of a numbered list, for what lies in it. */
typedef struct
{
  const char *name;    /* lent by its row */
  const char *parent;  /* likewise: a code, "" for none */
} Unit;

typedef struct
{
  GArray     *rows;       /* owned, of Row */
  Shape       shape;
  GHashTable *units;      /* owned, code (lent) to Unit (owned) */
  GHashTable *types;      /* owned, folded word (owned) to JbEntityType + 1 */
  GHashTable *words;      /* owned set of what is no name */
  GPtrArray  *endings;    /* owned, of char *: likewise, with any beginning */
  JbNameList *list;       /* what is made */
} Reading;

static void
row_clear (Row *row)
{
  g_strfreev (row->cells);
}

static void
name_free (JbListName *name)
{
  g_free (name->name);
  g_free (name->note);
  g_strfreev (name->aliases);
  g_free (name);
}

static void
fault_free (JbListFault *fault)
{
  g_free (fault->reason);
  g_free (fault);
}

static void
take_fault (JbNameList *list, guint line, char *reason)
{
  JbListFault *fault = g_new (JbListFault, 1);

  *fault = (JbListFault) { line, reason };
  g_ptr_array_add (list->faults, fault);
}

/* Returns: (transfer full): the words of a rule list of two columns, in lower case, to the second column (owned) */
static GHashTable *
load_pairs (const char *path)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = jb_resource_load_lines (path);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 2);

      if (columns[0] == NULL || columns[1] == NULL)
        g_error ("%s: “%s” has not two columns", path, lines[i]);
      g_hash_table_insert (pairs, g_strdup (columns[0]), g_strdup (columns[1]));
    }
  return pairs;
}

static void
add_type (GHashTable *types, const char *word, int type)
{
  g_hash_table_insert (types, g_utf8_strdown (word, -1), GINT_TO_POINTER (type + 1));
}

/* The types' own names, their labels in the user's language, and the words of the rule list. */
static GHashTable *
load_types (void)
{
  GHashTable *types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) pairs = load_pairs ("rules/list-types.txt");
  GHashTableIter iter;
  gpointer word, nick;

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &word, &nick))
    {
      int type = 0;

      if (!jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, nick, &type))
        g_error ("a rule list names the type “%s”", (const char *) nick);
      add_type (types, word, type);
    }
  for (int type = 0; type < JB_N_ENTITY_TYPES; type++)
    {
      add_type (types, jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, type), type);
      add_type (types, jb_entity_type_get_label (type), type);
    }
  return types;
}

static void
load_words (Reading *reading)
{
  g_auto(GStrv) lines = jb_resource_load_lines ("rules/list-not-names.txt");

  reading->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->endings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '*')
        g_ptr_array_add (reading->endings, g_strdup (lines[i] + 1));
      else
        g_hash_table_add (reading->words, g_strdup (lines[i]));
    }
}

/* Only where rows are numbered: what an editor lists by hand is meant. */
static gboolean
is_word (const Reading *reading, const char *name)
{
  if (reading->shape.columns[ROLE_CODE] < 0)
    return FALSE;
  if (g_hash_table_contains (reading->words, name))
    return TRUE;
  for (guint i = 0; i < reading->endings->len; i++)
    if (g_str_has_suffix (name, g_ptr_array_index (reading->endings, i)))
      return TRUE;
  return FALSE;
}

/* Returns: a JbEntityType, -1 for a word that names none */
static int
find_type (const Reading *reading, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (reading->types, lower)) - 1;
}

static void
read_rows (Reading *reading, const char *text)
{
  JbTableReader reader;
  Row row;

  jb_table_reader_init (&reader, text);
  while (jb_table_reader_next (&reader, &row.line, &row.cells))
    {
      if (row.cells != NULL)
        g_array_append_val (reading->rows, row);
      else
        take_fault (reading->list, row.line, g_strdup (_("a quotation mark stands in the wrong place or is not closed")));
    }
}

static const char *
get_cell (const Row *row, int column)
{
  return column >= 0 && column < (int) g_strv_length (row->cells) ? row->cells[column] : "";
}

static const char *
get_role (const Reading *reading, const Row *row, Role role)
{
  return get_cell (row, reading->shape.columns[role]);
}

/* Whether the row is one of headings, of which one is of the names. */
static gboolean
read_headings (Shape *shape, const Row *row)
{
  g_autoptr(GHashTable) pairs = load_pairs ("rules/list-columns.txt");

  for (int c = 0; row->cells[c] != NULL; c++)
    {
      g_autofree char *lower = g_utf8_strdown (row->cells[c], -1);
      const char *role = g_hash_table_lookup (pairs, lower);

      for (guint r = 0; role != NULL && r < N_ROLES; r++)
        if (g_str_equal (role_names[r], role) && shape->columns[r] < 0)
          shape->columns[r] = c;
    }
  return shape->columns[ROLE_NAME] >= 0;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static gboolean
is_division (const Row *row)
{
  const char *level = get_cell (row, 2), *parent = get_cell (row, 3);

  return is_number (get_cell (row, 0)) && strlen (level) == 1 && *level >= '1' && *level <= '5' &&
         (*parent == '\0' || is_number (parent)) && !is_number (get_cell (row, 1));
}

static void
guess_shape (Reading *reading)
{
  guint n_divisions = 0, n_types = 0, n_cells = 0, n = MIN (reading->rows->len, SAMPLE_ROWS);

  for (guint i = 0; i < n; i++)
    {
      const Row *row = &g_array_index (reading->rows, Row, i);

      n_divisions += is_division (row);
      n_types += find_type (reading, get_cell (row, 1)) >= 0;
      n_cells = MAX (n_cells, g_strv_length (row->cells));
    }
  if (n_divisions * 2 > n)
    {
      reading->shape.columns[ROLE_CODE] = 0;
      reading->shape.columns[ROLE_NAME] = 1;
      reading->shape.columns[ROLE_LEVEL] = 2;
      reading->shape.columns[ROLE_PARENT] = 3;
    }
  else if (n_types > 0 || n_cells == 1)
    {
      reading->shape.columns[ROLE_NAME] = 0;
      reading->shape.columns[ROLE_TYPE] = n_types > 0 ? 1 : -1;
    }
}

static gboolean
find_shape (Reading *reading, GError **error)
{
  for (guint r = 0; r < N_ROLES; r++)
    reading->shape.columns[r] = -1;
  if (reading->rows->len > 0 && read_headings (&reading->shape, &g_array_index (reading->rows, Row, 0)))
    {
      g_array_remove_index (reading->rows, 0);
      return TRUE;
    }
  for (guint r = 0; r < N_ROLES; r++)
    reading->shape.columns[r] = -1;
  guess_shape (reading);
  if (reading->shape.columns[ROLE_NAME] >= 0 || reading->rows->len == 0)
    return TRUE;
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT,
               _("line %u: no column has the heading “name” or “名称”, and the second column holds no types"),
               g_array_index (reading->rows, Row, 0).line);
  return FALSE;
}

/* Returns: the innermost unit the row says it lies in, "" where it says none */
static const char *
get_parent (const Reading *reading, const Row *row)
{
  for (Role role = ROLE_PARENT; role <= ROLE_PROVINCE; role++)
    if (*get_role (reading, row, role) != '\0')
      return get_role (reading, row, role);
  return "";
}

static void
index_units (Reading *reading)
{
  for (guint i = 0; i < reading->rows->len; i++)
    {
      const Row *row = &g_array_index (reading->rows, Row, i);
      const char *code = get_role (reading, row, ROLE_CODE);
      Unit *unit;

      if (*code == '\0')
        continue;
      unit = g_new (Unit, 1);
      *unit = (Unit) { get_role (reading, row, ROLE_NAME), get_parent (reading, row) };
      g_hash_table_insert (reading->units, (gpointer) code, unit);
    }
}

/* Returns: (transfer full): 云省 澜州市 云汀区; units that the list does not hold by what they are called in the row itself */
static char *
describe_place (const Reading *reading, const Row *row)
{
  GString *place = g_string_new (NULL);
  const char *parent = get_parent (reading, row), *code = get_role (reading, row, ROLE_CODE);

  for (guint depth = 0; *parent != '\0' && !g_str_equal (parent, code) && depth < MAX_DEPTH; depth++)
    {
      const Unit *unit = g_hash_table_lookup (reading->units, parent);
      const char *name = unit != NULL ? unit->name : parent;

      if (*name != '\0' && !is_word (reading, name))
        {
          g_string_prepend (place, place->len > 0 ? " " : "");
          g_string_prepend (place, name);
        }
      parent = unit != NULL ? unit->parent : "";
    }
  return g_string_free (place, FALSE);
}

/* Numbers of divisions have 2, 4, 6, 9 and 12 digits. */
static int
guess_level (const char *code)
{
  switch (is_number (code) ? strlen (code) : 0)
    {
    case 2:
      return 1;
    case 4:
      return 2;
    case 6:
      return 3;
    case 9:
      return 4;
    case 12:
      return 5;
    default:
      return 0;
    }
}

static int
type_of_level (int level)
{
  if (level >= 1 && level <= 3)
    return JB_ENTITY_TYPE_PLACE;
  if (level == 4)
    return JB_ENTITY_TYPE_STREET;
  return level == 5 ? JB_ENTITY_TYPE_COMMUNITY : -1;
}

/* @fault: (out): what is wrong, NULL where nothing is. Returns: a JbEntityType, or -1 */
static int
read_type (const Reading *reading, const Row *row, char **fault)
{
  const char *word = get_role (reading, row, ROLE_TYPE), *level = get_role (reading, row, ROLE_LEVEL);
  int type;

  if (*word != '\0')
    {
      type = find_type (reading, word);
      if (type < 0)
        *fault = g_strdup_printf (_("there is no type “%s”"), word);
      return type;
    }
  if (*level != '\0')
    {
      type = is_number (level) ? type_of_level (atoi (level)) : find_type (reading, level);
      if (type < 0)
        *fault = g_strdup_printf (_("there is no level “%s”"), level);
      return type;
    }
  return *get_parent (reading, row) != '\0' ? type_of_level (guess_level (get_role (reading, row, ROLE_CODE))) : -1;
}

/* Returns: (transfer full): the other names in the cell; one character is none */
static GStrv
split_aliases (const char *cell, const char *name)
{
  g_autoptr(GStrvBuilder) aliases = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *even = g_strdup (cell);
  g_auto(GStrv) parts = NULL;

  g_strdelimit (even, "|/\n,", ';');
  parts = g_regex_split_simple ("[;；、，｜]", even, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (g_strstrip (parts[i]), -1) >= 2 && !g_str_equal (parts[i], name) && g_hash_table_add (seen, parts[i]))
      g_strv_builder_add (aliases, parts[i]);
  return g_strv_builder_end (aliases);
}

/* Returns: (transfer full) (nullable): what keeps @name from being one, for people */
static char *
find_name_fault (const char *name)
{
  glong length = g_utf8_strlen (name, -1);

  if (length == 0)
    return g_strdup (_("there is no name"));
  if (length == 1)
    return g_strdup_printf (_("“%s” is a single character"), name);
  if (length > JB_NAME_LIST_MAX_LENGTH)
    return g_strdup_printf (_("the name has %ld characters, more than %d"), length, JB_NAME_LIST_MAX_LENGTH);
  return strchr (name, '\n') != NULL ? g_strdup (_("the name has several lines")) : NULL;
}

static void
read_name (Reading *reading, const Row *row)
{
  const char *name = get_role (reading, row, ROLE_NAME), *note = get_role (reading, row, ROLE_NOTE);
  JbListName *entry;
  char *fault = NULL;
  int type;

  if (is_word (reading, name))
    {
      reading->list->n_words++;
      return;
    }
  fault = find_name_fault (name);
  type = fault == NULL ? read_type (reading, row, &fault) : -1;
  if (fault != NULL)
    {
      take_fault (reading->list, row->line, fault);
      return;
    }
  entry = g_new (JbListName, 1);
  *entry = (JbListName) {
    g_strdup (name), type, *note != '\0' ? g_strdup (note) : describe_place (reading, row),
    split_aliases (get_role (reading, row, ROLE_ALIAS), name), row->line,
  };
  g_ptr_array_add (reading->list->names, entry);
}

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->rows);
  g_hash_table_unref (reading->units);
  g_hash_table_unref (reading->types);
  g_hash_table_unref (reading->words);
  g_ptr_array_unref (reading->endings);
  g_clear_pointer (&reading->list, jb_name_list_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const JbListFault *x = *(const JbListFault *const *) a, *y = *(const JbListFault *const *) b;

  return x->line < y->line ? -1 : x->line > y->line;
}

JbNameList *
jb_name_list_read (GBytes *bytes, GError **error)
{
  g_autoptr(JbDecoded) decoded = jb_plain_read (bytes, error);
  g_auto(Reading) reading = { NULL };

  reading.rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (reading.rows, (GDestroyNotify) row_clear);
  reading.units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  reading.types = load_types ();
  reading.list = g_new0 (JbNameList, 1);
  reading.list->names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  reading.list->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  load_words (&reading);
  if (decoded == NULL)
    return NULL;

  read_rows (&reading, decoded->text);
  if (!find_shape (&reading, error))
    return NULL;
  index_units (&reading);
  for (guint i = 0; i < reading.rows->len; i++)
    read_name (&reading, &g_array_index (reading.rows, Row, i));
  g_ptr_array_sort (reading.list->faults, compare_faults);
  return g_steal_pointer (&reading.list);
}

void
jb_name_list_free (JbNameList *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->faults);
  g_free (self);
}
