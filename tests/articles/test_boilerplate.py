"""Each rule of boilerplate.toml with lines it takes and lines it must leave; then how blocks and tails are swept."""

import time

import pytest

from claimgraph.articles import boilerplate
from claimgraph.articles.article import compose

FIRST = "The mayor of Korvath said on Monday that the harbour would open within a week, after long talks."
SECOND = "Fishermen on the quay said they had heard that before, and that nobody had asked them about it."
APPEAL = "We rely on readers like you to pay for our journalism, so please give what you can."

# rule id -> (lines that it takes, lines that no rule takes)
CASES: dict[str, tuple[list[str], list[str]]] = {
    "navigation.skip": (
        ["Skip to main content", "Jump to navigation", "Back to top"],
        ["Skip to the main point, she said", "Back to work"],
    ),
    "navigation.trail": (
        ["Home | News | World | Sport", "Home » Middle East » Iraq", "عربي | English | فارسی"],
        ["Two dead | one missing", "Rovers 3 | United 2"],
    ),
    "navigation.row": (
        ["Home   News   World   Sport   Subscribe", "Front page\tThe harbour\tLetters", "Boats    Tides    Small ads"],
        [
            "Boats   Tides",
            "The mayor  and the harbour board  met on Monday evening in the old town hall",
            "Two  men  who came",
        ],
    ),
    "navigation.menu": (
        ["Home News World Sport Subscribe", "World Politics Business Contact us", "Home | News | Log in"],
        [
            "Home news worries the mayor",
            "World Sport News",
            "Subscribe to peace, says mayor",
            "Home Culture Shop burns",
        ],
    ),
    "navigation.button": (
        ["Toggle navigation", "Load more stories", "Next article →", "Close menu"],
        ["Next week the talks go on", "Open markets"],
    ),
    "navigation.word": (["Home", "Menu", "Breaking news", "العربية"], ["Home at last", "Breaking the news gently"]),
    "navigation.section": (
        ["World", "Middle East", "Politics", "Iraq news"],
        ["World leaders meet", "Politics of water"],
    ),
    "block.news": (
        ["Latest News", "More headlines", "Latest news from Iraq"],
        ["Latest news worries fishermen", "The latest from the harbour"],
    ),
    "block.popular": (
        ["Top View", "Most read", "Editor's picks", "Trending now"],
        ["Most read nothing at all", "Top views over the bay"],
    ),
    "block.related": (
        ["Related articles", "You may also like", "More on this story:"],
        ["Related to the mayor by marriage", "You may also like her"],
    ),
    "block.comments": (
        ["12 Comments", "Leave a reply", "Comments are closed."],
        ["Comments by the mayor", "No comments were made by the board"],
    ),
    "link.more": (
        ["Read more: Ferry runs again", "READ ALSO: Ferry runs again", "Watch: the ferry leaves", "Click here to read"],
        ["Read more books", "Watch the ferry leave", "See the harbour and live"],
    ),
    "link.tags": (["Tags: Korvath, harbour", "#korvath #harbour"], ["Topics were many", "#1 in the league"]),
    "share.buttons": (
        ["Share", "Facebook Twitter WhatsApp", "Share | Tweet | Email", "Print"],
        ["Share prices fall", "Twitter sues Facebook"],
    ),
    "share.ask": (
        [
            "Share this article",
            "Share on Facebook",
            "Follow us on Telegram",
            "Share this:",
            "Share this article   Facebook   X   WhatsApp   Email",
            "Send this story  to a friend",
        ],
        ["Share the burden, says mayor", "The two states share a border", "Follow the money on the quay"],
    ),
    "account": (
        [
            "Log in",
            "Log in or register",
            "Please sign in to comment",
            "Sign up",
            "Forgot password?",
            "Join the discussion",
        ],
        [
            "Log in the harbour sinks boat",
            "Voters must register by May",
            "Staff were told to log in from home.",
            "Sign of hope",
        ],
    ),
    "appeal.button": (
        ["Donate today", "Become a supporter", "Support our journalism", "Subscribe now", "Chip in now"],
        ["Donate blood, says mayor", "Become a father again", "Support for the strike grows", "Contribute to peace"],
    ),
    "appeal.progress": (
        [
            "You've raised: £ 4,010",
            "We need: £ 900",
            "Fighting fund",
            "12 days remaining",
            "£4,010 raised of £5,000",
            "Raised this month: £ 812",
            "Raised so far: €1,200",
            "Still to find: £ 90",
            "Left to raise",
        ],
        [
            "We need: more boats",
            "The party raised £4,010",
            "Twelve days of talks",
            "Raised in Selm: a mayor's youth",
            "Still to find: the crew of the ferry",
        ],
    ),
    "appeal.paragraph": (
        [APPEAL, "Our reporting is free because our readers fund it: become a member and you keep it so."],
        [
            "The charity said it would ask its donors to support the newsroom of the local newspaper.",
            "“We ask you to donate to our newspaper,” the editor told readers at the quay.",
            "Korvath's newspaper raised £4,010 from subscribers, its publisher said.",
        ],
    ),
    "appeal.gift": (
        [
            "The Selm Echo has no rich owner. Every euro you give pays for reporting like this.",
            "Each copy you buy keeps an independent newsroom on the quay.",
            "Your donation helps our reporters stay at sea.",
        ],
        [
            "Every pound you give to the harbour board is wasted, the paper's readers were told by the mayor.”",
            "The editor said that every euro from advertisers paid for reporting on the harbour.",
            "“Every pound you give pays for our paper,” the editor told the crowd.",
            "Your support helps the fishermen, she said.",
        ],
    ),
    "subscription": (
        [
            "Sign up for our daily newsletter",
            "Subscribe to our channel",
            "Get the latest news from Korvath.",
            "Subscribers only",
        ],
        ["Sign up for the army, youths told", "Get the latest on time", "The paper lost subscribers"],
    ),
    "notice.cookies": (
        [
            "This site uses cookies to improve your experience.",
            "We use cookies.",
            "Accept all cookies",
            "Privacy policy",
        ],
        [
            "The harbour's website uses cookies to follow voters, the court found.",
            "Cookies from the bakery were sold on the quay.",
            "“We use cookies,” the firm admitted.",
            "Privacy policy divides council",
        ],
    ),
    "notice.copyright": (
        ["© 2021 Selm Echo", "Copyright 2020 The Selm Echo. All rights reserved.", "All rights reserved"],
        ["Copyright law of 2019 divides council", "The firm said it had reserved all rights."],
    ),
    "notice.advertisement": (
        [
            "Advertisement",
            "ADVERTISEMENT",
            "- Advertisement -",
            "Story continues below advertisement",
            "Sponsored content",
        ],
        ["Advertisement for harbour banned", "The story continues below deck"],
    ),
    "notice.errors": (
        ["Spotted an error? Tell us.", "Email: desk@selm.example"],
        ["Found an old boat", "Report on errors due"],
    ),
    "count": (
        ["270 View Count", "1,204 views", "3.4K shares", "5 min read", "2 hours ago", "Views: 90"],
        ["270 view the wreck", "3 votes short"],
    ),
    "photo.dated": (
        ["The harbour at dawn - Selm Echo, 1920, 27.02.2021", "- Selm Echo, 1920"],
        ["The harbour at dawn - Selm, 1920", "The treaty - Korvath, 1920 - was kept"],
    ),
    "photo.mark": (
        ["© REUTERS / Ana Sable", "© AFP The harbour at dawn", "Boats leave the quay on Monday © Selm Echo / Handout"],
        ["The © sign was painted over", "Nobody knows what © Selm means, the court was told"],
    ),
    "photo.label": (
        ["Photo: Ana Sable", "Credit: Ana Sable/Selm Echo", "(File photo)", "Photo by Ana Sable", "Image source: AFP"],
        ["Photo shows mayor on quay", "Credit where it is due", "Picture of health"],
    ),
    "photo.agency": (
        ["REUTERS/Ana Sable", "The harbour at dawn on Monday. (AP Photo/Ana Sable)", "Getty Images/Ana Sable"],
        ["AP and AFP reporters were there", "He works for Reuters"],
    ),
    "line.source": (
        ["Source: Selm Echo", "(Source: Reuters)"],
        [
            "Source: of the river found at last, say three explorers from the coast of Selm",
            "A source said so",
            "Source: harbour board asks sailors to leave",
        ],
    ),
    "line.author": (
        ["By Ana Sable", "By Ana Sable and Jon Reed, Selm Echo", "Written by Ana Sable"],
        ["By the sea", "By Monday night they were gone"],
    ),
    "line.credits": (
        ["(Reporting by Ana Sable; Editing by Jon Reed)", "Additional reporting by Ana Sable"],
        ["Reporting on the talks is banned", "Writing books made him rich"],
    ),
}


