"""What a hall reads of what a page shows: how large its letters are, and whether they clash."""

# Of all letters that are seen within SCOPE, the size that they have on the screen, in pixels.
SMALLEST = """(scope) => {
  const seen = it => it.checkVisibility() && it.getBoundingClientRect().width;
  const drawn = [...document.querySelectorAll(`${scope} .sheet text`)]
    .filter(it => it.textContent.trim() && seen(it))
    .map(it => Math.hypot(it.getScreenCTM().a, it.getScreenCTM().b)
      * parseFloat(getComputedStyle(it).fontSize));
  const written = [...document.querySelectorAll(`${scope} *`)]
    .filter(it => !it.closest('.sheet') && seen(it)
      && [...it.childNodes].some(part => part.nodeType === 3 && part.textContent.trim()))
    .map(it => parseFloat(getComputedStyle(it).fontSize));
  return Math.min(...drawn, ...written);
}"""
# The texts of the figure within SCOPE that stand over each other, or outside it.
CLASHING = """(scope) => {
  const sheet = document.querySelector(`${scope} .sheet`).getBoundingClientRect();
  const boxes = [...document.querySelectorAll(`${scope} .sheet text`)]
    .filter(it => it.textContent.trim() && it.getBoundingClientRect().width)
    .map(it => ({ text: it.textContent, box: it.getBoundingClientRect() }));
  const out = boxes.filter(({ box }) => box.left < sheet.left - 1 || box.right > sheet.right + 1
    || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1).map(it => it.text);
  const over = boxes.flatMap((one, at) => boxes.slice(at + 1)
    .filter(({ box }) => Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 4
      && Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 8)
    .map(other => `${one.text} / ${other.text}`));
  return [...out, ...over];
}"""
