// Drawing a view's figure in the room there is, and moving from one figure to another.

const MOVING = 900; // milliseconds
const LARGEST = 1.9; // times what a page shows, on a screen of 1080 lines
const PLACES = ["r", "theta", "x", "y", "base", "width"];

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// On a stage a figure is drawn in its own size and enlarged whole, but not beyond what is read with
// ease: there it has the rest of the room. Else it is as wide as the page.
export function draw(frame, figure, { stage }) {
  const sheet = frame.firstElementChild;
  const room = frame.getBoundingClientRect();
  const scale = stage ? Math.min(LARGEST * innerHeight / 1080, room.height / figure.layout.height) : 1;
  const width = Math.floor(room.width / scale);
  const height = stage ? Math.floor(room.height / scale) : figure.layout.height;
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  sheet.style.transform = stage ? `scale(${scale})` : "";
  const layout = { ...figure.layout, width, height, autosize: false };
  return Plotly.react(sheet, figure.data, layout, { staticPlot: true, responsive: false });
}

// Whether every trace of one figure has its own in the other, point by point.
export function alike(one, other) {
  return Boolean(one && other) && one.data.length === other.data.length
    && one.data.every((trace, at) => {
      const fellow = other.data[at];
      return trace.type === fellow.type && trace.name === fellow.name
        && PLACES.every((key) => lengthOf(trace[key]) === lengthOf(fellow[key]));
    })
    && one.data.some((trace, at) => PLACES.some(
      (key) => JSON.stringify(trace[key]) !== JSON.stringify(other.data[at][key])));
}

// The figure as it begins: the target where today is. The figure itself, where it shows not both.
export function begun(figure) {
  if (!Object.keys(figure.begin ?? {}).length) return figure;
  return { ...figure, data: figure.data.map((trace, at) => ({ ...trace, ...figure.begin[at] })) };
}

const lengthOf = (value) => (Array.isArray(value) ? value.length : -1);

// Draw every step on the way; whoever calls again meanwhile ends this one through `signal`.
export async function move(frame, from, to, { stage, signal }) {
  const start = performance.now();
  for (;;) {
    const now = await new Promise(requestAnimationFrame);
    if (signal.aborted) return;
    const part = Math.min(1, (now - start) / MOVING);
    if (part >= 1) break;
    const eased = part * part * (3 - 2 * part);
    const data = to.data.map((trace, at) => between(from.data[at], trace, eased));
    await draw(frame, { ...to, data }, { stage });
    if (signal.aborted) return;
  }
  await draw(frame, to, { stage });
}

function between(one, other, part) {
  const found = { ...other };
  PLACES.filter((key) => Array.isArray(other[key])).forEach((key) => {
    found[key] = other[key].map((value, at) => {
      const before = one[key][at];
      const numbers = typeof value === "number" && typeof before === "number";
      return numbers ? before + (value - before) * part : value;
    });
  });
  return found;
}
