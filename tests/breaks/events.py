"""Breaks of shapes/events.ttl: events and figures."""

from .good import HURT, KILLED, MOVE, PORT, STRIKE, TOLD, VESLAND, add, drop, swap

BREAKS = {
    "event-factuality": [
        drop(STRIKE, "cg:factuality"),
        add(STRIKE, "cg:factuality cg:Stated"),
        swap(STRIKE, "cg:factuality", "cg:Assertion"),
    ],
    "event-evidence": [f"DELETE WHERE {{ ?m cg:mentions {STRIKE} }}"],
    "event-rule": [drop(STRIKE, "cg:rule"), swap(STRIKE, "cg:rule", '""')],
    "event-code": [
        drop(STRIKE, "cg:ploverCode"),
        add(STRIKE, 'cg:ploverCode "MOBILIZE"'),
        swap(STRIKE, "cg:ploverCode", '"assault"'),
    ],
    "EventTeller": [
        f"DELETE WHERE {{ ?claim cg:describes {STRIKE} }}",
        f"{swap(MOVE, 'cg:factuality', 'cg:Attributed')}",
    ],
    "event-agent": [add(STRIKE, "cg:agent x:unknown"), add(STRIKE, f"cg:agent {PORT}")],
    "event-patient": [add(STRIKE, "cg:patient x:unknown"), add(STRIKE, 'cg:patient "a barge"')],
    "event-recipient": [add(STRIKE, "cg:recipient x:unknown"), add(STRIKE, f"cg:recipient {TOLD}")],
    "event-instrument": [add(STRIKE, "cg:instrument x:unknown"), add(STRIKE, f"cg:instrument {PORT}")],
    "event-location": [add(STRIKE, "cg:location x:unknown"), add(STRIKE, f"cg:location {VESLAND}")],
    "event-origin": [add(MOVE, "cg:origin x:unknown"), add(MOVE, f"cg:origin {VESLAND}")],
    "event-destination": [add(MOVE, "cg:destination x:unknown"), add(MOVE, f"cg:destination {VESLAND}")],
    "event-date": [
        swap(STRIKE, "cg:date", '"2031-02-30"^^xsd:date'),
        swap(STRIKE, "cg:date", '"Tuesday"'),
        add(STRIKE, 'cg:date "2031"^^xsd:gYear'),
    ],
    "event-date-text": [swap(STRIKE, "cg:dateText", '""'), swap(STRIKE, "cg:dateText", "2031")],
    "event-begin": [add(MOVE, 'cg:begin "May"'), add(MOVE, "cg:begin 2031")],
    "event-end": [add(MOVE, 'cg:end "May"'), add(MOVE, 'cg:end "2031"^^xsd:gYear , "2032"^^xsd:gYear')],
    "EventStretch": [add(STRIKE, 'cg:begin "2031"^^xsd:gYear')],
    "event-figure": [add(STRIKE, "cg:figure x:unknown"), add(STRIKE, f"cg:figure {TOLD}")],
    "figure-measures": [drop(KILLED, "cg:measures"), swap(KILLED, "cg:measures", "cg:Stated")],
    "figure-value": [
        swap(KILLED, "cg:value", "15.0"),
        swap(KILLED, "cg:value", '"twelve"'),
        swap(KILLED, "cg:value", '"x"^^xsd:decimal'),
        swap(KILLED, "cg:value", "-1.0"),
    ],
    "figure-upper": [add(KILLED, "cg:upperValue 15.0"), swap(KILLED, "cg:upperValue", '"14"')],
    "figure-approximate": [swap(KILLED, "cg:approximate", '"perhaps"'), add(KILLED, "cg:approximate true")],
    "figure-unit": [add(KILLED, 'cg:unit "dollars"')],
    "figure-as-of": [add(KILLED, 'cg:asOf "May"')],
    "figure-changed": [
        add(KILLED, "cg:changedFrom x:unknown"),
        add(KILLED, f"cg:changedFrom {KILLED} ; cg:conflictsWith {KILLED}"),
    ],
    "figure-evidence": [f"DELETE WHERE {{ ?m cg:mentions {KILLED} }}"],
    "figure-rule": [drop(KILLED, "cg:rule")],
    "FigureSays": [f"{drop(KILLED, 'cg:value')} ; {drop(KILLED, 'cg:upperValue')}"],
    "event-sides": [add(MOVE, f"cg:patient {VESLAND}")],
    "event-way": [add(MOVE, f"cg:destination {PORT}")],
    "figure-currency": [add(KILLED, 'cg:unit "USD"')],
    "FigureWhole": [swap(KILLED, "cg:value", "11.5"), swap(KILLED, "cg:upperValue", "13.25")],
    "figure-itself": [
        add(KILLED, f"cg:changedFrom {KILLED}"),
        add(KILLED, f"cg:conflictsWith {KILLED}"),
        add(KILLED, f"cg:changedFrom {HURT} . {HURT} cg:changedFrom {KILLED}"),
    ],
}
