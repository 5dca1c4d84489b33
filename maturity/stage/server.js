// What a stage and its speaker's window say to each other, and to the server.

export const line = new BroadcastChannel(`maturity-${location.pathname.split("/").pop()}`);

// Ask the server for a name: that of a letter, else the next one of a slide. It answers with what
// is shown from then on, or with a sentence.
export async function reveal(slide, letter = "") {
  try {
    const address = new URL(location.href.split("#")[0]);
    address.searchParams.set("slide", slide);
    if (letter) address.searchParams.set("letter", letter);
    const answer = await fetch(address, { method: "POST" });
    const kind = answer.headers.get("content-type") ?? "";
    return kind.startsWith("application/json") ? await answer.json() : { told: await answer.text() };
  } catch {
    return { told: document.body.dataset.unreached };
  }
}
