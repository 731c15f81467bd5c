package org.storesync.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemLinksTest {

  private static final LinkedItem BY_SKU_AS_ITEM_ID = new LinkedItem(1, "Mug", true, 1);
  private static final LinkedItem BY_SKU = new LinkedItem(2, "PLATE", true, 6);
  private static final LinkedItem BY_ASIN_AS_ITEM_ID = new LinkedItem(3, "B00ITEM", true, 1);
  private static final LinkedItem BY_ASIN = new LinkedItem(4, "CUP", true, 2);

  private final ItemLinks links = new ItemLinks();

  @BeforeEach
  void one_item_for_each_way() {
    links.addItem(BY_SKU_AS_ITEM_ID);
    links.addItem(BY_ASIN_AS_ITEM_ID);
    links.addCrossReference(CrossReferenceType.SKU, "PLATE-6", BY_SKU);
    links.addCrossReference(CrossReferenceType.SKU, "mug", BY_SKU);
    links.addCrossReference(CrossReferenceType.ASIN, "B00CUP", BY_ASIN);
    links.addCrossReference(CrossReferenceType.ASIN, "PLATE-6", BY_ASIN);
  }

  @Test
  void the_sku_is_compared_with_the_item_ids_first_whatever_its_case() {
    assertThat(links.find("mug", "B00CUP")).contains(BY_SKU_AS_ITEM_ID);
  }

  @Test
  void then_the_sku_is_compared_with_the_sku_cross_references_exactly() {
    assertThat(links.find("PLATE-6", "B00ITEM")).contains(BY_SKU);
    assertThat(links.find("plate-6", "")).isEmpty();
  }

  @Test
  void then_the_asin_is_compared_with_the_item_ids() {
    assertThat(links.find("UNKNOWN", "B00ITEM")).contains(BY_ASIN_AS_ITEM_ID);
  }

  @Test
  void then_the_asin_is_compared_with_the_asin_cross_references() {
    assertThat(links.find("", "B00CUP")).contains(BY_ASIN);
    assertThat(links.find("B00CUP", "")).isEmpty();
  }

  @Test
  void what_nothing_is_linked_to_is_not_found() {
    assertThat(links.find("UNKNOWN", "UNKNOWN")).isEmpty();
    assertThat(links.find("", "")).isEmpty();
  }
}
