package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;

@ArquillianTest
class ItemChangesIT {

  private static final AtomicLong TESTS = new AtomicLong();
  private static final String HEADER = "item_id,description,type,value,units_per_sku\n";

  @Inject private ItemChanges changes;
  @Inject private ItemDesk desk;
  @Inject private Items items;

  private final String own = "A" + TESTS.incrementAndGet() + "-";

  @Test
  void nobody_but_an_operator_may_change_items() {
    assertThatThrownBy(() -> desk.save(anEdit(own + "MUG"))).isInstanceOf(EJBAccessException.class);
    assertThatThrownBy(() -> desk.importFile(new byte[0])).isInstanceOf(EJBAccessException.class);
    assertThat(items.findByItemId(own + "MUG")).isEmpty();
  }

  @Test
  void a_new_item_is_listed_with_its_cross_references() {
    assertThat(save(anEdit(own + "MUG", sku(own + "s1", 2), sku(own + "s2", 1)))).isEmpty();

    assertThat(rowOf(own + "mug"))
        .satisfies(
            row -> {
              assertThat(row.itemId()).isEqualTo(own + "MUG");
              assertThat(row.active()).isTrue();
              assertThat(row.crossReferences())
                  .containsExactly(sku(own + "s1", 2), sku(own + "s2", 1));
            });
  }

  @Test
  void an_edited_item_says_what_the_form_said() {
    save(anEdit(own + "MUG", sku(own + "s1", 2), sku(own + "s2", 1)));
    ItemRow row = rowOf(own + "MUG");

    assertThat(
            save(
                new ItemEdit(
                    Optional.of(new ItemEdit.Known(row.id(), row.version())),
                    own + "CUP",
                    "A cup",
                    false,
                    List.of(sku(own + "s2", 3), asin(own + "s1")))))
        .isEmpty();

    assertThat(items.findByItemId(own + "MUG")).isEmpty();
    ItemRow changed = rowOf(own + "CUP");
    assertThat(changed.description()).isEqualTo("A cup");
    assertThat(changed.active()).isFalse();
    assertThat(changed.crossReferences()).containsExactly(asin(own + "s1"), sku(own + "s2", 3));
  }

  @Test
  void an_edit_of_what_somebody_else_has_changed_meanwhile_is_refused() {
    save(anEdit(own + "MUG"));
    ItemRow row = rowOf(own + "MUG");
    Optional<ItemEdit.Known> known = Optional.of(new ItemEdit.Known(row.id(), row.version()));
    save(new ItemEdit(known, own + "MUG", "First", true, List.of()));

    List<Problem> problems = save(new ItemEdit(known, own + "MUG", "Second", true, List.of()));

    assertThat(problems).extracting(Problem::key).containsExactly("changedMeanwhile");
    assertThat(rowOf(own + "MUG").description()).isEqualTo("First");
  }

  @Test
  void ids_and_references_that_are_taken_are_refused_with_the_item_that_has_them() {
    save(anEdit(own + "MUG", sku(own + "s1", 1)));

    List<Problem> problems = save(anEdit(own + "mug", sku(own + "s1", 1), sku(own + "s1", 2)));

    assertThat(problems)
        .containsExactly(
            Problem.of("itemIdTaken", own + "MUG"),
            Problem.of("referenceTaken", "SKU", own + "s1", own + "MUG"),
            Problem.of("referenceTwiceHere", "SKU", own + "s1"),
            Problem.of("referenceTaken", "SKU", own + "s1", own + "MUG"));
  }

  @Test
  void a_file_adds_new_items_and_changes_known_ones() {
    save(anEdit(own + "MUG", sku(own + "s1", 1)));
    String file =
        HEADER
            + row("mug", "A better mug", "SKU", "s2", "4")
            + row("CUP", "A cup", "SKU", "s3", "")
            + row("CUP", "", "ASIN", "s3", "")
            + row("JUG", "A jug", "", "", "");

    assertThat(importFile(file)).isEqualTo(new ItemImport(List.of(), 2, 1, 0));
    assertThat(importFile(file)).isEqualTo(new ItemImport(List.of(), 0, 0, 3));

    assertThat(rowOf(own + "MUG").description()).isEqualTo("A better mug");
    assertThat(rowOf(own + "MUG").crossReferences())
        .containsExactly(sku(own + "s1", 1), sku(own + "s2", 4));
    assertThat(rowOf(own + "CUP").crossReferences())
        .containsExactly(asin(own + "s3"), sku(own + "s3", 1));
  }

