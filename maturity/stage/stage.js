// A hall's screen: one view at a time, by keys alone; the speaker's window follows and leads.
import { alike, begun, draw, move, still } from "./figure.js";
import { listen } from "./keys.js";
import { line, reveal } from "./server.js";

const main = document.querySelector("main");
const part = (name) => main.querySelector(`.${name}`);
const list = document.getElementById("list");
const help = document.getElementById("help");
const told = document.getElementById("told");
const wide = matchMedia("(min-width: 900px) and (min-height: 480px)");
const LOOKING = 700; // milliseconds at where we are, before the target moves away from it
let opened = Date.now();
let show = JSON.parse(document.getElementById("show").textContent);
let at = 0;
let moving = new AbortController();

const isBlack = () => document.body.classList.contains("black");
// On a narrow screen the first part has all of its figure: there the later ones are passed over.
const passed = (view) => view.later && !wide.matches;
const seen = (upto) => show.views.filter((view, place) => place <= upto && !passed(view)).length;
const figureOf = (view) => view.figures?.[wide.matches ? "stage" : "page"];
const state = () => ({ at, begun: opened, black: isBlack() });
const report = () => line.postMessage({ state: state() });

function write(view) {
  main.classList.toggle("front", !view.figures);
  for (const name of ["notice", "message", "what", "source"]) {
    part(name).textContent = view[name];
    part(name).hidden = !view[name];
  }
  if (view.part && wide.matches) part("what").append(` – ${view.part}`);
  if (view.mark) { // in one line, so that it is read whole
    const mark = document.createElement("span");
    mark.className = "whole";
    mark.textContent = view.mark;
    part("source").append(" ", mark);
  }
  part("figure").hidden = !view.figures;
  part("figure").setAttribute("aria-label", view.alt ?? "");
  document.getElementById("count").textContent = `${seen(at)} / ${seen(show.views.length - 1)}`;
}

async function render({ from = null, come = false } = {}) {
  moving.abort();
  moving = new AbortController();
  const { signal } = moving;
  const view = show.views[at];
  document.body.classList.toggle("stage", wide.matches);
  write(view);
  const figure = figureOf(view);
  if (!figure) return;
  const frame = part("figure");
  const how = { stage: wide.matches, signal };
  if (!still() && alike(from, figure)) {
    await move(frame, from, figure, how);
    return;
  }
  main.classList.remove("come");
  if (come) void main.offsetWidth; // so that it may come again
  main.classList.toggle("come", come);
  const start = come && !still() ? begun(figure) : figure;
  await draw(frame, start, how);
  if (start === figure) return;
  await new Promise((ready) => setTimeout(ready, LOOKING));
  if (!signal.aborted) await move(frame, start, figure, how);
}

function go(to) {
  let next = Math.max(0, Math.min(show.views.length - 1, to));
  const step = next > at ? 1 : -1;
  while (show.views[next] && passed(show.views[next])) next += step;
  if (next === at || !show.views[next]) return;
  const from = figureOf(show.views[at]);
  at = next;
  history.replaceState(null, "", `#${at + 1}`);
  render({ from, come: true });
  scrollTo(0, 0);
  part("message").focus({ preventScroll: true });
  report();
}

let telling = 0;
function tell(words, { stay = false } = {}) {
  told.textContent = words;
  line.postMessage({ told: words });
  clearTimeout(telling);
  if (!stay) telling = setTimeout(() => tell("", { stay: true }), 4000);
}

// A name takes the server a moment, or longer in a hall: one at a time, and it is said meanwhile.
let fetching = false;
async function fetchName(letter = "") {
  if (fetching) return;
  fetching = true;
  main.setAttribute("aria-busy", "true");
  tell(document.body.dataset.fetching, { stay: true });
  take(await reveal(show.views[at].slide, letter));
  main.removeAttribute("aria-busy");
  fetching = false;
}

function take(answer) {
  tell(answer.told ?? "");
  if (!answer.views) return;
  show = answer;
  fill();
  render();
  line.postMessage({ show });
}

function fill() {
  list.querySelector("ol").replaceChildren(...show.views.map((view, place) => {
    const link = document.createElement("a");
    link.href = `#${place + 1}`;
    link.textContent = view.part ? `${view.message} – ${view.part}` : view.message;
    const row = document.createElement("li");
    row.append(link);
    return row;
  }));
}

const toggle = (dialog) => (dialog.open ? dialog.close() : dialog.showModal());
const act = {
  isBlack,
  next: () => go(at + 1),
  back: () => go(at - 1),
  first: () => go(0),
  last: () => go(show.views.findLastIndex((view) => !passed(view))),
  to: (number) => { list.close(); go(number - 1); },
  black: () => { document.body.classList.toggle("black"); report(); },
  list: () => { help.close(); toggle(list); },
  help: () => { list.close(); toggle(help); },
  restart: () => { opened = Date.now(); report(); },
  speaker: () => {
    const address = new URL(location.href.split("#")[0]);
    address.searchParams.set("taler", "");
    open(address, "taler", "popup,width=1100,height=760");
  },
  reveal: () => fetchName(),
  full: () => (document.fullscreenElement
    ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
};
listen(act);

document.addEventListener("click", (event) => {
  const link = event.target.closest("dialog a");
  const button = event.target.closest("[data-do]");
  if (isBlack()) act.black();
  else if (link) {
    event.preventDefault();
    act.to(Number(link.hash.slice(1)));
  } else if (button) act[button.dataset.do]();
  else if (wide.matches && event.target.closest("main")) act.next();
});

let touched = null;
document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0]; });
document.addEventListener("touchend", (event) => {
  if (!touched) return;
  const ended = event.changedTouches[0];
  const across = ended.clientX - touched.clientX;
  if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(ended.clientY - touched.clientY)) {
    go(at + (across < 0 ? 1 : -1));
  }
});

line.addEventListener("message", ({ data }) => {
  if (data.ask) report();
  if (data.do) act[data.do]?.(data.number);
  if (data.reveal) fetchName(data.reveal);
});

let waiting = 0;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(render, 120);
});
at = Math.max(0, Math.min(show.views.length, Number(location.hash.slice(1)) || 1) - 1);
fill();
await document.fonts.ready;
await render();
document.body.dataset.ready = "";
report();
