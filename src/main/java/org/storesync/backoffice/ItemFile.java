package org.storesync.backoffice;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of items and their cross-references, one row for each cross-reference. The header
 * names the five columns of {@link #COLUMNS} in any order; comma, semicolon or tab parts them;
 * UTF-8, with or without a byte order mark. Everything that is wrong is found, up to {@value
 * #MAX_PROBLEMS} problems, each with its row and column.
 *
 * @param rows what could be read, as far as it could; to be taken over only without problems
 * @param problems what is wrong, in the order of the file
 */
record ItemFile(List<ItemFileRow> rows, List<FileProblem> problems) {

  static final String ITEM_ID = "item_id";
  static final String DESCRIPTION = "description";
  static final String TYPE = "type";
  static final String VALUE = "value";
  static final String UNITS_PER_SKU = "units_per_sku";
  static final List<String> COLUMNS = List.of(ITEM_ID, DESCRIPTION, TYPE, VALUE, UNITS_PER_SKU);

  static final int MAX_PROBLEMS = 50;
  static final int MAX_BYTES = 10_000_000;
  static final int MAX_ROWS = 50_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  static ItemFile read(byte[] content) {
    Reading reading = new Reading();
    if (content.length > MAX_BYTES) {
      reading.problem(0, "", Problem.of("fileTooLarge", MAX_BYTES / 1_000_000));
    } else {
      reading.read(content);
    }
    return new ItemFile(List.copyOf(reading.rows), List.copyOf(reading.problems));
  }

  private static final class Reading {

    private final List<ItemFileRow> rows = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, Integer> columnIndex = new HashMap<>();

    /** Row in which a cross-reference was seen first. */
    private final Map<String, Integer> seen = new HashMap<>();

    /** The first row that describes an item, by the item's key. */
    private final Map<String, ItemFileRow> described = new HashMap<>();

    void problem(int row, String column, Problem problem) {
      if (problems.size() < MAX_PROBLEMS) {
        problems.add(new FileProblem(row, column, problem));
      }
    }

    boolean isFull() {
      return problems.size() >= MAX_PROBLEMS;
    }

    void read(byte[] content) {
      Optional<String> text = decode(content);
      if (text.isEmpty()) {
        return;
      }
      int row = 0;
      try (CSVParser parser =
          CSVParser.builder()
              .setReader(new StringReader(text.get()))
              .setFormat(
                  CSVFormat.RFC4180
                      .builder()
                      .setDelimiter(delimiter(text.get()))
                      .setIgnoreEmptyLines(false)
                      .get())
              .get()) {
        Iterator<CSVRecord> records = parser.iterator();
        while (records.hasNext() && !isFull()) {
          CSVRecord found = records.next();
          row++;
          if (row == 1) {
            readHeader(found);
            if (!problems.isEmpty()) {
              return;
            }
          } else if (row > MAX_ROWS + 1) {
            problem(row, "", Problem.of("tooManyRows", MAX_ROWS));
            return;
          } else if (!isBlank(found)) {
            readRow(row, found);
          }
        }
      } catch (IOException | UncheckedIOException e) {
        // The parser can't find its way after an open quote: nothing below can be trusted.
        problem(row + 1, "", Problem.of("brokenQuotes"));
        return;
      }
      if (rows.isEmpty() && problems.isEmpty()) {
        problem(0, "", Problem.of("noRows"));
      }
    }

    private Optional<String> decode(byte[] content) {
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer bytes = ByteBuffer.wrap(content);
      CharBuffer characters = CharBuffer.allocate(content.length);
      CoderResult result = decoder.decode(bytes, characters, true);
      String text = characters.flip().toString();
      if (result.isError()) {
        problem(1 + (int) text.chars().filter(c -> c == '\n').count(), "", Problem.of("notUtf8"));
        return Optional.empty();
      }
      return Optional.of(
          !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    /** The one that stands most often in the header. */
    private static char delimiter(String text) {
      String header = text.lines().findFirst().orElse("");
      char best = DELIMITERS.get(0);
      for (char delimiter : DELIMITERS) {
        if (count(header, delimiter) > count(header, best)) {
          best = delimiter;
        }
      }
      return best;
    }

    private static long count(String text, char wanted) {
      return text.chars().filter(c -> c == wanted).count();
    }

    private void readHeader(CSVRecord header) {
      for (int index = 0; index < header.size(); index++) {
        String name = header.get(index).strip().toLowerCase(Locale.ROOT);
        if (!COLUMNS.contains(name)) {
          problem(
              1,
              header.get(index).strip(),
              Problem.of("unknownColumn", header.get(index).strip(), String.join(", ", COLUMNS)));
        } else if (columnIndex.putIfAbsent(name, index) != null) {
          problem(1, name, Problem.of("columnTwice", name));
        }
      }
      for (String column : COLUMNS) {
        if (!columnIndex.containsKey(column)) {
          problem(1, column, Problem.of("columnMissing", column));
        }
      }
    }

    private static boolean isBlank(CSVRecord found) {
      return found.stream().allMatch(String::isBlank);
    }

    private void readRow(int row, CSVRecord found) {
      if (found.size() != columnIndex.size()) {
        problem(row, "", Problem.of("columnCount", found.size(), columnIndex.size()));
        return;
      }
      String itemId = cell(found, ITEM_ID);
      String description = cell(found, DESCRIPTION);
      Optional<Problem> wrongId = ItemRules.ofItemId(itemId);
      wrongId.ifPresent(problem -> problem(row, ITEM_ID, problem));
      ItemRules.ofDescription(description).ifPresent(problem -> problem(row, DESCRIPTION, problem));
      ItemFileRow read = new ItemFileRow(row, itemId, description, readCrossReference(row, found));
      if (wrongId.isPresent()) {
        return;
      }
      if (!description.isEmpty()) {
        checkDescription(read);
      }
      rows.add(read);
    }

    private void checkDescription(ItemFileRow read) {
      ItemFileRow first = described.putIfAbsent(Item.keyOf(read.itemId()), read);
      if (first != null && !first.description().equals(read.description())) {
        problem(read.row(), DESCRIPTION, Problem.of("describedTwice", read.itemId(), first.row()));
      }
    }

    private Optional<CrossReference> readCrossReference(int row, CSVRecord found) {
      String typeName = cell(found, TYPE);
      String reference = cell(found, VALUE);
      String units = cell(found, UNITS_PER_SKU);
      if (typeName.isEmpty()) {
        if (!reference.isEmpty() || !units.isEmpty()) {
          problem(row, TYPE, Problem.of("typeMissing"));
        }
        return Optional.empty();
      }
      Optional<CrossReferenceType> type = type(typeName);
      if (type.isEmpty()) {
        problem(row, TYPE, Problem.of("typeUnknown", typeName));
        units(row, units);
        return Optional.empty();
      }
      ItemRules.ofReference(type.get(), reference)
          .ifPresent(problem -> problem(row, VALUE, problem));
      Integer first = seen.putIfAbsent(type.get() + " " + reference, row);
      if (first != null) {
        problem(row, VALUE, Problem.of("referenceTwice", type.get().name(), reference, first));
      }
      return Optional.of(new CrossReference(type.get(), reference, units(row, units)));
    }

    private static Optional<CrossReferenceType> type(String name) {
      for (CrossReferenceType type : CrossReferenceType.values()) {
        if (type.name().equalsIgnoreCase(name)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    private int units(int row, String text) {
      if (text.isEmpty()) {
        return 1;
      }
      // Nine digits always fit, and the largest allowed has fewer.
      if (!text.matches("[0-9]{1,9}")) {
        problem(row, UNITS_PER_SKU, Problem.of("unitsNotWhole", text));
        return 1;
      }
      int units = Integer.parseInt(text);
      ItemRules.ofUnits(units).ifPresent(problem -> problem(row, UNITS_PER_SKU, problem));
      return units;
    }

    private String cell(CSVRecord found, String column) {
      return found.get(columnIndex.get(column)).strip();
    }
  }
}
