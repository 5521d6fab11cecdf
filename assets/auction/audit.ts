// What audit.json holds: generator/auction/audit.go.

export type Row = { row: number; time: string; code: string; lot: string; amount: string; verdict: string; hash: string };
export type Lot = { n: number; start_price: number; min_step: number; reserve: number; withdrawn_at?: string };
export type Result = {
  n: number; status: string; close: string; extensions: number; buyer: string; best: number; price: number; bids: number; bidders: number;
  green: number; yellow: number; red: number; score: number;
};
export type Wallet = { code: string; spent: number; lots: number[] };
export type Mark = { member: string; lot: number; criterion: number; mark: number; recused: boolean };
export type Rank = {
  lot: number; place: number; diploma: number; marks: number; most: number; jury: number; market: number; total: number; bidders: number; price: number;
  dearest: boolean; favourite: boolean;
};
export type Audit = {
  format: string;
  id: string;
  settings: {
    mode: string; closes: string; price_rule: string; soft_close: { extend_s: number };
    jury: { weight_jury: number; weight_market: number; max_mark: number; criteria: string[] } | null;
  };
  lots: Lot[];
  bidders: { code: string; budget: number; disqualified: boolean }[];
  marks: Mark[];
  rows: Row[];
  results: Result[];
  wallets: Wallet[];
  ranking: Rank[];
  hash: string;
};

/** One thing that is not as it should be: where, what the audit says, what comes out. */
export type Finding = { what: "chain" | "hash" | "row" | "lot" | "budget" | "wallet" | "rank"; at: number; name: string; said: string; got: string };

/** The fields in which two values differ, as they stand in the audit: «price 60, spent 60». */
export function differences<T extends object>(said: T | undefined, got: T | undefined): [string, string] | undefined {
  const of = (value: T | undefined, key: string) => JSON.stringify((value as Record<string, unknown> | undefined)?.[key] ?? null).replace(/"/g, "");
  const keys = Object.keys({ ...said, ...got }).filter((key) => of(said, key) !== of(got, key));
  if (keys.length === 0) return undefined;
  return [keys.map((k) => k + " " + of(said, k)).join(", "), keys.map((k) => k + " " + of(got, k)).join(", ")];
}
