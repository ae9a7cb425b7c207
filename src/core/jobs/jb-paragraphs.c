/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-paragraphs.h"

#include "jb-article-table.h"
#include "jb-briefing-table.h"
#include "jb-decide.h"
#include "jb-decision-table.h"
#include "jb-recut.h"

#include <glib/gi18n-lib.h>

static gboolean
move_decisions (JbLibrary *library, const JbRecut *recut, GError **error)
{
  g_autoptr(GPtrArray) decisions = jb_decision_table_load (library, recut->article->id, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const JbMention *decision = g_ptr_array_index (decisions, i);
      guint start = decision->start, end = decision->end;
      g_autofree char *prefix = NULL, *suffix = NULL;

      if (!jb_recut_move (recut, &start, &end))
        {
          if (!jb_decision_table_delete (library, decision->decision, error))
            return FALSE;
          continue;
        }
      jb_decide_dup_context (recut->article, start, end, &prefix, &suffix);
      if (!jb_decision_table_move (library, decision->decision, start, end, prefix, suffix, error))
        return FALSE;
    }
  return decisions != NULL;
}

static gboolean
move_quotes (JbLibrary *library, const JbRecut *recut, GError **error)
{
  g_autoptr(GPtrArray) quotes = jb_briefing_table_load_quotes (library, recut->article->id, error);

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const JbBriefingItem *quote = g_ptr_array_index (quotes, i);
      guint start = quote->start, end = quote->end;

      if (jb_recut_move_ends (recut, &start, &end) &&
          !jb_briefing_table_move_quote (library, quote->id, start, end, error))
        return FALSE;
    }
  return quotes != NULL;
}

/* Everything that counts in the article's text follows it. */
static gboolean
store (JbLibrary *library, const JbArticle *article, const JbRecut *recut, const char *operation, GError **error)
{
  return recut != NULL && jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_article_table_check_text (library, article, error) &&
                               jb_article_table_update_text (library, recut->article, error) &&
                               move_decisions (library, recut, error) && move_quotes (library, recut, error), error);
}

gboolean
jb_paragraphs_split (JbLibrary *library, const JbArticle *article, guint offset, GError **error)
{
  g_autoptr(JbRecut) recut = jb_recut_split (article, offset, error);

  return store (library, article, recut, _("Split Paragraph"), error);
}

gboolean
jb_paragraphs_join (JbLibrary *library, const JbArticle *article, guint offset, GError **error)
{
  g_autoptr(JbRecut) recut = jb_recut_join (article, offset, error);

  return store (library, article, recut, _("Join Paragraphs"), error);
}
