/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-looks.h"

#include "jb-resource.h"

#include <string.h>

/* The longest class, id or style that is looked at. */
#define MAX_BYTES 400

/* Returns: the entries of a list, which live as long as the program */
static char **
get_names (GStrv *list, const char *path)
{
  if (g_once_init_enter (list))
    g_once_init_leave (list, jb_resource_load_lines (path));
  return *list;
}

static gboolean
is_word_in (const char *text, const char *word)
{
  gsize n = strlen (word);

  for (const char *p = text; (p = strstr (p, word)) != NULL; p++)
    if ((p == text || !g_ascii_isalpha (p[-1])) && !g_ascii_isalpha (p[n]))
      return TRUE;
  return FALSE;
}

static gboolean
says_aside (const char *value)
{
  static GStrv parts, words;
  char lower[MAX_BYTES];
  gsize n = 0;

  if (value == NULL || *value == '\0')
    return FALSE;
  for (; value[n] != '\0' && n < sizeof lower - 1; n++)
    lower[n] = g_ascii_tolower (value[n]);
  lower[n] = '\0';
  for (char **part = get_names (&parts, "rules/html-aside-parts.txt"); *part != NULL; part++)
    if (strstr (lower, *part) != NULL)
      return TRUE;
  for (char **word = get_names (&words, "rules/html-aside-words.txt"); *word != NULL; word++)
    if (is_word_in (lower, *word))
      return TRUE;
  return FALSE;
}

/* A paragraph is never judged by its own names: there they say how it looks. */
gboolean
jb_html_is_aside (const xmlNode *element)
{
  static const char *const never[] = { "html", "body", "article", "main", "p", "h1", "h2", "h3", "h4", "h5", "h6", NULL };

  return (says_aside (jb_html_get_attribute (element, "class")) || says_aside (jb_html_get_attribute (element, "id"))) &&
         !g_strv_contains (never, (const char *) element->name);
}

/* Returns: (nullable): behind "@name:" in a style without its white space */
static const char *
find_property (const char *style, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = style; (p = strstr (p, name)) != NULL; p++)
    if (p[n] == ':' && (p == style || p[-1] == ';'))
      return p + n + 1;
  return NULL;
}

static guint
read_size (const char *value, guint around)
{
  static const struct
  {
    const char *word;
    guint       size;
  } words[] = { { "small", 130 }, { "medium", 160 }, { "large", 180 }, { "x-large", 240 }, { "xx-large", 320 } };
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (around == 0)
    around = JB_HTML_NORMAL_SIZE;
  if (end == value)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_str_has_prefix (value, words[i].word))
          return words[i].size;
      return g_str_has_prefix (value, "larger") ? around * 6 / 5 : 0;
    }
  if (!(number > 0 && number < 1000))
    return 0;
  if (g_str_has_prefix (end, "px"))
    return (guint) (number * 10);
  if (g_str_has_prefix (end, "pt"))
    return (guint) (number * 40 / 3);
  if (g_str_has_prefix (end, "rem"))
    return (guint) (number * JB_HTML_NORMAL_SIZE);
  if (g_str_has_prefix (end, "em"))
    return (guint) MIN (number * around, 10000);
  return *end == '%' ? (guint) MIN (number * around / 100, 10000) : 0;
}

static void
read_style (JbHtmlLooks *self, const char *style)
{
  char plain[MAX_BYTES];
  gsize n = 0;
  const char *value;

  for (; *style != '\0' && n < sizeof plain - 1; style++)
    if (!g_ascii_isspace (*style))
      plain[n++] = g_ascii_tolower (*style);
  plain[n] = '\0';

  value = find_property (plain, "font-weight");
  if (value != NULL)
    self->is_bold = g_str_has_prefix (value, "bold") || (*value >= '6' && *value <= '9');
  value = find_property (plain, "text-align");
  if (value != NULL)
    self->is_centred = g_str_has_prefix (value, "center") || g_str_has_prefix (value, "-webkit-center");
  value = find_property (plain, "display");
  if (value != NULL && g_str_has_prefix (value, "none"))
    self->is_hidden = TRUE;
  value = find_property (plain, "font-size");
  if (value != NULL)
    self->size = read_size (value, self->size) ?: self->size;
}

/* Of <font size>: 1 to 7, or relative to 3. */
static guint
read_font_size (const char *value)
{
  static const guint sizes[] = { 100, 130, 160, 180, 240, 320, 480 };
  int number = (int) g_ascii_strtoll (value, NULL, 10) + (*value == '+' || *value == '-' ? 3 : 0);

  return sizes[CLAMP (number, 1, 7) - 1];
}

void
jb_html_looks_enter (JbHtmlLooks *self, const xmlNode *element, JbHtmlTag tag)
{
  if (tag & JB_HTML_TAG_BOLD)
    self->is_bold = TRUE;
  if (tag & JB_HTML_TAG_CENTRE)
    self->is_centred = TRUE;
  for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const char *value = attribute->children != NULL ? (const char *) attribute->children->content : NULL;

      if (*name != 's' && *name != 'a' && *name != 'h')
        continue;
      if (strcmp (name, "hidden") == 0)
        self->is_hidden = TRUE;
      if (value == NULL)
        continue;
      if (strcmp (name, "style") == 0)
        read_style (self, value);
      else if (strcmp (name, "align") == 0 && !(tag & (JB_HTML_TAG_IMAGE | JB_HTML_TAG_TABLE)))
        self->is_centred = g_ascii_strcasecmp (value, "center") == 0 || g_ascii_strcasecmp (value, "middle") == 0;
      else if (strcmp (name, "size") == 0 && jb_xml_is (element, "font"))
        self->size = read_font_size (value);
    }
}
