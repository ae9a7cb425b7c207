/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-query.h"

#include "jb-date.h"
#include "jb-error.h"
#include "jb-model-enums.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (JbQuery, jb_query, jb_query_copy, jb_query_free)

static void
term_free (JbTerm *term)
{
  g_free (term->text);
  g_free (term);
}

static void
add_term (JbQuery *self, const char *text, gboolean negated, gboolean or_previous)
{
  JbTerm *term = g_new (JbTerm, 1);

  *term = (JbTerm) { g_strdup (text), negated, or_previous && self->terms->len > 0 };
  g_ptr_array_add (self->terms, term);
}

JbQuery *
jb_query_new (void)
{
  JbQuery *self = g_new0 (JbQuery, 1);

  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
  self->type = -1;
  self->state = -1;
  return self;
}

JbQuery *
jb_query_copy (const JbQuery *self)
{
  JbQuery *copy = jb_query_new ();

  for (guint i = 0; i < self->terms->len; i++)
    {
      const JbTerm *term = g_ptr_array_index (self->terms, i);

      add_term (copy, term->text, term->negated, term->or_previous);
    }
  copy->entity_name = g_strdup (self->entity_name);
  copy->source = g_strdup (self->source);
  copy->type = self->type;
  copy->state = self->state;
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);
  copy->limit = self->limit;
  return copy;
}

void
jb_query_free (JbQuery *self)
{
  g_ptr_array_unref (self->terms);
  g_free (self->entity_name);
  g_free (self->source);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/* The quote that closes what @c opens, 0 where it opens nothing. */
static gunichar
closing_quote (gunichar c)
{
  return c == '"' ? '"' : c == 0x201c ? 0x201d : 0;
}

/* Takes the next word or quoted phrase off @cursor. */
static char *
next_word (const char **cursor, gboolean *quoted)
{
  g_autoptr(GString) word = g_string_new (NULL);
  const char *p = *cursor;
  gunichar closer = 0;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *quoted = FALSE;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (closer != 0 && c == closer)
        {
          closer = 0;
          continue;
        }
      if (closer == 0 && closing_quote (c) != 0)
        {
          closer = closing_quote (c);
          *quoted = TRUE;
          continue;
        }
      if (closer == 0 && g_unichar_isspace (c))
        break;
      g_string_append_unichar (word, c);
    }
  *cursor = p;
  return word->len > 0 ? g_strdup (word->str) : NULL;
}

static gboolean
set_date (char **field, const char *filter, const char *value, GError **error)
{
  if (!jb_date_is_valid (value))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("%s%s: not a date of the form 2020-04-21"), filter, value);
      return FALSE;
    }
  jb_set_string (field, value);
  return TRUE;
}

static gboolean
set_enum (int *field, GType type, const char *filter, const char *value, GError **error)
{
  if (jb_enum_from_nick (type, value, field))
    return TRUE;
  g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("%s%s: no such value"), filter, value);
  return FALSE;
}

/* Returns: TRUE where @word was a filter; @error is set where its value is wrong */
static gboolean
take_filter (JbQuery *self, const char *word, GError **error)
{
  static const char *const filters[] = { "entity:", "type:", "state:", "from:", "to:" };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *value = word + strlen (filters[i]);

      if (!g_str_has_prefix (word, filters[i]))
        continue;
      switch (i)
        {
        case 0: jb_set_string (&self->entity_name, value); break;
        case 1: set_enum (&self->type, JB_TYPE_ENTITY_TYPE, filters[i], value, error); break;
        case 2: set_enum (&self->state, JB_TYPE_REVIEW_STATE, filters[i], value, error); break;
        case 3: set_date (&self->from, filters[i], value, error); break;
        default: set_date (&self->to, filters[i], value, error); break;
        }
      return TRUE;
    }
  return FALSE;
}

JbQuery *
jb_query_parse (const char *string, GError **error)
{
  g_autoptr(JbQuery) self = jb_query_new ();
  g_autoptr(GError) failure = NULL;
  gboolean negated = FALSE, or_previous = FALSE;
  const char *cursor = string;

  for (;;)
    {
      gboolean quoted;
      g_autofree char *word = next_word (&cursor, &quoted);

      if (word == NULL)
        break;
      if (!quoted && g_str_equal (word, "AND"))
        continue;
      if (!quoted && g_str_equal (word, "OR"))
        or_previous = TRUE;
      else if (!quoted && g_str_equal (word, "NOT"))
        negated = TRUE;
      else if (take_filter (self, word, &failure))
        negated = or_previous = FALSE;
      else
        {
          gboolean minus = !quoted && *word == '-' && word[1] != '\0';

          add_term (self, minus ? word + 1 : word, negated || minus, or_previous);
          negated = or_previous = FALSE;
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}
