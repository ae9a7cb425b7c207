/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-masthead.h"

G_DEFINE_BOXED_TYPE (JbMasthead, jb_masthead, jb_masthead_copy, jb_masthead_free)

JbMasthead *
jb_masthead_new (void)
{
  return g_new0 (JbMasthead, 1);
}

JbMasthead *
jb_masthead_copy (const JbMasthead *self)
{
  JbMasthead *copy = jb_masthead_new ();

  copy->name = g_strdup (self->name);
  copy->issue = g_strdup (self->issue);
  copy->date = g_strdup (self->date);
  copy->weekday = g_strdup (self->weekday);
  copy->lunar = g_strdup (self->lunar);
  copy->pages = g_strdup (self->pages);
  copy->publisher = g_strdup (self->publisher);
  return copy;
}

void
jb_masthead_free (JbMasthead *self)
{
  g_free (self->name);
  g_free (self->issue);
  g_free (self->date);
  g_free (self->weekday);
  g_free (self->lunar);
  g_free (self->pages);
  g_free (self->publisher);
  g_free (self);
}
