/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing-series.h"

#include "jb-string.h"

#include <glib/gi18n.h>

void
jb_briefing_series_follow (JbBriefing *next, const JbBriefing *last, const char *date)
{
  guint64 issue;

  jb_set_string (&next->date, date);
  if (last == NULL)
    return;
  jb_set_string (&next->issuer, last->issuer);
  jb_set_string (&next->template_name, last->template_name);
  jb_set_string (&next->report_to, last->report_to);
  jb_set_string (&next->send_to, last->send_to);
  jb_set_string (&next->issue_to, last->issue_to);
  jb_set_string (&next->copies, last->copies);
  if (g_ascii_string_to_unsigned (last->issue, 10, 1, G_MAXINT32, &issue, NULL))
    {
      g_free (next->issue);
      next->issue = g_strdup_printf ("%" G_GUINT64_FORMAT, issue + 1);
    }
}

char *
jb_briefing_series_dup_label (const JbBriefing *briefing)
{
  g_autoptr(GString) label = g_string_new (briefing->title);

  if (*briefing->issue != '\0')
    {
      g_string_append (label, " ");
      /* Translators: the issue number behind the title of a briefing. */
      g_string_append_printf (label, _("No. %s"), briefing->issue);
    }
  if (briefing->date != NULL)
    g_string_append_printf (label, " · %s", briefing->date);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

char *
jb_briefing_series_dup_file_name (const JbBriefing *briefing)
{
  g_autoptr(GString) name = g_string_new (briefing->title);

  /* The document is Chinese whatever the language of the window. */
  if (*briefing->issue != '\0')
    g_string_append_printf (name, " 第%s期", briefing->issue);
  g_strdelimit (name->str, "/\\:*?\"<>|\n", '-');
  return g_string_free (g_steal_pointer (&name), FALSE);
}
