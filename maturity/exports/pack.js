// The gathering pack: one view at a time on a wide screen, one below the other on a narrow one.
(() => {
  "use strict";
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const views = [...document.querySelectorAll("section.view")];
  const count = document.getElementById("count");
  const list = document.getElementById("list");
  const wide = matchMedia("(min-width: 900px) and (min-height: 480px)");
  const LARGEST = 1.9; // times what a page shows, on a screen of 1080 lines
  let at = 0;
  let printing = false;

  const staged = () => wide.matches && !printing;

  const draw = (view) => {
    const frame = view.querySelector(".figure");
    if (!frame) return;
    const sheet = frame.firstElementChild;
    const stage = staged();
    const figure = figures[stage || printing ? "stage" : "page"][Number(frame.dataset.figure)];
    const needed = figure.layout.height;
    const room = frame.getBoundingClientRect();
    if (!room.width || (stage && !room.height)) return;
    // On a stage the figure is enlarged whole, though not beyond what is read with ease; then it
    // fills the room that is left.
    const scale = stage ? Math.min(LARGEST * innerHeight / 1080, room.height / needed) : 1;
    const width = printing ? 940 : Math.floor(room.width / scale);
    const height = stage ? Math.floor(room.height / scale) : needed;
    sheet.style.width = `${width}px`;
    sheet.style.height = `${height}px`;
    sheet.style.transform = stage ? `scale(${scale})` : "";
    const layout = { ...figure.layout, width, height, autosize: false };
    Plotly.react(sheet, figure.data, layout, { displayModeBar: false, responsive: false });
  };

  const show = (to, focus) => {
    at = Math.max(0, Math.min(views.length - 1, to));
    views.forEach((view, place) => view.classList.toggle("on", place === at));
    count.textContent = `${at + 1} / ${views.length}`;
    if (!staged()) {
      if (focus) views[at].scrollIntoView();
      return;
    }
    draw(views[at]);
    if (location.hash !== `#${views[at].id}`) history.replaceState(null, "", `#${views[at].id}`);
    if (focus) views[at].querySelector("h1, h2").focus({ preventScroll: true });
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
    End: () => show(views.length - 1, true),
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
    show(views.findIndex((view) => `#${view.id}` === link.getAttribute("href")), true);
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
    else views.forEach((view) => near.observe(view));
  };
  const print = (on) => {
    printing = on;
    lay();
    if (on) views.forEach(draw);
  };

  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(lay, 120);
  });
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  at = Math.max(0, views.findIndex((view) => `#${view.id}` === location.hash));
  lay();
  document.fonts.ready.then(lay);
})();
