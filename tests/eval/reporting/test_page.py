"""The page loads nothing, runs nothing but its own few lines, and lets no question or article act as markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assistant.types import Turn
from eval.asking.records import Record
from eval.measures.statistics import Figure
from eval.measures.summary import Measured, Pair, Summary, pair, summarise
from eval.reporting.markdown import latency
from eval.reporting.page import page
from eval.reporting.shown import Shown
from eval.reporting.wrong import wrong_answers
from tests.eval.made import ASKED, BOTH_ASKED, DAM, DAM_ASKED, OTHER, RIGHT, TEXTS, answer, cite, refusal

HOSTILE = "</p></article><script>alert(1)</script><img src=http://x onerror=alert(1)> \" ' & \u202edcba"
ODD = {**TEXTS, "<i>": f"{DAM} {HOSTILE} {OTHER}"}
SAID = [Measured("said.origins", over, Figure(0.5, 0.4, 0.6, 10)) for over in ("corpus", "invented", "<script>")]
VOID = {"meta", "input", "br"}
WRONG = pair(
    ASKED,
    (
        refusal("dam"),
        answer("toll", cite("courrier", OTHER)),
        answer("both", cite("courrier", DAM)),
        replace(RIGHT[0], question_id="moon"),
        RIGHT[4],
    ),
)


class Tags(HTMLParser):
    """Every tag with its attributes; ``balanced`` is False once a tag ends that is not the last begun."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.balanced = True
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag


def summaries(pairs: tuple[Pair, ...] = WRONG) -> dict[str, Summary]:
    return {"dev": summarise(pairs, TEXTS), "all": summarise(pairs, TEXTS)}


def written(pairs: tuple[Pair, ...] = WRONG, **options: Any) -> str:  # noqa: ANN401
    return page(Shown("Run", summaries(pairs), wrong_answers(pairs, TEXTS), **options))


def hostile() -> str:
    asked = replace(DAM_ASKED, id=HOSTILE, question=HOSTILE, history=(Turn(HOSTILE),), why=HOSTILE)
    said = replace(cite("courrier", DAM), article_id="<i>", publisher=HOSTILE, speaker=HOSTILE, start=0, end=len(DAM))
    records = (
        Record(HOSTILE, (said,), reason=None, said=HOSTILE),
        Record(HOSTILE, (replace(said, quote=HOSTILE),), reason=None, said=""),
        Record(HOSTILE, (), reason=HOSTILE, said=HOSTILE),
        Record(HOSTILE, (), reason=None, said="", error=HOSTILE),
    )
    pairs = tuple((asked, record) for record in records)
    summaries = {"all": summarise(pairs, ODD)}
    return page(Shown(HOSTILE, summaries, wrong_answers(pairs, ODD), SAID, last_name=HOSTILE, new=frozenset({HOSTILE})))


@pytest.mark.parametrize("text", [written(), hostile()], ids=["made", "hostile"])
def test_the_page_is_whole_and_loads_nothing(text: str) -> None:
    parsed = Tags(text)
    assert parsed.balanced
    assert parsed.open == []
    names = [tag for tag, _ in parsed.tags]
    assert names.count("script") == 1
    assert not {"img", "link", "iframe", "object", "embed", "base", "form", "audio", "video", "i"} & set(names)
    for tag, attributes in parsed.tags:
        assert not any(name.startswith("on") or name in {"src", "srcset", "style"} for name in attributes), tag
        assert (attributes.get("href") or "#").startswith("#")


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    text = hostile()
    policy = next(a["content"] for t, a in Tags(text).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode("utf-8")).digest()).decode("ascii")
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_every_wrong_answer_has_a_card_and_every_link_a_target() -> None:
    tags = Tags(written()).tags
    identities = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(identities) == len(set(identities))
    assert [one for one in identities if one and one.startswith("q-")] == ["q-both", "q-dam", "q-toll", "q-moon"]
    for _, attributes in tags:
        if (target := attributes.get("href")) is not None:
            assert target.removeprefix("#") in identities


