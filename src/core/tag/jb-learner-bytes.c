/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A learner as bytes: a magic word with the version, the length of what follows unpacked, then packed by zlib: numbers of 32 bits,
 * the lowest byte first, strings with their length before them, arrays without.
 *
 *   types: number, then names | speaks: a byte a type | threshold | report | scores by type | transitions | unit
 *   clues: number | keys, each as difference to the one before | number of weights by clue (a byte) | labels | weights */
#include "jb-learner-private.h"

#include "jb-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAGIC "JBlearn1"
#define MAX_UNPACKED (256u * 1024 * 1024)
#define MAX_TYPES 63  /* so that a label is a byte */

static void
put (GByteArray *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put_float (GByteArray *bytes, float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);
  put (bytes, bits);
}

static void
put_score (GByteArray *bytes, const JbLearnerScore *score)
{
  put (bytes, score->n_labels);
  put (bytes, score->n_gold);
  put (bytes, score->n_rules);
  put (bytes, score->n_rules_right);
  put (bytes, score->n_learner);
  put (bytes, score->n_learner_right);
}

static void
put_number (GByteArray *bytes, guint32 value)
{
  guint8 byte;

  do
    {
      byte = (guint8) ((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
      g_byte_array_append (bytes, &byte, 1);
      value >>= 7;
    }
  while (byte & 0x80);
}

/* The numbers of weights of all clues, their labels, or they themselves: alike beside alike packs better. */
static void
put_weights (GByteArray *bytes, const JbLearner *learner, guint what)
{
  const guint16 *at = learner->weights + 1;

  for (guint i = 0; i < learner->n_clues; i++)
    {
      guint n = *at++;
      guint8 byte = (guint8) n;

      if (what == 0)
        g_byte_array_append (bytes, &byte, 1);
      for (guint w = 0; w < n; w++, at++)
        {
          byte = what == 1 ? JB_WEIGHT_LABEL (*at) : (guint8) JB_WEIGHT_WEIGHT (*at);
          if (what > 0)
            g_byte_array_append (bytes, &byte, 1);
        }
    }
}

/* Runs the bytes through zlib, at most @n_most of them coming out. Returns: NULL where they are damaged */
static GByteArray *
convert (GConverter *converter, const guint8 *data, gsize n_bytes, gsize n_most)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  gsize at = 0;

  for (;;)
    {
      guint8 buffer[65536];
      gsize n_read, n_written;
      GConverterResult result = g_converter_convert (converter, data + at, n_bytes - at, buffer, sizeof buffer,
                                                     G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);

      if (result == G_CONVERTER_ERROR || n_written > n_most - out->len)
        return NULL;
      g_byte_array_append (out, buffer, (guint) n_written);
      at += n_read;
      if (result == G_CONVERTER_FINISHED)
        return g_steal_pointer (&out);
    }
}

GBytes *
jb_learner_to_bytes (const JbLearner *self)
{
  g_autoptr(GByteArray) plain = g_byte_array_new (), packed = NULL, bytes = g_byte_array_new ();
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  guint32 before = 0;

  put (plain, self->shape.n_types);
  for (guint t = 0; t < self->shape.n_types; t++)
    {
      put (plain, (guint32) strlen (self->types[t]));
      g_byte_array_append (plain, (const guint8 *) self->types[t], (guint) strlen (self->types[t]));
    }
  g_byte_array_append (plain, self->speaks, self->shape.n_types);
  put_float (plain, self->threshold);
  put (plain, self->report.n_texts);
  put (plain, self->report.n_held_back);
  put_score (plain, &self->report.all);
  for (guint t = 0; t < self->shape.n_types; t++)
    put_score (plain, &self->scores[t]);
  for (guint i = 0; i < jb_crf_n_transitions (&self->shape); i++)
    put_float (plain, self->transitions[i]);
  put_float (plain, self->unit);
  put (plain, self->n_clues);
  for (guint i = 0; i < self->n_clues; i++)
    {
      put_number (plain, self->keys[i] - before);
      before = self->keys[i];
    }
  put_weights (plain, self, 0);
  put_weights (plain, self, 1);
  put_weights (plain, self, 2);

  packed = convert (G_CONVERTER (compressor), plain->data, plain->len, G_MAXUINT);
  g_byte_array_append (bytes, (const guint8 *) MAGIC, strlen (MAGIC));
  put (bytes, plain->len);
  g_byte_array_append (bytes, packed->data, packed->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Reads on until something is amiss; from then on it gives zeros. */
typedef struct
{
  const guint8 *data;
  gsize         left;
  gboolean      failed;
} Reader;

static const guint8 *
take (Reader *self, gsize n_bytes)
{
  const guint8 *data = self->data;

  if (self->failed || n_bytes > self->left)
    {
      self->failed = TRUE;
      return NULL;
    }
  self->data += n_bytes;
  self->left -= n_bytes;
  return data;
}

static guint32
get (Reader *self)
{
  const guint8 *data = take (self, 4);
  guint32 little;

  if (data == NULL)
    return 0;
  memcpy (&little, data, sizeof little);
  return GUINT32_FROM_LE (little);
}

static float
get_float (Reader *self)
{
  guint32 bits = get (self);
  float value;

  memcpy (&value, &bits, sizeof value);
  if (isfinite (value) && fabsf (value) < 1e6f)
    return value;
  self->failed = TRUE;
  return 0;
}

static guint32
get_number (Reader *self)
{
  guint32 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      const guint8 *byte = take (self, 1);

      if (byte == NULL)
        return 0;
      value |= (guint32) (*byte & 0x7f) << shift;
      if ((*byte & 0x80) == 0)
        return value;
    }
  self->failed = TRUE;
  return 0;
}

static void
get_score (Reader *self, JbLearnerScore *score)
{
  score->n_labels = get (self);
  score->n_gold = get (self);
  score->n_rules = get (self);
  score->n_rules_right = get (self);
  score->n_learner = get (self);
  score->n_learner_right = get (self);
}

static void
read_types (Reader *reader, JbLearner *learner)
{
  guint n_types = get (reader);

  if (n_types > MAX_TYPES)
    {
      reader->failed = TRUE;
      n_types = 0;
    }
  learner->shape = jb_crf_shape (n_types);
  learner->types = g_new0 (char *, n_types + 1);
  for (guint t = 0; t < n_types; t++)
    {
      guint n_bytes = get (reader);
      const guint8 *name = take (reader, n_bytes);

      reader->failed |= name == NULL || !g_utf8_validate ((const char *) name, n_bytes, NULL);
      learner->types[t] = reader->failed ? g_strdup ("") : g_strndup ((const char *) name, n_bytes);
    }
}

static void
read_weights (Reader *reader, JbLearner *learner, const guint8 *counts, const guint8 *labels, const guint8 *weights)
{
  guint16 *at = learner->weights + 1;

  for (guint i = 0; i < learner->n_clues; i++)
    {
      *at++ = counts[i];
      for (guint w = 0; w < counts[i]; w++, labels++, weights++)
        {
          reader->failed |= *labels >= learner->shape.n_labels;
          *at++ = JB_WEIGHT (*labels, *weights);
        }
    }
}

static void
read_clues (Reader *reader, JbLearner *learner)
{
  guint32 key = 0;
  const guint8 *counts, *labels, *weights;
  gsize n_weights = 0;

  learner->n_clues = get (reader);
  /* each takes two bytes at least */
  if (learner->n_clues > reader->left / 2)
    reader->failed = TRUE;
  if (reader->failed)
    learner->n_clues = 0;
  learner->keys = g_new (guint32, (gsize) learner->n_clues + 1);
  for (guint i = 0; i < learner->n_clues; i++)
    {
      guint32 step = get_number (reader);

      reader->failed |= (i > 0 && step == 0) || key + step < key;
      learner->keys[i] = key += step;
    }
  counts = take (reader, learner->n_clues);
  for (guint i = 0; counts != NULL && i < learner->n_clues; i++)
    n_weights += counts[i];
  labels = take (reader, n_weights);
  weights = take (reader, n_weights);
  learner->weights = g_new0 (guint16, reader->failed ? 2 : 1 + learner->n_clues + n_weights);
  if (!reader->failed)
    read_weights (reader, learner, counts, labels, weights);
}

static JbLearner *
read_learner (Reader *reader)
{
  g_autoptr(JbLearner) learner = g_new0 (JbLearner, 1);
  const guint8 *speaks;
  guint n_transitions;

  g_atomic_ref_count_init (&learner->ref_count);
  read_types (reader, learner);
  speaks = take (reader, learner->shape.n_types);
  learner->speaks = g_malloc0 (learner->shape.n_types + 1);
  if (speaks != NULL)
    memcpy (learner->speaks, speaks, learner->shape.n_types);
  learner->threshold = get_float (reader);
  learner->report.n_texts = get (reader);
  learner->report.n_held_back = get (reader);
  get_score (reader, &learner->report.all);
  learner->scores = g_new0 (JbLearnerScore, learner->shape.n_types + 1);
  for (guint t = 0; t < learner->shape.n_types; t++)
    get_score (reader, &learner->scores[t]);
  n_transitions = jb_crf_n_transitions (&learner->shape);
  learner->transitions = g_new0 (float, n_transitions);
  for (guint i = 0; i < n_transitions; i++)
    {
      learner->transitions[i] = get_float (reader);
      reader->failed |= fabsf (learner->transitions[i]) > 40;
    }
  learner->unit = get_float (reader);
  read_clues (reader, learner);
  if (reader->failed || reader->left > 0)
    return NULL;
  jb_learner_index (learner);
  return g_steal_pointer (&learner);
}

JbLearner *
jb_learner_new_from_bytes (GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  Reader reader = { data, n_bytes, FALSE };
  const guint8 *magic = take (&reader, strlen (MAGIC));
  guint n_unpacked = get (&reader);
  g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr(GByteArray) plain = NULL;
  JbLearner *learner = NULL;

  if (!reader.failed && memcmp (magic, MAGIC, strlen (MAGIC)) == 0 && n_unpacked <= MAX_UNPACKED)
    plain = convert (G_CONVERTER (decompressor), reader.data, reader.left, n_unpacked);
  if (plain != NULL && plain->len == n_unpacked)
    {
      reader = (Reader) { plain->data, plain->len, FALSE };
      learner = read_learner (&reader);
    }
  if (learner == NULL)
    g_set_error (error, JB_ERROR, JB_ERROR_DAMAGED, _("what was learned is damaged; learn it again, or reset it"));
  return learner;
}
