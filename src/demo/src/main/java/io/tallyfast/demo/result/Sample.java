package io.tallyfast.demo.result;

/**
 * What the statistics lacked at one moment while the load ran.
 *
 * @param seconds since the load began
 * @param expected how much the responses that had arrived by then say was to be counted
 * @param missing how much of it the server had not counted: a lower bound, for it may have counted
 *     requests whose responses were still under way
 */
public record Sample(double seconds, double expected, double missing) {}
