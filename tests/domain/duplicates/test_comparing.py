"""Pairs a person has judged: who is one, who only shares a detail, who has nothing to do with the other."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.duplicates.comparing import Verdict, compare
from otnet_desktop.domain.duplicates.marks import keys_of, marks, work_keys
from otnet_desktop.domain.people import Profile
from tests.domain.duplicates.people import person, shown

LABELLED = (
    # the eleven of the comparison of other programs: eight are one, three are two
    ("nickname", person("Robert Chen", "rchen@clinic.example"), person("Bob Chen", "rchen@clinic.example"), True),
    ("nickname, a number", person("Elizabeth Moore", "6045550101"), person("Liz Moore", "+1 604 555 0101"), True),
    ("credentials", person("Maria Lopez"), person("Maria Lopez, MS, OTR/L"), True),
    ("a title", person("Dr. Sarah Kim", "sarah@kim.example"), person("Sarah Kim", "sarah@kim.example"), True),
    ("order", shown("Nguyen Linh", "linh@n.example"), person("Linh Nguyen", "linh@n.example"), True),
    ("accents, apostrophe", person("Siobhán O’Connor"), person("Siobhan O'Connor"), True),
    ("married", person("Emily Clark", "604 555 0102"), person("Emily Novak", "(604) 555-0102"), True),
    ("mail", person("Tom Reed", "tom@reed.example"), person("T. Reed", "TOM@reed.example"), True),
    ("other person", person("Anna Bell", "a@a.example", at="A"), person("Anna Bell", "anna@b.example", at="B"), False),
    ("siblings", person("Ben Ortiz", "604 555 0103"), person("Luis Ortiz", "604 555 0103"), False),
    ("clinic", person("Ada Lin", "desk@clinic.example"), person("Bo Ek", "desk@clinic.example"), False),
)

OWN = (
    # spelling
    ("umlaut", person("Jörg Müller", "j@m.example"), person("Joerg Mueller", "j@m.example"), True),
    ("umlaut left out", person("Jörg Müller"), person("Jorg Muller"), True),
    ("letters without", person("Søren Ærø"), person("Soren Aero"), True),
    ("hyphen", person("Anne-Marie Kuhn", at="Mill"), person("Annemarie Kuhn", at="Mill"), True),
    ("two words", person("Anne Marie Kuhn"), person("Annemarie Kuhn"), True),
    ("particles", person("Sanne van der Berg"), person("Sanne Vanderberg"), True),
    ("capitals", person("MARIA LOPEZ"), person("maria lopez"), True),
    ("sharp s", person("Klaus Groß", "k@g.example"), person("Klaus Gross", "k@g.example"), True),
    ("family first, comma", shown("Garcia, Elena"), person("Elena Garcia"), True),
    ("written together", shown("王小明"), Profile(family="王", given="小明"), True),
    ("two letters", person("Kristen Hoffman", "6045550104"), person("Kristen Hofmann", "6045550104"), True),
    ("one letter", person("Kristen Hoffmann", "6045550104"), person("Kristen Hoffman", "6045550104"), True),
    ("one letter, no more", person("Kristen Hoffmann"), person("Kristen Hoffman"), False),
    # shorter and longer
    ("middle initial", person("Robert J. Smith"), person("Robert Smith"), True),
    ("two middles", person("Robert J. Smith", "r@s.example"), person("Robert K. Smith", "r@s.example"), False),
    ("initial at work", person("R. Smith", at="Mill"), person("Robert Smith", at="Mill, Inc."), True),
    ("initial alone", person("R. Smith"), person("Robert Smith"), False),
    ("two family names", person("Ana Garcia", "a@g.example"), person("Ana Garcia Lopez", "a@g.example"), True),
    ("first name only", person("Priya", "6045550105"), person("Priya Nair", "6045550105"), True),
    ("first name at work", person("Priya", at="Mill"), person("Priya Nair", at="Mill"), False),
    ("in brackets", person("William (Bill) Tan", "b@t.example"), person("Bill Tan", "b@t.example"), True),
    ("nickname field", person("Xochitl Diaz", nickname="Sochi"), person("Sochi Diaz"), True),
    ("two shorts of one", person("Peggy Wu", at="Mill"), person("Maggie Wu", at="Mill"), True),
    ("not short for it", person("Peter Wu", at="Mill"), person("Paul Wu", at="Mill"), False),
    (
        "short, elsewhere",
        person("Bob Chen", "b@a.example", at="A"),
        person("Robert Chen", "r@b.example", at="B"),
        False,
    ),
    # addresses
    ("page", person("Emily Clark", "linkedin.com/in/em"), person("E N", "https://www.linkedin.com/in/EM/"), True),
    ("two pages", person("Ana Lee", "linkedin.com/in/a"), person("Ana Lee", "linkedin.com/in/b"), False),
    ("page as web page", person("Ana Lee", "linkedin.com/in/a"), person("Ana Ito", "http://linkedin.com/in/a"), True),
    ("married, mail", person("Emily Clark", "emily@home.example"), person("Emily Novak", "emily@home.example"), True),
    ("same desk", person("Emily Clark", "info@mill.example"), person("Emily Novak", "info@mill.example"), False),
    (
        "switchboard",
        person("Emily Clark", "6045550106", "emily.c@mill.example", at="Mill"),
        person("Emily Novak", "6045550106", "emily.n@mill.example", at="Mill"),
        False,
    ),
    ("extensions", person("Emily Clark", "604 555 0106 x12"), person("Emily Novak", "604 555 0106 x34"), False),
    ("country", person("Jo Ward", "+61 2 9374 4000"), person("Jo Ward", "(02) 9374 4000"), True),
    ("only the mail", shown("pat@home.example", "pat@home.example"), person("Pat Fry", "pat@home.example"), True),
    ("only the desk", shown("info@x.example", "info@x.example"), person("Pat Fry", "info@x.example"), False),
    ("couple", person("Ann Fry", "fry@home.example"), person("Joe Fry", "fry@home.example"), False),
    # other marks
    ("father and son", person("John Hart, Sr.", "6045550107"), person("John Hart, Jr.", "6045550107"), False),
    ("born on other days", person("Ana Lee", birthday="1990-01-02"), person("Ana Lee", birthday="1991-01-02"), False),
    ("a year unknown", person("Ana Lee", birthday="1990-01-02"), person("Ana Lee", birthday="--01-02"), True),
    ("changed jobs", person("Ana Lee", "a@l.example", at="A"), person("Ana Lee", "a@l.example", at="B"), True),
    ("only the mail differs", person("Ana Lee", "a@a.example"), person("Ana Lee", "ana@b.example"), False),
    ("colleagues", person("Ana Lee", at="Mill"), person("Ben Ito", at="Mill"), False),
    ("nobody", Profile(), Profile(), False),
)


@pytest.mark.parametrize(("one", "other", "is_one"), [case[1:] for case in LABELLED], ids=[c[0] for c in LABELLED])
def test_the_labelled_pairs(one: Profile, other: Profile, is_one: bool) -> None:
    judge(one, other, is_one)


@pytest.mark.parametrize(("one", "other", "is_one"), [case[1:] for case in OWN], ids=[case[0] for case in OWN])
def test_pairs_of_our_own(one: Profile, other: Profile, is_one: bool) -> None:
    judge(one, other, is_one)


def judge(one: Profile, other: Profile, is_one: bool) -> None:
    first, second = marks(one), marks(other)
    verdict = compare(first, second).verdict
    assert (verdict in (Verdict.SAME, Verdict.LIKELY)) == is_one, verdict
    assert compare(second, first) == compare(first, second)
    if is_one:
        found = {*keys_of(first), *work_keys(first)} & {*keys_of(second), *work_keys(second)}
        assert found, "nobody would even compare them"


def test_a_crowd_at_one_number_is_no_marriage() -> None:
    one, other = marks(person("Emily Clark", "6045550102")), marks(person("Emily Novak", "6045550102"))
    assert compare(one, other).verdict is Verdict.LIKELY
    assert compare(one, other, frozenset({"phone:45550102"})).verdict is Verdict.OTHER
