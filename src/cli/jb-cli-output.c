/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What several commands read from their arguments and how they print. */
#include "jb-article-table.h"
#include "jb-cli.h"
#include "jb-search.h"
#include "jb-string.h"
#include "jb-types.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
jb_cli_parse_number (const char *word, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (word, 10, 0, G_MAXUINT, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

char *
jb_cli_resolve_article (JbLibrary *library, const char *name, GError **error)
{
  guint position;

  if (strlen (name) < 8 && jb_cli_parse_number (name, &position))
    {
      g_autoptr(JbQuery) all = jb_query_new ();
      g_auto(GStrv) ids = jb_search_articles (library, all, error);

      if (ids == NULL)
        return NULL;
      if (position >= 1 && position <= g_strv_length (ids))
        return g_strdup (ids[position - 1]);
    }
  return jb_article_table_resolve (library, name, error);
}

GStrv
jb_cli_resolve_articles (JbLibrary *library, int n_names, char **names, const char *query_string, GError **error)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(JbQuery) query = NULL;

  if (n_names == 0)
    {
      query = jb_query_parse (query_string != NULL ? query_string : "", error);
      return query != NULL ? jb_search_articles (library, query, error) : NULL;
    }
  for (int i = 0; i < n_names; i++)
    {
      g_autofree char *id = jb_cli_resolve_article (library, names[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

gboolean
jb_cli_parse_enum (GType type, const char *word, int *value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  g_autoptr(GString) words = g_string_new (NULL);

  if (jb_enum_from_nick (type, word, value))
    return TRUE;
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  jb_cli_fail_usage (_("“%s” is none of %s"), word, words->str);
  return FALSE;
}

void
jb_cli_print_json (JsonBuilder *builder, gboolean pretty)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *bare = json_to_string (root, pretty), *text = jb_escape_json_controls (bare);

  g_print ("%s\n", text);
}

void
jb_cli_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
jb_cli_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}
