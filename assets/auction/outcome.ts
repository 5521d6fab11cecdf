// What became of the lots, from the rows that the audit says were accepted. Why they were accepted needs the rule book, and that is kept once, in the
// program: `vitryna auction verify` asks that too.
import { differences, type Audit, type Finding, type Lot, type Result, type Row } from "./audit";

type Bid = { code: string; amount: number; note: string; row: Row };
export type Lots = { results: Result[]; bound: Map<string, number>; findings: Finding[] };

const valid = new Set(["OK", "OK_REPLACED", "OK_WITHDRAWN", "OK+EXT"]);
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export function outcomes(a: Audit): Lots {
  const rows = new Map<number, Row[]>(a.lots.map((l) => [l.n, []]));
  const bidders = new Set(a.bidders.filter((b) => !b.disqualified).map((b) => b.code));
  const findings: Finding[] = [];
  for (const row of a.rows) {
    if (!valid.has(row.verdict)) continue;
    const list = rows.get(Number(row.lot));
    const amount = row.verdict === "OK_WITHDRAWN" ? row.amount === "-" : a.settings.mode === "notes" ? /^(green|yellow|red)$/.test(row.amount) : /^[1-9]\d{0,5}$/.test(row.amount);
    if (list && amount && bidders.has(row.code) && moment.test(row.time)) list.push(row);
    else findings.push({ what: "row", at: row.row, name: row.code, said: row.verdict, got: "?" });
  }
  const bound = new Map<string, number>();
  const results = [...a.lots].sort((x, y) => x.n - y.n).map((lot) => outcome(a, lot, rows.get(lot.n)!.sort(earlier), bound));
  results.forEach((got, i) => {
    const d = differences(a.results[i], got);
    if (d) findings.push({ what: "lot", at: got.n, name: "", said: d[0], got: d[1] });
  });
  if (a.results.length !== results.length) findings.push({ what: "lot", at: 0, name: "", said: String(a.results.length), got: String(results.length) });
  return { results, bound, findings };
}

/** Moments in UTC, written alike, sort as texts. */
const earlier = (a: Row, b: Row) => (a.time === b.time ? a.row - b.row : a.time < b.time ? -1 : 1);

function outcome(a: Audit, lot: Lot, rows: Row[], bound: Map<string, number>): Result {
  const r: Result = {
    n: lot.n, status: "", close: a.settings.closes, extensions: 0, buyer: "", best: 0, price: 0, bids: 0, bidders: 0, green: 0, yellow: 0, red: 0, score: 0,
  };
  const standing = new Map<string, Bid>();
  const voices = new Set<string>();
  let leader: Bid | undefined;
  for (const row of rows) {
    if (row.verdict === "OK_WITHDRAWN") {
      standing.delete(row.code);
      continue;
    }
    r.bids++;
    voices.add(row.code);
    leader = { code: row.code, amount: Number(row.amount), note: row.amount, row };
    standing.set(row.code, leader);
    if (row.verdict === "OK+EXT") {
      r.extensions++;
      r.close = later(row.time, a.settings.soft_close.extend_s);
    }
  }
  r.bidders = voices.size;
  if (lot.withdrawn_at) r.status = "withdrawn";
  else if (a.settings.mode === "notes") votes(r, standing);
  else if (a.settings.mode === "english") sell(r, lot, leader, leader?.amount ?? 0, leader ? [leader] : [], bound);
  else {
    const bids = [...standing.values()].sort((x, y) => y.amount - x.amount || earlier(x.row, y.row));
    const price = a.settings.price_rule === "second" ? Math.max(lot.start_price, lot.reserve, bids[1]?.amount ?? 0) : (bids[0]?.amount ?? 0);
    sell(r, lot, bids[0], price, bids, bound);
  }
  return r;
}

const later = (time: string, seconds: number) => new Date(Date.parse(time) + seconds * 1000).toISOString().replace(".000Z", "Z");

/** Sells to who bid most, and adds what the bids bind: sealed ones all, of an open auction that which won. */
function sell(r: Result, lot: Lot, winner: Bid | undefined, price: number, binding: Bid[], bound: Map<string, number>): void {
  r.best = winner?.amount ?? 0;
  r.status = !winner ? "unsold_no_bids" : r.best < lot.reserve ? "unsold_reserve" : "sold";
  if (r.status === "sold") [r.buyer, r.price] = [winner!.code, price];
  else if (binding.length === 1 && binding[0] === winner) return;
  for (const bid of binding) bound.set(bid.code, (bound.get(bid.code) ?? 0) + bid.amount);
}

function votes(r: Result, standing: Map<string, Bid>): void {
  for (const bid of standing.values()) r[bid.note as "green" | "yellow" | "red"]++;
  r.score = 2 * r.green + r.yellow;
  const voters = r.green + r.yellow + r.red;
  r.status = voters === 0 ? "no_votes" : r.score > voters ? "accepted" : "returned";
}
