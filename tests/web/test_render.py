"""The page as HTML: what it shows, what it never lets in."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from assistant.answering.wording import BY_MODEL, statement_text
from assistant.types import Answer, Citation, Language, Remark, Statement
from assistant.web.render import answer_html, answer_length, conversation_html, masthead_html, unavailable_html
from assistant.web.session import Session
from assistant.web.sources import LISTED, corpus_html, sources_html
from tests.web.fake_assistant import ARTICLES, HARBOUR, HOSTILE, UNKNOWN, WICKED, answering, article, ask, citation
from tests.web.test_markup import Reader

OURS = {"a", "article", "bdi", "blockquote", "button", "details", "dialog", "div", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "header", "li", "mark", "p", "section", "span", "strong", "summary",
        "ul"}  # fmt: skip

OUR_ATTRIBUTES = {"aria-haspopup", "aria-hidden", "aria-label", "aria-labelledby", "class", "data-closes",
                  "data-copied", "data-copies", "data-opens", "href", "id", "lang", "rel", "role", "tabindex",
                  "target", "type"}  # fmt: skip


def talk(*questions: str, language: Language = "fr") -> Session:
    session = Session(language)
    for question in questions:
        session = session.asking(question).answered(ask(question))
    return session


def panel(session: Session) -> str:
    return sources_html(session, ARTICLES, corpus_html(tuple(ARTICLES.values()), session.language))


def page(session: Session) -> str:
    masthead = masthead_html(tuple(ARTICLES.values()), session.language)
    return masthead + conversation_html(session) + panel(session)


def text(html: str) -> str:
    return Reader(html).text


def test_an_answer_shows_the_quote_to_the_letter_with_publisher_and_date() -> None:
    html = conversation_html(talk("le port ?"))
    assert (
        '<blockquote class="quote" lang="fr"><bdi>La mairie annonce la réouverture du port.</bdi></blockquote>' in html
    )
    assert "Le Journal avec AFP, 1er mars 2021 (date déduite)" in text(html)


def test_each_numbered_link_leads_to_a_card_that_is_there_and_no_name_is_taken_twice() -> None:
    html = page(talk("le port ?", "la grève ?", "le port ?"))
    ids = re.findall(r' id="([^"]*)"', html)
    links = re.findall(r' href="#([^"]*)"', html) + re.findall(r' data-opens="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert {"source-1-1", "source-2-1", "source-2-2", "source-3-1"} <= set(links)


def test_a_card_says_all_that_is_known_and_how() -> None:
    html = panel(talk("le port ?"))
    read = text(html)
    assert "Le port rouvre" in read
    assert "Le Journal avec AFP" in read
    assert "Par Ana Roux, Luc Petit" in read
    assert "1er mars 2021" in read
    assert "date déduite\u00a0: « lundi » : le 1er mars 2021" in read
    assert "Selon la mairie · propos rapporté" in read
    assert "<mark><bdi>La mairie annonce la réouverture du port.</bdi></mark>" in html
    assert 'href="https://journal.example/port?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow"' in html


def test_what_is_unknown_is_said_to_be() -> None:
    read = text(panel(talk("la grève ?")))
    assert "Sans titre Une dépêche sans titre ni éditeur. Elle parle de la grève" in read
    assert "Éditeur inconnu" in read
    assert "date inconnue" in read


def test_the_whole_article_can_be_read_with_the_quote_marked_once() -> None:
    html = panel(talk("le port ?"))
    reader = html[html.index("<dialog") : html.index("</dialog>")]
    for line in HARBOUR.text.split("\n\n"):
        assert line in text(reader)
    assert reader.count("<mark>") == 1


def test_a_very_long_article_is_cut_around_the_quote_and_says_so() -> None:
    long = article("long", "Avant. " * 5000 + "Voici le port rare. " + "Après. " * 5000)
    session = Session().asking("port")
    rare = citation(1, long, "Voici le port rare.")
    answer = Answer("port", "port", "fr", "…", (Statement(rare.quote, (1,)),), (rare,), None, 0.9, ())
    html = panel(session.answered(answer))
    assert len(html) < 100_000
    assert "seule la partie voisine" in html
    assert html.count("<mark><bdi>Voici le port rare.</bdi></mark>") == 2


def test_a_refusal_is_in_the_answer_s_words_and_offers_near_passages_as_such() -> None:
    session = talk("la météo ?")
    assert "Le corpus ne répond pas." in text(conversation_html(session))
    read = text(panel(session))
    assert read.startswith("Passages prochesIls ne répondent pas à la question.")
    assert "La mairie annonce" in read
    assert 'class="number"' not in panel(session)


@pytest.mark.parametrize("question", ["mal", "mal " + HOSTILE, HOSTILE])
def test_nothing_of_an_article_or_a_question_becomes_markup(question: str) -> None:
    html = page(talk(question))
    read = Reader(html)
    assert set(read.tags) <= OURS
    assert read.attributes <= OUR_ATTRIBUTES
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', html))


def test_a_hostile_quote_is_still_shown_to_the_letter() -> None:
    html = conversation_html(talk("mal"))
    quote = html[html.index('<blockquote class="quote"') : html.index("</blockquote>")]
    assert text(quote) == HOSTILE


def test_a_citation_is_copied_with_its_source_and_a_near_passage_is_not() -> None:
    copies = [unescape(one) for one in re.findall(r' data-copies="([^"]*)"', panel(talk("le port ?")))]
    [markdown] = copies
    assert markdown.startswith("> La mairie annonce la réouverture du port.\n>\n> — ")
    assert "Le Journal avec AFP, 1er mars 2021 (date déduite)" in markdown
    assert "https://journal.example/port?a=1&b=2#:~:text=" in markdown
    assert "data-copies" not in panel(talk("rien"))


def test_the_page_in_english_keeps_french_quotes_only() -> None:
    read = text(page(talk("le port ?", language="en")))
    assert "date inferred: « lundi »" in read
    assert "According to “la mairie” · reported speech" in read
    assert "Read the article at this place" in read
    assert "La mairie annonce la réouverture du port." in read
    for word in ("Lire l’article", "date déduite :", "Réponses citées", "Fermer"):
        assert word not in read


def test_an_answer_grows_to_what_it_is_whole() -> None:
    answer = ask("la grève ?")
    whole = answer_html(answer, 1, "fr")
    grown = [text(answer_html(answer, 1, "fr", shown=shown)) for shown in range(0, answer_length(answer) + 1, 5)]
    assert [len(one) for one in grown] == sorted(len(one) for one in grown)
    assert answer_html(answer, 1, "fr", shown=answer_length(answer)) == whole


def test_an_answer_in_words_of_its_own_sets_its_quotes_apart() -> None:
    quote = citation(1, UNKNOWN, "Elle parle de la grève.")
    said = Statement("Une dépêche le dit : « Elle parle de la grève. » [1]", (1,))
    answer = Answer("q", "q", "fr", said.text, (said,), (quote,), None, 0.9, ())
    html = answer_html(answer, 1, "fr")
    assert '<q class="inline"><bdi>Elle parle de la grève.</bdi></q>' in html
    assert text(html).startswith(said.text)


def marking(quote: Citation, words: str) -> Citation:
    start = quote.start + quote.quote.index(words)
    return replace(quote, answer_span=(start, start + len(words)))


def test_the_words_that_answer_are_bold_in_the_quote_and_the_text_is_the_same() -> None:
    quotes = [citation(1, HARBOUR, "Le port rouvre lundi."), citation(2, HARBOUR, "Le coût est de 3 millions d'euros.")]
    marks = [marking(quotes[0], "lundi"), marking(quotes[1], "3 millions d'euros")]
    both = Statement("\n".join(one.quote for one in quotes), (1, 2))
    plain, bold = (answer_html(replace(answering("q", *some), statements=(both,)), 1, "fr") for some in (quotes, marks))
    assert re.findall("<strong>(.*?)</strong>", bold) == ["lundi", "3 millions d&#x27;euros"]
    assert "<strong>" not in plain
    assert text(bold) == text(plain)


def test_bold_words_are_escaped_and_grow_with_the_answer() -> None:
    quote = marking(citation(1, WICKED, HOSTILE), "<script>window.hurt=1</script>")
    answer = answering("q", quote)
    html = answer_html(answer, 1, "fr")
    assert "<strong>&lt;script&gt;window.hurt=1&lt;/script&gt;</strong>" in html
    for shown in range(0, answer_length(answer), 7):
        part = answer_html(answer, 1, "fr", shown=shown)
        assert "<script" not in part
        assert text(html).startswith(text(part))


def test_words_that_answer_are_bold_in_an_inline_quote() -> None:
    quote = marking(citation(1, UNKNOWN, "Elle parle de la grève."), "la grève")
    said = Statement("Une dépêche le dit : « Elle parle de la grève. » [1]", (1,))
    html = answer_html(Answer("q", "q", "fr", said.text, (said,), (quote,), None, 0.9, ()), 1, "fr")
    assert '<q class="inline"><bdi>Elle parle de <strong>la grève</strong>.</bdi></q>' in html


def test_a_follow_up_shows_how_it_was_understood() -> None:
    answer = Answer("et lui ?", "que dit le maire ?", "fr", "Non.", (), (), "off_topic", 0.1, ())
    html = conversation_html(Session().asking("et lui ?").answered(answer))
    assert "Compris comme\u00a0: que dit le maire\u00a0?" in text(html)


def test_a_question_that_leans_on_the_one_before_says_on_which() -> None:
    answer = Answer("Pourquoi ?", "Pourquoi ? (Que dit le maire ?)", "fr", "Non.", (), (), "off_topic", 0.1, ())
    html = conversation_html(Session().asking("Pourquoi ?").answered(answer))
    assert "Compris comme\u00a0: Pourquoi\u00a0? (à propos de\u00a0: Que dit le maire\u00a0?)" in text(html)
    same = Answer("Pourquoi ?", "Pourquoi ?", "fr", "Non.", (), (), "off_topic", 0.1, ())
    assert "Compris comme" not in conversation_html(Session().asking("Pourquoi ?").answered(same))


def test_an_overview_has_its_opening_line_and_a_heading_over_each_quote() -> None:
    quote = citation(1, UNKNOWN, "Elle parle de la grève.")
    line = f"Syndicats <b> — {statement_text([quote], 'fr')}"
    answer = Answer("q", "q", "fr", f"Ce que dit chacun :\n{line}", (Statement(line, (1,)),), (quote,), None, 0.9, ())
    html = answer_html(answer, 1, "fr")
    assert '<p class="lead" lang="fr"><bdi>Ce que dit chacun :</bdi></p>' in html
    assert '<p class="heading" lang="fr"><bdi>Syndicats &lt;b&gt;</bdi></p><blockquote' in html
    assert text(html).count("Elle parle de la grève.") == 1


def test_small_talk_looks_like_no_refusal() -> None:
    answer = Answer("merci", "merci", "fr", "Avec plaisir.", (), (), "small_talk", 0.0, ())
    session = talk("la grève ?").asking("merci").answered(answer)
    html = conversation_html(session)
    assert '<div class="answer talk" lang="fr"><p>Avec plaisir.</p></div>' in html
    assert "refusal" not in html
    assert "Sans titre" in text(sources_html(session, ARTICLES, ""))  # those of the answer before stay


def test_a_large_corpus_lists_its_latest_articles_and_counts_the_rest() -> None:
    html = corpus_html([article(f"a{n}", f"Texte {n}.") for n in range(LISTED + 5)], "fr")
    assert html.count("<li>") == LISTED
    assert "et 5 autres" in html


def test_the_page_without_an_index_names_the_command_in_both_languages() -> None:
    for language in ("fr", "en"):
        html = unavailable_html("python -m assistant index", "no <index> here", language)
        assert "<code>python -m assistant index</code>" in html
        assert "no &lt;index&gt; here" in html


def test_a_sentence_of_a_model_is_marked_and_its_numbers_lead_to_the_sources() -> None:
    quote = citation(1, HARBOUR, "La mairie annonce la réouverture du port.")
    said = Statement(f"La mairie <b>annonce. [1] [7] ({BY_MODEL['fr']})", (1,), "model")
    shown = Statement(quote.quote, (1,))
    answer = Answer("q", "q", "fr", "…", (said, shown), (quote,), None, 0.9, (), note="Une <i>note.")
    for language, mark in BY_MODEL.items():
        html = answer_html(answer, 4, language)
        assert '<a class="cite" href="#source-4-1"' in html
        assert f'<span class="by-model">{mark}</span>' in html
        assert text(html).startswith(f"La mairie <b>annonce. 1 7{mark}La mairie annonce la réouverture")
        assert html.count("<blockquote") == 1
        assert text(html).endswith("Une <i>note.")
        assert set(Reader(html).tags) <= OURS
    assert "Une" not in text(answer_html(answer, 4, "fr", shown=answer_length(answer) - 1))


def test_what_is_said_of_the_sources_is_inert_and_leads_to_them() -> None:
    one = citation(1, HARBOUR, HARBOUR.text[:10])
    remarks = (Remark("origin", "[1] : même phrase, reprise par <b>X</b>.", (1,)), Remark("silence", "Y : rien."))
    answer = Answer("q", "q", "fr", "…", (Statement(one.quote, (1,)),), (one,), None, 0.9, (), remarks=remarks)
    html = conversation_html(Session().asking("q").answered(answer))
    assert "&lt;b&gt;X&lt;/b&gt;" in html
    assert html.count('class="cite"') == 2
    assert "Y : rien." in text(html)
