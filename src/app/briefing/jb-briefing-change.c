/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing-change.h"

#include "jb-briefing-table.h"
#include "jb-compose.h"

#include <glib/gi18n.h>

JbBriefingChange *
jb_briefing_change_new (JbBriefingChangeKind kind, gpointer what, const char *section, const char *text, guint position)
{
  JbBriefingChange *change = g_new (JbBriefingChange, 1);

  *change = (JbBriefingChange) { kind, g_object_ref (what), g_strdup (section), g_strdup (text), position };
  return change;
}

void
jb_briefing_change_free (JbBriefingChange *change)
{
  g_object_unref (change->what);
  g_free (change->section);
  g_free (change->text);
  g_free (change);
}

/* A briefing without sections gets one for the text, in the same operation. */
static gboolean
add_text (JbLibrary *library, const JbBriefing *briefing, const char *section_id, const char *text, GError **error)
{
  g_autoptr(JbBriefingSection) section = NULL;
  g_autoptr(JbBriefingItem) item = NULL;

  if (section_id == NULL && briefing->sections->len > 0)
    section_id = ((JbBriefingSection *) g_ptr_array_index (briefing->sections, briefing->sections->len - 1))->id;
  if (section_id != NULL)
    return jb_compose_add_text (library, section_id, text, error);

  section = jb_briefing_section_new ("");
  item = jb_briefing_item_new (text, NULL, 0, 0);
  if (!jb_library_begin (library, _("Add Text to Briefing"), error))
    return FALSE;
  if (jb_briefing_table_add_section (library, briefing->id, section, error) &&
      jb_briefing_table_add_item (library, section->id, item, error))
    return jb_library_commit (library, error);
  jb_library_rollback (library);
  return FALSE;
}

static gboolean
run (JbLibrary *library, const JbBriefingChange *change, GError **error)
{
  gpointer what = change->what;

  switch (change->kind)
    {
    case JB_BRIEFING_INSERT:
      return jb_compose_insert (library, what, error);
    case JB_BRIEFING_UPDATE:
      return jb_compose_update (library, what, error);
    case JB_BRIEFING_DELETE:
      return jb_compose_delete (library, what, error);
    case JB_BRIEFING_ADD_SECTION:
      return jb_compose_add_section (library, JB_BRIEFING (what)->id, change->text, error);
    case JB_BRIEFING_ADD_TEXT:
      return add_text (library, what, change->section, change->text, error);
    case JB_BRIEFING_SET_TEXT:
      return JB_IS_BRIEFING_ITEM (what) ? jb_compose_set_text (library, what, change->text, error)
                                        : jb_compose_set_heading (library, what, change->text, error);
    case JB_BRIEFING_MOVE_ITEM:
      return jb_compose_move_item (library, what, change->section, change->position, error);
    case JB_BRIEFING_MOVE_SECTION:
      return jb_compose_move_section (library, what, change->position, error);
    case JB_BRIEFING_REMOVE:
      return JB_IS_BRIEFING_ITEM (what) ? jb_compose_remove_item (library, what, error)
                                        : jb_compose_remove_section (library, what, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gpointer
jb_briefing_change_run (JbLibrary *library, gpointer change, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (run (library, change, error));
}
