package org.storesync.simulator.demo;

import java.util.List;

/**
 * What the demo seller sells. The SKUs that begin with X00 are such as Amazon makes up: a back
 * office does not know them and finds the item by its ASIN. Some SKUs are packs of two or four. The
 * items behind the SKUs are in {@code docs/demo-catalogue.csv}.
 */
final class DemoCatalogue {

  static final List<DemoProduct> PRODUCTS =
      List.of(
          product("BLU-MUG-1", "B0DEMO0001", "Stoneware Mug, 350 ml, Blue", 1_299),
          product("BLU-MUG-2", "B0DEMO0002", "Stoneware Mug, 350 ml, Blue, Set of 2", 2_399),
          product("BLU-MUG-4", "B0DEMO0003", "Stoneware Mug, 350 ml, Blue, Set of 4", 4_499),
          product("RED-MUG-1", "B0DEMO0004", "Stoneware Mug, 350 ml, Red", 1_299),
          product("RED-MUG-2", "B0DEMO0005", "Stoneware Mug, 350 ml, Red, Set of 2", 2_399),
          product("WHT-MUG-1", "B0DEMO0006", "Stoneware Mug, 350 ml, White", 1_199),
          product("GLS-TPOT-12", "B0DEMO0007", "Glass Teapot with Strainer, 1.2 l", 3_450),
          product("TEA/GRN+250", "B0DEMO0008", "Organic Green Tea, Loose Leaf, 250 g", 1_590),
          product("TEA/BLK+250", "B0DEMO0009", "Organic Black Tea, Loose Leaf, 250 g", 1_490),
          product("COF-BEAN-1K", "B0DEMO0010", "Espresso Coffee Beans, 1 kg", 2_190),
          product("COF-BEAN-1K-X4", "B0DEMO0011", "Espresso Coffee Beans, 4 x 1 kg", 7_990),
          product("HND-GRND-01", "B0DEMO0012", "Manual Coffee Grinder with Ceramic Burr", 3_999),
          product("FLT-V60-100", "B0DEMO0013", "Coffee Paper Filters, Size 02, 100 Pieces", 699),
          product(
              "FLT-V60-400", "B0DEMO0014", "Coffee Paper Filters, Size 02, 4 x 100 Pieces", 2_399),
          product("KTL-GSN-09", "B0DEMO0015", "Gooseneck Kettle, Stainless Steel, 0.9 l", 5_499),
          product("BTL-STL-500", "B0DEMO0016", "Insulated Steel Bottle, 500 ml", 2_249),
          product("BTL-STL-750", "B0DEMO0017", "Insulated Steel Bottle, 750 ml", 2_649),
          product("BNT-BOX-2T", "B0DEMO0018", "Bento Lunch Box, Two Tiers", 1_899),
          product("PAN-CI-24", "B0DEMO0019", "Cast Iron Pan, 24 cm", 3_299),
          product("PAN-CI-28", "B0DEMO0020", "Cast Iron Pan, 28 cm", 3_999),
          product("KNF-CHF-20", "B0DEMO0021", "Chef’s Knife, 20 cm, Damascus Steel", 7_900),
          product("KNF-PAR-09", "B0DEMO0022", "Paring Knife, 9 cm", 1_950),
          product("CUT BRD OAK", "B0DEMO0023", "Cutting Board, Solid Oak, 40 x 30 cm", 3_490),
          product("TWL-LIN-2PK", "B0DEMO0024", "Linen Kitchen Towels, Pack of 2", 1_690),
          product("TWL-LIN-4PK", "B0DEMO0025", "Linen Kitchen Towels, Pack of 4", 2_990),
          product("APR-CNV-OS", "B0DEMO0026", "Canvas Apron, One Size", 2_790),
          product("CND-SOY-CED", "B0DEMO0027", "Soy Wax Candle, Cedar, 220 g", 1_850),
          product("LMP-DSK-LED", "B0DEMO0028", "LED Desk Lamp, Dimmable, Brass", 6_490),
          product("NTB-A5-DOT", "B0DEMO0029", "Notebook A5, Dotted, 192 Pages", 1_250),
          product("NTB-A5-DOT-2", "B0DEMO0030", "Notebook A5, Dotted, 192 Pages, Pack of 2", 2_290),
          product("PEN-RLB-BLK", "B0DEMO0031", "Rollerball Pen, Black, Brass Body", 2_890),
          product("INK-CRT-6", "B0DEMO0032", "Ink Cartridges, Royal Blue, 6 Pieces", 499),
          product("BPK-20L-GRY", "B0DEMO0033", "Canvas Backpack, 20 l, Grey", 6_900),
          product("UMB-FLD-NVY", "B0DEMO0034", "Folding Umbrella, Windproof, Navy", 2_590),
          product("YGA-MAT-CRK", "B0DEMO0035", "Yoga Mat, Natural Cork, 4 mm", 5_990),
          product("DMB-2KG-PR", "B0DEMO0036", "Dumbbells, 2 x 2 kg, Neoprene", 2_450),
          product("X00PZL1000", "B0DEMO0037", "Puzzle, 1,000 Pieces, Map of the Alps", 1_790),
          product("X00CHS0038", "B0DEMO0038", "Wooden Chess Set, Folding Board", 4_290),
          product("X00PLN0039", "B0DEMO0039", "Terracotta Planter, 12 cm", 1_390),
          product("X00SDS0040", "B0DEMO0040", "Herb Seeds, Six Kinds, Organic", 990));

  private DemoCatalogue() {}

  /** A product that nobody ever heard of. */
  static DemoProduct unknown(Dice dice) {
    int number = 1000 + dice.below(9000);
    return product("UNKNOWN-" + number, "B0NONE" + number, "Discontinued Item", 1_500);
  }

  private static DemoProduct product(String sku, String asin, String title, int cents) {
    return new DemoProduct(sku, asin, title, cents);
  }
}