def marked(*lines: str) -> list[str]:
    return [s.text for s in compose("x", "\n\n".join(lines), 100_000).boilerplate]


def around(line: str, where: str) -> list[str]:
    body = [FIRST, SECOND]
    return {"head": ["Mayor reopens harbour", line, *body], "tail": [*body, line], "body": [FIRST, line, SECOND]}[where]


def test_every_rule_has_its_cases() -> None:
    assert list(CASES) == [rule.id for rule in boilerplate.rules()]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, (hits, _) in CASES.items() for line in hits])
def test_hits(rule: str, line: str) -> None:
    (known,) = (r for r in boilerplate.rules() if r.id == rule)
    assert known.takes(line)
    for place in ("head", "body", "tail"):
        expected = [line] if place in boilerplate.PLACES[known.where] else []
        if not expected and any(r.takes(line) for r in boilerplate.rules() if r.where == "any"):
            continue
        assert marked(*around(line, place)) == expected


@pytest.mark.parametrize("line", [line for _, misses in CASES.values() for line in misses])
def test_near_misses(line: str) -> None:
    for place in ("head", "body", "tail"):
        assert marked(*around(line, place)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Users share this article more than any other, the editor of the Selm Echo told the council.",
        "He said the rebels had tried to log in or register under false names.",
        "The document gave its origin as follows: “Source: Reuters”, in small print.",
        "Donors raised £4,010 for the hospital, and the mayor asked people to donate today.",
        "“Read more,” the teacher told them.",
        "The firm’s cookie policy broke the law, and all its users’ rights were ignored.",
    ],
)
def test_articles_about_such_things_stay(sentence: str) -> None:
    for lines in ([sentence, FIRST, SECOND], [FIRST, sentence, SECOND], [FIRST, SECOND, sentence]):
        assert marked("Mayor reopens harbour", *lines) == []


