/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text in the encodings of Chinese newsrooms. */
#pragma once

#include "jb-importer.h"

G_BEGIN_DECLS

extern const JbImporter jb_import_text;

G_END_DECLS
