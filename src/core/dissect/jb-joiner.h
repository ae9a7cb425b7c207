/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through a page and puts its broken paragraphs together, by the score of jb-rejoin.h. Captions between
 * two pieces are passed over. */
#pragma once

#include "jb-unit.h"

G_BEGIN_DECLS

/* The open units, and statements, of @units grow by what was cut off them; what they took in is absorbed. */
void jb_joiner_run (const JbChars *chars, GArray *units);

G_END_DECLS
