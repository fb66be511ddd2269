"""Sentences and short articles as the trained reader parses them, and every event in them.

An event is written `words of its mentions: class factuality`, then who did it (by), to whom (to), for whom (for), with
what (with), where (in, from, into) and when (on; a stretch has two dots). The articles are of Thursday, 15 May 2031.
"""

from functools import cache

import pytest
from spacy.language import Language

from claimgraph import pipeline, registry, resources
from claimgraph.model import Article, Event, Extraction
from claimgraph.registry import Registry


@cache
def known() -> Registry:
    """The shipped registry."""
    return registry.load(resources.REGISTRY)


def shown(event: Event, told: Extraction) -> str:
    """An event in one line."""
    labels = {a.id: a.label for a in told.actors} | {p.id: p.label for p in told.places}
    labels |= {i.id: i.label for i in told.items}
    words = " / ".join(m.span.text for m in told.mentions if m.of == event.id)
    roles = {
        "by": event.agents,
        "to": event.patients,
        "for": event.recipients,
        "with": event.instruments,
        "in": event.locations,
        "from": event.origins,
        "into": event.destinations,
    }
    parts = [f"{words}: {event.type} {event.factuality.value}"]
    parts += [f"{case} {', '.join(labels[one] for one in ids)}" for case, ids in roles.items() if ids]
    parts += [f"on {event.date}"] if event.date else []
    parts += [f"{event.begin or ''}..{event.end or ''}"] if event.begin or event.end else []
    return " | ".join(parts)


def told(nlp: Language, text: str) -> list[str]:
    """Each event of a text, in a line."""
    extracted = pipeline.extract(Article("made/up", text, issued="2031-05-15"), nlp, known())
    return [shown(event, extracted) for event in extracted.events]


