package org.hotlinegateway.mapping;

import java.util.List;

/** A message could not be converted; carries every field error at once, and what did convert. */
public final class MappingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;
    private final transient byte[] partial;

    /**
     * @param mapping name of the mapping
     * @param errors all field errors, at least one
     * @param partial the target written without the failed fields; empty when nothing could be read
     */
    public MappingFailure(String mapping, List<FieldError> errors, byte[] partial) {
        super(mapping + ": " + errors.size() + " field error(s), first: "
                + errors.get(0).message());
        this.errors = List.copyOf(errors);
        this.partial = partial;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public byte[] partial() {
        return partial;
    }

    /** True when every error is a table miss or a fault of the gateway: the sender did nothing wrong. */
    public boolean isOurs() {
        return errors.stream()
                .allMatch(e -> e.code() == FieldError.Code.TABLE_MISS || e.code() == FieldError.Code.INTERNAL);
    }

    /** The table misses among the errors. */
    public List<TableMiss> tableMisses() {
        return errors.stream().flatMap(error -> TableMiss.of(error).stream()).toList();
    }
}
