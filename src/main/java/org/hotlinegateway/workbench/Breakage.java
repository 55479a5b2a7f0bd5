package org.hotlinegateway.workbench;

/** The ways in which a mapping file is broken on purpose, to see whether one of its tests notices. */
public enum Breakage {
    /** A rule is left out, its field with it. */
    DROP_RULE("rule dropped"),
    /** A clause is left out: a default, a demand, a mask, a cut, a check, a guard. */
    DROP_CLAUSE("dropped"),
    /** A literal, separator, prefix, factor or template says something else. */
    CHANGE_VALUE("changed"),
    /** A condition holds when it should not. */
    NEGATE_CONDITION("condition negated"),
    /** One of several conditions is left out. */
    DROP_CONDITION("one condition of several dropped"),
    /** A branch of {@code choose} is left out. */
    DROP_BRANCH("branch dropped"),
    /** One of several sources is left out. */
    DROP_SOURCE("one source of several dropped"),
    /** The first element is taken for the last, or the other way round. */
    CHANGE_POSITION("other element taken"),
    /** A date is printed or read in another shape. */
    CHANGE_DATE("date pattern changed"),
    /** A value becomes another type. */
    CHANGE_TYPE("type changed"),
    /** A number is rounded the other way. */
    CHANGE_ROUNDING("rounded the other way"),
    /** A row of a code table gives the value of another row. */
    SWAP_ROW("gives the value of another row"),
    /** Times are those of another place. */
    CHANGE_ZONE("zone changed"),
    /** What is missing is written as null. */
    CHANGE_MISSING("missing values written as null");

    private final String words;

    Breakage(String words) {
        this.words = words;
    }

    /** What was done, behind the name of the clause. */
    String words() {
        return words;
    }
}
