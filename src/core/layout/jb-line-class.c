/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-line-class.h"

#include "jb-chars.h"
#include "jb-resource.h"

static const struct
{
  const char  *key;
  JbLineClass  line_class;
} listed[] = {
  { "open", JB_LINE_OPEN },
  { "close", JB_LINE_CLOSE },
  { "comma", JB_LINE_COMMA },
  { "stop", JB_LINE_STOP },
  { "exclaim", JB_LINE_EXCLAIM },
  { "interpunct", JB_LINE_INTERPUNCT },
  { "connector", JB_LINE_CONNECTOR },
  { "solidus", JB_LINE_SOLIDUS },
  { "dash", JB_LINE_DASH },
  { "ellipsis", JB_LINE_ELLIPSIS },
  { "suffix", JB_LINE_SUFFIX },
  { "prefix", JB_LINE_PREFIX },
  { "label", JB_LINE_LABEL },
  { "unit", JB_LINE_UNIT },
};

/* Character to class + 1; read once, never changed afterwards, never freed. */
static GHashTable *
load_table (void)
{
  g_autoptr(GBytes) bytes = jb_resource_load ("rules/line-classes.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  GHashTable *table = g_hash_table_new (NULL, NULL);

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("rules/line-classes.ini: %s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      g_autofree char *list = g_key_file_get_value (file, "classes", listed[i].key, &error);

      if (list == NULL)
        g_error ("rules/line-classes.ini: %s", error->message);
      for (const char *p = list; *p != '\0'; p = g_utf8_next_char (p))
        g_hash_table_insert (table, GUINT_TO_POINTER (g_utf8_get_char (p)),
                             GUINT_TO_POINTER (listed[i].line_class + 1));
    }
  return table;
}

static GHashTable *
get_table (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) load_table ());
  return (GHashTable *) table;
}

static JbLineClass
class_of (gunichar c)
{
  guint found;

  if (jb_char_is_blank (c))
    return JB_LINE_SPACE;
  found = GPOINTER_TO_UINT (g_hash_table_lookup (get_table (), GUINT_TO_POINTER (c)));
  if (found != 0)
    return found - 1;
  if (g_unichar_ismark (c) || g_unichar_iszerowidth (c))
    return JB_LINE_JOINED;
  if (c < 0x80 || (g_unichar_isalnum (c) && !g_unichar_iswide (c)) || jb_char_is_digit (c))
    return JB_LINE_WORD;
  return JB_LINE_HAN;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && !g_unichar_iswide (c);
}

guint8 *
jb_line_classes_new (const gunichar *chars, guint length)
{
  guint8 *classes = g_new (guint8, MAX (length, 1));
  gboolean open = FALSE;

  for (guint i = 0; i < length; i++)
    {
      gunichar c = chars[i];

      if ((c == '\'' || c == 0x2019) && i > 0 && i + 1 < length && is_letter (chars[i - 1]) && is_letter (chars[i + 1]))
        classes[i] = JB_LINE_WORD;
      else if (c == '"')
        {
          classes[i] = open ? JB_LINE_CLOSE : JB_LINE_OPEN;
          open = !open;
        }
      else
        classes[i] = class_of (c);
    }
  return classes;
}

gboolean
jb_line_class_is_han (JbLineClass line_class)
{
  return line_class == JB_LINE_HAN || line_class == JB_LINE_UNIT;
}

gboolean
jb_line_class_ends_blank (JbLineClass line_class)
{
  return line_class == JB_LINE_CLOSE || line_class == JB_LINE_COMMA || line_class == JB_LINE_STOP ||
         line_class == JB_LINE_EXCLAIM;
}
