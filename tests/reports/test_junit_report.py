"""`validate --format junit`: by the schema of Jenkins' xUnit plugin, and as junitparser reads it."""

from collections.abc import Callable
from pathlib import Path

from junitparser import Error, Failure, JUnitXml, TestCase, TestSuite
from lxml import etree

from checked import written

Run = Callable[..., tuple[int, str, str]]
XSD = Path(__file__).parent / "junit-10.xsd"


def read(text: str) -> dict[str, TestSuite]:
    """The suites by name, once the schema has nothing against them."""
    schema = etree.XMLSchema(etree.parse(XSD))
    schema.assertValid(etree.fromstring(text.encode()))
    return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}


def cases(suite: TestSuite) -> dict[str, TestCase]:
    return {case.name: case for case in suite}


def test_a_suite_for_each_file_and_a_case_for_each_shape(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    good = tmp_path / "good.ttl"
    good.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    code, out, err = run("validate", graph, good, "--shapes", shapes, "--format", "junit")
    assert (code, err) == (1, "")
    suites = read(out)
    assert list(suites) == [str(graph), str(good)]
    assert set(cases(suites[str(graph)])) == set(cases(suites[str(good)]))
    assert (suites[str(good)].failures, suites[str(good)].tests) == (0, 5)
    assert suites[str(graph)].failures == 2


def test_failures_for_what_fails_and_the_rest_in_system_out(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    found = cases(read(run("validate", graph, "--shapes", shapes, "--format", "junit")[1])[str(graph)])
    (failure,) = found["just one name <https://e.org/one-name>"].result
    assert isinstance(failure, Failure)
    assert failure.message == "Everybody has one name. (and 1 more)"
    assert failure.type == "Violation"
    assert str(failure.text).count("\n") == 1
    assert "line 7: " in str(failure.text)
    nick = found["https://e.org/NickShape"]
    assert nick.is_passed
    assert str(nick.system_out).startswith("Warning: sh:languageIn")


def test_what_fails_is_chosen(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    asked = ("validate", graph, "--shapes", shapes, "--format", "junit", "--fail-on")
    counted = {on: read(run(*asked, on)[1])[str(graph)].failures for on in ("never", "violation", "warning", "info")}
    assert counted == {"never": 0, "violation": 2, "warning": 3, "info": 4}


def test_a_file_that_cannot_be_read_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a> a", encoding="utf-8")
    code, out, _ = run("validate", tmp_path / "broken.ttl", "--format", "junit")
    (suite,) = read(out).values()
    (case,) = suite
    (error,) = case.result
    assert code == 2
    assert (suite.errors, suite.failures) == (1, 0)
    assert isinstance(error, Error)
    assert "not well-formed Turtle" in error.message


def test_characters_that_xml_cannot_hold(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    found = cases(read(run("validate", graph, "--shapes", shapes, "--format", "junit")[1])[str(graph)])
    told = str(found["https://e.org/hails"].system_out)
    assert "\ufffd\ufffd[31m]]> <b> & ::error::x ::warning::y %0A" in told


def test_a_class_has_no_dot(run: Run, tmp_path: Path) -> None:
    graph, shapes = written(tmp_path)
    (suite,) = read(run("validate", graph, "--shapes", shapes, "--format", "junit")[1]).values()
    assert not any("." in case.classname for case in suite)
