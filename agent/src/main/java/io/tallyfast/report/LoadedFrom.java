package io.tallyfast.report;

/**
 * Where a JVM got a class from. Immutable.
 *
 * @param loader the name of the class loader, or its class and a number that tells it apart
 * @param source where its code lies, as a URL; empty when it says nothing
 */
public record LoadedFrom(String loader, String source) {}
