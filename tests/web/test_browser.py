"""The page as a visitor has it, in Chromium: a real question over the shipped articles, and hostile articles."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from assistant.web.texts import TEXTS
from tests.web.fake_assistant import HOSTILE
from tests.web.served import served

pytestmark = pytest.mark.browser

QUESTION = "Que demande l'OTAN à la Turquie ?"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 740}
PATIENCE_MS = 20_000
DONE = "n => document.querySelectorAll('.exchange').length === n && !document.querySelector('.streaming')"
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Open]:  # noqa: ANN401  # playwright's types are not followed
    """Return a function that opens an address; afterwards no page may have erred or asked anything of another host."""
    contexts, wrong = [], []

    def open_page(url: str, viewport: dict[str, int] = WIDE, **options: str) -> Any:  # noqa: ANN401
        context = browser.new_context(viewport=viewport, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(request.url) if _leaves(request.url) else None)
        page.goto(url)
        page.wait_for_selector(".welcome")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _leaves(url: str) -> bool:
    return urlsplit(url).scheme in {"http", "https", "ws", "wss"} and urlsplit(url).hostname != "127.0.0.1"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served("app.py", log=tmp_path_factory.mktemp("app") / "log") as url:
        yield url


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served("-m", "tests.web.served", log=tmp_path_factory.mktemp("invented") / "log") as url:
        yield url


def ask(page: Any, question: str) -> None:  # noqa: ANN401
    count = page.locator(".exchange").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_function(DONE, arg=count + 1)


def overflow(page: Any) -> int:  # noqa: ANN401
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_a_question_is_answered_by_a_quote_with_its_source_beside_it(app: str, visit: Open) -> None:
    page = visit(app)
    ask(page, QUESTION)
    quote = page.locator(".quote").first.inner_text()
    assert "OTAN" in quote
    assert page.locator(".statement figcaption").first.inner_text().replace("\n", " ") == (
        "1Euronews avec AFP, 5 octobre 2020 (date déduite)"
    )
    card = page.locator("#source-1-1")
    assert card.locator("blockquote mark").inner_text() == quote
    assert card.locator(".publisher").first.inner_text() == "Euronews avec AFP"
    assert card.locator(".date").first.inner_text() == "5 octobre 2020"
    assert card.locator(".evidence").inner_text().startswith("date déduite\u00a0: ")
    page.locator(".cite").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "source-1-1"


def test_the_article_opens_at_the_quote_and_closes_from_the_keyboard(app: str, visit: Open) -> None:
    page = visit(app, PHONE)
    ask(page, QUESTION)
    page.locator("#source-1-1 .read").press("Enter")
    mark = page.locator("#reader-1-1 mark")
    assert mark.inner_text() == page.locator(".quote").first.inner_text()
    box = mark.bounding_box()
    assert 0 <= box["y"] < PHONE["height"]
    assert "Croix-Rouge" in page.locator("#reader-1-1 .reader-body").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#reader-1-1").is_visible()
    assert page.evaluate("document.activeElement.className") == "read"


def test_a_citation_is_copied_whole_and_said_to_be(invented: str, visit: Open) -> None:
    page = visit(invented)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "le port ?")
    button = page.locator("#sources button.copy").first
    button.click()
    page.wait_for_function("() => document.querySelector('#sources button.copy').textContent === 'Citation copiée'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r", "") == button.get_attribute("data-copies")
    assert copied.startswith("> La mairie annonce la réouverture du port.")


def test_a_question_sent_while_an_answer_is_being_written_is_answered_after_it(app: str, visit: Open) -> None:
    page = visit(app)
    page.fill("#question textarea", QUESTION)
    page.press("#question textarea", "Enter")
    page.wait_for_selector(".exchange")
    ask_next = "Que dénonce la Croix-Rouge ?"
    page.fill("#question textarea", ask_next)
    page.press("#question textarea", "Enter")
    page.press("#question textarea", "Enter")  # twice, as the impatient do: nothing more is asked
    page.wait_for_function(DONE, arg=2)
    page.wait_for_timeout(1000)
    assert page.locator(".question").all_inner_texts() == [QUESTION, ask_next]
    assert page.locator(".notice").count() == 0


def test_a_refusal_offers_near_passages_and_the_page_turns_english_around_it(app: str, visit: Open) -> None:
    page = visit(app)
    ask(page, QUESTION)
    ask(page, "Quelle est la recette de la tarte aux pommes ?")
    assert page.locator(".refusal").count() == 1
    assert page.locator("#sources .note").inner_text() == TEXTS["fr"].nearest_note
    assert page.locator(".source.near").count() > 0
    quote = page.locator(".quote").first.inner_text()
    page.locator("#language input[value=en]").check(force=True)
    page.wait_for_function("document.documentElement.lang === 'en'")
    assert page.locator("#send").inner_text() == "Ask"
    assert page.locator("#sources .note").inner_text() == TEXTS["en"].nearest_note
    assert page.get_by_label(TEXTS["en"].question_label).count() == 1
    assert page.locator(".quote").first.inner_text() == quote
    assert page.get_by_text("Nouvelle conversation").count() == 0


def test_nothing_runs_off_a_phone(app: str, visit: Open) -> None:
    page = visit(app, PHONE)
    assert overflow(page) <= 0
    ask(page, QUESTION)
    assert overflow(page) <= 0
    ask(page, "x" * 900)
    assert overflow(page) <= 0
    chat, side = page.locator("#chat").bounding_box(), page.locator("#side").bounding_box()
    assert side["y"] >= chat["y"] + chat["height"]


def test_empty_long_and_odd_questions_get_a_calm_answer(app: str, visit: Open) -> None:
    page = visit(app)
    page.click("#send")
    page.wait_for_selector(".notice")
    assert page.locator(".notice").inner_text() == TEXTS["fr"].empty_question
    page.fill("#question textarea", "x" * 5000)
    page.click("#send")
    page.get_by_text("5\u202f000 caractères").wait_for()
    assert len(page.input_value("#question textarea")) == 5000
    for odd in ("?", "🤷‍♀️", HOSTILE):
        ask(page, odd)
    assert page.locator(".question").last.inner_text() == HOSTILE
    assert page.locator(".notice").count() == 0
    assert page.locator(".toast-body").count() == 0


def test_hostile_articles_stay_text_and_quotes_stay_exact(invented: str, visit: Open) -> None:
    page = visit(invented)
    ask(page, "mal " + HOSTILE)
    assert page.locator(".quote").inner_text() == HOSTILE
    assert page.locator("#source-1-1 > blockquote mark").inner_text() == HOSTILE
    page.locator("#source-1-1 .read").click()
    assert page.locator("#reader-1-1 mark").inner_text() == HOSTILE
    assert page.evaluate("window.hurt") is None
    inside = "#conversation :is(img, form, input, iframe, svg, script), #sources :is(img, form, input, iframe, script)"
    assert page.locator(inside).count() == 0
    assert page.locator("#source-1-1 .original").count() == 0


def test_an_example_asks_itself_and_a_new_conversation_brings_it_back(invented: str, visit: Open) -> None:
    page = visit(invented, color_scheme="dark")
    page.locator(".example:visible").first.click()
    page.wait_for_function(DONE, arg=1)
    assert page.locator(".example:visible").count() == 0
    page.click("#new")
    page.wait_for_selector(".welcome")
    page.wait_for_selector(".example:visible")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(invented: str, visit: Open, scheme: str) -> None:
    page = visit(invented, color_scheme=scheme)
    ask(page, "le port ?")
    faint = page.evaluate(_FAINT)
    assert faint == []


# Contrast by WCAG 2.2 of every visible element that has text of its own, against the first opaque ground behind it.
_FAINT = """() => {
  const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = parts(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const e of document.querySelectorAll('.gradio-container *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.getBoundingClientRect().width < 3) continue;
    const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`);
  }
  return faint;
}"""


def test_headings_go_down_one_step_at_a_time_and_controls_have_names(invented: str, visit: Open) -> None:
    page = visit(invented)
    ask(page, "la grève ?")
    levels = page.eval_on_selector_all(
        "h1, h2, h3", "all => all.filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    unnamed = page.eval_on_selector_all(
        "#chat button, #side button, a",
        "all => all.filter(e => e.checkVisibility() && !(e.innerText || e.ariaLabel || '').trim()).length",
    )
    assert unnamed == 0
    assert page.locator("#conversation").get_attribute("aria-live") == "polite"


def call(url: str, *data: object) -> str:
    """Return what the ``ask`` endpoint sends back, as the stream it sends."""
    request = urllib.request.Request(
        f"{url}gradio_api/call/ask", json.dumps({"data": data}).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        event = json.load(response)["event_id"]
    with urllib.request.urlopen(f"{url}gradio_api/call/ask/{event}") as response:
        return str(response.read().decode())


def test_a_program_gets_the_answer_as_json_and_calm_errors(app: str) -> None:
    stream = call(app, QUESTION)
    assert stream.startswith("event: complete")
    [answer] = json.loads(stream.split("data: ", 1)[1])
    assert answer["citations"][0]["publisher"] == "Euronews"
    assert answer["citations"][0]["published"]["date"] == "2020-10-05"
    for odd in ({"a": 1}, "x" * 5000, ""):
        stream = call(app, odd)
        assert stream.startswith("event: error")
        assert "Traceback" not in stream


@pytest.mark.parametrize("path", ["/etc/passwd", "app.py", "../app.py", "%2e%2e/app.py", "index/manifest.json"])
def test_no_file_of_the_machine_is_served(app: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{app}gradio_api/file={path}")
    with refused.value as error:
        assert error.code in {403, 404}


def test_headers_guard_the_page(app: str) -> None:
    with urllib.request.urlopen(app) as response:
        assert "default-src 'self'" in response.headers["content-security-policy"]
        assert response.headers["x-content-type-options"] == "nosniff"


def test_a_missing_index_is_said_calmly_with_the_command_that_mends_it(browser: Any, tmp_path: Path) -> None:  # noqa: ANN401
    with served("app.py", log=tmp_path / "log", ASSISTANT_INDEX=str(tmp_path / "none")) as url:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_selector(".unavailable")
        assert (
            f"python -m assistant index --index {tmp_path / 'none'}"
            in page.locator(".unavailable pre").first.inner_text()
        )
        assert "Traceback" not in page.locator("body").inner_text()
        page.close()
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


TALK = (
    "Bonjour !",
    "Résume le conflit",
    "Quelles sont les positions de chaque pays ?",
    "Et la Russie ?",
    "Qui l'a dit ?",
    "Combien de morts du côté arménien ?",
    "Et du côté azerbaïdjanais ?",
    "Merci beaucoup !",
)


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_conversation_of_eight_turns_reads_on(app: str, visit: Open, viewport: dict[str, int]) -> None:
    page = visit(app, viewport)
    for question in TALK:
        ask(page, question)
    turns = page.locator(".exchange")
    assert [turn.strip() for turn in page.locator(".question").all_inner_texts()] == list(TALK)
    assert page.locator(".refusal").count() == 0
    assert page.locator(".talk").all_inner_texts()[-1].startswith("Avec plaisir.")
    assert turns.nth(1).locator(".lead").count() == 1
    parties = turns.nth(2).locator(".heading").all_inner_texts()
    assert {"Arménie", "Azerbaïdjan", "France"} <= set(parties)
    assert page.locator(".understood").all_inner_texts() == [
        "Compris comme\u00a0: Que dit la Russie\u00a0?",
        "Compris comme\u00a0: Qui l'a dit\u00a0? (à propos de\u00a0: Que dit la Russie\u00a0?)",
        "Compris comme\u00a0: Combien de morts du côté azerbaïdjanais\u00a0?",
    ]
    # Who said it: the same quotes, each under its speaker.
    assert turns.nth(4).locator(".quote").all_inner_texts() == turns.nth(3).locator(".quote").all_inner_texts()
    assert turns.nth(4).locator(".heading").count() == turns.nth(4).locator(".statement").count()
    assert "91 civils" in turns.nth(6).inner_text()
    # The sources of the last answer stay beside the thanks.
    assert page.locator("#source-7-1 > blockquote mark").count() == 1
    assert overflow(page) <= 0
