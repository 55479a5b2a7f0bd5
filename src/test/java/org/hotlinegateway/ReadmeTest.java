package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotlinegateway.ReadmeCommands.Outcome;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README says nothing a visitor cannot do: its commands, files and links exist. */
class ReadmeTest {
    private static final String GATEWAY = "http://localhost:8080";
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://)([^)#]+)\\)");

    @Test
    void theCommandsAreTheTwoOfMavenAndTheStory() {
        assertThat(ReadmeCommands.all().stream().filter(command -> !command.startsWith("curl ")))
                .containsExactly("./mvnw spring-boot:run", "./mvnw verify");
        assertThat(ReadmeCommands.curls())
                .extracting(command -> command.replaceAll(".* (?=http)", ""))
                .containsExactly(
                        GATEWAY + "/api/v1/window/events",
                        GATEWAY + "/api/v1/cases/BBCS-442000002-20210908-0016",
                        GATEWAY + "/api/v1/appointment/alerts",
                        GATEWAY + "/api/v1/cases/BBCS-442000114-20210625-0001",
                        "http://localhost:8090/inspect/hotline-legacy",
                        "http://localhost:8090/inspect/hotline",
                        "http://localhost:8090/inspect/window");
    }

    @Test
    void theFilesTheCommandsSendExist() {
        assertThat(ReadmeCommands.curls())
                .flatExtracting(command -> Pattern.compile("@(\\S+)")
                        .matcher(command)
                        .results()
                        .map(match -> match.group(1))
                        .toList())
                .hasSize(2)
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void theInspectionsOfTheStoryAnswer() {
        SimulatorSettings settings = SimulatorSettings.onFreePort("http://localhost:1");
        try (StandInPeers peers = new StandInPeers(settings, Clock.systemUTC())) {
            peers.start();
            List<String> inspections = ReadmeCommands.curls().stream()
                    .filter(command -> command.contains("8090"))
                    .toList();

            assertThat(inspections)
                    .extracting(command -> ReadmeCommands.run(command, 1, peers.port()))
                    .allSatisfy(outcome -> assertThat(outcome.output()).contains("\"received\" : 0"))
                    .extracting(Outcome::exit)
                    .containsOnly(0);
            assertThat(inspections)
                    .extracting(command -> PlainCurl.run(ReadmeCommands.at(command, 1, peers.port())))
                    .containsExactlyElementsOf(inspections.stream()
                            .map(command -> ReadmeCommands.run(command, 1, peers.port()))
                            .toList());
        }
    }

    static Stream<Path> documents() {
        return Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "CHANGELOG.md",
                        "docs/architecture.md",
                        "docs/operating.md",
                        "docs/tutorial.md")
                .map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));
        assertThat(link.results().map(match -> document.resolveSibling(match.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }
}
