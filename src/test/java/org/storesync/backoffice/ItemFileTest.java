package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemFileTest {

  private static final String HEADER = "item_id,description,type,value,units_per_sku\n";

  @Test
  void each_row_is_an_item_with_one_cross_reference_or_none() {
    ItemFile file = read(HEADER + "MUG,A mug,SKU,BLU-MUG,2\nMUG,,asin,B00MUG,\nCUP,A cup,,,\n");

    assertThat(file.problems()).isEmpty();
    assertThat(file.rows())
        .containsExactly(
            new ItemFileRow(
                2,
                "MUG",
                "A mug",
                Optional.of(new CrossReference(CrossReferenceType.SKU, "BLU-MUG", 2))),
            new ItemFileRow(
                3,
                "MUG",
                "",
                Optional.of(new CrossReference(CrossReferenceType.ASIN, "B00MUG", 1))),
            new ItemFileRow(4, "CUP", "A cup", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "item_id,description,type,value,units_per_sku\nMUG,Tasse groß,SKU,A,1\n",
        "\uFEFFitem_id,description,type,value,units_per_sku\r\nMUG,Tasse groß,SKU,A,1\r\n",
        "item_id;description;type;value;units_per_sku\nMUG;Tasse groß;SKU;A;1",
        "item_id\tdescription\ttype\tvalue\tunits_per_sku\nMUG\tTasse groß\tSKU\tA\t1\n",
        "Value, Type ,units_per_sku,ITEM_ID,description\nA,SKU,1,MUG,\"Tasse groß\"\n",
        "item_id,description,type,value,units_per_sku\n\n,,,,\n MUG , Tasse groß , sku , A , 1 \n"
      })
  void spreadsheets_write_the_same_file_in_many_ways(String text) {
    ItemFile file = read(text);

    assertThat(file.problems()).isEmpty();
    assertThat(file.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.itemId()).isEqualTo("MUG");
              assertThat(row.description()).isEqualTo("Tasse groß");
              assertThat(row.crossReference())
                  .contains(new CrossReference(CrossReferenceType.SKU, "A", 1));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",A mug,SKU,A,1                     | item_id       | itemIdMissing",
        "MUG,A mug,,A,                      | type          | typeMissing",
        "MUG,A mug,,,2                      | type          | typeMissing",
        "MUG,A mug,EAN,A,1                  | type          | typeUnknown",
        "MUG,A mug,SKU,,1                   | value         | referenceMissing",
        "MUG,A mug,SKU,A,0                  | units_per_sku | unitsOutOfRange",
        "MUG,A mug,SKU,A,1000001            | units_per_sku | unitsOutOfRange",
        "MUG,A mug,SKU,A,-1                 | units_per_sku | unitsNotWhole",
        "MUG,A mug,SKU,A,1.5                | units_per_sku | unitsNotWhole",
        "MUG,A mug,SKU,A,99999999999        | units_per_sku | unitsNotWhole",
        "MUG,A mug,SKU,FIRST,1              | value         | referenceTwice",
        "first,Another description,,,       | description   | describedTwice",
        "MUG,A mug,SKU,A                    | ''            | columnCount",
        "MUG,A mug,SKU,A,1,more             | ''            | columnCount"
      })
  void a_bad_cell_is_named_by_row_and_column(String row, String column, String key) {
    ItemFile file = read(HEADER + "FIRST,The first,SKU,FIRST,1\n" + row.strip() + "\n");

    assertThat(file.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.row()).isEqualTo(3);
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.problem().key()).isEqualTo(key);
              for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
                assertThat(problem.problem().text(language)).doesNotContain("{").endsWith(".");
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item_id,description,type,value,units,units_per_sku | units       | unknownColumn",
        "item_id,description,type,value                     | units_per_sku | columnMissing",
        "item_id,description,type,value,units_per_sku,type  | type        | columnTwice"
      })
  void a_wrong_header_is_refused_before_any_row(String header, String column, String key) {
    ItemFile file = read(header + "\nMUG\n");

    assertThat(file.rows()).isEmpty();
    assertThat(file.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.row()).isOne();
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.problem().key()).isEqualTo(key);
            });
  }

  @Test
  void too_long_ids_and_line_breaks_are_refused() {
    ItemFile file =
        read(
            HEADER + "X".repeat(101) + ",A mug,SKU," + "Y".repeat(201) + ",1\nMUG,\"A\nmug\",,,\n");

    assertThat(file.problems())
        .extracting(
            problem -> problem.row() + " " + problem.column() + " " + problem.problem().key())
        .containsExactly(
            "2 item_id itemIdTooLong",
            "2 value referenceTooLong",
            "3 description controlCharacter");
  }

  @Test
  void a_row_after_a_cell_with_a_line_break_is_counted_as_a_spreadsheet_does() {
    ItemFile file = read(HEADER + "MUG,\"A\nmug\",,,\n,,SKU,A,1\n");

    assertThat(file.problems()).extracting(FileProblem::row).containsExactly(2, 3);
  }

  @Test
  void all_problems_are_named_up_to_fifty() {
    assertThat(read(HEADER + ",,EAN,A,0\n".repeat(15)).problems()).hasSize(45);
    assertThat(read(HEADER + ",,EAN,A,0\n".repeat(200)).problems()).hasSize(50);
  }

  @Test
  void a_file_in_another_encoding_is_refused_with_the_row_of_the_first_bad_character() {
    ItemFile file =
        ItemFile.read(
            (HEADER + "MUG,A mug,,,\nTASSE,Große Tasse,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(file.problems()).containsExactly(new FileProblem(3, "", Problem.of("notUtf8")));
  }

  @Test
  void an_open_quotation_mark_is_refused_where_it_stands() {
    ItemFile file = read(HEADER + "MUG,A mug,,,\nCUP,\"A cup,,,\nJUG,A jug,,,\n");

    assertThat(file.problems()).containsExactly(new FileProblem(3, "", Problem.of("brokenQuotes")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void an_empty_file_is_refused(String text) {
    assertThat(read(text).problems()).isNotEmpty();
  }

  @Test
  void a_file_with_nothing_below_its_header_is_refused() {
    assertThat(read(HEADER).problems())
        .containsExactly(new FileProblem(0, "", Problem.of("noRows")));
  }

  @Test
  void a_file_that_is_too_large_or_too_long_is_refused() {
    assertThat(ItemFile.read(new byte[ItemFile.MAX_BYTES + 1]).problems())
        .containsExactly(new FileProblem(0, "", Problem.of("fileTooLarge", 10)));
    assertThat(read(HEADER + "MUG,,,,\n".repeat(ItemFile.MAX_ROWS + 1)).problems())
        .containsExactly(
            new FileProblem(ItemFile.MAX_ROWS + 2, "", Problem.of("tooManyRows", 50_000)));
  }

  private static ItemFile read(String text) {
    return ItemFile.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
