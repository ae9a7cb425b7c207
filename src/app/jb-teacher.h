/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbTeacher: has the library learn in the background. When enough has been decided since it last learned, and nothing has
 * changed for a while, it starts by itself; the preferences can start it too.
 *
 * It works in a thread of its own with a connection of its own, so neither reading nor writing waits for it. */
#pragma once

#include "jb-store.h"

G_BEGIN_DECLS

#define JB_TYPE_TEACHER (jb_teacher_get_type ())
G_DECLARE_FINAL_TYPE (JbTeacher, jb_teacher, JB, TEACHER, GObject)

/* Signal changed: void (JbTeacher *): it has begun or ended, or what was learned is in the library. */

JbTeacher *jb_teacher_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @store: (nullable): the library to watch; what was begun for another one is stopped */
void jb_teacher_set_store (JbTeacher *self, JbStore *store);

/* What to do now. */
typedef enum
{
  JB_TEACHER_LEARN,    /* from the decisions there are */
  JB_TEACHER_ENABLE,   /* use what was learned */
  JB_TEACHER_DISABLE,
  JB_TEACHER_FORGET,
} JbTeacherTask;

/* Does it, then brings the counts of the lists up to date. Does nothing while busy. */
void jb_teacher_begin (JbTeacher *self, JbTeacherTask task);

gboolean jb_teacher_is_busy (JbTeacher *self);

/* Returns: (nullable): why the last task failed, for people */
const char *jb_teacher_get_failure (JbTeacher *self);

G_END_DECLS