def test_a_card_shows_what_was_asked_expected_and_said() -> None:
    pairs = ((replace(BOTH_ASKED, history=(Turn("Et avant ?"),)), answer("both", cite("courrier", DAM))),)
    all_of_them = {"all": summarise(pairs, TEXTS)}
    text = page(Shown("Run", all_of_them, wrong_answers(pairs, TEXTS), new=frozenset({"both"})))
    card = text[text.index('<article class="card"') : text.index("</article>")]
    for shown in ("Et avant ?", "both ?", "partial", ">new<", "Le Courrier", "2019-03-12", "publisher unknown", "0.90"):
        assert shown in card
    assert f"<mark><ins>{DAM}</ins></mark>" in card
    assert card.index(">said<") < card.index(">not said<")


def test_the_filters_are_hidden_until_the_script_runs() -> None:
    tags = Tags(written()).tags
    assert [attributes for tag, attributes in tags if attributes.get("class") == "filters"] == [
        {"class": "filters", "hidden": None}
    ]
    values = [attributes["value"] for tag, attributes in tags if tag == "option"]
    assert values == ["", "answered", "refused", "missed", "partial", "", "dev"]


def test_floors_and_the_run_before_stand_beside_the_figures() -> None:
    last = {"answers": {"found": 0.25}, "risk": {"aurc": 0.1}}
    text = written(floors={"all.answers.found": 0.99}, last=last, last_name="run-abc1234")
    assert "run-abc1234" in text
    assert '<span class="worse">floor 99.0 ▼</span>' in text
    assert re.search(r'<span class="worse">last 10\.0 ▼</span>', text)
    assert "No floor is pinned" in written()


def test_what_is_said_stands_beside_its_floor() -> None:
    text = written(said=SAID, floors={"corpus.said.origins": 0.6})
    part = text[text.index('<section id="said"') : text.index('<section id="kinds"')]
    assert part.count("independent origins counted right") == 1
    assert part.count('<td class="over">') == 3
    assert '<span class="worse">floor 60.0 ▼</span>' in part
    assert "ten invented articles" in part
    assert "&lt;script&gt;" in part
    assert '<section id="said"' not in written()


def test_the_confidence_is_drawn_for_each_set_and_told_by_kind_of_answer() -> None:
    made = tuple((question, replace(record, kind="series")) for question, record in WRONG)
    other, everything = summarise(made[:3], TEXTS), summarise(made, TEXTS)
    text = page(Shown("Run", {"dev": other, "test": everything, "all": everything}))
    part = text[text.index('<section id="confidence"') : text.index('<section id="kinds"')]
    assert part.count('<svg class="chart"') == 3, "the curve, all and dev; test is all of it"
    for shown in ("Risk against coverage", "ten bins: all", "ten bins: dev", '<th scope="row">series</th>'):
        assert shown in part
    assert "ten bins: test" not in part


def test_timings_stand_on_one_line() -> None:
    slow = tuple((question, replace(record, latency_ms=98765.0)) for question, record in WRONG)
    differing = [
        slow_line
        for line, slow_line in zip(written().splitlines(), written(slow).splitlines(), strict=True)
        if line != slow_line
    ]
    assert differing == [f'<p id="latency">{latency(summaries(slow))}</p>']


def test_a_run_without_answers_or_faults_is_a_page_too() -> None:
    text = written(pair(ASKED[3:], RIGHT[3:]))
    assert Tags(text).balanced
    assert '<svg class="chart"' not in text
    assert "0 to look at" in text


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_in_a_browser_it_fits_asks_for_nothing_and_filters(browser: Any, width: int, tmp_path: Path) -> None:  # noqa: ANN401
    path = tmp_path / "index.html"
    path.write_text(written(said=SAID, new=frozenset({"moon"})), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800})
    shown, said, asked = context.new_page(), [], []
    shown.on("console", lambda message: said.append(message.text))
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(path.as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    visible = "[...document.querySelectorAll('.card')].filter(card => card.checkVisibility()).map(card => card.id)"
    assert shown.evaluate(visible) == ["q-both", "q-dam", "q-toll", "q-moon"]
    shown.select_option("#fault", "refused")
    assert shown.evaluate(visible) == ["q-dam"]
    shown.select_option("#fault", "")
    shown.fill("#words", "DOUZE prefecture")
    assert shown.evaluate(visible) == ["q-both", "q-toll"]
    assert shown.inner_text("#shown") == "2 of 4"
    shown.fill("#words", "")
    shown.check("#only-new")
    assert shown.evaluate(visible) == ["q-moon"]
    assert not shown.is_visible("#kind-fact")
    assert said == []
    assert asked == [path.as_uri()]
    context.close()
