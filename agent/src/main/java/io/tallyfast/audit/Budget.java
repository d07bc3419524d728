package io.tallyfast.audit;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much may come out of one file of the input, whatever is nested in it: what stops archives
 * that are built to fill disks and memories. Not thread-safe.
 */
final class Budget {
  /** Archives nested deeper than this are not opened. */
  static final int MAX_DEPTH = 8;

  /** No compiler makes class files of this size. */
  static final int MAX_CLASS_BYTES = 32 << 20;

  /** Class files shrink to a half or a third, texts to a tenth. */
  static final int MAX_RATIO = 100;

  /** However small an archive is, so much may come out of it. */
  static final long ALWAYS_ALLOWED = 256L << 20;

  /** So much more for all archives in one file: a few that do harm do not hide the others. */
  private static final int NESTED_FACTOR = 4;

  private final Budget around;
  private long left;

  /** Creates for a file of this size. */
  Budget(long fileSize) {
    this(null, NESTED_FACTOR * ALWAYS_ALLOWED + MAX_RATIO * fileSize);
  }

  private Budget(Budget around, long left) {
    this.around = around;
    this.left = left;
  }

  /**
   * The budget of an archive within this one; what it spends is spent here too.
   *
   * @param packedSize its size as it lies there; negative when that is not known
   */
  Budget nested(long packedSize) {
    return new Budget(this, ALWAYS_ALLOWED + MAX_RATIO * Math.max(packedSize, 0));
  }

  /** Counts what is read through a stream, skipped parts too, and does not close it. */
  InputStream count(InputStream in) {
    return new Counted(in);
  }

  /**
   * Reads a class file.
   *
   * @param expectedSize what the archive says; not relied upon
   * @return null when it is larger than class files can be expected to be
   */
  byte[] read(InputStream in, long expectedSize) throws IOException {
    if (expectedSize > MAX_CLASS_BYTES) {
      return null;
    }
    byte[] bytes = in.readNBytes((int) Math.max(expectedSize, 0));
    int next = in.read();
    return next < 0 ? bytes : readOn(in, bytes, next);
  }

  private static byte[] readOn(InputStream in, byte[] begin, int next) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(begin.length + 8192);
    all.write(begin);
    all.write(next);
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      all.write(buffer, 0, n);
      if (all.size() > MAX_CLASS_BYTES) {
        return null;
      }
    }
    return all.toByteArray();
  }

  private void spend(long bytes) throws LimitException {
    left -= Math.max(bytes, 0);
    if (around != null) {
      around.spend(bytes);
    }
    if (left < 0) {
      throw new LimitException(
          "stopped: it unpacks to more than "
              + MAX_RATIO
              + " times its size, as archives do that are built to do harm");
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      spend(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      spend(n);
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      spend(skipped);
      return skipped;
    }

    @Override
    public void close() {
      // The archive around it is read on.
    }
  }
}
