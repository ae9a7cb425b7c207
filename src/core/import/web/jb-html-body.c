/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every line of running text speaks for the element around it, with half its weight for the one around that, and so on: an element
 * that holds many such lines wins over one that holds one, and over one that holds the whole page. */
#include "jb-html-body.h"

#include "jb-html-noise.h"
#include "jb-resource.h"

#include <string.h>

/* How far up a line speaks. */
#define N_LEVELS 6

/* A page with no more links than this is not part of a site. */
#define MAX_LOOSE_LINKS 3

/* The longest name of an element that publishing systems keep an article in. */
#define MAX_NAME_BYTES 31

/* With more characters in links than so many thousandths, a page without running text only leads elsewhere. */
#define MAX_LINK_SHARE 400

typedef struct
{
  const xmlNode *node;
  double         score;
} Score;

typedef struct
{
  GArray     *lines;    /* lent, of JbHtmlLine */
  guint      *weights;  /* owned, one a line */
  GArray     *scores;   /* owned, of Score */
  GHashTable *indices;  /* owned: node → index into scores + 1 */
  guint64     total;    /* of all weights */
} Finder;

static const JbHtmlLine *
get_line (const Finder *finder, guint i)
{
  return &g_array_index (finder->lines, JbHtmlLine, i);
}

static void
add_score (Finder *finder, const xmlNode *node, double score)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (finder->indices, node));

  if (index == 0)
    {
      Score entry = { node, 0 };

      g_array_append_val (finder->scores, entry);
      index = finder->scores->len;
      g_hash_table_insert (finder->indices, (gpointer) node, GUINT_TO_POINTER (index));
    }
  g_array_index (finder->scores, Score, index - 1).score += score;
}

/* An element that holds the better part of a page's text is the article, whatever it is called. */
static void
free_asides (GArray *lines)
{
  g_autoptr(GHashTable) sums = g_hash_table_new (NULL, NULL);
  guint total = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const JbHtmlLine *line = &g_array_index (lines, JbHtmlLine, i);
      guint weight = jb_html_line_weigh (line);

      total += weight;
      if (line->aside != NULL && weight > 0)
        g_hash_table_insert (sums, (gpointer) line->aside,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sums, line->aside)) + weight));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      JbHtmlLine *line = &g_array_index (lines, JbHtmlLine, i);

      if (line->aside != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (sums, line->aside)) * 10 > total * 6)
        line->aside = NULL;
    }
}

static guint64
sum_weights (const Finder *finder, guint start, guint end)
{
  guint64 sum = 0;

  for (guint i = start; i < end; i++)
    sum += finder->weights[i];
  return sum;
}

/* Nothing before the headline is of the article, and what stands behind 相关阅读 or 网友评论 hardly is, however much it may be. */
static void
weigh_lines (Finder *finder, int title)
{
  guint n = finder->lines->len, start = title >= 0 ? (guint) title + 1 : 0;
  gboolean is_over = FALSE;

  for (guint i = 0; i < n; i++)
    finder->weights[i] = get_line (finder, i)->aside == NULL ? jb_html_line_weigh (get_line (finder, i)) : 0;
  if (title >= 0 && sum_weights (finder, start, n) * 4 >= sum_weights (finder, 0, n))
    memset (finder->weights, 0, start * sizeof *finder->weights);
  for (guint i = start, before = 0; title >= 0 && i < n; i++)
    {
      is_over = is_over || (before > 0 && jb_html_noise_is_finish (get_line (finder, i)));
      before += finder->weights[i];
      if (is_over)
        finder->weights[i] /= 4;
    }
  finder->total = sum_weights (finder, 0, n);
}

static gboolean
is_paragraph (const xmlNode *block)
{
  return jb_xml_is (block, "p") || jb_xml_is (block, "li") || jb_xml_is (block, "td") || jb_xml_is (block, "blockquote") ||
         jb_xml_is (block, "dd");
}

/* The element that a line is one of many in: around its paragraph, or what several lines stand in directly. */
static const xmlNode *
get_container (const Finder *finder, guint i)
{
  const xmlNode *block = get_line (finder, i)->block;
  gboolean is_shared = (i > 0 && get_line (finder, i - 1)->block == block) ||
                       (i + 1 < finder->lines->len && get_line (finder, i + 1)->block == block);

  return is_shared && !jb_xml_is (block, "p") ? block : block->parent != NULL && block->parent->type == XML_ELEMENT_NODE ?
         block->parent : block;
}

