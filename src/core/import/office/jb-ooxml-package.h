/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of an Open Packaging Conventions archive (ECMA-376 part 2) found by their relationships, so that no path is assumed. Names
 * are compared without regard to case, as the standard wants. */
#pragma once

#include "jb-archive.h"

/**
 * jb_ooxml_find_part:
 * @from: (nullable): name of the part whose relationships are asked; NULL for those of the package
 * @type: the last piece of the relationship's type, as in officeDocument or styles
 *
 * Returns: (transfer full) (nullable): the name of the archive's member
 */
char *jb_ooxml_find_part (JbArchive *archive, const char *from, const char *type) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): the archive's member with that name, in whatever case */
const char *jb_ooxml_find_member (JbArchive *archive, const char *name);
