/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-statement.h"

G_DEFINE_FINAL_TYPE (JbStatement, jb_statement, G_TYPE_OBJECT)

static void
jb_statement_finalize (GObject *object)
{
  JbStatement *self = JB_STATEMENT (object);

  g_free (self->name);
  g_free (self->post);
  g_free (self->text);
  G_OBJECT_CLASS (jb_statement_parent_class)->finalize (object);
}

static void
jb_statement_class_init (JbStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_statement_finalize;
}

static void
jb_statement_init (JbStatement *self)
{
}

JbStatement *
jb_statement_new (const char *name, const char *post, const char *text, guint block)
{
  JbStatement *self = g_object_new (JB_TYPE_STATEMENT, NULL);

  self->name = g_strdup (name);
  self->post = g_strdup (post);
  self->text = g_strdup (text);
  self->block = block;
  return self;
}
