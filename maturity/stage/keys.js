// The keys of a stage, the same in the speaker's window.

const NUMBER = 900; // milliseconds that a number waits for its next digit
const MOVES = [
  "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End",
];

export function listen(act) {
  const keys = {
    ArrowRight: act.next, ArrowDown: act.next, PageDown: act.next, " ": act.next, Enter: act.next,
    ArrowLeft: act.back, ArrowUp: act.back, PageUp: act.back, Backspace: act.back,
    Home: act.first, End: act.last,
    b: act.black, ".": act.black, // what some clickers send
    g: act.list, "?": act.help, n: act.speaker, v: act.reveal, f: act.full,
  };
  let digits = "";
  let waiting = 0;
  const jump = () => {
    clearTimeout(waiting);
    if (digits) act.to(Number(digits));
    digits = "";
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("textarea, input")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (act.isBlack()) {
      event.preventDefault();
      act.black();
      return;
    }
    const dialog = document.querySelector("dialog[open]");
    if (/^\d$/.test(key)) {
      digits = (digits + key).slice(-3);
      clearTimeout(waiting);
      waiting = setTimeout(jump, NUMBER);
      return;
    }
    if (key === "Enter" && digits) {
      event.preventDefault();
      jump();
      return;
    }
    // What has the focus keeps its own keys, but a clicker knows of no dialog: it moves all the same.
    if (dialog && MOVES.includes(key)) dialog.close();
    else if (dialog && key !== "g" && key !== "?") return;
    if ((key === " " || key === "Enter") && event.target.closest("button, a")) return;
    if (!keys[key]) return;
    event.preventDefault();
    keys[key]();
  });
}
