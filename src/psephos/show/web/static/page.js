// Keyboard and pointer for the seats, copying, sorting. The page works without it: every member is also a button of the list.
(() => {
  "use strict";
  const KEYS = { y: "yes", n: "no", a: "abstain", x: "absent", p: "not_participating", o: "open" };
  let waiting = [];
  let busy = false;
  let focused = "";
  let kept = { sorted: null, scrolled: 0, open: {} };

  const form = () => document.getElementById("vote");
  const seats = () => [...document.querySelectorAll("#stage .seat")];

  function send() {
    if (busy || !waiting.length) return;
    busy = true;
    document.getElementById("turn").value = waiting.join(",");
    waiting = [];
    form().requestSubmit();
  }

  function turn(member, choice) {
    waiting.push(choice ? `${member}:${choice}` : member);
    send();
  }

  function rove(seat, focus) {
    for (const other of seats()) other.setAttribute("tabindex", other === seat ? "0" : "-1");
    if (focus) { focused = seat.id; seat.focus(); }
  }

  function settle() {
    const all = seats();
    if (all.length) {
      const last = focused && document.getElementById(focused);
      rove(last || all[0], Boolean(last) && [document.body, null].includes(document.activeElement));
    }
    const said = document.getElementById("said");
    const headline = document.getElementById("verdict-title");
    const tally = document.querySelector(".verdict .tally");
    if (said && headline) said.textContent = `${headline.textContent} ${tally ? tally.textContent : ""}`;
  }

  document.addEventListener("click", (event) => {
    const seat = event.target.closest(".seat");
    if (seat) { rove(seat, true); turn(seat.dataset.member); return; }
    const copy = event.target.closest("[data-copy]");
    if (copy) { take(copy); return; }
    const line = event.target.closest("[data-line]");
    if (line) { point(Number(line.dataset.line)); return; }
    const sort = event.target.closest("[data-sort]");
    if (sort) {
      const head = sort.closest("th");
      const rising = head.getAttribute("aria-sort") !== "ascending";
      order(head, rising);
      if (head.closest("#members")) kept.sorted = { by: head.textContent, rising };
    }
  });

  document.addEventListener("keydown", (event) => {
    const seat = event.target.closest && event.target.closest(".seat");
    if (!seat || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = seats();
    const place = all.indexOf(seat);
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key in steps) {
      rove(all[(place + steps[event.key] + all.length) % all.length], true);
    } else if (event.key === "Home" || event.key === "End") {
      rove(all[event.key === "Home" ? 0 : all.length - 1], true);
    } else if (event.key === "Enter" || event.key === " ") {
      turn(seat.dataset.member);
    } else if (KEYS[event.key.toLowerCase()]) {
      turn(seat.dataset.member, KEYS[event.key.toLowerCase()]);
    } else {
      return;
    }
    event.preventDefault();
  });

  document.addEventListener("htmx:afterRequest", () => {
    busy = false;
    const field = document.getElementById("turn");
    if (field) field.value = "";
  });
  const details = () => [...document.querySelectorAll("#stage details")];
  const label = (one) => one.querySelector("summary").textContent;
  const list = () => document.querySelector("#stage .tall");

  // What a visitor has opened, sorted and scrolled stays so when the stage is drawn anew.
  document.addEventListener("htmx:beforeSwap", () => {
    kept.scrolled = list() ? list().scrollTop : 0;
    kept.open = Object.fromEntries(details().map((one) => [label(one), one.open]));
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const one of details()) if (label(one) in kept.open) one.open = kept.open[label(one)];
    const head = kept.sorted && [...document.querySelectorAll("#members th")].find((one) => one.textContent === kept.sorted.by);
    if (head) order(head, kept.sorted.rising);
    if (list()) list().scrollTop = kept.scrolled;
  });
  document.addEventListener("htmx:afterSettle", () => { settle(); send(); });
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, () => {
      const said = document.getElementById("said");
      if (said) said.textContent = "The page could not be reached; the vote shown is the last one answered.";
    });
  }

  document.addEventListener("dragover", (event) => { if (event.target.matches("[data-drop]")) event.preventDefault(); });
  document.addEventListener("drop", async (event) => {
    const field = event.target.closest("[data-drop]");
    const file = event.dataTransfer && event.dataTransfer.files[0];
    if (!field || !file) return;
    event.preventDefault();
    const text = file.size > 200000 ? "" : await file.text();
    field.value = text.startsWith("%PDF") ? "" : text;
    if (field.value) return;
    field.placeholder = text ? "This is a PDF: copy its text and paste it here, or use psephos read on the command line."
      : "This file is too large or empty; at most 200,000 letters are read.";
  });

  async function take(button) {
    const from = button.dataset.copy;
    const label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    try {
      if (from.startsWith("/draw.png")) {
        const picture = fetch(from).then((answer) => answer.blob());
        await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      } else {
        await navigator.clipboard.writeText(from === "address" ? location.href : await (await fetch(from)).text());
      }
      button.textContent = "Copied";
    } catch {
      button.textContent = "Could not copy";
    }
    setTimeout(() => { button.textContent = label; }, 1600);
  }

  function point(line) {
    const field = document.getElementById("text");
    const lines = field.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + lines[line - 1].length);
    field.scrollTop = (field.scrollHeight / lines.length) * Math.max(line - 6, 0);
  }

  function order(head, rising) {
    const table = head.closest("table");
    const column = [...head.parentNode.children].indexOf(head);
    for (const other of head.parentNode.children) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const cell = (row) => row.children[column].textContent.trim();
    const number = (text) => Number(text.replace(/^about |,/g, ""));
    const compare = head.classList.contains("number")
      ? (a, b) => number(cell(a)) - number(cell(b))
      : (a, b) => cell(a).localeCompare(cell(b));
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((a, b) => (rising ? compare(a, b) : compare(b, a)));
    body.append(...rows);
  }

  document.addEventListener("DOMContentLoaded", settle);
  if (document.readyState !== "loading") settle();
})();
