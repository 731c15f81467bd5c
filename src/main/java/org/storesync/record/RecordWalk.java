package org.storesync.record;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Records in an order that the database finds by walking along indexes, in either direction: along
 * one for each branch, merged. A branch that names one entity and one status finds its beginning by
 * the index, however many records of other entities and statuses there are.
 *
 * @param branches what the records of each have in common; no record is in two of them
 * @param sorts the order, ending with the record number
 * @param findFirst whether they are found first and sorted afterwards, because they are known not
 *     to be many; there is one branch then
 */
record RecordWalk(List<Branch> branches, List<RecordSort> sorts, boolean findFirst) {

  /** The bind parameters and the text of a statement. */
  record Statement(String sql, List<Object> parameters) {}

  /**
   * Records that one index leads to.
   *
   * @param storeEntityIds of these entities; empty: of all
   * @param searchedEntityIds whose newest records are looked through, if the filter bounds that;
   *     empty: of all
   */
  record Branch(RecordFilter filter, List<Long> storeEntityIds, List<Long> searchedEntityIds) {

    String source(List<Object> parameters) {
      if (filter.newest() == null) {
        return new RecordConditions(filter, storeEntityIds, parameters).sql();
      }
      return new RecordConditions(filter, searchedEntityIds, parameters)
          .ofEntities(storeEntityIds)
          .sql();
    }
  }

  RecordWalk {
    branches = List.copyOf(branches);
    sorts = List.copyOf(sorts);
  }

  RecordWalk reversed() {
    return new RecordWalk(branches, sorts.stream().map(RecordSort::reversed).toList(), findFirst);
  }

  /**
   * Their numbers, in order. Only numbers, so that what is passed over costs little. The statement
   * says itself how many: the database plans for all of them otherwise.
   */
  Statement ids(int first, int atMost) {
    List<Object> parameters = new ArrayList<>();
    String page = orderBy() + " limit " + atMost + " offset " + first;
    if (findFirst) {
      // The offset keeps the database from walking through all records for the order's sake.
      String all = "select " + keys() + branches.get(0).source(parameters) + " offset 0 rows";
      return new Statement("select r.id from (" + all + ") r" + page, parameters);
    }
    if (branches.size() == 1) {
      return new Statement("select r.id" + branches.get(0).source(parameters) + page, parameters);
    }
    // Each in order, and no longer than needed: else the database gathers all and sorts them.
    String ordered = orderBy() + " limit " + ((long) first + atMost) + ")";
    StringJoiner merged = new StringJoiner(" union all ", "select r.id from (", ") r");
    branches.forEach(
        branch -> merged.add("(select " + keys() + branch.source(parameters) + ordered));
    return new Statement(merged + page, parameters);
  }

  /** How many there are, counted up to this number. */
  Statement count(long upTo) {
    List<Object> parameters = new ArrayList<>();
    StringJoiner all = new StringJoiner(" union all ", "select count(*) from (", "");
    branches.forEach(branch -> all.add("select r.id" + branch.source(parameters)));
    return new Statement(all + " limit " + upTo + ") q", parameters);
  }

  /** The smallest number of those into whose texts its one branch looks. */
  Statement oldestLookedInto() {
    List<Object> parameters = new ArrayList<>();
    Branch all = branches.get(0);
    RecordConditions lookedInto =
        RecordConditions.lookedInto(all.filter(), all.searchedEntityIds(), parameters);
    return new Statement("select min(r.id)" + lookedInto.sql(), parameters);
  }

  private String keys() {
    StringJoiner keys = new StringJoiner(", ");
    sorts.forEach(sort -> keys.add(sort.column().sql()));
    return keys.toString();
  }

  private String orderBy() {
    StringJoiner keys = new StringJoiner(", ", " order by ", "").setEmptyValue("");
    sorts.forEach(sort -> keys.add(sort.sql()));
    return keys.toString();
  }
}
