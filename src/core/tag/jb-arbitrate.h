/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the candidates of a scan stay. */
#pragma once

#include "jb-scan.h"

G_BEGIN_DECLS

/**
 * jb_arbitrate:
 *
 * The order, written here and nowhere else:
 *
 *   1. a name of the lexicon, and one that holds it whole and goes on, before others,
 *   2. then the longer span,
 *   3. then the higher confidence,
 *   4. then the type that stands first in JbEntityType.
 *
 * A candidate stays unless it overlaps one that stays already; and inside one that stays, nested, only what the
 * annotation guide wants tagged there: a street, community or district at the head of a longer name of another type.
 *
 * Removes the others from the scan.
 */
void jb_arbitrate (JbScan *scan);

G_END_DECLS
