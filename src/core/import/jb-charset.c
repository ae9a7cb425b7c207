/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ICU's detector alone is right on whole pages but errs on short pieces, and knows nothing of UTF-16 without a mark; so it is
 * asked last, and only between the two legacy charsets. */
#include "jb-charset.h"

#include <errno.h>
#include <string.h>
#include <uchar.h>
#include <unicode/ucsdet.h>

/* How much is looked at: enough to be sure, little enough to be quick. */
#define SAMPLE_BYTES (64 * 1024)

static const struct
{
  const char *mark;
  gsize       length;
  const char *charset;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe\0\0", 4, "UTF-32LE" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

/* The half that is high in UTF-16 says what kind of character it is: ideographs, their punctuation, ASCII. In Chinese text nearly
 * all are of these kinds, whichever of the two orders is the right one. */
static gboolean
is_plausible_high (guint8 high)
{
  return (high >= 0x4e && high <= 0x9f) || high == 0x30 || high == 0xff || high == 0x20 || high == 0;
}

static const char *
detect_utf16 (const guint8 *bytes, gsize n_bytes)
{
  gsize n = MIN (n_bytes, SAMPLE_BYTES) / 2, big = 0, little = 0;

  if (n_bytes % 2 != 0)
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      big += is_plausible_high (bytes[2 * i]);
      little += is_plausible_high (bytes[2 * i + 1]);
    }
  if (MAX (big, little) * 10 < n * 9)
    return NULL;
  /* Letters of ASCII pass for high halves. Without a zero byte anywhere the low halves must look like what they are: anything. */
  if (memchr (bytes, 0, 2 * n) == NULL && MIN (big, little) * 10 > n * 7)
    return NULL;
  return big > little ? "UTF-16BE" : "UTF-16LE";
}

/* The commonest characters of newspapers, in both scripts. Bytes of one charset read as the other give ideographs too, but
 * hardly ever these. */
static const gunichar common[] =
  U"的一是不了在人有我他这這个個们們来來到时時大地为為子中说說生国國年着就那和要出也得里裡后後自以会會家可下而过過天去能对對小多"
  U"于於心学學之都好看起发發当當没沒成只如事把还還用第样樣道想作种種开開美总總从從无無情面最但现現前些所同日手又行意动動方期头頭"
  U"经經长長儿兒回位分爱愛老因很给給名法间間知世两兩次使身者被高已亲親其进進此话話常与與活正感工市区區政府业業全部主民实實建设設"
  U"，。、：；“”";

static gboolean
is_common (gunichar c)
{
  for (const gunichar *p = common; *p != 0; p++)
    if (*p == c)
      return TRUE;
  return FALSE;
}

/* Where each charset keeps its commoner ideographs: GB 2312 in rows 16 to 55, Big5 from A4 to C6. */
static gboolean
is_frequent (const guint8 *pair, gboolean is_big5)
{
  if (is_big5)
    return pair[0] >= 0xa4 && pair[0] <= 0xc6 && (pair[1] >= 0xa1 || (pair[1] >= 0x40 && pair[1] <= 0x7e));
  return pair[0] >= 0xb0 && pair[0] <= 0xd7 && pair[1] >= 0xa1;
}

/* Whether the pairs of bytes beyond ASCII, four fifths of them at least, are commoner ideographs; of text that repeats a few words
 * none may be among the commonest. */
static gboolean
is_mostly_frequent (const guint8 *bytes, gsize n_bytes, gboolean is_big5)
{
  guint good = 0, all = 0;

  for (gsize i = 0; i + 1 < n_bytes; i++)
    if (bytes[i] >= 0x80)
      {
        good += is_frequent (bytes + i, is_big5);
        all++;
        i++;
      }
  return all >= 2 && good * 5 >= all * 4;
}

char *
jb_charset_convert (const char *data, gsize n_bytes, const char *charset, gsize *n_text, gsize *n_bad)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  g_autoptr(GString) text = g_string_sized_new (n_bytes + n_bytes / 2 + 16);
  char *from = (char *) data;
  gsize left = n_bytes;

  *n_bad = 0;
  while (left > 0)
    {
      char buffer[16 * 1024];
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize done = g_iconv (converter, &from, &left, &to, &room);
      int failure = errno;

      g_string_append_len (text, buffer, to - buffer);
      if (done != (gsize) -1 || failure == E2BIG)
        continue;
      /* The second byte of a broken pair is no character of its own, unless it could be ASCII. */
      g_string_append (text, "\xef\xbf\xbd");
      (*n_bad)++;
      if (failure == EINVAL)
        break;
      if (left >= 2 && (guint8) from[0] >= 0x81 && (guint8) from[1] >= 0x80)
        {
          from++;
          left--;
        }
      from++;
      left--;
    }
  g_iconv_close (converter);
  for (char *p = text->str; (p = memchr (p, '\0', text->len - (gsize) (p - text->str))) != NULL;)
    *p = ' ';
  *n_text = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Share of the characters beyond ASCII, in thousandths, that are common ones, less those for private use, once the sample is
 * decoded from @charset; -1 where it cannot be. */
