package org.storesync.simulator.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who bought and where it goes. All invented; names and places carry the letters of their country.
 *
 * @param name full name
 * @param company name of a company that this person buys for
 * @param street street and number
 * @param place town
 * @param phone number in a form of the country
 * @param handle what makes an anonymized mail address differ
 */
record Person(
    String name, String company, String street, Place place, String phone, String handle) {

  /** Town with its region (may be empty) and postal code. */
  record Place(String city, String region, String postalCode) {}

  private record Names(
      List<String> given, List<String> family, List<String> streets, List<Place> places) {}

  private static final Set<String> WITHOUT_SALES_TAX = Set.of("OR", "MT", "NH");

  private static final Map<DemoMarketplace, Names> NAMES =
      Map.of(
          DemoMarketplace.US,
          new Names(
              List.of("Maria", "James", "Zoë", "José", "Emily", "Siobhán", "Darnell", "Ngọc"),
              List.of("Smith", "Núñez", "O’Connor", "Johnson", "Nguyễn", "Kowalski", "Brontë"),
              List.of("Maple Street", "Oak Avenue", "Cañon Drive", "Lake Shore Road"),
              List.of(
                  new Place("Seattle", "WA", "98101"),
                  new Place("Portland", "OR", "97201"),
                  new Place("San José", "CA", "95113"),
                  new Place("Austin", "TX", "73301"))),
          DemoMarketplace.CA,
          new Names(
              List.of("Chloé", "Liam", "Noémie", "Étienne", "Olivia"),
              List.of("Tremblay", "Gagné", "Côté", "MacDonald", "Bélanger"),
              List.of("Rue Saint-Denis", "King Street", "Chemin de la Côte-des-Neiges"),
              List.of(
                  new Place("Montréal", "QC", "H2X 1L4"),
                  new Place("Toronto", "ON", "M5V 2T6"),
                  new Place("Trois-Rivières", "QC", "G9A 5C5"))),
          DemoMarketplace.DE,
          new Names(
              List.of("Jürgen", "Łukasz", "Anna", "Björn", "Søren", "Zoë", "Ayşe"),
              List.of("Müller", "Weiß", "Schäfer", "Wiśniewski", "Yılmaz", "Groß", "Nováková"),
              List.of("Königstraße", "Am Mühlbach", "Große Bleichen", "Lindenallee"),
              List.of(
                  new Place("München", "", "80331"),
                  new Place("Köln", "", "50667"),
                  new Place("Görlitz", "", "02826"),
                  new Place("Berlin", "", "10115"))),
          DemoMarketplace.UK,
          new Names(
              List.of("Oliver", "Siân", "Amelia", "Aoife", "Harry"),
              List.of("Taylor", "Ó Briain", "Evans", "Wright", "Singh"),
              List.of("High Street", "Church Lane", "Victoria Road"),
              List.of(
                  new Place("London", "", "SW1A 1AA"),
                  new Place("Caernarfon", "Gwynedd", "LL55 1AB"),
                  new Place("Leeds", "West Yorkshire", "LS1 4AP"))),
          DemoMarketplace.JP,
          new Names(
              List.of("太郎", "さくら", "健一", "美咲", "陽子"),
              List.of("日本", "佐藤", "鈴木", "髙橋", "渡邉"),
              List.of("千代田1丁目", "渋谷2丁目", "中之島3丁目"),
              List.of(
                  new Place("千代田区", "東京都", "100-0001"),
                  new Place("大阪市北区", "大阪府", "530-0005"),
                  new Place("札幌市中央区", "北海道", "060-0001"))));

  private static final String[] COMPANIES = {
    "Büro & Söhne", "Acme Trading", "Café Łódź", "Hoshi 商店"
  };

  static Person drawn(Dice dice, DemoMarketplace marketplace) {
    Names names = NAMES.get(marketplace);
    String given = dice.pick(names.given());
    String family = dice.pick(names.family());
    int house = 1 + dice.below(180);
    return new Person(
        marketplace == DemoMarketplace.JP ? family + " " + given : given + " " + family,
        COMPANIES[dice.below(COMPANIES.length)],
        dice.pick(names.streets()) + " " + house,
        dice.pick(names.places()),
        "+00 555 " + (100_000 + dice.below(900_000)),
        Long.toString(dice.next() >>> 1, 36));
  }

  /** False where sales bear no tax. */
  boolean taxed() {
    return !WITHOUT_SALES_TAX.contains(place.region());
  }
}
