/**
 * What is paused, why and until when. A pause takes effect at the next page, chunk or record of
 * every run that it covers, on every node, and ends by itself or when somebody resumes. Begun and
 * ended on any page.
 */
package org.storesync.pause;
