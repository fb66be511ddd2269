"""The closed lists of values, as the ontology has them, without its namespace."""

from enum import StrEnum


class Kind(StrEnum):
    """The classes of actors, as the ontology has them."""

    ACTOR = "Actor"
    PERSON = "Person"
    GROUP = "Group"
    ORGANIZATION = "Organization"
    ARMED_GROUP = "ArmedGroup"
    MILITARY_FORCE = "MilitaryForce"
    GOVERNMENT_BODY = "GovernmentBody"
    STATE = "State"
    POLITICAL_PARTY = "PoliticalParty"
    MEDIA_OUTLET = "MediaOutlet"
    INTERNATIONAL_ORGANIZATION = "InternationalOrganization"
    UNNAMED_GROUP = "UnnamedGroup"


class Factuality(StrEnum):
    """Whether anyone vouches for an event, and how."""

    STATED = "Stated"
    ATTRIBUTED = "Attributed"
    DENIED = "Denied"
    INTENDED = "Intended"
    HYPOTHETICAL = "Hypothetical"


class Quotation(StrEnum):
    """How a claim's content is given."""

    DIRECT = "Direct"
    INDIRECT = "Indirect"
    MIXED = "Mixed"


class SpeechAct(StrEnum):
    """What is done by saying it."""

    ASSERTION = "Assertion"
    DENIAL = "Denial"
    ACCUSATION = "Accusation"
    DEMAND = "Demand"
    PROMISE = "Promise"
    THREAT = "Threat"
    PREDICTION = "Prediction"
    CONDEMNATION = "Condemnation"
    ENDORSEMENT = "Endorsement"
    QUESTION = "Question"
    BELIEF = "Belief"


class Measure(StrEnum):
    """What a figure counts."""

    KILLED = "Killed"
    INJURED = "Injured"
    KILLED_OR_INJURED = "KilledOrInjured"
    TROOPS = "Troops"
    VOTES = "Votes"
    MONEY = "Money"
    PERCENTAGE = "Percentage"
    COUNT = "Count"