static void
score_lines (Finder *finder)
{
  for (guint i = 0; i < finder->lines->len; i++)
    {
      const JbHtmlLine *line = get_line (finder, i);
      const xmlNode *node;

      if (finder->weights[i] == 0)
        continue;
      node = get_container (finder, i);
      for (guint level = 0; level < N_LEVELS && node != NULL && node->type == XML_ELEMENT_NODE; level++, node = node->parent)
        add_score (finder, node, finder->weights[i] * (is_paragraph (line->block) ? 1.2 : 1) / (level == 0 ? 1 : level * 2));
    }
}

/* Lines that stand in @node, which stand together. Returns: the sum of their weights */
static guint64
get_range (const Finder *finder, const xmlNode *node, guint *start, guint *end)
{
  guint64 sum = 0;

  *start = *end = 0;
  for (guint i = 0; i < finder->lines->len; i++)
    if (jb_html_is_within (get_line (finder, i)->node, node))
      {
        if (*end == 0)
          *start = i;
        *end = i + 1;
        sum += finder->weights[i];
      }
  return sum;
}

/* Returns: characters in links among all, in thousandths */
static guint
get_link_share (const Finder *finder, guint start, guint end)
{
  guint n = 0, n_linked = 0;

  for (guint i = start; i < end; i++)
    if (get_line (finder, i)->aside == NULL)
      {
        n += get_line (finder, i)->n_chars;
        n_linked += get_line (finder, i)->n_linked;
      }
  return n > 0 ? (guint) ((guint64) n_linked * 1000 / n) : 0;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  double left = ((const Score *) a)->score, right = ((const Score *) b)->score;

  return left > right ? -1 : left < right;
}

/* Returns: (nullable): the best of the elements, once links count against them */
static const xmlNode *
find_best (Finder *finder)
{
  const xmlNode *best = NULL;
  double best_score = 0;

  g_array_sort (finder->scores, compare_scores);
  for (guint i = 0; i < MIN (finder->scores->len, 6); i++)
    {
      const Score *score = &g_array_index (finder->scores, Score, i);
      guint start, end;
      double value;

      get_range (finder, score->node, &start, &end);
      value = score->score * (1000 - get_link_share (finder, start, end)) / 1000;
      if (value > best_score)
        {
          best = score->node;
          best_score = value;
        }
    }
  return best;
}

/* Returns: the child of @parent that @node is, or is below; NULL where it is @parent itself */
static const xmlNode *
get_branch (const xmlNode *node, const xmlNode *parent)
{
  while (node != NULL && node->parent != parent)
    node = node->parent;
  return node;
}

/* Whether @branch can be a part of the story that @node is a part of: a paragraph, list or table, or one more section like it. */
static gboolean
is_kin (const xmlNode *branch, const xmlNode *node)
{
  static const char *const parts[] = { "p", "ul", "ol", "dl", "table", "blockquote", "pre", "figure", "section", "h2", "h3", "h4",
                                       NULL };

  if (branch == NULL || g_strv_contains (parts, (const char *) branch->name))
    return TRUE;
  return strcmp ((const char *) branch->name, (const char *) node->name) == 0 &&
         g_strcmp0 (jb_html_get_attribute (branch, "class"), jb_html_get_attribute (node, "class")) == 0 &&
         (jb_html_get_attribute (branch, "id") == NULL) == (jb_html_get_attribute (node, "id") == NULL);
}

/* While what stands around it is text of its kind (sections of one story), it belongs to it. */
static const xmlNode *
widen (const Finder *finder, const xmlNode *node)
{
  for (guint level = 0; level < 4 && node->parent != NULL && node->parent->type == XML_ELEMENT_NODE; level++)
    {
      guint start, end, outer_start, outer_end, n_other = 0, n_linked = 0, n_kin = 0, n_strange = 0;

      get_range (finder, node, &start, &end);
      get_range (finder, node->parent, &outer_start, &outer_end);
      for (guint i = outer_start; i < outer_end; i++)
        if ((i < start || i >= end) && get_line (finder, i)->aside == NULL)
          {
            const xmlNode *branch = get_branch (get_line (finder, i)->node, node->parent);

            n_other += get_line (finder, i)->n_chars;
            n_linked += get_line (finder, i)->n_linked;
            *(is_kin (branch, node) ? &n_kin : &n_strange) += finder->weights[i];
          }
      if (n_other > 0 && (n_kin == 0 || n_strange * 4 > n_kin || n_linked * 5 > n_other))
        break;
      node = node->parent;
    }
  return node;
}

