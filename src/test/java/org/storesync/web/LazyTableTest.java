package org.storesync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.storesync.platform.table.TableRequest;
import org.storesync.platform.table.TableSort;
import org.storesync.platform.table.TableSource;

class LazyTableTest {

  private final Shelf shelf = new Shelf();
  private final LazyTable<Book> table = new LazyTable<>(shelf, Book::id);

  @Test
  void a_page_is_asked_for_with_its_sorts_in_order_and_its_filters() {
    Map<String, SortMeta> sorts = new LinkedHashMap<>();
    sorts.put("b", sort("title", SortOrder.DESCENDING, 2));
    sorts.put("a", sort("id", SortOrder.ASCENDING, 1));
    sorts.put("c", sort("other", SortOrder.UNSORTED, 0));
    Map<String, FilterMeta> filters =
        Map.of(
            "f", FilterMeta.builder().field("title").filterValue("x").build(),
            "g", FilterMeta.builder().field("id").build());

    table.load(20, 10, sorts, filters);

    assertThat(shelf.asked)
        .isEqualTo(
            new TableRequest(
                20,
                10,
                List.of(new TableSort("id", true), new TableSort("title", false)),
                Map.of("title", "x")));
  }

  @Test
  void a_row_of_this_page_is_found_without_asking() {
    table.setWrappedData(table.load(0, 10, Map.of(), Map.of()));
    assertThat(table.getRowData("3")).isEqualTo(new Book(3));
    assertThat(shelf.asksByKey).isZero();
  }

  @Test
  void a_row_selected_on_another_page_is_asked_for_once() {
    table.setWrappedData(table.load(0, 10, Map.of(), Map.of()));
    assertThat(table.getRowData("42")).isEqualTo(new Book(42));
    assertThat(table.getRowData("42")).isEqualTo(new Book(42));
    assertThat(shelf.asksByKey).isEqualTo(1);
  }

  @Test
  void a_row_that_is_gone_is_no_longer_selected() {
    assertThat(table.getRowData("1000")).isNull();
  }

  @Test
  void more_rows_than_the_browser_can_count_are_cut_off() {
    shelf.size = 3_000_000_000L;
    assertThat(table.count(Map.of())).isEqualTo(Integer.MAX_VALUE);
  }

  private static SortMeta sort(String field, SortOrder order, int priority) {
    return SortMeta.builder().field(field).order(order).priority(priority).build();
  }

  private record Book(int id) {}

  private static final class Shelf implements TableSource<Book> {
    private long size = 100;
    private TableRequest asked;
    private int asksByKey;

    @Override
    public long count(Map<String, Object> filters) {
      return size;
    }

    @Override
    public List<Book> rows(TableRequest request) {
      asked = request;
      return IntStream.range(request.first(), request.first() + request.size())
          .mapToObj(Book::new)
          .toList();
    }

    @Override
    public Optional<Book> row(String key) {
      asksByKey++;
      int id = Integer.parseInt(key);
      return id < size ? Optional.of(new Book(id)) : Optional.empty();
    }
  }
}
