# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the articles that were set on a page stands in what was imported from it."""
import bisect
import collections
import re

BODY = ("paragraph", "list", "statement")
STEP = 12  # characters


def norm(text):
    return re.sub(r"\s+", "", text)


def is_mixed(articles, i, homes):
    return any(home == homes[i] for j, home in enumerate(homes) if j != i)


def find_homes(truth, got):
    """For each article that was set: which imported article has most of its text, and what share of it."""
    homes, shares = [], []
    grams = []
    for article in got:
        text = "".join(norm(b["text"]) for b in article["blocks"] if b["kind"] in (*BODY, "heading", "byline", "other"))
        grams.append({text[i:i + 6] for i in range(len(text) - 5)})
    for article in truth:
        text = "".join(norm(t) for k, t in article["blocks"] if k in BODY)
        own = [text[i:i + 6] for i in range(0, len(text) - 5, 3)]
        hits = [sum(g in found for g in own) for found in grams] or [0]
        best = max(range(len(hits)), key=hits.__getitem__)
        homes.append(best if hits[best] else -1)
        shares.append(hits[best] / max(1, len(own)))
    return homes, shares


def longest_rise(numbers):
    tails = []
    for number in numbers:
        at = bisect.bisect_left(tails, number)
        tails[at:at + 1] = [number]
    return len(tails)


def score_order(article, text):
    """The share of the article's text that stands in @text, in the article's order."""
    own = "".join(norm(t) for k, t in article["blocks"] if k in BODY)
    pieces = [own[i:i + STEP] for i in range(0, len(own) - STEP + 1, STEP)]
    places = [text.find(p) for p in pieces]
    return longest_rise([p for p in places if p >= 0]), len(pieces)


def score_page(truth, got):
    """Returns counts: {what: (found, wanted)}."""
    counts = collections.defaultdict(lambda: [0, 0])
    homes, shares = find_homes(truth, got)
    text = "".join(norm(b["text"]) for a in got for b in a["blocks"])
    all_blocks = [(b["kind"], norm(b["text"])) for a in got for b in a["blocks"]]
    bodies = collections.Counter(t for k, t in all_blocks if k in BODY)
    anywhere = collections.Counter(t for _, t in all_blocks)

    def count(what, is_found, n=1):
        counts[what][0] += is_found
        counts[what][1] += n

    for i, article in enumerate(truth):
        blocks = [(b["kind"], norm(b["text"])) for b in got[homes[i]]["blocks"]] if homes[i] >= 0 else []
        count("cut", shares[i] >= 0.9 and not is_mixed(got, i, homes))
        for kind, want in article["blocks"]:
            want = norm(want)
            if kind in BODY:
                count("paragraphs", bodies[want] > 0)
                grams = [want[j:j + 4] for j in range(0, max(1, len(want) - 3), 4)]
                count("chars", sum(g in text for g in grams), len(grams))
            elif kind == "title":
                count("titles", ("title", want) in blocks)
            else:
                count(kind, (kind, want) in (all_blocks if kind == "caption" else blocks))
                count("text of others", anywhere[want] > 0)
        found, wanted = score_order(article, text)
        count("order", found, wanted)
    count("no more", len(truth), max(len(got), len(truth)))
    return counts


def add(total, counts):
    for what, (found, wanted) in counts.items():
        total[what][0] += found
        total[what][1] += wanted
