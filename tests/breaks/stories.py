"""Breaks of shapes/stories.ttl: what joins articles."""

from .good import (
    ARTICLE,
    DENIED,
    HURT,
    JOIN,
    KILLED,
    KILLING,
    MOVE,
    NAME,
    PROPOSITION,
    RUMOURED,
    STRIKE,
    TOLD,
    add,
    drop,
    swap,
)

RELATED = "a cg:Join ; cg:rule 'joined.somehow' ; cg:score 1.0 ; cg:relation"
OF_CLAIMS = ("expresses", "sameAct", "lineage", "supports", "disputes")
OTHER = "x:p a cg:Proposition . x:claim cg:expresses x:p"
BOTH = f"{KILLED} cg:conflictsWith {HURT} . {HURT} cg:conflictsWith"  # of people who died, and of people who were hurt
ALIKE = swap(HURT, "cg:measures", "cg:Killed")


def shared(kind: str, *members: str) -> str:
    """A node that some share."""
    return f"INSERT DATA {{ x:shared a cg:{kind} . {' . '.join(f'{one} x:shared' for one in members)} }}"


def joined(relation: str, one: str, other: str) -> str:
    """A join of that relation, and nothing that tells the relation itself."""
    return add("x:join", f"{RELATED} {relation} ; cg:joins {one} , {other}")


def at_odds(update: str) -> str:
    """Two figures of one measure that conflict with one another, and a change."""
    return f"{ALIKE} ; {add(f'{BOTH}', KILLED)} ; {update}"


