package org.storesync.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/**
 * Records as a shop has them after some years, made by the database itself: two stores, three
 * entities, three records of ten still Prepared, the others in all states, each with its own times.
 */
final class InventedRecords {

  /** The name of the store of the demo from now on. */
  static final String STORE = "Measured";

  /** Another store beside that of the demo, with the same connections. */
  private static final String STORES =
      """
      insert into store (id, name, name_key, active, marketplace_system, back_office_system,
        settings, order_time_zone, created_at, changed_at, version)
      select 9002, 'Other', 'other', true, marketplace_system, back_office_system, settings,
        order_time_zone, created_at, changed_at, 1
      from store
      """;

  private static final String ENTITIES =
      """
      delete from store_entity;
      insert into store_entity (id, store_id, kind, sync_order, active, max_failed_attempts, version)
      select 9101, id, 'SALES_ORDER', 30, true, 5, 1 from store where id <> 9002
      union all select 9102, id, 'MARKETPLACE_FULFILLED_ORDER', 40, true, 5, 1 from store where id <> 9002
      union all select 9201, 9002, 'SALES_ORDER', 30, true, 5, 1
      """;

  private static final String RECORDS =
      """
      insert into sync_record (id, store_entity_id, external_id, local_id, status, description,
        content_hash, content_version, external_modified, external_created, due_by, amount, currency,
        attempts, last_operation, last_message, last_attempt_at, last_synchronized_at,
        changed_since_skipped, created_at, changed_at, version)
      select 10000000 + g, entity,
        (100 + g * 7919 %% 900) || '-' || lpad((g %% 10000000)::text, 7, '0') || '-'
          || lpad((g * 31 %% 10000000)::text, 7, '0'),
        case when status = 'PROCESSED' then 'SO' || lpad(g::text, 8, '0') end,
        status, 'Order of ' || (1 + g %% 3) || ' items, ' || (g * 17 %% 500) || '.00 EUR', md5(g::text),
        1, at, at - interval '1 hour', at + interval '2 days', g * 17 %% 500, 'EUR',
        case status when 'PREPARED' then 0 when 'FAILED' then 2 else 1 end,
        case status when 'PREPARED' then 'MODIFIED_EXTERNALLY' when 'PROCESSED' then 'INSERTED_LOCALLY'
          when 'FILTERED' then 'FILTERED' when 'SKIPPED' then 'SKIPPED' else 'SYNC_FAILED' end,
        case when status in ('FAILED', 'ABORTED')
          then 'The item SKU-' || (g %% 977) || ' is not in the books. Add it and process again.' end,
        case when status <> 'PREPARED' then at + interval '1 day' end,
        case when status = 'PROCESSED' then at + interval '1 day' end, false, at, at, 1
      from (
        select g, case when g %% 10 = 0 then 9102 when g %% 10 in (1, 2, 3) then 9201 else 9101 end entity,
          case when g > %1$d * 0.7 then 'PREPARED' when g / 10 %% 50 = 0 then 'FAILED'
            when g / 10 %% 50 = 1 then 'ABORTED' when g / 10 %% 50 in (2, 3) then 'FILTERED'
            when g / 10 %% 50 = 4 then 'SKIPPED' else 'PROCESSED' end status,
          timestamptz '2025-01-01' + g * (interval '500 days' / %1$d) as at
        from generate_series(1::bigint, %1$d) g) invented
      """;

  private InventedRecords() {}

  /** Puts so many into a database that has no others, and lets it learn about them. */
  static void into(BenchmarkDatabase database, int count) {
    assertThat(database.number("select count(*) from store")).isEqualTo(1);
    database.execute(
        "update store set name = '%s', name_key = '%s'"
            .formatted(STORE, STORE.toLowerCase(Locale.ROOT)));
    database.execute(STORES);
    database.execute(ENTITIES);
    database.execute(RECORDS.formatted(count));
    database.execute("vacuum (analyze)");
    database.settle();
  }
}
