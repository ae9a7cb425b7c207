/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jianbao-cli: the table of commands. Results go to standard output, everything else to standard error. */
#include "jb-cli.h"
#include "jb-desk.h"
#include "jb-locale.h"
#include "jb-string.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

static const struct
{
  const char *name;
  JbCommand   run;
  const char *summary;
} commands[] = {
  { "import", jb_cli_import, N_("read files and folders into the library") },
  { "list", jb_cli_list, N_("list articles") },
  { "show", jb_cli_show, N_("show an article with its roles and tags") },
  { "search", jb_cli_search, N_("find sentences") },
  { "annotate", jb_cli_annotate, N_("tag plain text") },
  { "dissect", jb_cli_dissect, N_("cut plain text into articles without a library") },
  { "learn", jb_cli_learn, N_("learn from decisions or from labelled texts") },
  { "accept", jb_cli_accept, N_("confirm suggestions") },
  { "reject", jb_cli_reject, N_("reject suggestions") },
  { "tag", jb_cli_tag, N_("tag a stretch of an article by hand") },
  { "untag", jb_cli_untag, N_("remove a tag") },
  { "split", jb_cli_split, N_("divide a paragraph that was wrongly put together") },
  { "join", jb_cli_join, N_("put a paragraph together with the next one") },
  { "entities", jb_cli_entities, N_("list, show, add and import entities and their names") },
  { "discover", jb_cli_discover, N_("offer what the articles repeat like a name") },
  { "figures", jb_cli_figures, N_("list the figures of the articles") },
  { "commitments", jb_cli_commitments, N_("list what is to be done, and by when") },
  { "statements", jb_cli_statements, N_("list who said what") },
  { "digest", jb_cli_digest, N_("print the sentences worth repeating") },
  { "brief", jb_cli_brief, N_("draft a briefing and write it to a file") },
  { "export", jb_cli_export, N_("write articles or the whole library in another format") },
  { "history", jb_cli_history, N_("list what was done") },
  { "undo", jb_cli_undo, N_("take back what was done last") },
  { "redo", jb_cli_redo, N_("do again what was undone last") },
  { "check", jb_cli_check, N_("look whether the library is sound") },
  { "backup", jb_cli_backup, N_("copy the library to a new file") },
};

static char *
dup_summary (void)
{
  GString *summary = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (summary, "\n  %-11s %s", commands[i].name, _(commands[i].summary));
  g_string_append_printf (summary, "\n\n%s", _("“jianbao-cli COMMAND --help” says more of each."));
  return g_string_free (summary, FALSE);
}

static GOptionEntry *
new_common_entries (JbCli *cli)
{
  const GOptionEntry entries[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &cli->library_path, N_("Use this library file"), N_("FILE") },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, N_("Print results only"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print listings as JSON"), NULL },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

gboolean
jb_cli_parse (JbCli *cli, int *argc, char ***argv, const GOptionEntry *entries, const char *usage, int n_min, int n_max)
{
  g_autofree char *parameters = g_strdup_printf ("%s", usage);
  g_autoptr(GOptionContext) context = g_option_context_new (parameters);
  g_autofree GOptionEntry *common = new_common_entries (cli);
  g_autofree char *program = g_strconcat ("jianbao-cli ", (*argv)[0], NULL);
  g_autoptr(GError) error = NULL;

  g_set_prgname (program);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      jb_cli_fail_usage ("%s", error->message);
      return FALSE;
    }
  /* A “--” that ended the options is left in place. */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)[1] = (*argv)[0];
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < n_min || (n_max >= 0 && *argc - 1 > n_max))
    {
      jb_cli_fail_usage (_("usage: %s %s"), program, usage);
      return FALSE;
    }
  return TRUE;
}

