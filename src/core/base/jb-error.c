/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"

G_DEFINE_QUARK (jb-error, jb_error)
