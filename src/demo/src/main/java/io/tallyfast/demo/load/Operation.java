package io.tallyfast.demo.load;

import java.util.Map;

/**
 * One call of a tool of the sample server.
 *
 * @param tool the name of the tool
 * @param arguments its arguments, as sent
 */
public record Operation(String tool, Map<String, Object> arguments) {}