TOLD: list[tuple[str, list[str]]] = [
    # who vouches for it
    (
        "Turkish warplanes bombed PKK positions near Sinjar on Monday.",
        [
            "bombed: Airstrike Stated | by Turkey | to Kurdistan Workers' Party | with Turkish warplanes | in Sinjar"
            " | on 2031-05-12"
        ],
    ),
    (
        "Turkish warplanes bombed Sinjar, the ministry said.",
        ["bombed: Airstrike Attributed | by Turkey | with Turkish warplanes | in Sinjar"],
    ),
    (
        "The ministry denied that Turkish warplanes had bombed Sinjar.",
        ["bombed: Airstrike Denied | by Turkey | with Turkish warplanes | in Sinjar"],
    ),
    ("Turkey did not bomb Sinjar.", ["bomb: Bombing Denied | by Turkey | in Sinjar"]),
    ("Turkey threatened to bomb Sinjar.", ["bomb: Bombing Intended | by Turkey | in Sinjar"]),
    ("The minister feared the bombing of Sinjar.", ["bombing: Bombing Hypothetical | in Sinjar"]),
    ("The minister condemned the bombing of Sinjar.", ["bombing: Bombing Stated | in Sinjar"]),
    (
        '"Turkey must apologise for the bombing of Sinjar," the minister said.',
        ["apologise: Support Intended | by Turkey", "bombing: Bombing Attributed | in Sinjar"],
    ),
    ("Iraq demanded an apology for the bombing of Sinjar.", ["bombing: Bombing Stated | in Sinjar"]),
    ("ISIS claimed responsibility for the bombing in Kirkuk.", ["bombing: Bombing Attributed | in Kirkuk"]),
    (
        "Iran blamed Israel for the assassination of a scientist in Tehran.",
        ["assassination: Assassination Attributed | to scientist in Tehran | in Tehran"],
    ),
    # known or asked for
    (
        "Iraq demanded that the Turkish troops who had entered Bashiqa be withdrawn.",
        [
            "entered: Deployment Stated | by Turkish Armed Forces | in Bashiqa",
            "withdrawn: Withdrawal Intended | to Turkish Armed Forces",
        ],
    ),
    (
        "Iraq demanded the withdrawal of Turkish troops from Bashiqa.",
        ["withdrawal: Withdrawal Intended | by Turkish Armed Forces | from Bashiqa"],
    ),
    (
        "If Turkey does not withdraw its troops from Bashiqa, the envoy will sleep.",
        ["withdraw: Withdrawal Hypothetical | by Turkey | to troops | from Bashiqa"],
    ),
    ("Preparations are underway for the offensive against Raqqa.", ["offensive: Offensive Intended | in Raqqa"]),
    ("Celebrations are underway for the offensive against Raqqa.", ["offensive: Offensive Stated | in Raqqa"]),
    (
        "Iraqi troops entered Kirkuk without firing a shot.",
        [
            "entered: Deployment Stated | by Iraqi Security Forces | in Kirkuk",
            "firing: Shooting Denied | by Iraqi Security Forces",
        ],
    ),
    # when
    (
        "Jordan expelled the Syrian ambassador on Wednesday.",
        ["expelled: Expulsion Stated | by Jordan | to Syrian ambassador | on 2031-05-14"],
    ),
    (
        "Jordan will expel the Syrian ambassador on Wednesday.",
        ["expel: Expulsion Intended | by Jordan | to Syrian ambassador | on 2031-05-21"],
    ),
    (
        "Russia has bombed Idlib since Sunday.",
        ["bombed: Bombing Stated | by Russia | in Idlib | 2031-05-11..2031-05-15"],
    ),
    (
        "The coalition bombed ISIS positions in Raqqa from 3 to 9 May.",
        ["bombed: Bombing Stated | by coalition | to Islamic State | in Raqqa | 2031-05-03..2031-05-09"],
    ),
    (
        "Iraq arrested three ISIS leaders in Mosul in 2029.",
        ["arrested: Arrest Stated | by Iraq | to ISIS leaders | in Mosul | on 2029"],
    ),
    (
        "Police said on Monday that gunmen had killed a judge.",
        ["killed: Killing Attributed | by gunmen | to judge"],
    ),
    (
        "Police said that gunmen had killed a judge on Monday.",
        ["killed: Killing Attributed | by gunmen | to judge | on 2031-05-12"],
    ),
    # who, to whom, with what and where
    (
        "American forces moved ISIS prisoners from Hasakah to Anbar.",
        ["moved: Transfer Stated | by US Armed Forces | to ISIS prisoners | from Hasakah | into Anbar"],
    ),
    (
        "The United States sent weapons to the Free Syrian Army.",
        ["sent: Arming Stated | by United States | for Free Syrian Army"],
    ),
    ("The United States sent letters to the Free Syrian Army.", []),
    (
        "Hezbollah fighters clashed with ISIS militants in Hama.",
        ["clashed: Clash Stated | by Hezbollah | to Islamic State | in Hama"],
    ),
    (
        "An Israeli soldier was abducted near Gaza by Hamas fighters.",
        ["abducted: Abduction Stated | by Hamas | to Israeli soldier | in Gaza Strip"],
    ),
    (
        "ISIS militants killed a judge in Mosul with a knife.",
        ["killed: Killing Stated | by Islamic State | to judge | with knife | in Mosul"],
    ),
    ("Iraq and Iran signed an agreement in Tehran.", ["signed: Agreement Stated | by Iraq, Iran | in Tehran"]),
    ("Iraq and Iran signed a photograph in Tehran.", []),
    ("The mayor was shot dead in Kirkuk.", ["shot: Killing Stated | to mayor | in Kirkuk"]),
    ("The mayor was shot in Kirkuk.", ["shot: Shooting Stated | to mayor | in Kirkuk"]),
    # light verbs
    ("The strike was carried out by the United States.", ["strike: Assault Stated | by United States"]),
    ("No strike was carried out by the United States.", ["strike: Assault Denied | by United States"]),
    ("Israel carried out a review in Damascus.", []),
]


