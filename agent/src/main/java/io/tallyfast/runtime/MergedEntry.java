package io.tallyfast.runtime;

/** An entry that can repeat an update on what its map holds now. */
interface MergedEntry {
  /**
   * Stores what was written if the map still holds what was read; otherwise repeats the update on
   * what it holds now, and counts one lost update prevented. A key that is gone stays so.
   *
   * @param operand what was added, in a box; null where it is what was written minus what was read
   * @param how one of {@link How}
   * @param site number of the site
   * @return what {@code setValue} would have returned
   */
  Object merge(Object written, Object seen, Object operand, int how, int site);
}
