/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through a page and puts its broken paragraphs together, by the score of jb-rejoin.h. Captions between
 * two pieces are passed over. */
#pragma once

#include "jb-bigrams.h"
#include "jb-piece.h"

G_BEGIN_DECLS

/* The open pieces, and statements, of @pieces grow by what was cut off them; what they took in is absorbed. @bigrams: of the whole
 * text they are from */
void jb_joiner_run (const JbBigrams *bigrams, GArray *pieces);

G_END_DECLS
