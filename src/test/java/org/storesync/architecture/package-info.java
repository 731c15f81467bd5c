/**
 * Who may import whom: the fifteen rules, and for each a source below {@code src/test/bad} that
 * breaks it. The drawing they guard is {@code docs/map.md}.
 */
package org.storesync.architecture;