JbLibrary *
jb_cli_open_library (JbCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = cli->library_path != NULL
                          ? g_strdup (cli->library_path)
                          : g_build_filename (g_get_user_data_dir (), "jianbao", "library.jianbao", NULL);

  cli->library = jb_library_open (path, &error);
  if (cli->library == NULL)
    jb_cli_complain ("jianbao-cli: %s", error->message);
  return cli->library;
}

JbLibrary *
jb_cli_open_index (JbCli *cli)
{
  if (jb_cli_open_library (cli) != NULL)
    jb_desk_refresh_all (cli->library, NULL, NULL);
  return cli->library;
}

int
jb_cli_fail (GError *error)
{
  int code = JB_EXIT_SOME_FAILED;

  jb_cli_complain ("jianbao-cli: %s", error->message);
  if (g_error_matches (error, JB_ERROR, JB_ERROR_FULL))
    code = JB_EXIT_UNWRITTEN;
  else if (g_error_matches (error, JB_ERROR, JB_ERROR_INVALID))
    code = JB_EXIT_USAGE;
  else if (g_error_matches (error, JB_ERROR, JB_ERROR_DAMAGED) || g_error_matches (error, JB_ERROR, JB_ERROR_BUSY))
    code = JB_EXIT_LIBRARY;
  g_error_free (error);
  return code;
}

int
jb_cli_fail_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  jb_cli_complain ("jianbao-cli: %s", message);
  return JB_EXIT_USAGE;
}

static void
complain_line (const char *message)
{
  g_autofree char *visible = jb_dup_visible (message);

  g_printerr ("%s\n", visible);
}

void
jb_cli_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  complain_line (message);
}

void
jb_cli_say (JbCli *cli, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (cli->quiet)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  complain_line (message);
}

/* Returns: @code, or that the output could not be written, after saying so */
static int
end_output (int code)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return code;
  jb_cli_complain ("jianbao-cli: %s", _("the output could not be written"));
  return code == JB_EXIT_DONE || code == JB_EXIT_SOME_FAILED ? JB_EXIT_UNWRITTEN : code;
}

/* Texts come from files, and a terminal obeys the controls in them. What is written to a file or another program stays as it is. */
static void
print_to_terminal (const char *text)
{
  for (const char *from = text; *from != '\0'; from = g_utf8_next_char (from))
    {
      gunichar c = g_utf8_get_char (from);

      if (g_unichar_iscntrl (c) && c != '\n' && c != '\t')
        printf ("\\u{%04X}", c);
      else
        fwrite (from, 1, (gsize) (g_utf8_next_char (from) - from), stdout);
    }
}

static int
run_command (JbCli *cli, int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[0]))
      return commands[i].run (cli, argc, argv);
  return jb_cli_fail_usage (_("there is no command “%s”; see jianbao-cli --help"), argv[0]);
}

int
main (int argc, char **argv)
{
  JbCli cli = { NULL };
  gboolean version = FALSE;
  g_autofree char *summary = NULL;
  g_autoptr(GOptionContext) context = NULL;
  g_autofree GOptionEntry *common = new_common_entries (&cli);
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    { NULL },
  };
  g_autoptr(GError) error = NULL;
  int code;

  jb_locale_init (LOCALEDIR);
  g_set_prgname ("jianbao-cli");
  if (isatty (STDOUT_FILENO) && g_get_charset (NULL))
    g_set_print_handler (print_to_terminal);

  context = g_option_context_new (_("COMMAND [ARGUMENT…]"));
  summary = dup_summary ();
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  /* Options behind the command's name are the command's. */
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return jb_cli_fail_usage ("%s", error->message);
  if (version)
    {
      g_print ("jianbao-cli %s\n", VERSION);
      return JB_EXIT_DONE;
    }
  if (argc < 2)
    return jb_cli_fail_usage (_("no command given; see jianbao-cli --help"));

  code = end_output (run_command (&cli, argc - 1, argv + 1));
  g_clear_object (&cli.library);
  g_free (cli.library_path);
  return code;
}
