/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The surer a place is, the earlier it is asked; what was found is not replaced. */
#include "jb-html-meta.h"

#include "jb-authors.h"
#include "jb-clean.h"
#include "jb-html-scan.h"
#include "jb-json-ld.h"
#include "jb-loose-date.h"

#include <string.h>

/* No title, name or date is longer. */
#define MAX_BYTES 1000

/* A string that a script gives to a variable begins no further behind its name, and is no longer. */
#define MAX_GAP_BYTES   200
#define MAX_VALUE_BYTES 4000

/* Larger scripts are programs. */
#define MAX_JSON_BYTES (1024 * 1024)

/* What the places say, by how sure they are. */
typedef enum
{
  PLACE_SCRIPT,     /* of WeChat */
  PLACE_PROPERTY,   /* the comment of a newspaper's publishing system, and its elements */
  PLACE_JSON_LD,
  PLACE_META,
  PLACE_ELEMENT,
  N_PLACES
} Place;

typedef enum
{
  FIELD_TITLE,
  FIELD_KICKER,
  FIELD_DECK,
  FIELD_BULLETIN,
  FIELD_SOURCE,
  FIELD_AUTHOR,
  FIELD_DATE,
  N_FIELDS
} Field;

typedef struct
{
  char *values[N_PLACES][N_FIELDS];  /* owned */
  char *window_title;                /* owned */
  gboolean is_wechat;
} Found;

/* name, property or itemprop of meta elements, in lower case. */
static const struct
{
  const char *name;
  Field       field;
} meta_names[] = {
  { "og:title", FIELD_TITLE }, { "twitter:title", FIELD_TITLE }, { "articletitle", FIELD_TITLE }, { "headline", FIELD_TITLE },
  { "og:site_name", FIELD_BULLETIN }, { "sitename", FIELD_BULLETIN },
  { "source", FIELD_SOURCE }, { "contentsource", FIELD_SOURCE }, { "mediaid", FIELD_SOURCE },
  { "author", FIELD_AUTHOR }, { "og:article:author", FIELD_AUTHOR }, { "article:author", FIELD_AUTHOR },
  { "dc.creator", FIELD_AUTHOR },
  { "pubdate", FIELD_DATE }, { "publishdate", FIELD_DATE }, { "publish_date", FIELD_DATE }, { "publishtime", FIELD_DATE },
  { "article:published_time", FIELD_DATE }, { "og:published_time", FIELD_DATE }, { "og:release_date", FIELD_DATE },
  { "datepublished", FIELD_DATE }, { "bytedance:published_time", FIELD_DATE }, { "firstpublishedtime", FIELD_DATE },
  { "apub:time", FIELD_DATE }, { "og:time", FIELD_DATE }, { "weibo: article:create_at", FIELD_DATE }, { "date", FIELD_DATE },
  { "dc.date", FIELD_DATE }, { "_pubtime", FIELD_DATE }, { "parsely-pub-date", FIELD_DATE }, { "sailthru.date", FIELD_DATE },
};

/* In the comment of a newspaper's publishing system, and as elements with founder- before them. */
static const struct
{
  const char *name;
  Field       field;
} property_names[] = {
  { "title", FIELD_TITLE }, { "introtitle", FIELD_KICKER }, { "subtitle", FIELD_DECK }, { "author", FIELD_AUTHOR },
  { "date", FIELD_DATE }, { "sourcename", FIELD_BULLETIN },
};

/* Returns: (transfer full): the beginning of @text as a line */
static char *
dup_head (const char *text)
{
  g_autofree char *valid = g_strndup (text, MAX_BYTES);
  const char *end;

  if (!g_utf8_validate (valid, -1, &end))
    valid[end - valid] = '\0';
  return jb_clean_line (valid);
}

static void
take (Found *found, Place place, Field field, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || found->values[place][field] != NULL)
    return;
  line = dup_head (text);
  if (*line != '\0')
    found->values[place][field] = g_steal_pointer (&line);
}

