"""Sentences as the trained reader parses them, and every figure in them.

A figure is written `words: measure value`, with the upper end, `~` for approximate, the currency, `@` when it holds and
`< ` what it was before.
"""

import pytest
from spacy.language import Language

from claimgraph.model import Figure
from eventful import Told, read


def shown(figure: Figure, told: Told) -> str:
    words = {f.id: told.cast.article.text[slice(*map(int, f.id.rsplit("/", 1)[1].split("-")))] for f in told.figures}
    value = "?" if figure.value is None else f"{figure.value:f}"
    parts = [f"{words[figure.id]}: {figure.measures} {value}" + (f"..{figure.upper:f}" if figure.upper else "")]
    parts += ["~"] * figure.approximate + ([figure.unit] if figure.unit else [])
    parts += [f"@{figure.as_of}"] if figure.as_of else []
    return " ".join(parts + ([f"< {words[figure.changed_from]}"] if figure.changed_from else []))


TOLD: list[tuple[str, list[str]]] = [
    ("The ministry counted 5,200 soldiers in the valley.", ["5,200: Troops 5200"]),
    ("The army sent half a million soldiers to the border.", ["half a million: Troops 500000"]),
    ("Two and a half million people fled the province.", ["Two and a half million: Count 2500000"]),
    ("About 1.5m people fled.", ["1.5m: Count 1500000 ~"]),
    ("One in three soldiers deserted.", []),
    ("The guards put the number of vehicles at 26.", ["26: Count 26"]),
    (
        "The police put the crowd at around 9,000. The unions spoke of 20,000.",
        ["9,000: Count 9000 ~", "20,000: Count 20000"],
    ),
    ("Norland has 500 soldiers in Sudria. Critics say the true number is 900.", ["500: Troops 500", "900: Troops 900"]),
    ("The clinic received nine bodies, among them two women.", ["nine: Killed 9", "two: Killed 2"]),
    ("The council is one of two bodies that oversee the police.", []),
    ("Police dispersed the marchers and eight were arrested.", ["eight: Count 8"]),
    ("Parliament voted to end the mission, 90 to 12, after a long debate.", ["90: Votes 90", "12: Votes 12"]),
    ("Nine out of ten fighters deserted.", []),
    ("Hundreds of thousands of people fled the city.", ["Hundreds of thousands: Count ? ~"]),
    ("A few dozen fighters attacked the village.", ["dozen: Count ? ~"]),
    ("Several hundred protesters gathered in Eastport.", ["hundred: Count ? ~"]),
    ("A score of gunmen stormed the station.", ["score: Count 20 ~"]),
    ("Twenty-two soldiers were killed in the blast.", ["Twenty-two: Killed 22"]),
    ("He was the twenty-first soldier to die.", []),
    ("Some 300 rebels surrendered.", ["300: Count 300 ~"]),
    ("The blast killed up to 40 people.", ["40: Killed 40 ~"]),
    ("Fewer than 20 soldiers were wounded in the ambush.", ["20: Injured 20 ~"]),
    ("As many as 70 civilians were killed in the raid.", ["70: Killed 70 ~"]),
    ("No fewer than 15 policemen died in the attack.", ["15: Killed 15 ~"]),
    ("An estimated 400 fighters remain in the desert.", ["400: Count 400 ~"]),
    ("Close to 90 people were injured in the explosion.", ["90: Injured 90 ~"]),
    ("The strike killed 40 or so fighters.", ["40: Killed 40 ~"]),
    ("The 300-strong force left Eastport.", ["300: Troops 300"]),
    ("A 12-man cell attacked the checkpoint.", ["12: Troops 12"]),
    ("Norland keeps a force of 900 in Eastport.", ["900: Troops 900"]),
    ("The 500th soldier was killed on Monday.", []),
    ("Between 30 and 40 people were killed in the strike.", ["30 and 40: Killed 30..40"]),
    ("The strike killed 30-40 people.", ["30-40: Killed 30..40"]),
    ("The strike killed 30 or 40 people.", ["30 or 40: Killed 30..40 ~"]),
    ("Twelve to fifteen soldiers were killed.", ["Twelve to fifteen: Killed 12..15"]),
    ("Norland cut its troops in Sudria from 5,200 to 3,000.", ["5,200: Troops 5200", "3,000: Troops 3000 < 5,200"]),
    ("The number of Norlandic troops rose from 500 to 4,000.", ["500: Troops 500", "4,000: Troops 4000 < 500"]),
    ("The death toll rose to 40 from 25.", ["40: Killed 40 < 25", "25: Killed 25"]),
    ("The death toll reached 40, up from 25 on Sunday.", ["40: Killed 40 < 25", "25: Killed 25 @2031-05-11"]),
    (
        "There are 2,500 Norlandic soldiers in Eastport, down from 5,200 last year.",
        ["2,500: Troops 2500 < 5,200", "5,200: Troops 5200 @2030"],
    ),
    (
        "Norlandic forces shrank from 5,200 troops in 2029 to 3,000 in 2030.",
        ["5,200: Troops 5200 @2029", "3,000: Troops 3000 @2030 < 5,200"],
    ),
    ("Attacks dropped to 12 in May from 30 in April.", ["12: Count 12 @2031-05 < 30", "30: Count 30 @2031-04"]),
    ("The budget rose from $5m to $8 million.", ["5m: Money 5000000 USD", "8 million: Money 8000000 USD < 5m"]),
    ("The toll rose by 12 to 40.", ["40: Killed 40"]),
    ("They put the number of people killed at 40.", ["40: Killed 40"]),
    ("Parliament passed the resolution by 170 votes to 3.", ["170: Votes 170", "3: Votes 3"]),
    ("Parliament voted 170-3 to expel the troops.", ["170: Votes 170", "3: Votes 3"]),
    ("80 lawmakers voted for the bill and 20 against.", ["80: Votes 80", "20: Votes 20"]),
    ("80 deputies voted in favour, 20 against and 5 abstained.", ["80: Votes 80", "20: Votes 20", "5: Votes 5"]),
    ("The strike destroyed 30 percent of the houses.", ["30: Percentage 30"]),
    ("Attacks fell by 30 per cent.", ["30: Percentage 30"]),
    ("Attacks fell 30% in March.", ["30: Percentage 30"]),
    ("The army lost 12-15 percent of its tanks.", ["12-15: Percentage 12..15"]),
    ("A third of the fighters deserted.", []),
    ("Two thirds of the soldiers deserted.", []),
    ("Norland gave $1.2bn to the army.", ["1.2bn: Money 1200000000 USD"]),
    ("The ministry paid 1.2 billion Iraqi dinars to the militia.", ["1.2 billion: Money 1200000000 IQD"]),
    ("Norland gave 500,000 euros to the hospital.", ["500,000: Money 500000 EUR"]),
    ("Norland pledged €40m to the camp.", ["40m: Money 40000000 EUR"]),
    ("The fighters stole 5 million Syrian pounds from the bank.", ["5 million: Money 5000000 SYP"]),
    ("The bomb weighed 500 pounds.", []),
    ("12 were killed and 30 injured in the bombing.", ["12: Killed 12", "30: Injured 30"]),
    (
        "The bombing killed 12, including four children, and wounded 30.",
        ["12: Killed 12", "four: Killed 4", "30: Injured 30"],
    ),
    ("The blast left 40 dead, among them 12 children.", ["40: Killed 40", "12: Killed 12"]),
    ("In all, 67 people were killed, 12 of them police officers.", ["67: Killed 67", "12: Killed 12"]),
    ("The bombing had a death toll of 40.", ["40: Killed 40"]),
    ("The bomb exploded in a market, leaving 12 dead and 30 wounded.", ["12: Killed 12", "30: Injured 30"]),
    ("Car bomb hits Eastport market: 12 dead, 30 wounded", ["12: Killed 12", "30: Injured 30"]),
    ("Bomb kills 12, wounds 30 in Eastport", ["12: Killed 12", "30: Injured 30"]),
    ("12 killed, 30 wounded in Eastport bombing", ["12: Killed 12", "30: Injured 30"]),
    ("The number of wounded climbed to 75 on Tuesday.", ["75: Injured 75 @2031-05-13"]),
    ("The ministry put the number of dead at 40.", ["40: Killed 40"]),
    ("The militia suffered 40 casualties.", ["40: KilledOrInjured 40"]),
    ("The brigade lost 12 soldiers in the battle.", ["12: Killed 12"]),
    ("The bombing claimed 12 lives.", ["12: Killed 12"]),
    ("Five children were among the 40 dead.", ["Five: Killed 5", "40: Killed 40"]),
    ("There were no casualties in the attack.", []),
    ("Gunmen killed 12 in Eastport and 30 in Westfort.", ["12: Killed 12", "30: Killed 30"]),
    ("23 of the 40 councillors resigned.", ["23: Count 23", "40: Count 40"]),
    ("The ministry said 14 of its soldiers had died and 33 were hurt.", ["14: Killed 14", "33: Injured 33"]),
    ("Militants fired 14 rockets at the base.", ["14: Count 14"]),
    ("The army counted 14 rocket attacks in May.", ["14: Count 14"]),
    ("Police detained 30 people.", ["30: Count 30"]),
    ("200 families fled the village.", ["200: Count 200"]),
    ("Hundreds of protesters gathered in Eastport.", ["Hundreds: Count ? ~"]),
    ("In May 2031 the garrison had 200 men.", ["200: Troops 200 @2031-05"]),
    ("As of Monday, 40 people had been killed in the fighting.", ["40: Killed 40 @2031-05-12"]),
    ("On Monday 40 people were killed in the fighting.", ["40: Killed 40"]),
    ("The death toll had risen to 40 by Friday.", ["40: Killed 40 @2031-05-09"]),
    ("So far 40 people have been killed in the fighting.", ["40: Killed 40 @2031-05-15"]),
    ("Since March, 40 people have been killed in the fighting.", ["40: Killed 40 @2031-05-15"]),
    ("Norland will cut its troops to 2,500 by January.", ["2,500: Troops 2500 @2032-01"]),
    ("He flew an F-16 over the base.", []),
    ("The group fired Kornet 9M133 missiles at a tank.", []),
    ("Gunmen with AK-47 rifles attacked the post.", []),
    ("The 5th Division left Eastport.", []),
    ("Brigade 45 attacked the base.", []),
    ("The council adopted Resolution 2170 in 2014.", []),
    ("Article 5 of the treaty binds Norland.", []),
    ("Call the hotline on 0770 123 4567.", []),
    ("Norland beat Sudria 2-1 on Friday.", []),
    ("A 45-year-old man was killed at 3 p.m. on 5 May.", []),
    ("The missile flew 300 km.", []),
    ("The missile killed 12 soldiers 300m from the base.", ["12: Killed 12"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text for text, _ in TOLD])
def test_figures_told(text: str, expected: list[str], nlp: Language) -> None:
    told = read(nlp(text), issued="2031-05-15")
    assert [shown(figure, told) for figure in told.figures] == expected


OF = [
    ("Norland keeps 900 soldiers in Eastport.", ["Norland"]),
    ("Norland withdrew its 900-strong contingent.", ["Norland"]),
    ("The number of Norlandic troops rose from 500 to 4,000.", ["Norlandic troops", "Norlandic troops"]),
    ("Norland cut its troops from 5,200 to 3,000.", ["Norland", "Norland"]),
    ("Norguard lost 12 soldiers.", ["Norguard"]),
    ("Norguard suffered 40 casualties.", ["Norguard"]),
    ("Norguard has 3,000 fighters.", ["Norguard"]),
    ("The blast in Eastport killed 12 people and wounded 30.", ["Bombing", "Bombing"]),
    ("The council voted 12-3.", ["Vote", "Vote"]),
    ("Attacks fell by 30 percent.", ["Assault"]),
    ("Norguard lost 15 percent of its tanks.", ["Norguard"]),
    ("The death toll stood at 40.", [None]),
]


@pytest.mark.parametrize(("text", "owners"), OF, ids=[text for text, _ in OF])
def test_whose_figures_they_are(text: str, owners: list[str | None], nlp: Language) -> None:
    told = read(nlp(text), issued="2031-05-15")
    types = {event.id: event.type for event in told.events}
    of = [f.of and (types.get(f.of) or told.cast.label(f.of)) for f in told.figures]
    assert of == owners


def test_some_of_the_killed_are_a_group_of_their_own(nlp: Language) -> None:
    told = read(nlp("The blast killed 12 people, including four children."))
    assert [f.group and told.cast.label(f.group) for f in told.figures] == ["people", "children"]
    assert len({f.of for f in told.figures}) == 1


@pytest.mark.parametrize("issued", [None, "2031-05-15T08:00:00Z"])
def test_a_date_is_told_against_that_of_the_article(issued: str | None, nlp: Language) -> None:
    told = read(nlp("So far 40 people have been killed."), issued=issued)
    assert [f.as_of for f in told.figures] == [issued and issued[:10]]
