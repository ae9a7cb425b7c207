/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-facts.h"

#include "jb-commitments.h"
#include "jb-figures.h"
#include "jb-statements.h"

void
jb_facts_find (JbArticle *article)
{
  jb_figures_find (article);
  jb_commitments_find (article);
  jb_statements_find (article);
}
