package org.hotlinegateway.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tutorial as its reader follows it: files to look at, lines to change, commands to run and what they print. */
final class TutorialPage {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (shown|edit): (\\S+) -->\\n)?```(\\w+)\\n(.*?)\\n```", Pattern.DOTALL);

    private static final String SAME = "N of N";

    private TutorialPage() {}

    /** One thing the reader does. */
    sealed interface Step permits Shown, Edit, Run {}

    /** Looks at a whole file. */
    record Shown(String file, String content) implements Step {}

    /** Replaces the only lines that read like this. */
    record Edit(String file, List<String> removed, String before, String after) implements Step {}

    /**
     * Runs a command.
     *
     * @param output what it prints; {@code …} stands for anything within a line, {@code N of N} for the same number
     *     twice; empty: nothing is said of it
     */
    record Run(String command, String output) implements Step {}

    static List<Step> steps(Path page) {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text(page));
        while (block.find()) {
            add(steps, String.valueOf(block.group(1)), block.group(2), block.group(3), block.group(4));
        }
        return steps;
    }

    private static void add(List<Step> steps, String kind, String file, String language, String body) {
        if (kind.equals("shown")) {
            steps.add(new Shown(file, body + "\n"));
        } else if (kind.equals("edit")) {
            steps.add(edit(file, body.lines().toList()));
        } else if (language.equals("sh")) {
            body.replace("\\\n", " ").lines().forEach(command -> steps.add(new Run(command.strip(), "")));
        } else if (language.equals("text") && steps.get(steps.size() - 1) instanceof Run run) {
            steps.set(steps.size() - 1, new Run(run.command(), body));
        } else {
            throw new IllegalStateException("A block of the tutorial that nobody runs: " + language + "\n" + body);
        }
    }

    private static Edit edit(String file, List<String> lines) {
        return new Edit(
                file, kept(lines, "-"), String.join("\n", kept(lines, " -")), String.join("\n", kept(lines, " +")));
    }

    private static List<String> kept(List<String> lines, String signs) {
        return lines.stream()
                .filter(line -> signs.indexOf(line.charAt(0)) >= 0)
                .map(line -> line.substring(1))
                .collect(Collectors.toList());
    }

    /** Whether a command printed what the page says. */
    static boolean agree(String expected, String printed) {
        String pattern = Pattern.compile("…")
                .splitAsStream(expected.strip() + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\n]*"));
        return (printed.strip() + " ").matches(pattern.replace(SAME, "\\E(\\d+) of \\1\\Q"));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
