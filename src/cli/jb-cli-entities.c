/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * entities list, show, add, alias, import, post, proposals, dismiss */
#include "jb-cli.h"
#include "jb-desk.h"
#include "jb-entity-table.h"
#include "jb-model-enums.h"
#include "jb-names-job.h"
#include "jb-registry.h"

#include <glib/gi18n.h>

#define USAGE \
  _("list | show NAME | add --type TYPE NAME… | alias NAME ALIAS | import FILE | post NAME TITLE | proposals | dismiss NAME OTHER")

static void
print_entity (JsonBuilder *builder, const JbEntity *entity)
{
  g_autoptr(GString) aliases = g_string_new (NULL);

  if (builder == NULL)
    {
      for (guint i = 0; i < entity->aliases->len; i++)
        g_string_append_printf (aliases, "%s%s", i > 0 ? "、" : "  = ", ((JbAlias *) g_ptr_array_index (entity->aliases, i))->name);
      g_print ("%.8s  %-12s  %s%s%s%s%s\n", entity->id, jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, entity->type), entity->name,
               aliases->str, *entity->note != '\0' ? "  (" : "", entity->note, *entity->note != '\0' ? ")" : "");
      return;
    }
  json_builder_begin_object (builder);
  jb_cli_add_string (builder, "id", entity->id);
  jb_cli_add_string (builder, "type", jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, entity->type));
  jb_cli_add_string (builder, "name", entity->name);
  jb_cli_add_string (builder, "note", entity->note);
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entity->aliases->len; i++)
    json_builder_add_string_value (builder, ((JbAlias *) g_ptr_array_index (entity->aliases, i))->name);
  json_builder_end_array (builder);
  jb_cli_print_posts (builder, entity);
  json_builder_end_object (builder);
}

static int
list (JbCli *cli, int type)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) entities = jb_entity_table_load_all (cli->library, &error);
  g_autoptr(JsonBuilder) builder = cli->json ? json_builder_new () : NULL;

  if (entities == NULL)
    return jb_cli_fail (error);
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < entities->len; i++)
    {
      const JbEntity *entity = g_ptr_array_index (entities, i);

      if (type < 0 || (int) entity->type == type)
        print_entity (builder, entity);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}

/* Returns: (transfer full) (nullable): all entities of that name; NULL with @error set where there is none */
static GPtrArray *
find (JbLibrary *library, int type, const char *name, GError **error)
{
  GPtrArray *found = jb_entity_table_find (library, type, name, error);

  if (found != NULL && found->len == 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no entity “%s”"), name);
      g_clear_pointer (&found, g_ptr_array_unref);
    }
  return found;
}

static void
print_dossier (JsonBuilder *builder, const JbDossier *dossier)
{
  print_entity (builder, dossier->entity);
  if (builder != NULL)
    json_builder_begin_array (builder);
  else
    jb_cli_print_posts (NULL, dossier->entity);
  for (guint i = 0; i < dossier->entries->len; i++)
    {
      const JbDossierEntry *entry = g_ptr_array_index (dossier->entries, i);

      if (builder == NULL)
        {
          g_print ("  %-10s  %.8s  %s\n              %s\n", entry->date != NULL ? entry->date : "-",
                   entry->article, entry->sentence, entry->citation);
          continue;
        }
      json_builder_begin_object (builder);
      jb_cli_add_string (builder, "date", entry->date);
      jb_cli_add_string (builder, "article", entry->article);
      jb_cli_add_int (builder, "start", entry->start);
      jb_cli_add_int (builder, "end", entry->end);
      jb_cli_add_string (builder, "sentence", entry->sentence);
      jb_cli_add_string (builder, "citation", entry->citation);
      json_builder_end_object (builder);
    }
  if (builder != NULL)
    json_builder_end_array (builder);
}

/* As JSON: an array of the entity and its mentions in turn. */
static int
show (JbCli *cli, int type, const char *name)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) found = find (cli->library, type, name, &error);
  g_autoptr(JsonBuilder) builder = cli->json ? json_builder_new () : NULL;

  if (found == NULL)
    return jb_cli_fail (error);
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      const JbEntity *entity = g_ptr_array_index (found, i);
      g_autoptr(JbDossier) dossier = jb_registry_load_dossier (cli->library, entity->id, &error);

      if (dossier == NULL)
        return jb_cli_fail (error);
      print_dossier (builder, dossier);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}

static int
add (JbCli *cli, int type, int n_names, char **names)
{
  GError *error = NULL;

  for (int i = 0; i < n_names; i++)
    {
      g_autofree char *id = jb_registry_add (cli->library, type, names[i], &error);

      if (id == NULL)
        return jb_cli_fail (error);
      g_print ("%s\n", id);
    }
  return JB_EXIT_DONE;
}

