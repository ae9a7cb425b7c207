/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the format of a file says about its lines goes before what their form says. */
#pragma once

#include "jb-decoded.h"
#include "jb-piece.h"

G_BEGIN_DECLS

/* Settles the pieces whose kind the format knows; lines set larger than the text become short lines, candidates for headlines. */
void jb_hints_apply (const JbDecoded *decoded, GArray *pieces);

/**
 * jb_hints_assign_one:
 * @pieces: after rejoining; bodies settled, short lines open
 *
 * The same as jb_headlines_assign() where the format says that all of it is one article.
 */
void jb_hints_assign_one (GArray *pieces);

G_END_DECLS
