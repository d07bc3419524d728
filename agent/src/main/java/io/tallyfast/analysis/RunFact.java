package io.tallyfast.analysis;

import java.util.Set;

/**
 * What a method does with a function given to it. Immutable.
 *
 * @param owner internal name of its class
 * @param method its name and descriptor
 * @param slot the parameter that is the function
 * @param locks the locks held where it is run or passed on, in the method's own terms
 * @param keeps whether it is kept, or given to another thread
 * @param next the call that it is passed on to; null when it is run or kept here
 */
public record RunFact(
    String owner,
    String method,
    int slot,
    Set<String> locks,
    boolean keeps,
    CallFact.Runner next) {}