  @Test
  void a_bad_file_is_refused_whole_and_stores_nothing() {
    ItemImport result =
        importFile(
            HEADER + row("CUP", "A cup", "SKU", "s3", "") + row("JUG", "A jug", "EAN", "4", ""));

    assertThat(result.problems())
        .containsExactly(new FileProblem(3, "type", Problem.of("typeUnknown", "EAN")));
    assertThat(items.findByItemId(own + "CUP")).isEmpty();
  }

  @Test
  void what_the_books_contradict_is_named_by_row_and_column() {
    save(anEdit(own + "MUG", sku(own + "s1", 1)));

    ItemImport result =
        importFile(HEADER + row("CUP", "", "SKU", "s2", "") + row("JUG", "A jug", "SKU", "s1", ""));

    assertThat(result.problems())
        .containsExactly(
            new FileProblem(2, "description", Problem.of("newWithoutDescription", own + "CUP")),
            new FileProblem(
                3, "value", Problem.of("referenceTaken", "SKU", own + "s1", own + "MUG")));
    assertThat(items.findByItemId(own + "JUG")).isEmpty();
  }

  @Test
  void a_list_can_be_filtered_by_each_column_and_counts_what_it_shows() {
    save(anEdit(own + "A%C", sku(own + "100%", 1)));
    save(anEdit(own + "ABC", sku(own + "1000", 1)));

    assertThat(list(new ItemFilter(own.toLowerCase() + "a", "", "", Optional.empty()))).hasSize(2);
    assertThat(list(new ItemFilter(own + "A%", "", "", Optional.empty())))
        .containsExactly(own + "A%C");
    assertThat(list(new ItemFilter(own, "SOMETHING NAMED", "", Optional.of(true)))).hasSize(2);
    assertThat(list(new ItemFilter(own, "", "", Optional.of(false)))).isEmpty();
    assertThat(list(new ItemFilter("", "", own + "100%", Optional.empty())))
        .containsExactly(own + "A%C");
    assertThat(
            items.page(
                new ItemFilter(own, "", "", Optional.empty()),
                new TableRequest(1, 1, List.of(new TableSort("itemId", false)), Map.of())))
        .extracting(ItemRow::itemId)
        .containsExactly(own + "A%C");
  }

  private List<String> list(ItemFilter filter) {
    List<String> found = items.page(filter, from(0, 50)).stream().map(ItemRow::itemId).toList();
    assertThat(items.count(filter)).isEqualTo(found.size());
    return found;
  }

  private String row(String itemId, String description, String type, String value, String units) {
    return String.join(
            ",", own + itemId, description, type, value.isEmpty() ? "" : own + value, units)
        + "\n";
  }

  private ItemEdit anEdit(String itemId, CrossReference... references) {
    return new ItemEdit(
        Optional.empty(), itemId, "Something named " + itemId, true, List.of(references));
  }

  private static CrossReference sku(String reference, int units) {
    return new CrossReference(CrossReferenceType.SKU, reference, units);
  }

  private static CrossReference asin(String reference) {
    return new CrossReference(CrossReferenceType.ASIN, reference, 1);
  }

  private List<Problem> save(ItemEdit edit) {
    return changes.save(edit);
  }

  private ItemImport importFile(String text) {
    return changes.importFile(text.getBytes(StandardCharsets.UTF_8));
  }

  private ItemRow rowOf(String itemId) {
    return items.page(new ItemFilter(itemId, "", "", Optional.empty()), from(0, 1)).get(0);
  }

  private static TableRequest from(int first, int size) {
    return new TableRequest(first, size, List.of(), Map.of());
  }
}
