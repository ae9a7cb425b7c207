# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of hand-made gold an export finds. Gold counts code points in the bulletin's file; see
CONTRIBUTING.md for its form."""
import re


def norm(text):
    text = text.translate(str.maketrans("，：！？；（）", ",:!?;()"))
    return re.sub(r"\s+", "", text)


def f1(n_right, n_predicted, n_found, n_wanted):
    precision = n_right / n_predicted if n_predicted else 1.0
    recall = n_found / n_wanted if n_wanted else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def span(mention):
    return mention["source_spans"][0][0], mention["source_spans"][-1][1]


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def score_mentions(gold, predicted):
    """F1 of required gold mentions that a prediction of the same type overlaps; what touches only optional gold
    is left out of the count."""
    required = [g for g in gold if g["required"]]
    optional = [(g["start"], g["end"]) for g in gold if not g["required"]]
    counted, right = [], 0
    for mention in predicted:
        place = span(mention)
        hit = any(g["type"] == mention["type"] and overlap((g["start"], g["end"]), place) for g in required)
        if hit or not any(overlap(o, place) for o in optional):
            counted.append((mention["type"], place))
            right += hit
    found = sum(any(t == g["type"] and overlap((g["start"], g["end"]), p) for t, p in counted) for g in required)
    return f1(right, len(counted), found, len(required))


def judge_mentions(gold, predicted):
    """Pairs of confidence and whether the mention is right; what only lies inside optional gold is left out."""
    for mention in predicted:
        place = span(mention)
        touched = [g for g in gold if overlap((g["start"], g["end"]), place)]
        if any(g["type"] == mention["type"] for g in touched):
            yield mention["confidence"], True
        elif not any(not g["required"] and g["start"] <= place[0] and place[1] <= g["end"] for g in touched):
            yield mention["confidence"], False


def score_blocks(wanted, blocks, kind):
    wanted = [norm(w) for w in wanted]
    got = [norm(b["text"]) for b in blocks if b["kind"] == kind]
    found = sum(w in got or any(w in g and len(g) <= 2.2 * len(w) for g in got) for w in wanted)
    right = sum(any(w == g or (w in g and len(g) <= 2.2 * len(w)) for w in wanted) for g in got)
    return f1(right, len(got), found, len(wanted))


def score(gold, export):
    articles = export["articles"]
    blocks = [b for a in articles for b in a["blocks"]]
    texts = [norm(b["text"]) for b in blocks]
    joins = [norm(left + right) for left, right in gold["joins"]]
    places = {end for _, end in gold["join_spans"]}
    titles = [norm(a["title"]) for a in articles]
    wanted = [norm(t) for t in gold.get("articles") or [gold["title"]]]
    names = {name for a in articles for name in a["reporters"] + a["correspondents"]}
    statement = gold.get("statement")
    return {
        "mentions": score_mentions(gold["mentions"], [m for a in articles for m in a["mentions"]]),
        "headings": score_blocks(gold["headings"], blocks, "heading"),
        "captions": score_blocks(gold["captions"], blocks, "caption"),
        "joins": sum(any(j in t for t in texts) for j in joins) / len(joins) if joins else 1.0,
        "false joins": sum(right[0] not in places for b in blocks if b["kind"] in ("paragraph", "list", "statement")
                           for right in b["source_spans"][1:]),
        "titles": sum(w in titles for w in wanted) / len(wanted),
        "names": float(names == set(gold["reporters"] + gold["correspondents"])),
        "statement": float(statement is None or any(
            s["name"] == statement["name"] and norm(s["post"]) == norm(statement["post"])
            and norm(s["text"]).startswith(norm(statement["starts"])) for a in articles for s in a["statements"])),
    }
