/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-commitment.h"

G_DEFINE_FINAL_TYPE (JbCommitment, jb_commitment, G_TYPE_OBJECT)

static void
jb_commitment_finalize (GObject *object)
{
  JbCommitment *self = JB_COMMITMENT (object);

  g_free (self->text);
  g_free (self->what);
  g_free (self->unit);
  g_free (self->due);
  g_free (self->due_end);
  g_free (self->entity);
  g_free (self->entity_name);
  G_OBJECT_CLASS (jb_commitment_parent_class)->finalize (object);
}

static void
jb_commitment_class_init (JbCommitmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_commitment_finalize;
}

static void
jb_commitment_init (JbCommitment *self)
{
}

JbCommitment *
jb_commitment_new (const char *text, const char *what, guint start, guint end)
{
  JbCommitment *self = g_object_new (JB_TYPE_COMMITMENT, NULL);

  self->text = g_strdup (text);
  self->what = g_strdup (what);
  self->unit = g_strdup ("");
  self->entity_name = g_strdup ("");
  self->start = start;
  self->end = end;
  return self;
}
