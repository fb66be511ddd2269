"""Breaks of shapes/times.ttl: days that there are not, and times that do not agree."""

from .good import ARTICLE, CLERK, KILLED, MOVE, STRIKE, add, drop, swap

WORDS = 'cg:dateText "moved"'

BREAKS = {
    "calendar": [
        *(
            swap(STRIKE, "cg:date", day)
            for day in (
                '"2031-02-30"^^xsd:date',
                '"2031-02-29"^^xsd:date',
                '"1900-02-29"^^xsd:date',
                '"2031-04-31"^^xsd:date',
                '"2031-05-00"^^xsd:date',
                '"2031-13-01"^^xsd:date',
                '"2031-13"^^xsd:gYearMonth',
                '"2031-00"^^xsd:gYearMonth',
                '"9999"^^xsd:gYear',
                '"0000"^^xsd:gYear',
            )
        ),
        add(MOVE, f'cg:begin "2031-06-31"^^xsd:date ; {WORDS}'),
        add(MOVE, f'cg:end "2031-14"^^xsd:gYearMonth ; {WORDS}'),
        add(KILLED, 'cg:asOf "2031-11-31"^^xsd:date'),
        add(CLERK, 'cg:since "2030-02-31"^^xsd:date'),
        add(CLERK, 'cg:until "2031-09-31"^^xsd:date'),
        swap(ARTICLE, "dcterms:issued", '"2031-06-31"^^xsd:date'),
        swap(ARTICLE, "dcterms:issued", '"2031-02-29T10:00:00"^^xsd:dateTime'),
    ],
    "long-ago": [swap(STRIKE, "cg:date", '"0762"^^xsd:gYear'), add(CLERK, 'cg:since "0999-12"^^xsd:gYearMonth')],
    "issued-in-print": [swap(ARTICLE, "dcterms:issued", '"1031-05-08"^^xsd:date')],
    "date-in-words": [
        drop(STRIKE, "cg:dateText"),
        add(MOVE, 'cg:begin "2031"^^xsd:gYear'),
        add(MOVE, 'cg:end "2031"^^xsd:gYear'),
    ],
    "stretch-order": [
        add(MOVE, f'cg:begin "2031-05-07"^^xsd:date ; cg:end "2031-05-03"^^xsd:date ; {WORDS}'),
        add(MOVE, f'cg:begin "2031-05-07"^^xsd:date ; cg:end "2031-04"^^xsd:gYearMonth ; {WORDS}'),
        add(MOVE, f'cg:begin "2031"^^xsd:gYear ; cg:end "2030-12-31"^^xsd:date ; {WORDS}'),
    ],
    "far-ahead": [
        swap(STRIKE, "cg:date", '"2231-05-06"^^xsd:date'),
        add(MOVE, f'cg:end "2500"^^xsd:gYear ; {WORDS}'),
        add(KILLED, 'cg:asOf "2999-01"^^xsd:gYearMonth'),
    ],
    "date-in-text": [swap(STRIKE, "cg:dateText", '"on Friday"'), swap(STRIKE, "cg:dateText", '"On Tuesday"')],
    "done-ahead": [
        swap(STRIKE, "cg:date", '"2031-05-09"^^xsd:date'),
        add(MOVE, f'cg:begin "2031-06"^^xsd:gYearMonth ; {WORDS}'),
    ],
}
