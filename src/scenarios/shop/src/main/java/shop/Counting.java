package shop;

/** Counts sales. What it says of itself, by {@code toString}, is one count behind each name. */
public interface Counting {
  /** Sells one piece. */
  void sell();
}