static void
read_meta (Found *found, const xmlNode *element)
{
  const char *name = jb_html_get_attribute (element, "property") ?: jb_html_get_attribute (element, "name")
                     ?: jb_html_get_attribute (element, "itemprop");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (meta_names); i++)
    if (g_ascii_strcasecmp (name, meta_names[i].name) == 0)
      take (found, PLACE_META, meta_names[i].field, jb_html_get_attribute (element, "content"));
}

/* <!--enpproperty <title>…</title><author>…</author> /enpproperty-->: no XML, and titles in it may hold tags. */
static void
read_comment (Found *found, const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  if (!g_str_has_prefix (start, "enpproperty"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (property_names); i++)
    {
      g_autofree char *prefixed = g_strconcat ("founder-", property_names[i].name, NULL);
      g_autofree char *value = jb_html_scan_dup_between (start, property_names[i].name) ?:
                               jb_html_scan_dup_between (start, prefixed);
      g_autoptr(GString) plain = g_string_new (NULL);
      gsize n = value != NULL ? MIN (strlen (value), MAX_BYTES) : 0;
      gboolean in_tag = FALSE;

      for (gsize at = 0; at < n; at++)
        {
          if (value[at] == '<')
            g_string_append_c (plain, ' ');
          in_tag = value[at] == '<' || (in_tag && value[at] != '>');
          if (!in_tag && value[at] != '>')
            g_string_append_c (plain, value[at]);
        }
      take (found, PLACE_PROPERTY, property_names[i].field, plain->str);
    }
}

static void
read_founder (Found *found, const xmlNode *element)
{
  const char *name = (const char *) element->name + strlen ("founder-");

  for (guint i = 0; i < G_N_ELEMENTS (property_names); i++)
    if (g_str_equal (name, property_names[i].name))
      {
        g_autofree char *line = jb_xml_dup_line (element);

        take (found, PLACE_PROPERTY, property_names[i].field, line);
      }
}

/* Returns: (transfer full) (nullable): the string or number a script gives to @name: name = "…", name: '…', name = x || "…" */
static char *
dup_variable (const char *script, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = script; (p = strstr (p, name)) != NULL; p += n)
    {
      const char *value = p + n, *end;

      if ((p > script && (g_ascii_isalnum (p[-1]) || p[-1] == '_')) || g_ascii_isalnum (*value) || *value == '_')
        continue;
      value += strspn (value, " \t\"'");
      if (*value != '=' && *value != ':')
        continue;
      for (value++; *value == ' '; value++)
        ;
      end = value;
      while (*end != '\0' && *end != ';' && *end != '\n' && *end != '"' && *end != '\'' && end - value < MAX_GAP_BYTES)
        end++;
      if (g_ascii_isdigit (*value))
        return g_strndup (value, strspn (value, "0123456789"));
      while (*end == '"' || *end == '\'')
        {
          const char *close = end + 1;

          while (*close != '\0' && *close != *end && *close != '\n' && close - end < MAX_VALUE_BYTES)
            close += *close == '\\' && close[1] != '\0' ? 2 : 1;
          if (*close != *end)
            break;
          if (close > end + 1)
            return g_strndup (end + 1, (gsize) (close - end - 1));
          /* "" || "…" */
          for (end = close + 1; *end == ' ' || *end == '|'; end++)
            ;
        }
    }
  return NULL;
}

