/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a program and its helper jianbao-reader say to one another over a socket. Both are of one build and one machine, but the
 * helper may have been taken over by a file: the program believes lengths and contents of answers only after a check.
 *
 *   program                                   helper
 *   request, bytes of the file in a memfd ──▶
 *                                         ◀── progress, as often as there is any
 *                                         ◀── one answer: decoded, members, bytes, picture or failure
 *
 * A request without a descriptor is about the same bytes as the one before. */
#pragma once

#include <gio/gunixconnection.h>

G_BEGIN_DECLS

typedef enum
{
  JB_REQUEST_READ,    /* decoded, or members where the bytes are an archive of files */
  JB_REQUEST_MEMBER,  /* bytes of one member */
  JB_REQUEST_RENDER,  /* picture of a page */
} JbRequestKind;

typedef enum
{
  JB_ANSWER_PROGRESS,  /* (uu): done, all */
  JB_ANSWER_DECODED,   /* as jb_decoded_to_variant() makes it */
  JB_ANSWER_MEMBERS,   /* as: names */
  JB_ANSWER_BYTES,     /* the bytes themselves */
  JB_ANSWER_PICTURE,   /* JbPictureHead and rows of 32-bit pixels, xRGB in the machine's order */
  JB_ANSWER_FAILURE,   /* (us): JbError, message */
} JbAnswerKind;

typedef struct
{
  guint32 width;
  guint32 height;
  guint32 stride;  /* bytes of a row */
} JbPictureHead;

/* kind, whether a descriptor follows, password, whether to recognise text in pictures, member, page, pixels per point */
#define JB_REQUEST_FORM "(ubmsbsud)"

#define JB_REQUEST_MAX_BYTES (64 * 1024)
#define JB_ANSWER_MAX_BYTES  (256 * 1024 * 1024)

/* Each message is a head and as many bytes as it says. */
typedef struct
{
  guint32 kind;
  guint32 length;
} JbMessageHead;

gboolean jb_reader_send    (GUnixConnection *connection, guint kind, const void *bytes, gsize n_bytes, GCancellable *cancellable,
                            GError **error);

/* @end: monotonic time at which it must be there, 0 for any. Returns: (transfer full) (nullable): the message, at most @limit
 * bytes; NULL with an error of GIO, at the end of the connection too */
GBytes  *jb_reader_receive (GUnixConnection *connection, guint *kind, gsize limit, gint64 end, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
