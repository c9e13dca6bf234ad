"""The splits keep what is tested out of what is trained."""

from __future__ import annotations

from pathlib import Path

from assistant.training.data import piaf_split, read_orangesum, read_piaf, split_sentences
from tests.training.made import write_data


def test_a_fifth_of_the_articles_is_dev_and_stays_so() -> None:
    sides = [piaf_split(f"Article {number}") for number in range(2000)]
    assert 0.17 < sides.count("dev") / len(sides) < 0.23
    assert (piaf_split("Sport"), piaf_split("Rire")) == (piaf_split("Sport"), piaf_split("Rire"))


def test_every_question_is_on_exactly_one_side(tmp_path: Path) -> None:
    data = write_data(tmp_path)
    train, dev = read_piaf(data, "train"), read_piaf(data, "dev")
    assert len(train) + len(dev) == 8
    assert not {pair.title for pair in train} & {pair.title for pair in dev}


def test_a_document_of_any_test_or_validation_split_is_held_out(tmp_path: Path) -> None:
    splits = {document.id: document.split for document in read_orangesum(write_data(tmp_path))}
    assert {splits[str(number)] for number in range(7, 48, 8)} == {"test"}
    assert {splits[str(number)] for number in range(6, 48, 8)} == {"valid"}
    assert splits["0"] == "train"


def test_sentences_the_collection_glued_together_come_apart(tmp_path: Path) -> None:
    document = next(read_orangesum(write_data(tmp_path)))
    assert split_sentences(document.text)[:2] == ["Le chat ouvre une salle.", "Les voisins de le chat sont surpris."]
