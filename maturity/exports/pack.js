// The gathering pack: one view at a time on a wide screen, one below the other on a narrow one.
(() => {
  "use strict";
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const views = [...document.querySelectorAll("section.view")];
  const count = document.getElementById("count");
  const list = document.getElementById("list");
  // On a stage a tall figure is shown in parts, one after the other.
  const partsOf = (view) => figures.stage[view.querySelector(".figure")?.dataset.figure] ?? [null];
  const steps = views.flatMap((view) => partsOf(view).map((_figure, part) => ({ view, part })));
  const hashOf = ({ view, part }) => `#${view.id}${part ? `.${part + 1}` : ""}`;
  const wide = matchMedia("(min-width: 900px) and (min-height: 480px)");
  const LARGEST = 1.9; // times what a page shows, on a screen of 1080 lines
  const PAPER = 940; // pixels across a sheet
  const placeOf = (hash) => steps.findIndex((step) => hashOf(step) === hash);
  let at = 0;
  let printing = false;

  const staged = () => wide.matches && !printing;

  const drawIn = (sheet, figure, { width, height, scale }) => {
    sheet.style.width = `${width}px`;
    sheet.style.height = `${height}px`;
    sheet.style.transform = scale === 1 ? "" : `scale(${scale})`;
    const layout = { ...figure.layout, width, height, autosize: false };
    Plotly.react(sheet, figure.data, layout, { displayModeBar: false, responsive: false });
  };

  // In the page: the whole figure, as wide as there is room.
  const draw = (view) => {
    const frame = view.querySelector(".figure");
    const width = Math.floor(frame?.getBoundingClientRect().width ?? 0);
    if (!width) return;
    const figure = figures.page[frame.dataset.figure];
    drawIn(frame.firstElementChild, figure, { width, height: figure.layout.height, scale: 1 });
  };

  // On a stage a part is enlarged whole, though not beyond what is read with ease; then it fills
  // the room that is left.
  const stage = ({ view, part }) => {
    const frame = view.querySelector(".figure");
    if (!frame) return;
    const words = view.querySelector(".part");
    const parts = partsOf(view);
    const said = words.dataset.words.replace("{number}", part + 1).replace("{count}", parts.length);
    words.textContent = parts.length > 1 ? ` – ${said}` : "";
    const room = frame.getBoundingClientRect();
    if (!room.width || !room.height) return;
    const scale = Math.min(LARGEST * innerHeight / 1080, room.height / parts[part].layout.height);
    const [width, height] = [room.width, room.height].map((it) => Math.floor(it / scale));
    drawIn(frame.firstElementChild, parts[part], { width, height, scale });
  };

  // On paper the parts stand below one another; none is cut by the end of a sheet.
  const set = (view) => {
    const frame = view.querySelector(".figure");
    if (!frame) return;
    partsOf(view).forEach((figure, part) => {
      const sheet = frame.children[part] ?? frame.appendChild(document.createElement("div"));
      sheet.className = "sheet";
      drawIn(sheet, figure, { width: PAPER, height: figure.layout.height, scale: 1 });
    });
  };
  const unset = (view) => view.querySelectorAll(".sheet + .sheet").forEach((it) => it.remove());

  const show = (to, focus) => {
    at = Math.max(0, Math.min(steps.length - 1, to));
    const { view } = steps[at];
    views.forEach((it) => it.classList.toggle("on", it === view));
    count.textContent = `${at + 1} / ${steps.length}`;
    if (!staged()) {
      if (focus) view.scrollIntoView();
      return;
    }
    stage(steps[at]);
    if (location.hash !== hashOf(steps[at])) history.replaceState(null, "", hashOf(steps[at]));
    if (focus) view.querySelector("h1, h2").focus({ preventScroll: true });
  };

  const black = (on) => document.body.classList.toggle("black", on);
  const isBlack = () => document.body.classList.contains("black");
  const jump = () => (list.open ? list.close() : list.showModal());

  const keys = {
    ArrowRight: () => show(at + 1, true),
    PageDown: () => show(at + 1, true),
    " ": () => show(at + 1, true),
    ArrowLeft: () => show(at - 1, true),
    PageUp: () => show(at - 1, true),
    Home: () => show(0, true),
    End: () => show(steps.length - 1, true),
    l: jump,
    b: () => black(true),
    ".": () => black(true), // what some clickers send
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (isBlack()) {
      event.preventDefault();
      black(false);
      return;
    }
    // What has the focus keeps its own keys, and a narrow page scrolls as pages do.
    if (list.open && key !== "l") return;
    if (key === " " && event.target.closest("button, summary, a")) return;
    if (!staged() && key !== "l" && key !== "b") return;
    if (!keys[key]) return;
    event.preventDefault();
    keys[key]();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (isBlack()) black(false);
    else if (button) ({ next: keys.PageDown, back: keys.PageUp, list: jump })[button.dataset.do]();
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    list.close();
    show(placeOf(link.getAttribute("href")), true);
  });

  const near = new IntersectionObserver((entries) => {
    if (staged()) return;
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      draw(entry.target);
      near.unobserve(entry.target);
    });
  }, { rootMargin: "400px" });

  const lay = () => {
    document.body.classList.toggle("stage", staged());
    if (staged()) show(at, false);
    else if (!printing) views.forEach((view) => near.observe(view));
  };
  const print = (on) => {
    printing = on;
    if (!on) views.forEach(unset);
    lay();
    if (on) views.forEach(set);
  };

  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(lay, 120);
  });
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  at = Math.max(0, placeOf(location.hash));
  lay();
  document.fonts.ready.then(lay);
})();
