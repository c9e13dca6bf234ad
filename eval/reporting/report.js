// Hides the cards that the controls do not ask for. The page is whole without it.
const controls = document.querySelector(".filters");
const cards = [...document.querySelectorAll(".card")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(cards.map((card) => [card, plain(card.textContent)]));
const value = (id) => document.getElementById(id)?.value ?? "";

function filter() {
  const words = plain(value("words")).split(/\s+/).filter(Boolean);
  const onlyNew = document.getElementById("only-new")?.checked ?? false;
  let shown = 0;
  for (const card of cards) {
    card.hidden =
      (value("fault") && card.dataset.fault !== value("fault")) ||
      (value("split") && card.dataset.split !== value("split")) ||
      (onlyNew && card.dataset.new !== "1") ||
      !words.every((word) => texts.get(card).includes(word));
    shown += !card.hidden;
  }
  for (const kind of document.querySelectorAll(".kind")) kind.hidden = !kind.querySelector(".card:not([hidden])");
  document.getElementById("shown").textContent = `${shown} of ${cards.length}`;
}

if (controls && cards.length) {
  controls.hidden = false;
  controls.addEventListener("input", filter);
  filter();
}
