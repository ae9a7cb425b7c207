/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tables see of a library. */
#pragma once

#include "jb-db.h"
#include "jb-library.h"

G_BEGIN_DECLS

JbDb *jb_library_get_db (JbLibrary *self);

G_END_DECLS
