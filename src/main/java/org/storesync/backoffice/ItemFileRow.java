package org.storesync.backoffice;

import java.util.Optional;

/**
 * One row of an item file.
 *
 * @param row as a spreadsheet counts them, the header is 1
 * @param description empty: as in another row of the item, or as it is
 * @param crossReference absent if the row only names the item
 */
record ItemFileRow(
    int row, String itemId, String description, Optional<CrossReference> crossReference) {}
