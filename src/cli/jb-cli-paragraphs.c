/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * split, join */
#include "jb-cli.h"
#include "jb-desk.h"
#include "jb-paragraphs.h"

#include <glib/gi18n.h>

typedef gboolean (*Recut) (JbLibrary *library, const JbArticle *article, guint offset, GError **error);

static int
recut (JbCli *cli, int argc, char **argv, Recut func)
{
  g_autofree char *id = NULL;
  g_autoptr(JbArticle) article = NULL;
  guint offset;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, NULL, _("ARTICLE OFFSET"), 2, 2))
    return JB_EXIT_USAGE;
  if (!jb_cli_parse_number (argv[2], &offset))
    return jb_cli_fail_usage (_("“%s” is no offset"), argv[2]);
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  id = jb_cli_resolve_article (cli->library, argv[1], &error);
  article = id != NULL ? jb_desk_load_article (cli->library, id, &error) : NULL;
  return article != NULL && func (cli->library, article, offset, &error) ? JB_EXIT_DONE : jb_cli_fail (error);
}

int
jb_cli_split (JbCli *cli, int argc, char **argv)
{
  return recut (cli, argc, argv, jb_paragraphs_split);
}

int
jb_cli_join (JbCli *cli, int argc, char **argv)
{
  return recut (cli, argc, argv, jb_paragraphs_join);
}
