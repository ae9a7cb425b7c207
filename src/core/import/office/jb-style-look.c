/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-style-look.h"

void
jb_style_value_merge (int *value, int other)
{
  if (other != -1)
    *value = other;
}

void
jb_style_look_merge (JbStyleLook *self, const JbStyleLook *other)
{
  jb_style_value_merge (&self->role, other->role);
  jb_style_value_merge (&self->level, other->level);
  jb_style_value_merge (&self->bold, other->bold);
  jb_style_value_merge (&self->hidden, other->hidden);
  jb_style_value_merge (&self->centred, other->centred);
  jb_style_value_merge (&self->display, other->display);
  if (other->size >= 0)
    self->size = other->size;
}

gboolean
jb_style_look_read_name (JbStyleLook *self, const char *name)
{
  guint level;
  JbOfficeRole role = jb_office_role_from_style (name, &level);

  if (role == JB_OFFICE_ROLE_NONE)
    return FALSE;
  self->role = (int) role;
  self->level = (int) level;
  return TRUE;
}

void
jb_style_look_count (const JbStyleLook *self, JbLookTally *tally, const char *text)
{
  jb_look_tally_add (tally, text, MAX (self->size, 0), self->bold == TRUE, self->display == TRUE);
}

JbOfficeLook
jb_style_look_to_office (const JbStyleLook *self, const JbLookTally *tally)
{
  JbOfficeLook look = { 0 };

  jb_look_tally_apply (tally, &look);
  look.is_centred = self->centred == TRUE;
  if (self->role > 0)
    look.role = (JbOfficeRole) self->role;
  look.level = (guint) MAX (self->level, 0);
  return look;
}
