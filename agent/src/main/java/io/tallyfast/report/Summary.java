package io.tallyfast.report;

/**
 * What a report says before its sites. Immutable.
 *
 * @param version version of the tool
 * @param mode what the sites were looked for, as in {@code guard}
 * @param guarded how many sites were rewritten
 * @param refused how many sites cannot be rewritten soundly
 * @param found how many sites were only reported
 * @param classes how many classes have a site that was guarded or found
 * @param prevented how many lost updates were prevented
 * @param errors how many classes could not be looked at
 * @param tooNew how many classes were left alone because their version is not known yet
 */
public record Summary(
    String version,
    String mode,
    int guarded,
    int refused,
    int found,
    int classes,
    long prevented,
    int errors,
    int tooNew) {}
