package io.tallyfast.demo.result;

import java.util.List;

/**
 * What somebody saw who asked for the statistics again and again while the load ran.
 *
 * @param samples in the order of their time
 * @param failures what went wrong instead, in words
 */
public record Watch(List<Sample> samples, List<String> failures) {}
