/** SQL: the ids of the ideas that were merged into idea `i`, also by way of one another. */
export const MERGED_IDEAS = `with recursive merged(id, number) as (
    select a.id, a.number from app.idea a where a.organisation_id = i.organisation_id and a.merged_into = i.number
    union
    select a.id, a.number from app.idea a join merged on a.merged_into = merged.number where a.organisation_id = i.organisation_id
  ) select merged.id from merged`;
