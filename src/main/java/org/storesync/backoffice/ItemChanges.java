package org.storesync.backoffice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditChanges;
import org.storesync.audit.AuditSubject;
import org.storesync.audit.AuditTrail;

/** What people do to items; pages call it through {@link ItemDesk}. */
@Stateless
public class ItemChanges {

  private static final int NAMED_IN_AUDIT = 5;

  @Inject private Items items;
  @Inject private Clock clock;
  @Inject private AuditTrail audit;

  /**
   * Adds an item or replaces what it says.
   *
   * @return why nothing was stored; empty if it was stored
   */
  public List<Problem> save(ItemEdit edit) {
    return saveOrRefuse(edit).stream().map(ItemProblem::problem).toList();
  }

  /**
   * Adds an item or replaces what it says.
   *
   * @return why nothing was stored, field by field; empty if it was stored
   */
  public List<ItemProblem> saveOrRefuse(ItemEdit edit) {
    List<ItemProblem> problems = problems(edit);
    Optional<Item> known = edit.known().flatMap(row -> items.find(row.id()));
    if (edit.known().isPresent()
        && (known.isEmpty() || known.get().version() != edit.known().get().version())) {
      problems.add(new ItemProblem("", Problem.of("changedMeanwhile")));
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    Instant now = clock.instant();
    Map<String, String> before = known.map(ItemChanges::fields).orElse(Map.of());
    Item item = known.orElseGet(() -> new Item(edit.itemId(), edit.description(), now));
    item.rename(edit.itemId());
    item.describe(edit.description());
    item.setActive(edit.active());
    item.keepOnly(edit.crossReferences());
    edit.crossReferences()
        .forEach(wanted -> item.link(wanted.type(), wanted.reference(), wanted.unitsPerSku()));
    item.changed(now);
    if (known.isEmpty()) {
      items.add(item);
    }
    audit.recordIfChanged(
        known.isEmpty() ? AuditAction.ITEM_CREATED : AuditAction.ITEM_CHANGED,
        AuditSubject.of(AuditSubject.Kind.ITEM, item.itemId()),
        AuditChanges.none().fields(before, fields(item), Set.of()));
    return List.of();
  }

  private static Map<String, String> fields(Item item) {
    return Map.of(
        "itemId", item.itemId(),
        "description", item.description(),
        "active", Boolean.toString(item.active()),
        "crossReferences",
            item.crossReferences().stream()
                .map(
                    link ->
                        "%s %s x%d".formatted(link.type(), link.reference(), link.unitsPerSku()))
                .collect(Collectors.joining(", ")));
  }

  private List<ItemProblem> problems(ItemEdit edit) {
    List<ItemProblem> problems = new ArrayList<>();
    long id = edit.known().map(ItemEdit.Known::id).orElse(0L);
    add(problems, ItemProblem.ITEM_ID, ItemRules.ofItemId(edit.itemId()));
    if (edit.description().isBlank()) {
      problems.add(new ItemProblem(ItemProblem.DESCRIPTION, Problem.of("descriptionMissing")));
    }
    add(problems, ItemProblem.DESCRIPTION, ItemRules.ofDescription(edit.description()));
    add(
        problems,
        ItemProblem.ITEM_ID,
        items
            .findByItemId(edit.itemId())
            .filter(other -> other.id() != id)
            .map(other -> Problem.of("itemIdTaken", other.itemId())));
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < edit.crossReferences().size(); place++) {
      CrossReference wanted = edit.crossReferences().get(place);
      String field = ItemProblem.CROSS_REFERENCES + "[" + place + "]";
      add(problems, field + ".unitsPerSku", ItemRules.ofUnits(wanted.unitsPerSku()));
      String reference = wanted.reference().strip();
      if (!seen.add(wanted.type() + " " + reference)) {
        problems.add(
            new ItemProblem(
                field + ".value",
                Problem.of("referenceTwiceHere", wanted.type().name(), reference)));
      }
      add(problems, field + ".value", ofReference(wanted.type(), reference, id));
    }
    return problems;
  }

  /** What is wrong with the reference itself; only what can be one is looked for in our books. */
  private Optional<Problem> ofReference(CrossReferenceType type, String reference, long id) {
    return ItemRules.ofReference(type, reference)
        .or(
            () ->
                items
                    .findByCrossReference(type, reference)
                    .filter(other -> other.id() != id)
                    .map(
                        other ->
                            Problem.of("referenceTaken", type.name(), reference, other.itemId())));
  }

  private static void add(List<ItemProblem> problems, String field, Optional<Problem> problem) {
    problem.ifPresent(found -> problems.add(new ItemProblem(field, found)));
  }

