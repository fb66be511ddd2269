"""An article's records with other ids."""

from claimgraph.model import (
    Actor,
    Affiliation,
    Article,
    Claim,
    Event,
    Extraction,
    Factuality,
    Figure,
    Identity,
    Kind,
    Measure,
    Mention,
    Place,
    Quotation,
    SpeechAct,
)
from claimgraph.stories.actors.renamed import renamed

ARTICLE = Article("a", "Kareem met the Sons in Tal Zurin.")
MAN, BODY, PLACE = "actor/person/kareem", "actor/organization/sons", "place/tal-zurin"
ALL = (MAN, BODY, PLACE)
OWN = f"{ARTICLE.id}/actor/3-4"
TOLD = Extraction(
    ARTICLE,
    actors=(
        Actor(MAN, Kind.PERSON, "Kareem"),
        Actor(BODY, Kind.ORGANIZATION, "the Sons"),
        Actor(OWN, Kind.UNNAMED_GROUP, "men", named=False),
    ),
    places=(Place(PLACE, "Tal Zurin"), Place("place/tal-zurin-market", "Tal Zurin market", part_of=PLACE)),
    mentions=tuple(Mention(ARTICLE.span(n, n + 1), of, "name.short") for n, of in enumerate(ALL)),
    affiliations=(Affiliation(f"{ARTICLE.id}/affiliation/0-5", MAN, BODY, "head", "affiliation.title", PLACE),),
    figures=(Figure(f"{ARTICLE.id}/figure/0-1", BODY, Measure.KILLED, "figure.number", group=OWN),),
    events=(
        Event(
            f"{ARTICLE.id}/event/1-2",
            "Event",
            Factuality.STATED,
            "event.verb",
            agents=ALL,
            patients=ALL,
            recipients=ALL,
            instruments=ALL,
            locations=ALL,
            origins=ALL,
            destinations=ALL,
        ),
    ),
    claims=(
        Claim(
            f"{ARTICLE.id}/claim/1-2",
            "claim.verb-clause",
            (ARTICLE.span(0, 1),),
            SpeechAct.ASSERTION,
            Quotation.DIRECT,
            claimant=MAN,
            addressees=ALL,
            patients=ALL,
        ),
    ),
)
NEW = {
    MAN: Identity("actor/person/karim", Kind.PERSON, ("join.spelling",)),
    BODY: Identity("actor/armed-group/sons", Kind.ARMED_GROUP, ("join.kind",)),
    PLACE: Identity("place/tal-zorin", None, ("join.spelling",)),
}


def test_every_id_in_the_records_is_the_new_one() -> None:
    assert [a.kind for a in renamed(TOLD, NEW).actors] == [Kind.PERSON, Kind.ARMED_GROUP, Kind.UNNAMED_GROUP]
    written = TOLD.to_json().decode().replace('"Organization"', '"ArmedGroup"')
    for old, identity in NEW.items():
        assert written.count(f'"{old}"') > 5
        written = written.replace(f'"{old}"', f'"{identity.id}"')
    assert renamed(TOLD, NEW) == Extraction.from_json(written)


def test_what_is_not_renamed_is_as_it_was() -> None:
    assert renamed(TOLD, {}) is TOLD
    assert renamed(TOLD, {MAN: Identity(MAN, Kind.PERSON, ("join.name",))}) is TOLD
    assert renamed(TOLD, {BODY: Identity(BODY, Kind.ARMED_GROUP, ())}).actors[1].kind == Kind.ARMED_GROUP
    assert renamed(TOLD, {PLACE: NEW[PLACE]}).actors == TOLD.actors


def test_two_that_are_one_are_listed_once() -> None:
    both = {MAN: NEW[BODY], BODY: NEW[BODY]}
    made = renamed(TOLD, both)
    assert [(a.id, a.label, a.alt_labels) for a in made.actors[:1]] == [(NEW[BODY].id, "Kareem", ("the Sons",))]
    assert made.events[0].agents == made.claims[0].addressees == (NEW[BODY].id, PLACE)
