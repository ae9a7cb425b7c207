/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * digest, brief */
#include "jb-cli.h"
#include "jb-compose.h"
#include "jb-date.h"
#include "jb-desk.h"
#include "jb-digest.h"
#include "jb-export-job.h"
#include "jb-exporter.h"
#include "jb-page-style.h"
#include "jb-string.h"

#include <glib/gi18n.h>

static void
print_digest (JbCli *cli, GPtrArray *sentences)
{
  g_autoptr(JsonBuilder) builder = cli->json ? json_builder_new () : NULL;

  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    {
      const JbDigestSentence *sentence = g_ptr_array_index (sentences, i);

      if (builder == NULL)
        {
          g_print ("%.8s  %6u %6u  %s\n", sentence->article->id, sentence->start, sentence->end, sentence->text);
          continue;
        }
      json_builder_begin_object (builder);
      jb_cli_add_string (builder, "article", sentence->article->id);
      jb_cli_add_int (builder, "start", sentence->start);
      jb_cli_add_int (builder, "end", sentence->end);
      jb_cli_add_string (builder, "text", sentence->text);
      json_builder_end_object (builder);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
}

int
jb_cli_digest (JbCli *cli, int argc, char **argv)
{
  g_autofree char *query = NULL;
  int length = 0;
  const GOptionEntry entries[] = {
    { "length", 0, 0, G_OPTION_ARG_INT, &length, N_("How many sentences"), N_("N") },
    { "query", 0, 0, G_OPTION_ARG_STRING, &query, N_("The articles that answer the query"), N_("QUERY") },
    { NULL },
  };
  g_auto(GStrv) ids = NULL;
  g_autoptr(GPtrArray) articles = NULL, sentences = NULL;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("[ARTICLE…]"), 0, -1))
    return JB_EXIT_USAGE;
  if (length < 0)
    return jb_cli_fail_usage (_("the length cannot be negative"));
  if (jb_cli_open_index (cli) == NULL)
    return JB_EXIT_LIBRARY;
  ids = jb_cli_resolve_articles (cli->library, argc - 1, argv + 1, query, &error);
  articles = ids != NULL ? jb_desk_load_articles (cli->library, (const char *const *) ids, &error) : NULL;
  if (articles == NULL)
    return jb_cli_fail (error);
  sentences = jb_digest_make (articles, (guint) length);
  print_digest (cli, sentences);
  return JB_EXIT_DONE;
}

static gboolean
parse_group (const char *word, JbGroup *group)
{
  static const char *const words[] = { "none", "street", "campaign", "bulletin" };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *group = i;
        return TRUE;
      }
  if (word != NULL)
    jb_cli_fail_usage (_("“%s” is none of none, street, campaign, bulletin"), word);
  return word == NULL;
}

/* What was asked for on the command line. */
typedef struct
{
  char    *title, *issue, *date, *template_name, *group_name, *query, *output;  /* owned, NULL where not given */
  int      length;
  JbGroup  group;
} Order;

/* Returns: FALSE after saying what is wrong */
static gboolean
check_order (Order *order)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbPageStyle) style = NULL;
  guint number;

  if (!parse_group (order->group_name, &order->group))
    return FALSE;
  if (order->output == NULL)
    jb_cli_fail_usage (_("say where to write it: -o FILE"));
  else if (jb_exporter_find_for_name (order->output) == NULL)
    jb_cli_fail_usage (_("%s: no format of that name can be written"), order->output);
  else if (order->date != NULL && !jb_date_is_valid (order->date))
    jb_cli_fail_usage (_("“%s” is no date of the form 2020-04-21"), order->date);
  else if (order->issue != NULL && !jb_cli_parse_number (order->issue, &number))
    jb_cli_fail_usage (_("“%s” is no issue number"), order->issue);
  else if (order->length < 0)
    jb_cli_fail_usage (_("the length cannot be negative"));
  else if ((style = jb_page_style_load (order->template_name, &error)) == NULL)
    jb_cli_fail_usage ("%s", error->message);
  else
    return TRUE;
  return FALSE;
}

static void
order_clear (Order *order)
{
  g_free (order->title);
  g_free (order->issue);
  g_free (order->date);
  g_free (order->template_name);
  g_free (order->group_name);
  g_free (order->query);
  g_free (order->output);
}

static int
write_briefing (JbCli *cli, const Order *order, int n_names, char **names)
{
  GError *error = NULL;
  g_auto(GStrv) ids = jb_cli_resolve_articles (cli->library, n_names, names, order->query, &error);
  g_autoptr(JbBriefing) briefing = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (ids == NULL)
    return jb_cli_fail (error);
  if (ids[0] == NULL)
    return jb_cli_fail (g_error_new (JB_ERROR, JB_ERROR_NOT_FOUND, _("no article to draw on")));
  briefing = jb_compose_draft (cli->library, (const char *const *) ids, order->title, (guint) order->length, order->group, &error);
  if (briefing == NULL)
    return jb_cli_fail (error);
  briefing->date = order->date != NULL ? g_strdup (order->date) : g_date_time_format (now, "%Y-%m-%d");
  jb_set_string (&briefing->issue, order->issue != NULL ? order->issue : "");
  jb_set_string (&briefing->template_name, order->template_name);
  if (!jb_export_job_write_briefing (briefing, order->output, NULL, &error))
    return jb_cli_fail (error);
  jb_cli_say (cli, _("%s: %u sentences from %u articles"), order->output, jb_briefing_count_items (briefing), g_strv_length (ids));
  return JB_EXIT_DONE;
}

int
jb_cli_brief (JbCli *cli, int argc, char **argv)
{
  Order order = { NULL };
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &order.title, N_("The name in the masthead"), N_("TITLE") },
    { "issue", 0, 0, G_OPTION_ARG_STRING, &order.issue, N_("The issue's number"), N_("N") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &order.date, N_("The issue's day; today where not given"), N_("DATE") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &order.template_name, N_("The page style"), N_("NAME") },
    { "length", 0, 0, G_OPTION_ARG_INT, &order.length, N_("How many sentences"), N_("N") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &order.group_name, N_("Sections by street, campaign or bulletin"), N_("WHAT") },
    { "query", 0, 0, G_OPTION_ARG_STRING, &order.query, N_("The articles that answer the query"), N_("QUERY") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.output, N_("The file to write; its name says the format"), N_("FILE") },
    { NULL },
  };
  int code = JB_EXIT_USAGE;

  if (jb_cli_parse (cli, &argc, &argv, entries, _("[ARTICLE…] -o FILE"), 0, -1))
    {
      if (order.title == NULL)
        order.title = g_strdup ("简报");
      if (order.template_name == NULL)
        order.template_name = g_strdup ("jianbao");
      if (check_order (&order))
        code = jb_cli_open_index (cli) != NULL ? write_briefing (cli, &order, argc - 1, argv + 1) : JB_EXIT_LIBRARY;
    }
  order_clear (&order);
  return code;
}
