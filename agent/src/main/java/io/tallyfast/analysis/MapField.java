package io.tallyfast.analysis;

/**
 * A field that holds statistics in a map, and whether that map is a guarded one. Immutable.
 *
 * @param className class that sets the field, with dots
 * @param field its name
 * @param type its declared type, with dots
 * @param guarded whether every map that the class puts there is made guarded
 * @param reason what is not, and why; empty when all is
 */
public record MapField(
    String className, String field, String type, boolean guarded, String reason) {}
