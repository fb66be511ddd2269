"""Breaks of shapes/text.ttl: the text: articles, sentences and spans."""

from .good import ARTICLE, DARWISH, NAME, TOLD, add, drop, elsewhere, swap, text, whole

BREAKS = {
    "article-identifier": [drop(ARTICLE, "dcterms:identifier"), add(ARTICLE, 'dcterms:identifier "two"')],
    "article-title": [add(ARTICLE, 'dcterms:title "another"'), swap(ARTICLE, "dcterms:title", '""')],
    "article-issued": [
        swap(ARTICLE, "dcterms:issued", '"2031-05-40"^^xsd:date'),
        swap(ARTICLE, "dcterms:issued", '"May"'),
    ],
    "article-publisher": [swap(ARTICLE, "dcterms:publisher", "x:unknown"), swap(ARTICLE, "dcterms:publisher", DARWISH)],
    "article-source": [
        add(ARTICLE, "dcterms:source x:elsewhere"),
        swap(ARTICLE, "dcterms:source", '""'),
        swap(ARTICLE, "dcterms:source", "[]"),
    ],
    "span-begin": [
        drop(NAME, "nif:beginIndex"),
        swap(NAME, "nif:beginIndex", "-1"),
        swap(NAME, "nif:beginIndex", "14"),
        swap(NAME, "nif:beginIndex", '"0"'),
        f"{swap(NAME, 'nif:beginIndex', '13')} ; {swap(NAME, 'nif:endIndex', '0')}",
    ],
    "span-end": [drop(NAME, "nif:endIndex"), swap(NAME, "nif:endIndex", '"thirteen"'), add(NAME, "nif:endIndex 14")],
    "span-text": [drop(NAME, "nif:anchorOf"), add(NAME, 'nif:anchorOf "Rahim Darwesh"')],
    "span-article": [drop(NAME, "nif:referenceContext"), swap(NAME, "nif:referenceContext", "x:unknown")],
    "span-length": [swap(NAME, "nif:anchorOf", '"Rahim"'), swap(NAME, "nif:endIndex", "12")],
    "span-iri": [swap(NAME, "nif:beginIndex", "6") + " ; " + swap(NAME, "nif:anchorOf", '"Darwish"')],
    "span-in-sentence": [
        swap(NAME, "nif:anchorOf", '"Rahim Darwesh"'),
        swap(NAME, "nif:sentence", f"<{ARTICLE[1:-1]}#char=173,220>"),
    ],
    "mention-sentence": [drop(NAME, "nif:sentence"), swap(NAME, "nif:sentence", "x:unknown")],
    "mention-of": [add(NAME, "cg:mentions x:unknown"), add(NAME, f"cg:mentions {TOLD}")],
    "mention-rule": [add(NAME, 'cg:rule "Not a rule"')],
    "mention-told-as": [add(NAME, "cg:toldAs cg:Killed"), add(NAME, "cg:toldAs cg:Stated , cg:Denied")],
    "article-text": [
        whole(""),
        add(ARTICLE, "nif:isString 7"),
        f"{whole('One text')} ; {whole('Another')}",
        add(ARTICLE, 'nif:isString "Ein Text"@de'),
    ],
    "span-of-text": [
        whole(text().replace("Darwish", "Darwesh")),
        whole(text().replace("barge", "boat")),
        whole(" " + text()),
        whole(text()[:-1]),
        whole(text().replace("rocket", "\U0001f680")),
    ],
    "other-article": [
        elsewhere(
            "<x:other#char=0,5>", "cg:Mention ; nif:anchorOf 'Other'", f"{TOLD} cg:cueMention <x:other#char=0,5>"
        ),
        elsewhere(
            "<x:other#char=0,5>", "cg:Mention ; nif:anchorOf 'Other'", f"{TOLD} cg:contentMention <x:other#char=0,5>"
        ),
        elsewhere(
            "<x:other#char=0,5>", "cg:Sentence ; nif:anchorOf 'Other'", f"{NAME} nif:sentence <x:other#char=0,5>"
        ),
        add(TOLD, "cg:embeds x:claim . x:claim a cg:Claim ; cg:reportedIn x:other"),
    ],
    "unruled": [drop(NAME, "cg:rule")],
}
