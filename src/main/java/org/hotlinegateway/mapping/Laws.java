package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds of every mapping and every message, good or bad; judges one message at a time. */
public final class Laws {
    /** The laws. */
    public enum Law {
        /** A message is mapped, or refused with errors that name their fields and show no value. */
        REFUSES_WITH_PLACES("a message is mapped, or refused with located field errors"),
        /** What is mapped obeys the target schema and its encoding. */
        OBEYS_THE_TARGET("what is mapped obeys the target schema and its encoding"),
        /** Putting back the unchanged result changes nothing. */
        PUTS_BACK_UNCHANGED("putting back the unchanged result changes nothing"),
        /** Forward after reverse returns the input on EXACT fields. */
        RETURNS_WHAT_IS_EXACT("forward after reverse returns the input on EXACT fields");

        private final String sentence;

        Law(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** What became of one message. */
    public enum Outcome {
        /** It was mapped and every law holds. */
        ACCEPTED,
        /** It was refused as it should be. */
        REFUSED,
        /** It cannot be written in the source format. */
        UNWRITABLE,
        /** A law is broken. */
        BROKEN
    }

    /**
     * The judgement of one message.
     *
     * @param law the broken law, else null
     * @param why what was seen, empty when no law is broken
     */
    public record Verdict(Outcome outcome, @Nullable Law law, String why) {
        static Verdict of(Outcome outcome) {
            return new Verdict(outcome, null, "");
        }
    }

    private final Program forward;
    private final Reverse reverse;
    private final LocatedErrors errors;

    /** @throws MappingProblems when the file asks for its reverse and has none */
    public Laws(MappingSet set, String mapping) {
        this(set, mapping, set.reverse(mapping));
    }

    Laws(MappingSet set, String mapping, Reverse reverse) {
        this.forward = set.program(mapping);
        this.reverse = reverse;
        this.errors =
                new LocatedErrors(set.contents().getOrDefault(forward.file().path(), new byte[0]));
    }

    /**
     * Judges one message.
     *
     * @param document the source message as JSON, whatever its format
     */
    public Verdict judge(String document, MappingContext context) {
        try {
            byte[] source = written(document, context);
            return source == null ? Verdict.of(Outcome.UNWRITABLE) : judged(source, document, context);
        } catch (LawBroken broken) {
            return new Verdict(Outcome.BROKEN, broken.law(), broken.text());
        }
    }

    /** The message in its own format; null when the format cannot hold it. */
    public byte @Nullable [] written(String document, MappingContext context) {
        try {
            Value value = JsonReader.parse(document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Documents.write(value, forward.file().source(), forward.run(context, null));
        } catch (FieldFault unwritable) {
            return null;
        }
    }

    private Verdict judged(byte[] source, String document, MappingContext context) {
        byte[] target;
        try {
            target = forward.apply(source, context).bytes();
        } catch (MappingFailure failure) {
            errors.check(failure, document);
            return Verdict.of(Outcome.REFUSED);
        } catch (RuntimeException unforeseen) {
            throw new LawBroken(Law.REFUSES_WITH_PLACES, "thrown: " + unforeseen);
        }
        obeys(target, context);
        putsBack(source, target, context);
        returns(target, context);
        return Verdict.of(Outcome.ACCEPTED);
    }

    private void obeys(byte[] target, MappingContext context) {
        List<String> faults = new ArrayList<>();
        try {
            Value document = reverse.readTarget(target, forward.run(context, null));
            new Conformity(forward.file().target().kind().startsWith("json"), faults)
                    .check("", document, forward.file().targetSchema());
        } catch (MappingFailure unreadable) {
            faults.add(unreadable.errors().get(0).message());
        }
        if (!faults.isEmpty()) {
            throw new LawBroken(Law.OBEYS_THE_TARGET, faults.get(0));
        }
    }

    private void putsBack(byte[] source, byte[] target, MappingContext context) {
        try {
            Run run = forward.run(context, null);
            byte[] back = reverse.putBack(source, target, context);
            List<String> differences = new ArrayList<>();
            Trees.compare("", forward.read(source, run), forward.read(back, run), true, differences);
            if (!differences.isEmpty()) {
                throw new LawBroken(Law.PUTS_BACK_UNCHANGED, "source field " + differences.get(0));
            }
        } catch (MappingFailure failure) {
            throw new LawBroken(
                    Law.PUTS_BACK_UNCHANGED, LocatedErrors.line(failure.errors().get(0)));
        }
    }

    private void returns(byte[] target, MappingContext context) {
        Run run = forward.run(context, null);
        byte[] again = forwardAgain(back(target, context), context);
        if (again.length == 0) {
            throw new LawBroken(Law.RETURNS_WHAT_IS_EXACT, "the reversed message cannot be read");
        }
        List<String> differences = new ExactFields(reverse.parts())
                .compare(reverse.readTarget(target, run), reverse.readTarget(again, run));
        if (!differences.isEmpty()) {
            throw new LawBroken(Law.RETURNS_WHAT_IS_EXACT, "target field " + differences.get(0));
        }
    }

    /** A PARTIAL field may fail on its way back, an EXACT one may not. */
    private byte[] back(byte[] target, MappingContext context) {
        try {
            return reverse.apply(target, context);
        } catch (MappingFailure failure) {
            Map<String, Reversal.Kind> kinds = reverse.kinds();
            failure.errors().stream()
                    .filter(error -> kinds.get(error.target()) == Reversal.Kind.EXACT)
                    .findFirst()
                    .ifPresent(error -> {
                        throw new LawBroken(Law.RETURNS_WHAT_IS_EXACT, LocatedErrors.line(error));
                    });
            return failure.partial();
        }
    }

    private byte[] forwardAgain(byte[] source, MappingContext context) {
        try {
            return forward.apply(source, context).bytes();
        } catch (MappingFailure failure) {
            return failure.partial();
        }
    }
}
