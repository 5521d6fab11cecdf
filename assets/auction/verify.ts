// Checks an audit of an auction: all that needs no second copy of the rule book. The vectors are shared with the program: generator/auction/testdata.
import { differences, type Audit, type Finding, type Wallet } from "./audit";
import { outcomes } from "./outcome";
import { ranks } from "./ranking";
import { sha256 } from "./sha256";

/** The steps in their order, each with what it found. */
export type Step = { name: "chain" | "lots" | "budgets" | "wallets" | "ranking"; findings: Finding[] };

export function* verify(a: Audit): Generator<Step> {
  yield { name: "chain", findings: chain(a) };
  const lots = outcomes(a);
  yield { name: "lots", findings: lots.findings };
  yield { name: "budgets", findings: budgets(a, lots.bound) };
  yield { name: "wallets", findings: wallets(a, lots.results) };
  yield { name: "ranking", findings: ranks(a, lots.results) };
}

/** Follows the hashes; the first that is another ends it, for all that follow are. */
function chain(a: Audit): Finding[] {
  const found: Finding[] = [];
  let hash = sha256("som-auction-v1\n" + a.id);
  for (const r of a.rows) {
    hash = sha256(hash + "\n" + [r.row, r.time, r.code, r.lot, r.amount, r.verdict].join("\t"));
    if (hash === r.hash) continue;
    found.push({ what: "chain", at: r.row, name: r.code, said: r.hash, got: hash });
    break;
  }
  const last = a.rows.at(-1)?.hash ?? hash;
  if (last !== a.hash) found.push({ what: "hash", at: 0, name: "", said: a.hash, got: last });
  return found;
}

/** What the bids that stand at the end bind, against the wallets. */
function budgets(a: Audit, bound: Map<string, number>): Finding[] {
  return a.bidders
    .filter((b) => (bound.get(b.code) ?? 0) > b.budget)
    .map((b) => ({ what: "budget", at: 0, name: b.code, said: String(b.budget), got: String(bound.get(b.code)) }));
}

/** What everybody paid, and for which lots. */
function wallets(a: Audit, results: { n: number; buyer: string; price: number }[]): Finding[] {
  const codes = a.bidders.filter((b) => !b.disqualified).map((b) => b.code);
  const got = [...codes].sort().map((code): Wallet => {
    const bought = results.filter((r) => r.buyer === code);
    return { code, spent: bought.reduce((sum, r) => sum + r.price, 0), lots: bought.map((r) => r.n) };
  });
  const found: Finding[] = [];
  for (let i = 0; i < Math.max(got.length, a.wallets.length); i++) {
    const d = differences(a.wallets[i], got[i]);
    if (d) found.push({ what: "wallet", at: 0, name: a.wallets[i]?.code ?? got[i]!.code, said: d[0], got: d[1] });
  }
  return found;
}