/* The escapes of scripts and of HTML that titles hold. */
static char *
unescape (char *text)
{
  static const char *const pairs[][2] = {
    { "\\x26lt;", "<" }, { "\\x26gt;", ">" }, { "\\x26quot;", "\"" }, { "\\x26amp;", "&" }, { "\\x26nbsp;", " " }, { "\\x26", "&" },
    { "\\x22", "\"" }, { "\\x27", "'" }, { "\\x0a", " " }, { "\\n", " " }, { "\\'", "'" }, { "\\\"", "\"" }, { "\\/", "/" },
    { "&nbsp;", " " }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" }, { "&amp;", "&" },
  };
  g_autoptr(GString) string = g_string_new (text);

  g_free (text);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (string, pairs[i][0], pairs[i][1], 0);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
read_variable (Found *found, const char *script, const char *name, Field field)
{
  char *value = found->values[PLACE_SCRIPT][field] == NULL ? dup_variable (script, name) : NULL;
  g_autofree char *plain = value != NULL ? unescape (value) : NULL;

  /* The programs name the types of what they expect from the server. */
  if (plain != NULL && (g_str_equal (plain, "string") || g_str_equal (plain, "number")))
    return;
  if (field != FIELD_DATE || plain == NULL)
    take (found, PLACE_SCRIPT, field, plain);
  else if (found->values[PLACE_SCRIPT][field] == NULL && strlen (plain) <= 11)
    found->values[PLACE_SCRIPT][field] = jb_loose_date_from_unix (g_ascii_strtoll (plain, NULL, 10));
}

/* https://mp.weixin.qq.com: msg_title, nickname, ct (seconds). */
static void
read_wechat (Found *found, const char *script)
{
  if (strstr (script, "msg_title") == NULL && strstr (script, "nickname") == NULL && strstr (script, "ct") == NULL &&
      strstr (script, "create_time") == NULL)
    return;
  read_variable (found, script, "var msg_title", FIELD_TITLE);
  read_variable (found, script, "msg_title", FIELD_TITLE);
  read_variable (found, script, "var nickname", FIELD_BULLETIN);
  read_variable (found, script, "nickname", FIELD_BULLETIN);
  read_variable (found, script, "nick_name", FIELD_BULLETIN);
  read_variable (found, script, "var ct", FIELD_DATE);
  read_variable (found, script, "ori_create_time", FIELD_DATE);
  read_variable (found, script, "create_time", FIELD_DATE);
}

static void
read_json (Found *found, const char *text)
{
  g_autoptr(JbJsonLd) story = NULL;

  if (strlen (text) > MAX_JSON_BYTES)
    return;
  story = jb_json_ld_read (text);
  if (story == NULL)
    return;
  take (found, PLACE_JSON_LD, FIELD_TITLE, story->title);
  take (found, PLACE_JSON_LD, FIELD_DATE, story->date);
  take (found, PLACE_JSON_LD, FIELD_BULLETIN, story->publisher);
  take (found, PLACE_JSON_LD, FIELD_AUTHOR, story->authors);
}

static gboolean
is_wechat_page (const xmlNode *element)
{
  return g_strcmp0 (jb_html_get_attribute (element, "id"), "js_content") == 0 ||
         g_strcmp0 (jb_html_get_attribute (element, "id"), "activity-name") == 0;
}

static void
take_element (Found *found, Place place, Field field, const xmlNode *element)
{
  g_autofree char *line = found->values[place][field] == NULL ? jb_xml_dup_line (element) : NULL;

  take (found, place, field, line);
}

static void
read_id (Found *found, const xmlNode *element, const char *id)
{
  if (g_str_equal (id, "activity-name"))
    take_element (found, PLACE_ELEMENT, FIELD_TITLE, element);
  else if (g_str_equal (id, "js_name"))
    take_element (found, PLACE_ELEMENT, FIELD_BULLETIN, element);
  else if (g_str_equal (id, "js_author_name"))
    take_element (found, PLACE_ELEMENT, FIELD_AUTHOR, element);
  else if (g_str_equal (id, "publish_time"))
    take_element (found, PLACE_ELEMENT, FIELD_DATE, element);
}

static void
read_element (Found *found, const xmlNode *element)
{
  const char *name = (const char *) element->name;
  const char *id;

  if (g_str_equal (name, "meta"))
    read_meta (found, element);
  else if (g_str_equal (name, "title") && found->window_title == NULL && !jb_xml_is (element->parent, "svg"))
    {
      g_autofree char *text = jb_xml_dup_text (element);

      found->window_title = dup_head (text);
    }
  else if (g_str_equal (name, "script"))
    {
      const char *type = jb_html_get_attribute (element, "type");
      g_autofree char *text = element->children != NULL ? jb_xml_dup_text (element) : NULL;

      if (text != NULL && type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0)
        read_json (found, text);
      else if (text != NULL && found->is_wechat)
        read_wechat (found, text);
    }
  else if (g_str_equal (name, "time") && jb_html_get_attribute (element, "datetime") != NULL)
    take (found, PLACE_ELEMENT, FIELD_DATE, jb_html_get_attribute (element, "datetime"));
  else if (g_str_has_prefix (name, "founder-"))
    read_founder (found, element);
  else if ((id = jb_html_get_attribute (element, "id")) != NULL)
    read_id (found, element, id);
}

static gboolean
detect_wechat (const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    if (node->type == XML_ELEMENT_NODE && is_wechat_page (node))
      return TRUE;
  return FALSE;
}

/* The surest of the places that say it. */
static char *
steal (Found *found, Field field)
{
  for (guint place = 0; place < N_PLACES; place++)
    if (found->values[place][field] != NULL)
      return g_steal_pointer (&found->values[place][field]);
  return NULL;
}

/* The surest place whose words hold a day. */
static void
set_date (JbHtmlMeta *self, Found *found)
{
  for (guint place = 0; place < N_PLACES && self->date == NULL; place++)
    {
      const char *value = found->values[place][FIELD_DATE];

      self->date = value != NULL ? jb_loose_date_read (value) : NULL;
      self->is_unsure = self->date != NULL && ((place == PLACE_ELEMENT && !found->is_wechat) || g_str_has_suffix (value, "Z") ||
                                               g_str_has_suffix (value, "+00:00"));
    }
}

static void
found_clear (Found *found)
{
  for (guint place = 0; place < N_PLACES; place++)
    for (guint field = 0; field < N_FIELDS; field++)
      g_free (found->values[place][field]);
  g_free (found->window_title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

JbHtmlMeta *
jb_html_meta_read (const xmlDoc *document)
{
  JbHtmlMeta *self = g_new0 (JbHtmlMeta, 1);
  const xmlNode *root = xmlDocGetRootElement (document);
  g_auto(Found) found = { .is_wechat = detect_wechat (root) };

  self->authors = g_ptr_array_new_with_free_func (g_free);
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    {
      if (node->type == XML_ELEMENT_NODE)
        read_element (&found, node);
      else if (node->type == XML_COMMENT_NODE && node->content != NULL)
        read_comment (&found, (const char *) node->content);
    }
  self->is_wechat = found.is_wechat;
  set_date (self, &found);
  self->title = steal (&found, FIELD_TITLE);
  self->kicker = steal (&found, FIELD_KICKER);
  self->deck = steal (&found, FIELD_DECK);
  self->bulletin = steal (&found, FIELD_BULLETIN);
  self->source = steal (&found, FIELD_SOURCE);
  self->heading = g_steal_pointer (&found.window_title);
  for (guint place = 0; place < N_PLACES && self->authors->len == 0; place++)
    if (found.values[place][FIELD_AUTHOR] != NULL)
      jb_html_meta_add_authors (self, found.values[place][FIELD_AUTHOR]);
  return self;
}

void
jb_html_meta_add_authors (JbHtmlMeta *self, const char *text)
{
  g_autoptr(GPtrArray) names = jb_authors_read (text);

  for (guint i = 0; i < names->len; i++)
    if (!g_ptr_array_find_with_equal_func (self->authors, g_ptr_array_index (names, i), g_str_equal, NULL))
      g_ptr_array_add (self->authors, g_strdup (g_ptr_array_index (names, i)));
}

void
jb_html_meta_free (JbHtmlMeta *self)
{
  g_free (self->title);
  g_free (self->heading);
  g_free (self->kicker);
  g_free (self->deck);
  g_free (self->bulletin);
  g_free (self->source);
  g_free (self->date);
  g_ptr_array_unref (self->authors);
  g_free (self);
}