BREAKS = {
    "claim-expresses": [
        swap(TOLD, "cg:expresses", "x:unknown"),
        add(TOLD, "cg:expresses x:p . x:p a cg:Proposition"),
        add(DENIED, "cg:polarity cg:Affirmed"),
    ],
    "claim-polarity": [
        drop(TOLD, "cg:polarity"),
        add(TOLD, "cg:polarity cg:Negated"),
        swap(TOLD, "cg:polarity", "cg:Denied"),
        add(DENIED, f"cg:expresses {PROPOSITION}"),
    ],
    "proposition-claim": [f"DELETE WHERE {{ ?claim cg:expresses {PROPOSITION} }}"],
    "proposition-variant": [
        add(PROPOSITION, f"cg:variantOf {TOLD} . {TOLD} cg:variantOf {PROPOSITION}"),
        add(PROPOSITION, "cg:variantOf x:unknown"),
    ],
    "variant-both-ways": [add(PROPOSITION, f"cg:variantOf x:p . {OTHER}")],
    "variant-itself": [add(PROPOSITION, f"cg:variantOf {PROPOSITION}")],
    "event-same": [
        add(STRIKE, 'cg:sameEvent "another"'),
        add(STRIKE, "cg:sameEvent x:unknown"),
        shared("SharedEvent", f"{STRIKE} cg:sameEvent", f"{STRIKE} cg:sameEvent x:two . {MOVE} cg:sameEvent"),
    ],
    "claim-same-act": [
        add(TOLD, "cg:sameAct x:unknown"),
        shared("ActOfSpeaking", f"{TOLD} cg:sameAct x:two . x:two a cg:ActOfSpeaking . {TOLD} cg:sameAct"),
    ],
    "claim-lineage": [
        add(TOLD, "cg:lineage x:unknown"),
        shared("Lineage", f"{TOLD} cg:lineage x:two . x:two a cg:Lineage . {TOLD} cg:lineage"),
    ],
    "shared-event-tellings": [
        shared("SharedEvent", f"{STRIKE} cg:sameEvent"),
        shared("SharedEvent", f"{STRIKE} cg:sameEvent", f"{TOLD} cg:sameEvent"),
    ],
    "act-reports": [
        shared("ActOfSpeaking", f"{TOLD} cg:sameAct"),
        shared("ActOfSpeaking", f"{TOLD} cg:sameAct", f"{STRIKE} cg:sameAct"),
    ],
    "lineage-claims": [
        add("x:lineage", "a cg:Lineage"),
        shared("Lineage", f"{STRIKE} cg:lineage"),
    ],
    "derived-in-a-circle": [
        add(ARTICLE, f"prov:wasDerivedFrom {ARTICLE}"),
        add(ARTICLE, f"prov:wasDerivedFrom x:other . x:other prov:wasDerivedFrom {ARTICLE}"),
    ],
    "derived-from-later": [
        add(ARTICLE, 'prov:wasDerivedFrom x:later . x:later dcterms:issued "2031-05-09"^^xsd:date'),
        add(ARTICLE, 'prov:wasDerivedFrom x:later . x:later dcterms:issued "2031-05-09T01:00:00Z"^^xsd:dateTime'),
    ],
    "quoted-from": [add(TOLD, "prov:wasQuotedFrom x:unknown"), add(TOLD, f"prov:wasQuotedFrom {STRIKE}")],
    "quoted-in-a-circle": [
        add(TOLD, f"prov:wasQuotedFrom {TOLD}"),
        add(TOLD, f"prov:wasQuotedFrom {DENIED} . {DENIED} prov:wasQuotedFrom {TOLD}"),
    ],
    "quoted-elsewhere": [add(TOLD, f"prov:wasQuotedFrom {DENIED}")],
    "disputes-the-same": [add(DENIED, f"cg:expresses {PROPOSITION} ; cg:polarity cg:Affirmed")],
    "figure-conflict": [add(KILLED, "cg:conflictsWith x:unknown"), add(KILLED, f"cg:conflictsWith {TOLD}")],
    "conflict-measure": [add(BOTH, KILLED)],
    "conflict-unit": [at_odds(add(KILLED, "cg:unit 'USD'") + " ; " + add(HURT, "cg:unit 'EUR'"))],
    "conflict-value": [at_odds(add(HURT, "cg:value 12.0"))],
    "conflict-both-ways": [add(KILLED, f"cg:conflictsWith {HURT}")],
    "join-relation": [
        drop(JOIN, "cg:relation"),
        add(JOIN, "cg:relation cg:disputes"),
        swap(JOIN, "cg:relation", "cg:embeds"),
        swap(JOIN, "cg:relation", '"supports"'),
    ],
    "join-ends": [
        f"DELETE DATA {{ {JOIN} cg:joins {RUMOURED} }}",
        drop(JOIN, "cg:joins"),
        add(JOIN, f"cg:joins {TOLD}"),
        f"DELETE DATA {{ {JOIN} cg:joins {RUMOURED} }} ; {add(JOIN, 'cg:joins 7')}",
    ],
    "join-rule": [drop(JOIN, "cg:rule"), swap(JOIN, "cg:rule", '"Some Words"'), add(JOIN, 'cg:rule "another.rule"')],
    "join-score": [
        drop(JOIN, "cg:score"),
        add(JOIN, "cg:score 0.5"),
        *(swap(JOIN, "cg:score", score) for score in ("1.01", "-0.1", '"high"', "0.5e0")),
    ],
    "join-feature": [swap(JOIN, "cg:feature", '""'), add(JOIN, "cg:feature 7")],
    "join-evidence": [
        add(JOIN, "cg:evidence x:unknown"),
        add(JOIN, f"cg:evidence {TOLD}"),
        add(JOIN, 'cg:evidence "words"'),
    ],
    "join-of-others": [
        f"DELETE DATA {{ {JOIN} cg:joins {RUMOURED} }} ; {add(JOIN, 'cg:joins x:unknown')}",
        f"DELETE DATA {{ {JOIN} cg:joins {RUMOURED} }} ; {add(JOIN, f'cg:joins {NAME}')}",
        joined("cg:sameEvent", TOLD, DENIED),
        joined("cg:sameEvent", TOLD, STRIKE),
        *(
            joined(f"cg:{name}", STRIKE, KILLING)
            for name in ("expresses", "sameAct", "supports", "disputes", "lineage")
        ),
        joined("cg:conflictsWith", STRIKE, KILLING),
        joined("cg:variantOf", TOLD, DENIED),
        joined("prov:wasDerivedFrom", TOLD, DENIED),
        joined("prov:wasQuotedFrom", STRIKE, ARTICLE),
    ],
    "join-of-nothing": [
        f"DELETE DATA {{ {RUMOURED} cg:supports {DENIED} }}",
        joined("cg:sameEvent", STRIKE, KILLING),
        f"{shared('SharedEvent', f'{STRIKE} cg:sameEvent')} ; {joined('cg:sameEvent', STRIKE, KILLING)}",
        *(joined(f"cg:{name}", RUMOURED, TOLD) for name in OF_CLAIMS),
        joined("prov:wasQuotedFrom", RUMOURED, TOLD),
        joined("cg:conflictsWith", KILLED, HURT),
        joined("prov:wasDerivedFrom", ARTICLE, "x:other") + " ; INSERT DATA { x:other a cg:Article }",
        joined("cg:variantOf", PROPOSITION, "x:p") + f" ; INSERT DATA {{ {OTHER} }}",
    ],
}