@pytest.mark.parametrize(("text", "events"), TOLD, ids=[text for text, _ in TOLD])
def test_a_sentence_tells_of(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events


ARTICLES: list[tuple[str, list[str]]] = [
    # an attack and its harm
    (
        "Gunmen stormed a police station in Kirkuk. The attack killed two officers.",
        ["stormed / attack / killed: Raid Stated | by Gunmen | to police, officers | in Kirkuk"],
    ),
    (
        "Gunmen stormed a police station in Kirkuk. An attack killed two officers.",
        ["stormed: Raid Stated | by Gunmen | to police | in Kirkuk", "attack / killed: Killing Stated | to officers"],
    ),
    (
        "Police said gunmen had ambushed an army convoy near Hawija on Tuesday, killing four soldiers.",
        ["ambushed / killing: Ambush Attributed | by gunmen | to army, soldiers | in Hawija | on 2031-05-13"],
    ),
    (
        "Two soldiers were killed and five wounded in an ambush near Hawija.",
        ["killed / wounded / ambush: Killing Stated | to soldiers | in Hawija"],
    ),
    # taken up again
    (
        "Rockets were fired at Erbil airport on Sunday. It was the second attack in a week.",
        ["fired / attack: RocketAttack Stated | in Erbil International Airport | on 2031-05-11"],
    ),
    (
        "Rockets were fired at Erbil airport on Sunday. Sunday's attack wounded a guard.",
        ["fired / attack / wounded: RocketAttack Stated | to guard | in Erbil International Airport | on 2031-05-11"],
    ),
    (
        "Rockets were fired at Erbil airport on Sunday. Monday's attack wounded a guard.",
        [
            "fired: RocketAttack Stated | in Erbil International Airport | on 2031-05-11",
            "attack / wounded: Wounding Stated | to guard | on 2031-05-12",
        ],
    ),
    (
        "The parliament voted on Sunday to expel American troops. The vote was held in Baghdad.",
        [
            "voted / vote: Vote Stated | by parliament | to US Armed Forces | in Baghdad | on 2031-05-11",
            "expel: Expulsion Intended | by parliament | to US Armed Forces",
        ],
    ),
    (
        "Gunmen killed Ali Karim in Basra. The murder of Karim shocked the city.",
        ["killed / murder: Killing Stated | by Gunmen | to Ali Karim | in Basra"],
    ),
    (
        "Gunmen killed Ali Karim in Basra. The murder of Omar Salih shocked the city.",
        ["killed: Killing Stated | by Gunmen | to Ali Karim | in Basra", "murder: Killing Stated | to Omar Salih"],
    ),
    # said and denied
    (
        "Turkey bombed Sinjar on Sunday, officials said. Ankara denied the bombing.",
        ["bombed / bombing: Bombing Attributed | by Turkey | in Sinjar | on 2031-05-11"],
    ),
    (
        "Turkey bombed Sinjar on Sunday. Ankara denied the bombing. The attack killed three farmers.",
        ["bombed / bombing / attack / killed: Bombing Stated | by Turkey | to farmers | in Sinjar | on 2031-05-11"],
    ),
    (
        "Turkey did not bomb Sinjar. Turkey bombed Dohuk.",
        ["bomb: Bombing Denied | by Turkey | in Sinjar", "bombed: Bombing Stated | by Turkey | in Duhok"],
    ),
    (
        "Syria said Israel had killed two guards in Homs. Israel denied that it had killed the guards.",
        ["killed / killed: Killing Attributed | by Israel | to guards | in Homs"],
    ),
    (
        "Syria said Israel had killed two guards in Homs. Israel did not kill the guards.",
        [
            "killed: Killing Attributed | by Israel | to guards | in Homs",
            "kill: Killing Denied | by Israel | to guards",
        ],
    ),
    # headline and body
    (
        "Car bomb kills nine in Karbala\n\nA car bomb killed nine people in Karbala on Sunday, police said.",
        ["kills / killed: Killing Attributed | to people | with Car bomb, car bomb | in Karbala | on 2031-05-11"],
    ),
    (
        "Car bomb kills nine in Karbala\n\nA car bomb killed nine people in Karbala on Sunday.",
        ["kills / killed: Killing Stated | to people | with Car bomb, car bomb | in Karbala | on 2031-05-11"],
    ),
    (
        "Car bomb kills nine in Karbala\n\nA car bomb killed nine people in Basra on Sunday.",
        [
            "kills: Killing Stated | with Car bomb | in Karbala",
            "killed: Killing Stated | to people | with car bomb | in Basra | on 2031-05-11",
        ],
    ),
]


@pytest.mark.parametrize(("text", "events"), ARTICLES, ids=[text for text, _ in ARTICLES])
def test_an_article_tells_of(nlp: Language, text: str, events: list[str]) -> None:
    assert told(nlp, text) == events
