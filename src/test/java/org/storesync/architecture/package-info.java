/**
 * Who may import whom: the sixteen rules, and for each a source below {@code src/test/bad} that
 * breaks it. The drawing they guard is {@code docs/map.md}.
 */
package org.storesync.architecture;