  /**
   * Takes over an item file: new items are added, known ones get the description and
   * cross-references of the file and keep all others. A file with anything wrong is refused as a
   * whole.
   *
   * @param content the file, see {@link ItemFile}
   */
  public ItemImport importFile(byte[] content) {
    ItemFile file = ItemFile.read(content);
    Map<String, List<ItemFileRow>> rowsOfItem = new LinkedHashMap<>();
    for (ItemFileRow row : file.rows()) {
      rowsOfItem.computeIfAbsent(Item.keyOf(row.itemId()), any -> new ArrayList<>()).add(row);
    }
    Map<String, Item> known = items.findByKeys(rowsOfItem.keySet());
    List<FileProblem> problems = new ArrayList<>(file.problems());
    problems.addAll(contradictions(file, rowsOfItem, known));
    return problems.isEmpty()
        ? take(rowsOfItem, known)
        : ItemImport.refused(
            problems.stream()
                .sorted(Comparator.comparingInt(FileProblem::row))
                .limit(ItemFile.MAX_PROBLEMS)
                .toList());
  }

  /** Where the file says something else than our books. */
  private List<FileProblem> contradictions(
      ItemFile file, Map<String, List<ItemFileRow>> rowsOfItem, Map<String, Item> known) {
    List<FileProblem> problems = new ArrayList<>();
    rowsOfItem.forEach(
        (key, rows) -> {
          if (!known.containsKey(key)
              && rows.stream().allMatch(row -> row.description().isEmpty())) {
            problems.add(
                new FileProblem(
                    rows.get(0).row(),
                    ItemFile.DESCRIPTION,
                    Problem.of("newWithoutDescription", rows.get(0).itemId())));
          }
        });
    ItemLinks links =
        items.links(
            references(file, CrossReferenceType.SKU), references(file, CrossReferenceType.ASIN));
    for (ItemFileRow row : file.rows()) {
      row.crossReference()
          .flatMap(wanted -> takenByAnother(row, wanted, links))
          .ifPresent(problem -> problems.add(new FileProblem(row.row(), ItemFile.VALUE, problem)));
    }
    return problems;
  }

  private static Optional<Problem> takenByAnother(
      ItemFileRow row, CrossReference wanted, ItemLinks links) {
    return links
        .findCrossReference(wanted.type(), wanted.reference())
        .filter(other -> !Item.keyOf(other.itemId()).equals(Item.keyOf(row.itemId())))
        .map(
            other ->
                Problem.of(
                    "referenceTaken", wanted.type().name(), wanted.reference(), other.itemId()));
  }

  private static List<String> references(ItemFile file, CrossReferenceType type) {
    return file.rows().stream()
        .flatMap(row -> row.crossReference().stream())
        .filter(reference -> reference.type() == type)
        .map(CrossReference::reference)
        .toList();
  }

  private ItemImport take(Map<String, List<ItemFileRow>> rowsOfItem, Map<String, Item> known) {
    Instant now = clock.instant();
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    for (Map.Entry<String, List<ItemFileRow>> entry : rowsOfItem.entrySet()) {
      Item item = known.get(entry.getKey());
      if (item == null) {
        item = new Item(entry.getValue().get(0).itemId(), "", now);
        take(item, entry.getValue());
        items.add(item);
        added++;
      } else if (take(item, entry.getValue())) {
        item.changed(now);
        changed++;
      } else {
        unchanged++;
      }
    }
    if (added + changed > 0) {
      audit.record(
          AuditAction.ITEMS_IMPORTED,
          AuditSubject.of(AuditSubject.Kind.ITEM, firstOf(rowsOfItem)),
          AuditChanges.none()
              .given("added", added)
              .given("changed", changed)
              .given("unchanged", unchanged));
    }
    return new ItemImport(List.of(), added, changed, unchanged);
  }

  /** The items of a file by the first few, as people recognise it. */
  private static String firstOf(Map<String, List<ItemFileRow>> rowsOfItem) {
    String first =
        rowsOfItem.values().stream()
            .limit(NAMED_IN_AUDIT)
            .map(rows -> rows.get(0).itemId())
            .collect(Collectors.joining(", "));
    return rowsOfItem.size() > NAMED_IN_AUDIT ? first + ", …" : first;
  }

  private static boolean take(Item item, List<ItemFileRow> rows) {
    boolean changes = false;
    for (ItemFileRow row : rows) {
      if (!row.description().isEmpty() && !row.description().equals(item.description())) {
        item.describe(row.description());
        changes = true;
      }
      if (row.crossReference().isPresent()) {
        CrossReference wanted = row.crossReference().get();
        changes |= item.link(wanted.type(), wanted.reference(), wanted.unitsPerSku());
      }
    }
    return changes;
  }
}
