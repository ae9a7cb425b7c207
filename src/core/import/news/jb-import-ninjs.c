/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ninjs (News in JSON, IPTC) 1.x to 3.x: one item, an array of items, or an object with them in "items".
 *
 *            1.x                     2.x                  3.x
 *   title    headline                headlines [{value}]  headlines
 *   body     body_xhtml, body_text   bodies [{value}]     bodies
 *   date     versioncreated          versioncreated       versionCreated
 *   names    person, organisation …  people …             people …
 *   picture  associations {}         associations []      associations */
#include "jb-import-formats.h"

#include "jb-authors.h"
#include "jb-clean.h"
#include "jb-decoded-builder.h"
#include "jb-json.h"
#include "jb-markup.h"
#include "jb-name-finder.h"
#include "jb-stamp.h"
#include "jb-tag-form.h"

#include <string.h>

typedef struct
{
  JbDecodedBuilder *builder;  /* owned */
  JbNameFinder     *finder;   /* owned */
  GQueue            waiting;  /* of JsonObject, lent: items that wait for their turn */
  guint             n_articles;
} Reading;

static gboolean
recognise (const JbInput *input)
{
  static const char *const contents[] = {
    "headline", "headlines", "bodies", "body_xhtml", "body_html", "body_text", "description_text", "descriptions",
  };

  if (!jb_json_is_one (input->bytes) || !jb_json_mentions (input->bytes, "uri"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    if (jb_json_mentions (input->bytes, contents[i]))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): the first of the members that is a string with something in it */
static const char *
get_first (JsonObject *item, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = jb_json_get_string (item, names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

/* Returns: (nullable): the content type of a body or description, in its two spellings */
static const char *
get_content_type (JsonObject *value)
{
  return get_first (value, (const char *const[]) { "contentType", "contenttype", NULL });
}

static gboolean
role_has (JsonObject *value, const char *part)
{
  const char *role = jb_json_get_string (value, "role");
  g_autofree char *lower = role != NULL ? g_ascii_strdown (role, -1) : NULL;

  return lower != NULL && strstr (lower, part) != NULL;
}

static JbBlockKind
get_headline_kind (JsonObject *headline, gboolean has_title)
{
  if (role_has (headline, "kicker") || role_has (headline, "overline"))
    return JB_BLOCK_KIND_KICKER;
  if (role_has (headline, "deck") || role_has (headline, "sub") || has_title)
    return JB_BLOCK_KIND_DECK;
  return JB_BLOCK_KIND_TITLE;
}

/* Kickers, title, decks. Returns: (transfer full) (nullable): the title */
static char *
add_headlines (Reading *reading, JsonObject *item)
{
  JsonArray *headlines = jb_json_get_array (item, "headlines");
  const char *single = get_first (item, (const char *const[]) { "headline", "title", NULL });
  g_autofree char *title = NULL;

  for (JbBlockKind kind = JB_BLOCK_KIND_KICKER; kind <= JB_BLOCK_KIND_DECK; kind++)
    {
      gboolean has_title = single != NULL;

      if (kind == JB_BLOCK_KIND_TITLE && single != NULL)
        {
          jb_decoded_builder_add_kind (reading->builder, kind, 0, single);
          title = jb_clean_line (single);
        }
      for (guint i = 0; i < jb_json_array_get_length (headlines); i++)
        {
          JsonObject *headline = jb_json_array_get_object (headlines, i);
          const char *value = jb_json_get_string (headline, "value");
          JbBlockKind own = value != NULL ? get_headline_kind (headline, has_title) : JB_BLOCK_KIND_OTHER;

          has_title = has_title || own == JB_BLOCK_KIND_TITLE;
          if (own != kind || (single != NULL && g_str_equal (value, single)))
            continue;
          jb_decoded_builder_add_kind (reading->builder, kind, 0, value);
          if (kind == JB_BLOCK_KIND_TITLE && title == NULL)
            title = jb_clean_line (value);
        }
    }
  return g_steal_pointer (&title);
}

static void
add_byline (Reading *reading, JsonObject *item)
{
  const char *by = get_first (item, (const char *const[]) { "byline", "by", NULL });

  if (by == NULL)
    return;
  jb_decoded_builder_add_kind (reading->builder, JB_BLOCK_KIND_BYLINE, 0, by);
  jb_authors_add_byline (reading->builder, by);
}

static void
add_markup (Reading *reading, const char *text, const char *type, const char *title)
{
  if (type != NULL ? strstr (type, "html") != NULL : *text == '<')
    jb_markup_add_html (reading->builder, text, title);
  else
    jb_markup_add_text (reading->builder, text);
}

/* Returns: (nullable): the one with markup, or else the first */
static JsonObject *
choose_body (JsonArray *bodies)
{
  JsonObject *chosen = NULL;

  for (guint i = 0; i < jb_json_array_get_length (bodies); i++)
    {
      JsonObject *body = jb_json_array_get_object (bodies, i);
      const char *type = get_content_type (body);

      if (jb_json_get_string (body, "value") == NULL)
        continue;
      if (type != NULL && strstr (type, "html") != NULL)
        return body;
      if (chosen == NULL)
        chosen = body;
    }
  return chosen;
}

/* Returns: FALSE where it has none */
static gboolean
add_body (Reading *reading, JsonObject *item, const char *title)
{
  JsonObject *body = choose_body (jb_json_get_array (item, "bodies"));
  const char *html = get_first (item, (const char *const[]) { "body_xhtml", "body_html", NULL });
  const char *text = jb_json_get_string (item, "body_text");

  if (body != NULL)
    add_markup (reading, jb_json_get_string (body, "value"), get_content_type (body), title);
  else if (html != NULL)
    add_markup (reading, html, "text/html", title);
  else if (text != NULL)
    jb_markup_add_text (reading->builder, text);
  return body != NULL || html != NULL || text != NULL;
}

/* Where there is no body, what describes it is all there is. */
static void
add_descriptions (Reading *reading, JsonObject *item)
{
  JsonArray *descriptions = jb_json_get_array (item, "descriptions");
  const char *text = jb_json_get_string (item, "description_text");

  if (text != NULL)
    jb_markup_add_text (reading->builder, text);
  for (guint i = 0; i < jb_json_array_get_length (descriptions); i++)
    {
      JsonObject *description = jb_json_array_get_object (descriptions, i);
      const char *value = jb_json_get_string (description, "value");

      if (value != NULL)
        add_markup (reading, value, get_content_type (description), NULL);
    }
}

/* Returns: (nullable): what is said below a picture */
static const char *
get_caption (JsonObject *picture)
{
  JsonArray *descriptions = jb_json_get_array (picture, "descriptions");
  const char *first = get_first (picture, (const char *const[]) { "description_caption", "description_text", NULL });

  for (guint i = 0; i < jb_json_array_get_length (descriptions); i++)
    {
      JsonObject *description = jb_json_array_get_object (descriptions, i);
      const char *value = jb_json_get_string (description, "value");

      if (value != NULL && role_has (description, "caption"))
        return value;
      if (first == NULL)
        first = value;
    }
  return first;
}

static gboolean
has_body (JsonObject *item)
{
  return jb_json_get_array (item, "bodies") != NULL ||
         get_first (item, (const char *const[]) { "body_xhtml", "body_html", "body_text", NULL }) != NULL;
}

/* What goes with the item: texts are articles of their own, all others have captions. */
static void
add_association (Reading *reading, JsonObject *item)
{
  const char *caption = item != NULL ? get_caption (item) : NULL;

  if (item != NULL && has_body (item))
    g_queue_push_tail (&reading->waiting, item);
  else if (caption != NULL)
    jb_decoded_builder_add_kind (reading->builder, JB_BLOCK_KIND_CAPTION, 0, caption);
}

static void
add_associations (Reading *reading, JsonObject *item)
{
  JsonArray *array = jb_json_get_array (item, "associations");
  JsonObject *object = jb_json_get_object (item, "associations");
  g_autoptr(GList) names = object != NULL ? json_object_get_members (object) : NULL;

  for (guint i = 0; i < jb_json_array_get_length (array); i++)
    add_association (reading, jb_json_array_get_object (array, i));
  for (GList *name = names; name != NULL; name = name->next)
    add_association (reading, jb_json_get_object (object, name->data));
}

typedef enum
{
  PEOPLE,
  ORGANISATIONS,
  PLACES,
  THINGS,
  SUBJECTS,
} NameClass;

/* Returns: FALSE where the name is not looked for */
static gboolean
get_type (NameClass class, JsonObject *entry, const char *name, JbEntityType *type)
{
  gboolean is_certain = TRUE;

  switch (class)
    {
    case PEOPLE:
      *type = role_has (entry, "leader") || role_has (entry, "official") ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON;
      break;
    case ORGANISATIONS:
      *type = JB_ENTITY_TYPE_ORGANISATION;
      break;
    case PLACES:
      *type = jb_tag_form_of_place (name);
      break;
    case THINGS:
      *type = jb_tag_form_of_thing (name, NULL);
      break;
    case SUBJECTS:
      /* Most subjects are topics. */
      *type = jb_tag_form_of_thing (name, &is_certain);
      break;
    }
  return is_certain;
}

static void
collect_names (Reading *reading, JsonObject *item)
{
  static const struct
  {
    const char *names[3];
    NameClass   class;
  } members[] = {
    { { "people", "person" }, PEOPLE },
    { { "organisations", "organisation" }, ORGANISATIONS },
    { { "places", "place" }, PLACES },
    { { "events", "event" }, THINGS },
    { { "objects", "object" }, THINGS },
    { { "subjects", "subject" }, SUBJECTS },
  };

  for (guint m = 0; m < G_N_ELEMENTS (members); m++)
    for (guint n = 0; members[m].names[n] != NULL; n++)
      {
        JsonArray *entries = jb_json_get_array (item, members[m].names[n]);

        for (guint i = 0; i < jb_json_array_get_length (entries); i++)
          {
            JsonObject *entry = jb_json_array_get_object (entries, i);
            const char *name = get_first (entry, (const char *const[]) { "name", "literal", NULL });
            JbEntityType type = JB_ENTITY_TYPE_PLACE;

            if (name != NULL && get_type (members[m].class, entry, name, &type))
              jb_name_finder_add (reading->finder, name, type, NULL);
          }
      }
}

static void
add_date (Reading *reading, JsonObject *item)
{
  static const char *const names[] = {
    "contentCreated", "contentcreated", "versionCreated", "versioncreated", "firstCreated", "firstcreated", NULL,
  };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *date = jb_stamp_to_date (jb_json_get_string (item, names[i]));

      if (date != NULL)
        jb_decoded_builder_set_date (reading->builder, date);
    }
}

/* Returns: (nullable): the bulletin it comes from */
static const char *
get_bulletin (JsonObject *item)
{
  JsonArray *sources = jb_json_get_array (item, "infoSources") ?: jb_json_get_array (item, "infosources") ?:
                       jb_json_get_array (item, "infosource");
  JsonObject *source = jb_json_array_get_length (sources) > 0 ? jb_json_array_get_object (sources, 0) : NULL;

  return jb_json_get_string (source, "name");
}

static void
add_item (Reading *reading, JsonObject *item)
{
  JbDecodedBuilder *builder = reading->builder;
  guint start = jb_decoded_builder_get_length (builder);
  g_autofree char *title = NULL;
  const char *caption;
  gsize start_byte;

  jb_decoded_builder_get_text (builder, &start_byte);
  jb_decoded_builder_begin_article (builder);
  jb_decoded_builder_set_issue (builder, get_bulletin (item), NULL, NULL);
  add_date (reading, item);
  title = add_headlines (reading, item);
  add_byline (reading, item);
  caption = jb_json_get_string (item, "description_caption");
  if (!add_body (reading, item, title))
    add_descriptions (reading, item);
  if (caption != NULL)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_CAPTION, 0, caption);
  add_associations (reading, item);
  collect_names (reading, item);
  jb_name_finder_tag (reading->finder, builder, start_byte, start);
  reading->n_articles++;
}

static void
queue_items (Reading *reading, JsonArray *items)
{
  for (guint i = 0; i < jb_json_array_get_length (items); i++)
    {
      JsonObject *item = jb_json_array_get_object (items, i);

      if (item != NULL)
        g_queue_push_tail (&reading->waiting, item);
    }
}

static void
queue_root (Reading *reading, JsonNode *root)
{
  if (JSON_NODE_HOLDS_ARRAY (root))
    queue_items (reading, json_node_get_array (root));
  else if (JSON_NODE_HOLDS_OBJECT (root) && jb_json_get_array (json_node_get_object (root), "items") != NULL)
    queue_items (reading, jb_json_get_array (json_node_get_object (root), "items"));
  else if (JSON_NODE_HOLDS_OBJECT (root))
    g_queue_push_tail (&reading->waiting, json_node_get_object (root));
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JsonNode) root = jb_json_parse (input->bytes, JB_JSON_MAX_DEPTH, error);
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbNameFinder) finder = jb_name_finder_new ();
  Reading reading = { builder, finder, G_QUEUE_INIT, 0 };

  if (root == NULL)
    return NULL;
  queue_root (&reading, root);
  while (!g_queue_is_empty (&reading.waiting))
    add_item (&reading, g_queue_pop_head (&reading.waiting));
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_ninjs = { "application/vnd.iptc.ninjs+json", recognise, decode };
