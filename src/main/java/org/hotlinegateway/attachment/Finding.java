package org.hotlinegateway.attachment;

/** What is wrong with a file. The names are stable; they stand in answers, in the ledger and on the desk. */
public enum Finding {
    TOO_LARGE("larger than this peer's files may be", false),
    EMPTY("there is nothing in it", true),
    SIZE_MISMATCH("not as long as declared", true),
    HASH_MISMATCH("not what the declared hash was made of", true),
    TYPE_NOT_ALLOWED("by content of a type that is not taken", false),
    TYPE_MISMATCH("by content of another type than declared", false),
    PAGE_INSTEAD_OF_FILE("a web page, perhaps a login, instead of the file", true),
    MALWARE("the scanner found malware", false),
    HOST_NOT_ALLOWED("its address is not among the hosts of this peer", false),
    NO_ANSWER("its host could not be reached, or fell silent", true),
    REFUSED_BY_HOST("its host refused to give it", true),
    INCOMPLETE("its host broke off", true);

    private final String text;
    private final boolean mayPass;

    Finding(String text, boolean mayPass) {
        this.text = text;
        this.mayPass = mayPass;
    }

    /** One sentence without any data of a person. */
    public String text() {
        return text;
    }

    /** Whether fetching it once more may help. */
    boolean mayPass() {
        return mayPass;
    }
}