/* Returns: the names in lower case, as a set */
static GHashTable *
get_known_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter (&names))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_auto(GStrv) entries = jb_resource_load_lines ("rules/html-containers.txt");

      for (guint i = 0; entries[i] != NULL; i++)
        g_hash_table_add (table, g_ascii_strdown (entries[i], -1));
      g_once_init_leave (&names, table);
    }
  return names;
}

static gboolean
has_known_name (const char *words)
{
  char word[MAX_NAME_BYTES + 1];

  while (words != NULL && *words != '\0')
    {
      gsize n = 0;

      for (; *words != '\0' && !g_ascii_isspace (*words); words++)
        if (n <= MAX_NAME_BYTES)
          word[n++] = g_ascii_tolower (*words);
      if (n > 0 && n <= MAX_NAME_BYTES)
        {
          word[n] = '\0';
          if (g_hash_table_contains (get_known_names (), word))
            return TRUE;
        }
      while (g_ascii_isspace (*words))
        words++;
    }
  return FALSE;
}

static gboolean
is_known (const xmlNode *element)
{
  return jb_xml_is (element, "founder-content") || jb_xml_is (element, "article") ||
         has_known_name (jb_html_get_attribute (element, "id")) || has_known_name (jb_html_get_attribute (element, "class")) ||
         has_known_name (jb_html_get_attribute (element, "itemprop"));
}

/* Goes up from the running text: what stands in no container is in none. Returns: (nullable): the innermost well-known one that
 * holds the better part of the text */
static const xmlNode *
find_known (const Finder *finder)
{
  g_autoptr(GHashTable) sums = g_hash_table_new (NULL, NULL);
  const xmlNode *best = NULL, *last = NULL, *last_known = NULL;
  guint best_sum = 0;

  for (guint i = 0; i < finder->lines->len; i++)
    {
      const xmlNode *node = get_line (finder, i)->node;
      guint sum;

      if (finder->weights[i] == 0)
        continue;
      if (node->parent != last)
        {
          last = node->parent;
          last_known = node;
          while (last_known != NULL && !(last_known->type == XML_ELEMENT_NODE && is_known (last_known)))
            last_known = last_known->parent;
        }
      if (last_known == NULL)
        continue;
      sum = GPOINTER_TO_UINT (g_hash_table_lookup (sums, last_known)) + finder->weights[i];
      g_hash_table_insert (sums, (gpointer) last_known, GUINT_TO_POINTER (sum));
      if (sum > best_sum)
        {
          best = last_known;
          best_sum = sum;
        }
    }
  return best_sum * 2 > finder->total ? best : NULL;
}

/* A file that was never on a site, or a print view: hardly a link in it. */
static gboolean
is_whole (const Finder *finder)
{
  guint n_links = 0, n_chars = 0, n_linked = 0;

  for (guint i = 0; i < finder->lines->len; i++)
    {
      const JbHtmlLine *line = get_line (finder, i);

      n_chars += line->n_chars;
      n_linked += line->n_linked;
      n_links += line->n_links;
    }
  return n_links <= MAX_LOOSE_LINKS ? n_linked * 10 <= n_chars : n_linked * 100 <= n_chars;
}

static void
finder_clear (Finder *finder)
{
  g_free (finder->weights);
  g_array_unref (finder->scores);
  g_hash_table_unref (finder->indices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

gboolean
jb_html_body_find (GArray *lines, int title, const xmlNode *known, JbHtmlBody *body)
{
  g_auto(Finder) finder = { .lines = lines };
  const xmlNode *node = known;

  *body = (JbHtmlBody) { 0, lines->len, FALSE };
  free_asides (lines);
  finder.weights = g_new0 (guint, lines->len + 1);
  finder.scores = g_array_new (FALSE, FALSE, sizeof (Score));
  finder.indices = g_hash_table_new (NULL, NULL);
  weigh_lines (&finder, title);
  score_lines (&finder);
  if (node == NULL)
    node = find_known (&finder);
  if (node == NULL && is_whole (&finder))
    {
      body->is_whole = TRUE;
      return lines->len > 0;
    }
  if (node == NULL && finder.total > 0)
    node = widen (&finder, find_best (&finder));
  if (node == NULL)
    {
      body->is_whole = TRUE;
      return get_link_share (&finder, 0, lines->len) <= MAX_LINK_SHARE;
    }
  get_range (&finder, node, &body->start, &body->end);
  return body->end > body->start;
}