static int
score_charset (const guint8 *bytes, gsize n_bytes, const char *charset, gboolean allow_bad)
{
  gsize n_text, n_bad;
  g_autofree char *text = jb_charset_convert ((const char *) bytes, n_bytes, charset, &n_text, &n_bad);
  guint good = 0, bad = 0, all = 0;

  /* The sample may end inside a character. */
  if (n_bad > (allow_bad ? jb_charset_get_most_bad (n_bytes) : 1))
    return -1;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        continue;
      all++;
      if (is_common (c))
        good++;
      else if (g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        bad++;
    }
  return good > bad ? (int) ((good - bad) * 1000 / all) : 0;
}

gsize
jb_charset_get_most_bad (gsize n_bytes)
{
  return 1 + n_bytes / 400;
}

/* Whether the bytes are UTF-8 but for a few, as where files were cut and put together. */
static gboolean
is_nearly_utf8 (const guint8 *bytes, gsize n_bytes)
{
  gsize n_text, n_bad, n_beyond = 0;
  g_autofree char *text = jb_charset_convert ((const char *) bytes, n_bytes, "UTF-8", &n_text, &n_bad);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n_beyond += (guint8) *p >= 0xe0;
  return n_bad <= jb_charset_get_most_bad (n_bytes) && n_beyond > 10 * n_bad;
}

/* Returns: ICU's confidence, 0 to 100, that the bytes are @charset */
static int
icu_confidence (const guint8 *bytes, gsize n_bytes, const char *charset)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  int32_t n = 0;
  int confidence = 0;

  ucsdet_setText (detector, (const char *) bytes, (int32_t) n_bytes, &status);
  matches = ucsdet_detectAll (detector, &n, &status);
  for (int32_t i = 0; i < n && U_SUCCESS (status); i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);

      if (U_SUCCESS (status) && g_str_equal (name, charset))
        confidence = ucsdet_getConfidence (matches[i], &status);
    }
  ucsdet_close (detector);
  return confidence;
}

const char *
jb_charset_get_mark (const guint8 *bytes, gsize n_bytes, gsize *n_mark)
{
  *n_mark = 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n_bytes >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      {
        *n_mark = marks[i].length;
        return marks[i].charset;
      }
  return NULL;
}

const char *
jb_charset_detect (const guint8 *bytes, gsize n_bytes, gsize *n_mark)
{
  gsize n = MIN (n_bytes, SAMPLE_BYTES);
  const char *marked = jb_charset_get_mark (bytes, n_bytes, n_mark), *utf16;
  int gb, big5;

  if (n_bytes == 0)
    return "UTF-8";
  if (marked != NULL)
    return marked;
  if (memchr (bytes, 0, n_bytes) == NULL && g_utf8_validate ((const char *) bytes, (gssize) n_bytes, NULL))
    return "UTF-8";
  utf16 = detect_utf16 (bytes, n_bytes);
  if (utf16 != NULL || memchr (bytes, 0, n) != NULL)
    return utf16;

  if (is_nearly_utf8 (bytes, n))
    return "UTF-8";
  for (int allow_bad = FALSE; allow_bad <= TRUE; allow_bad++)
    {
      gb = score_charset (bytes, n, "GB18030", allow_bad);
      big5 = score_charset (bytes, n, "BIG5-HKSCS", allow_bad);
      if (MAX (gb, big5) >= 0)
        break;
    }
  if (MAX (gb, big5) < 100 || gb == big5)
    {
      gboolean may_be_gb = gb >= 0 && is_mostly_frequent (bytes, n, FALSE);

      if (may_be_gb != (big5 >= 0 && is_mostly_frequent (bytes, n, TRUE)))
        return may_be_gb ? "GB18030" : "BIG5-HKSCS";
    }
  if (MAX (gb, big5) < 100)
    return NULL;
  gb += icu_confidence (bytes, n, "GB18030") * 2;
  big5 += icu_confidence (bytes, n, "Big5") * 2;
  return gb >= big5 ? "GB18030" : "BIG5-HKSCS";
}
