package org.hotlinegateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of curl as the documents use: {@code -sS}, {@code -H}, {@code -u}, {@code -d @file} or text,
 * {@code --data-urlencode} and an address.
 */
final class PlainCurl {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final int COULD_NOT_CONNECT = 7;

    private PlainCurl() {}

    /** Stands in for curl's own program. */
    public static void main(String[] words) {
        List<String> command = new ArrayList<>(List.of("curl"));
        command.addAll(List.of(words));
        ReadmeCommands.Outcome outcome = run(command);
        System.out.print(outcome.output());
        System.exit(outcome.exit());
    }

    static ReadmeCommands.Outcome run(String command) {
        return run(words(command));
    }

    private static ReadmeCommands.Outcome run(List<String> words) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(request(words), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new ReadmeCommands.Outcome(0, answer.body());
        } catch (IOException unreachable) {
            return new ReadmeCommands.Outcome(COULD_NOT_CONNECT, String.valueOf(unreachable.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while running a command.", stopped);
        }
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private static HttpRequest request(List<String> words) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(60));
        List<String> form = new ArrayList<>();
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "-sS" -> {}
                case "-H" -> header(request, rest.next());
                case "-u" -> header(request, "Authorization: Basic " + base64(rest.next()));
                case "-d" -> form.add(data(rest.next()));
                case "--data-urlencode" -> form.add(encoded(rest.next()));
                default -> request.uri(URI.create(word));
            }
        }
        return form.isEmpty() ? request.build() : posting(request, String.join("&", form));
    }

    private static HttpRequest posting(HttpRequest.Builder request, String body) {
        HttpRequest posted =
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return posted.headers().firstValue("Content-Type").isPresent()
                ? posted
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String pair) {
        int equals = pair.indexOf('=');
        return pair.substring(0, equals + 1) + URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
    }

    private static void header(HttpRequest.Builder request, String header) {
        int colon = header.indexOf(':');
        request.header(header.substring(0, colon), header.substring(colon + 1).strip());
    }

    private static String data(String data) throws IOException {
        return data.startsWith("@") ? Files.readString(Path.of(data.substring(1))) : data;
    }
}
