/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * import */
#include "jb-cli.h"
#include "jb-date.h"
#include "jb-import-job.h"
#include "jb-string.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* A bar that is drawn over on a terminal; nothing elsewhere, where the lines of the results say it all. */
static void
begin_cb (guint n_done, guint n_files, const char *name, gpointer data)
{
  JbCli *cli = data;
  g_autofree char *visible = jb_dup_visible (name);
  guint filled = n_files > 0 ? MIN (n_done * 20 / n_files, 20) : 20;

  if (cli->quiet || !isatty (STDERR_FILENO))
    return;
  g_printerr ("\r\033[K[%.*s%.*s] %u/%u %s", (int) filled, "####################", (int) (20 - filled), "--------------------",
              n_done, n_files, visible);
}

static void
page_cb (guint n_done, guint n_all, gpointer data)
{
  JbCli *cli = data;

  if (!cli->quiet && isatty (STDERR_FILENO))
    g_printerr ("\033[s (%u/%u)\033[K\033[u", n_done, n_all);
}

static void
clear_progress (const JbCli *cli)
{
  if (!cli->quiet && isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}

static void
print_json (GPtrArray *results)
{
  static const char *const outcomes[] = { "done", "known", "failed" };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < results->len; i++)
    {
      const JbImportResult *result = g_ptr_array_index (results, i);

      json_builder_begin_object (builder);
      jb_cli_add_string (builder, "name", result->name);
      jb_cli_add_string (builder, "outcome", outcomes[result->outcome]);
      jb_cli_add_string (builder, "reason", result->reason);
      jb_cli_add_string (builder, "source", result->source);
      jb_cli_add_int (builder, "articles", result->n_articles);
      jb_cli_add_int (builder, "suggestions", result->n_suggestions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  jb_cli_print_json (builder, TRUE);
}

/* One line, with what to try where something can be done. */
static void
print_failure (const JbImportResult *result)
{
  if (result->code == JB_ERROR_NO_TEXT)
    jb_cli_complain (_("%s: %s (import it with --ocr)"), result->name, result->reason);
  else if (result->code == JB_ERROR_PASSWORD)
    jb_cli_complain (_("%s: %s (import it with --password)"), result->name, result->reason);
  else
    jb_cli_complain ("%s: %s", result->name, result->reason);
}

static int
print_results (JbCli *cli, GPtrArray *results)
{
  guint n_sources = 0, n_articles = 0, n_suggestions = 0;
  int code = JB_EXIT_DONE;

  for (guint i = 0; i < results->len; i++)
    {
      const JbImportResult *result = g_ptr_array_index (results, i);

      if (result->outcome == JB_IMPORT_FAILED)
        {
          print_failure (result);
          code = JB_EXIT_SOME_FAILED;
        }
      else if (result->outcome == JB_IMPORT_KNOWN)
        {
          jb_cli_say (cli, _("%s: already in the library, skipped"), result->name);
        }
      else
        {
          n_sources++;
          n_articles += result->n_articles;
          n_suggestions += result->n_suggestions;
        }
    }
  if (cli->json)
    print_json (results);
  else
    g_print (_("%u sources, %u articles, %u suggestions\n"), n_sources, n_articles, n_suggestions);
  return code;
}

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Waits for an interrupt while the import runs in the main thread. */
static gpointer
watch_interrupt (gpointer data)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GSource) source = g_unix_signal_source_new (SIGINT);
  GCancellable *cancellable = data;

  g_source_set_callback (source, interrupted_cb, cancellable, NULL);
  g_source_attach (source, context);
  while (!g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (context, TRUE);
  return NULL;
}

int
jb_cli_import (JbCli *cli, int argc, char **argv)
{
  g_autofree char *date = NULL, *bulletin = NULL, *issue = NULL, *password = NULL;
  gboolean recursive = FALSE, force = FALSE, recognise = FALSE;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("The day the bulletins appeared, yyyy-mm-dd"), N_("DATE") },
    { "bulletin", 0, 0, G_OPTION_ARG_STRING, &bulletin, N_("The bulletin they are of"), N_("NAME") },
    { "issue", 0, 0, G_OPTION_ARG_STRING, &issue, N_("Its issue"), N_("NUMBER") },
    { "password", 0, 0, G_OPTION_ARG_STRING, &password, N_("The password of encrypted files"), N_("PASSWORD") },
    { "ocr", 0, 0, G_OPTION_ARG_NONE, &recognise, N_("Recognise the text of scanned pages"), NULL },
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &recursive, N_("Folders within folders too"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Import files that are already there again"), NULL },
    { NULL },
  };
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) results = NULL;
  const JbImportWatch watch = { .begin = begin_cb, .page = page_cb, .data = cli };
  JbImportOptions options;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("FILE…"), 1, -1))
    return JB_EXIT_USAGE;
  if (date != NULL && !jb_date_is_valid (date))
    return jb_cli_fail_usage (_("“%s” is no date of the form 2020-04-21"), date);
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;

  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (argv[i]));
  g_thread_unref (g_thread_new ("interrupt", watch_interrupt, cancellable));
  options = (JbImportOptions) {
    .date = date, .bulletin = bulletin, .issue = issue, .password = password, .recognise = recognise, .recursive = recursive,
    .force = force,
  };
  results = jb_import_job_run (cli->library, files, &options, &watch, cancellable, &error);
  clear_progress (cli);
  return results != NULL ? print_results (cli, results) : jb_cli_fail (error);
}
