package org.hotlinegateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of curl as the README uses: {@code -sS}, {@code -H}, {@code -d @file} and an address. */
final class PlainCurl {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final int COULD_NOT_CONNECT = 7;

    private PlainCurl() {}

    static ReadmeCommands.Outcome run(String command) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(request(words(command)), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
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
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "-sS" -> {}
                case "-H" -> header(request, rest.next());
                case "-d" -> request.POST(HttpRequest.BodyPublishers.ofFile(file(rest.next())));
                default -> request.uri(URI.create(word));
            }
        }
        return request.build();
    }

    private static void header(HttpRequest.Builder request, String header) {
        int colon = header.indexOf(':');
        request.header(header.substring(0, colon), header.substring(colon + 1).strip());
    }

    private static Path file(String data) {
        if (!data.startsWith("@")) {
            throw new IllegalArgumentException("-d " + data + " is not understood. Expected -d @file.");
        }
        return Path.of(data.substring(1));
    }
}