/* Returns: (transfer full) (nullable): the one entity of that name; NULL with @error set */
static JbEntity *
find_one (JbLibrary *library, int type, const char *name, GError **error)
{
  g_autoptr(GPtrArray) found = find (library, type, name, error);

  if (found != NULL && found->len > 1)
    g_set_error (error, JB_ERROR, JB_ERROR_AMBIGUOUS, _("%u entities are called “%s”; say which --type"), found->len, name);
  return found != NULL && found->len == 1 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static int
add_alias (JbCli *cli, int type, const char *name, const char *alias, int kind)
{
  GError *error = NULL;
  g_autoptr(JbEntity) entity = find_one (cli->library, type, name, &error);

  return entity != NULL && jb_registry_add_alias (cli->library, entity, alias, kind, &error) ? JB_EXIT_DONE : jb_cli_fail (error);
}

static int
change_post (JbCli *cli, int type, const char *name, const char *title, const JbCliPost *post)
{
  GError *error = NULL;
  g_autoptr(JbEntity) entity = find_one (cli->library, type, name, &error);

  return entity != NULL ? jb_cli_change_post (cli, entity, title, post) : jb_cli_fail (error);
}

static int
dismiss (JbCli *cli, int type, const char *name, const char *other)
{
  GError *error = NULL;
  g_autoptr(JbEntity) entity = find_one (cli->library, type, name, &error);

  return entity != NULL ? jb_cli_dismiss_name (cli, entity, other) : jb_cli_fail (error);
}

/* Says what of the list did not become an entity, and why. Returns: how many rows could not be read as a name of some type */
static guint
say_left_out (JbCli *cli, const JbNameList *list, const JbNamesResult *result)
{
  if (result->n_repeated > 0)
    jb_cli_say (cli, ngettext ("%u name is repeated in the list", "%u names are repeated in the list", result->n_repeated),
                result->n_repeated);
  if (list->n_words > 0)
    jb_cli_say (cli, ngettext ("%u row left out: it holds a plain word, not a name",
                               "%u rows left out: they hold plain words, not names", list->n_words), list->n_words);
  if (result->n_untyped > 0)
    jb_cli_say (cli, ngettext ("%u name left out: the list does not say its type; say it with --type",
                               "%u names left out: the list does not say their types; say it with --type", result->n_untyped),
                result->n_untyped);
  if (list->faults->len > 0)
    jb_cli_say (cli, ngettext ("%u row left out: it cannot be read", "%u rows left out: they cannot be read", list->faults->len),
                list->faults->len);
  return list->faults->len + result->n_untyped;
}

static int
import (JbCli *cli, int type, const char *path)
{
  GError *error = NULL;
  gboolean whole;
  g_autoptr(JbNameList) list = jb_cli_read_names (path, &whole);
  g_autofree char *name = g_path_get_basename (path);
  JbNamesResult result;

  if (list == NULL)
    return JB_EXIT_SOME_FAILED;
  if (!jb_names_job_run (cli->library, name, list, type, NULL, NULL, NULL, &result, &error) ||
      !jb_desk_refresh (cli->library, NULL, &error))
    return jb_cli_fail (error);
  g_print (_("%u added, %u already there\n"), result.n_added, result.n_known);
  return say_left_out (cli, list, &result) > 0 ? JB_EXIT_SOME_FAILED : JB_EXIT_DONE;
}

int
jb_cli_entities (JbCli *cli, int argc, char **argv)
{
  g_autofree char *type_nick = NULL, *kind_nick = NULL, *place = NULL, *from = NULL, *to = NULL;
  JbCliPost post = { NULL };
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_STRING, &type_nick, N_("Only this type; for add and import, the new entity's"), N_("TYPE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_nick, N_("For alias: variant, short or former"), N_("KIND") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place, N_("For post: the place or body it is of"), N_("PLACE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("For post: held from this day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("For post: held until this day"), N_("DATE") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &post.remove, N_("For post: take it away"), NULL },
    { NULL },
  };
  const char *verb;
  int type = -1, kind = JB_ALIAS_KIND_VARIANT;

  if (!jb_cli_parse (cli, &argc, &argv, entries, USAGE, 1, -1))
    return JB_EXIT_USAGE;
  if ((type_nick != NULL && !jb_cli_parse_enum (JB_TYPE_ENTITY_TYPE, type_nick, &type)) ||
      (kind_nick != NULL && !jb_cli_parse_enum (JB_TYPE_ALIAS_KIND, kind_nick, &kind)) ||
      !jb_cli_check_date (from) || !jb_cli_check_date (to))
    return JB_EXIT_USAGE;
  verb = argv[1];
  if (g_str_equal (verb, "add") && type < 0)
    return jb_cli_fail_usage (_("say which --type the new entity is"));
  if (!((g_str_equal (verb, "list") && argc == 2) || (g_str_equal (verb, "show") && argc == 3) ||
        (g_str_equal (verb, "add") && argc >= 3) || (g_str_equal (verb, "alias") && argc == 4) ||
        (g_str_equal (verb, "import") && argc == 3) || (g_str_equal (verb, "post") && argc == 4) ||
        (g_str_equal (verb, "proposals") && argc == 2) || (g_str_equal (verb, "dismiss") && argc == 4)))
    return jb_cli_fail_usage (_("usage: %s %s"), g_get_prgname (), USAGE);
  if ((g_str_equal (verb, "proposals") ? jb_cli_open_index (cli) : jb_cli_open_library (cli)) == NULL)
    return JB_EXIT_LIBRARY;

  if (g_str_equal (verb, "list"))
    return list (cli, type);
  if (g_str_equal (verb, "show"))
    return show (cli, type, argv[2]);
  if (g_str_equal (verb, "add"))
    return add (cli, type, argc - 2, argv + 2);
  if (g_str_equal (verb, "import"))
    return import (cli, type, argv[2]);
  if (g_str_equal (verb, "proposals"))
    return jb_cli_list_proposals (cli, type);
  if (g_str_equal (verb, "dismiss"))
    return dismiss (cli, type, argv[2], argv[3]);
  if (g_str_equal (verb, "alias"))
    return add_alias (cli, type, argv[2], argv[3], kind);
  post.place = place;
  post.from = from;
  post.to = to;
  return change_post (cli, type, argv[2], argv[3], &post);
}
