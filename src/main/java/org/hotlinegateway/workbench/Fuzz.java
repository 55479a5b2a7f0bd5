package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.hotlinegateway.mapping.LawSamples;
import org.hotlinegateway.mapping.Laws;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingSet;

/** Tries the laws of a mapping with made-up messages, and makes a message that breaks one as small as it gets. */
public final class Fuzz {
    private static final int SIZE = 1000;
    private static final int MOST_SHRINKS = 3000;
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");

    private final Path folder;
    private final MappingSet set;

    /** @param mappingsDir the folder the set was loaded from; samples are read below it */
    public Fuzz(Path mappingsDir, MappingSet set) {
        this.folder = mappingsDir;
        this.set = set;
    }

    /** Tries the laws of one mapping; the same seed makes the same messages. */
    public FuzzReport run(String mapping, long seed, int tries) {
        return run(mapping, new Laws(set, mapping), seed, tries);
    }

    FuzzReport run(String mapping, Laws laws, long seed, int tries) {
        FuzzReport[] report = new FuzzReport[1];
        JqwikSession.run(() -> report[0] = tried(mapping, laws, seed, tries));
        return report[0];
    }

    private FuzzReport tried(String mapping, Laws laws, long seed, int tries) {
        RandomGenerator<Message> messages = messages(mapping).generator(SIZE);
        Random random = new Random(seed);
        Map<Laws.Outcome, Integer> counts = new EnumMap<>(Laws.Outcome.class);
        for (int i = 0; i < tries; i++) {
            Shrinkable<Message> message = messages.next(random);
            Laws.Verdict verdict = judge(laws, message.value());
            counts.merge(verdict.outcome(), 1, Integer::sum);
            if (verdict.outcome() == Laws.Outcome.BROKEN) {
                return new FuzzReport(mapping, seed, i + 1, counts, Optional.of(smallest(laws, message, verdict)));
            }
        }
        return new FuzzReport(mapping, seed, tries, counts, Optional.empty());
    }

    private static MappingContext context(Message message) {
        return new MappingContext(NOW, message.contextValues(), (scheme, siblings, charset) -> "signed by " + scheme);
    }

    private static Laws.Verdict judge(Laws laws, Message message) {
        return laws.judge(message.document(), context(message));
    }

    private static FuzzReport.Broken smallest(Laws laws, Shrinkable<Message> found, Laws.Verdict first) {
        Shrinkable<Message> at = found;
        Laws.Verdict verdict = first;
        int asked = 0;
        boolean smaller = true;
        while (smaller && asked < MOST_SHRINKS) {
            smaller = false;
            for (Shrinkable<Message> next : (Iterable<Shrinkable<Message>>) at.shrink()::iterator) {
                Laws.Verdict judged = judge(laws, next.value());
                asked++;
                if (judged.law() == first.law() || asked >= MOST_SHRINKS) {
                    smaller = judged.law() == first.law();
                    at = smaller ? next : at;
                    verdict = smaller ? judged : verdict;
                    break;
                }
            }
        }
        return broken(laws, at.value(), verdict);
    }

    private static FuzzReport.Broken broken(Laws laws, Message message, Laws.Verdict first) {
        MappingContext context = context(message);
        String document = new Smaller(text -> laws.judge(text, context).law() == first.law()).of(message.document());
        Laws.Verdict verdict = laws.judge(document, context);
        byte[] bytes = laws.written(document, context);
        return new FuzzReport.Broken(
                verdict.law() == null ? Laws.Law.REFUSES_WITH_PLACES : verdict.law(),
                verdict.why(),
                Message.plain(document),
                bytes == null ? new byte[0] : bytes,
                message.contextValues());
    }

    private Arbitrary<Message> messages(String mapping) {
        MappingOutline outline = MappingOutline.of(set, mapping);
        Arbitrary<Message.Change> change = changes(outline);
        List<LawSamples.Sample> samples = LawSamples.of(folder, set, mapping);
        Arbitrary<Message> fromNothing =
                change.list().ofMinSize(0).ofMaxSize(40).map(all -> new Message("{}", Map.of(), all));
        if (samples.isEmpty()) {
            return fromNothing;
        }
        Arbitrary<Message> fromSamples = Combinators.combine(
                        Arbitraries.of(samples), change.list().ofMinSize(0).ofMaxSize(6))
                .as((sample, all) -> new Message(sample.document(), sample.context(), all));
        return Arbitraries.frequencyOf(Tuple.of(5, fromSamples), Tuple.of(1, fromNothing));
    }

    private static Arbitrary<Message.Change> changes(MappingOutline outline) {
        FieldKnowledge knowledge = FieldKnowledge.of(outline);
        List<Arbitrary<Message.Change>> all = new ArrayList<>();
        FieldPaths.of(outline).forEach((place, schema) -> {
            if (place.isEmpty()) {
                return;
            }
            String path = FieldPaths.plain(place);
            all.add(MadeUpValues.of(schema, knowledge.values(path), knowledge.dates(path))
                    .map(value -> new Message.Change(place, value.orElse(null))));
        });
        knowledge
                .context()
                .forEach(name -> all.add(MadeUpValues.of(null, knowledge.values(name), List.of())
                        .map(value -> new Message.Change(List.of(name), value.orElse(null)))));
        return all.isEmpty()
                ? Arbitraries.just(new Message.Change(List.of("x"), null))
                : Arbitraries.of(all).flatMap(one -> one);
    }
}
