/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-string.h"

void
jb_set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}
