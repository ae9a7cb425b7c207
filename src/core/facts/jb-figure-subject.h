/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a figure counts: the noun behind it (17个社区) or before it (排查信息2741条). */
#pragma once

#include "jb-figure-span.h"
#include "jb-span.h"

G_BEGIN_DECLS

/**
 * jb_figure_subject_find:
 * @text: a block's text
 * @span: the figure
 * @floor: where the words that can name the subject begin: the sentence, the last date or the last figure
 * @subject: (out): where the subject stands
 *
 * Returns: FALSE where the words around the figure name none (215户640人); it then shares that of the figure before
 */
gboolean jb_figure_subject_find (const JbChars *text, const JbFigureSpan *span, guint floor, JbSpan *subject);

G_END_DECLS