def test_after_the_last_paragraph_all_that_follows_a_hit_goes() -> None:
    tail = ["Log in", "Выход", "Some other label", "Ferry runs again"]
    assert marked(FIRST, SECOND, *tail) == tail
    assert marked(FIRST, SECOND, "Some other label") == []


def test_a_footnote_stays() -> None:
    note = "* The League (also called the Ring) is banned in Korvath and in Selm"
    assert marked(FIRST, SECOND, note, "Log in", "Ferry runs again") == ["Log in", "Ferry runs again"]


def test_the_heading_over_an_appeal_goes_with_it() -> None:
    assert marked(FIRST, SECOND, "OWNED BY THE QUAY", APPEAL, "Donate") == ["OWNED BY THE QUAY", APPEAL, "Donate"]
    assert marked(FIRST, SECOND, "OWNED BY THE QUAY", "Share") == ["Share"]


def test_a_whole_appeal_for_a_fund() -> None:
    fund = [
        "A PAPER OF AND FOR THE QUAY",
        "No shareholder owns us. Every crown you send pays for a day at sea.",
        "Every euro you give pays for journalism from the harbour.",
        "Raised since May: € 310",
        "Still to find: € 90",
        "Give today",
    ]
    assert marked(FIRST, SECOND, fund[0], *fund[2:]) == [fund[0], *fund[2:]]
    assert marked(FIRST, SECOND, fund[1]) == []


def test_an_appeal_in_mid_article_is_the_articles() -> None:
    assert marked(FIRST, APPEAL, SECOND) == []


def test_a_block_of_links_at_the_end_goes_even_with_sentences() -> None:
    block = ["Latest news", "Ferry runs again", "The ferry ran again on Tuesday, nine days after the strike began."]
    assert marked(FIRST, SECOND, *block) == block


def test_a_block_of_links_in_mid_text_ends_at_the_next_sentence() -> None:
    assert marked(FIRST, "Related articles", "Ferry runs again", SECOND, FIRST, SECOND) == [
        "Related articles",
        "Ferry runs again",
    ]


def test_a_teaser_under_its_picture() -> None:
    picture = "The ferry - Selm Echo, 1920, 27.02.2021"
    text = "\n".join([FIRST, picture, "Ferry Runs Again After Strike", SECOND])
    assert [s.text for s in compose("x", text, 10_000).boilerplate] == [picture, "Ferry Runs Again After Strike"]
    assert marked(FIRST, picture, "Ferry Runs Again After Strike", SECOND) == [picture]


def test_a_text_without_sentences_is_not_swept() -> None:
    assert marked("Share", "Mayor reopens harbour", "Fishermen doubt it") == ["Share"]


def test_headlines_stay() -> None:
    for headline in (
        "Home fires burn in Korvath",
        "Share of votes counted",
        "Subscribers sue newspaper",
        "Latest talks fail",
    ):
        assert marked(headline, FIRST, SECOND) == []


@pytest.mark.parametrize(
    "unit", ["a ", "Home | ", "share ", "we you donate ", "(", "© ", "1 views ", "- A, 1", "By A ", "read more "]
)
def test_no_line_takes_long(unit: str) -> None:
    line = (unit * 1000)[:1000]
    started = time.perf_counter()
    marked(FIRST, *[line + str(i) for i in range(5)], line[:-3] + "!§", SECOND)
    assert time.perf_counter() - started < 2
