package org.storesync.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {

  @Test
  void the_published_catalogue_lists_exactly_what_is_sold() throws IOException {
    List<CSVRecord> published = published();

    assertThat(published)
        .extracting(row -> row.get("asin"))
        .containsExactlyElementsOf(DemoCatalogue.PRODUCTS.stream().map(DemoProduct::asin).toList());
    for (int row = 0; row < published.size(); row++) {
      DemoProduct product = DemoCatalogue.PRODUCTS.get(row);
      assertThat(published.get(row).get("title")).isEqualTo(product.title());
      assertThat(published.get(row).get("sku")).isIn(product.sku(), "");
      assertThat(new BigDecimal(published.get(row).get("price_usd")))
          .isEqualByComparingTo(BigDecimal.valueOf(product.cents(), 2));
    }
  }

  @Test
  void skus_and_asins_are_unique_and_some_items_are_found_by_asin_only() throws IOException {
    assertThat(DemoCatalogue.PRODUCTS).hasSize(40);
    assertThat(DemoCatalogue.PRODUCTS).extracting(DemoProduct::sku).doesNotHaveDuplicates();
    assertThat(DemoCatalogue.PRODUCTS).extracting(DemoProduct::asin).doesNotHaveDuplicates();
    assertThat(published()).extracting(row -> row.get("sku")).contains("");
    assertThat(published()).extracting(row -> row.get("units")).contains("1", "2", "4");
  }

  private static List<CSVRecord> published() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader file = Files.newBufferedReader(Path.of("docs", "demo-catalogue.csv"))) {
      return format.parse(file).getRecords();
    }
  }
}
