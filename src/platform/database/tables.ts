/**
 * Every table of the node. Each capability adds its own by declaration merging in its `model.ts`:
 * `declare module '#platform/database/tables.ts' { interface Tables { territories: TerritoryRow } }`.
 */
export interface Tables {
  settings: { key: string; value: string };
}
