// The speaker's window: what is shown, what comes, what to say, and how long it has taken.
import { draw } from "./figure.js";
import { listen } from "./keys.js";
import { line } from "./server.js";

const by = (id) => document.getElementById(id);
let show = JSON.parse(by("show").textContent);
let state = null;

function write() {
  const view = show.views[state.at];
  const next = show.views[state.at + 1];
  by("count").textContent = `${state.at + 1} / ${show.views.length}`;
  by("message").textContent = view.message;
  by("notes").textContent = view.notes;
  by("next").textContent = next?.message ?? by("next").dataset.none;
  by("black-word").hidden = !state.black;
  by("names").replaceChildren(...(view.unnamed ?? []).map((letter) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = by("names").dataset.words.replace("{}", letter);
    button.addEventListener("click", () => line.postMessage({ reveal: letter }));
    return button;
  }));
  const figure = next?.figures?.stage;
  by("preview").hidden = !figure;
  if (figure) draw(by("preview"), figure, { stage: true });
}

function clock() {
  by("time").textContent = new Date().toLocaleTimeString(document.documentElement.lang,
    { hour: "2-digit", minute: "2-digit" });
  if (!state) return;
  const seconds = Math.max(0, Math.floor((Date.now() - state.begun) / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  by("elapsed").textContent = parts.map((it) => String(it).padStart(2, "0")).join(":");
}

const send = (what) => () => line.postMessage({ do: what });
const act = {
  isBlack: () => false,
  ...Object.fromEntries(["next", "back", "first", "last", "black", "reveal", "restart"].map(
    (what) => [what, send(what)])),
  to: (number) => line.postMessage({ do: "to", number }),
  list: () => {}, help: () => {}, speaker: () => {}, full: () => {},
};
listen(act);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) act[button.dataset.do]();
});

line.addEventListener("message", ({ data }) => {
  if (data.show) { // the stage is not told what the speaker wrote
    const notes = new Map(show.views.map((view) => [view.slide, view.notes]));
    show = {
      ...data.show,
      views: data.show.views.map((view) => ({ ...view, notes: notes.get(view.slide) ?? "" })),
    };
  }
  if (data.told !== undefined) by("told").textContent = data.told;
  state = data.state ?? state;
  if (!state) return;
  by("alone").hidden = true;
  write();
});
setInterval(clock, 500);
clock();
line.postMessage({ ask: true });
document.body.dataset.ready = "";
