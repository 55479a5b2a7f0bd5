package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotlinegateway.cli.GatewayCommand;
import org.hotlinegateway.simulator.Received;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.hotlinegateway.simulator.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill of the handbook: back up, go on, lose the ledger, put it back, let the senders send again, compare with the
 * peers, decide what is held.
 */
@Tag("faults")
class RestoreDrillFaults {
    private static final int BEFORE = 40;
    private static final int LOST = 40;
    private static final int AFTER = 40;
    private static final Pattern FEED_NUMBER = Pattern.compile("\"feedSeq\":\\s*(\\d+)");

    private static final Pattern ITEM = Pattern.compile("\"kind\":\"(\\w+)\",\"caseNo\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void whatWasLostComesAgainAndNothingIsDoneTwice() throws Exception {
        Path data = folder.resolve("data");
        try (StandInPeers peers =
                new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC())) {
            peers.start();
            GatewayProcess gateway = new GatewayProcess(
                            data, peers.port(), "--gateway.peers.hotline-legacy.reconcile.settled-for=0s")
                    .start();
            try (gateway;
                    CaseLoad load = new CaseLoad(peers, 8, List.of(gateway.url()))) {
                load.send(BEFORE).awaitAnswers(BEFORE);
                command("backup", file(), "--data-dir", data.toString());
                load.send(LOST).awaitAcknowledged();
                load.awaitDelivered();
                StaffDesk staff = new StaffDesk(gateway);
                staff.awaitNothingOnItsWayTo("hotline-legacy");
                gateway.stop();

                List<String> actions = actionsAtTheHotline(peers);
                restore(data, peers);
                gateway.start();
                load.sendAgain(1, BEFORE + LOST).send(AFTER).awaitAcknowledged();
                staff.awaitNothingOnItsWayTo("hotline-legacy");
                assertThat(actionsAtTheHotline(peers)).containsExactlyElementsOf(actions);
                assertThat(staff.held()).isNotEmpty().allMatch(one -> one.code().equals("RESTORED"));

                staff.reconcile("hotline-legacy");
                staff.awaitNothingOnItsWayTo("hotline-legacy");
                decideAll(staff, peers);
                staff.awaitNothingOnItsWayTo("hotline-legacy");
                staff.awaitNothingOnItsWayTo("supervision");
                load.awaitDelivered();
                load.assertNothingIsLostDoubledOrOutOfOrder();
                assertThat(actionsAtTheHotline(peers)).doesNotHaveDuplicates().hasSize(BEFORE + LOST + AFTER);
                assertThat(itemsOfTheFeed(peers)).doesNotHaveDuplicates();
                assertThat(staff.held()).isEmpty();
            }
        }
    }

    /** The hotline lists what only it knows of; the supervision platform has no list and is asked item by item. */
    private static void decideAll(StaffDesk staff, StandInPeers peers) {
        Set<String> atTheHotline = staff.casesOnlyThePeerTellsOf("hotline-legacy");
        List<String> inTheFeed = itemsOfTheFeed(peers);
        for (StaffDesk.Held one : staff.held()) {
            boolean known = one.peer().equals("supervision")
                    ? inTheFeed.contains(one.caseNo() + " " + one.eventType())
                    : atTheHotline.contains(one.caseNo());
            staff.decide(one, known);
        }
    }

    /** Case and event of each item that the supervision platform took. */
    private static List<String> itemsOfTheFeed(StandInPeers peers) {
        return peers.received("supervision").stream()
                .filter(one -> one.verdict() == Verdict.TAKEN)
                .flatMap(one -> ITEM.matcher(one.bodyText()).results())
                .map(found -> found.group(2) + " "
                        + (found.group(1).equals("CLOCK_START") ? "CASE_ACCEPTED" : "CASE_REGISTERED"))
                .toList();
    }

    private void restore(Path data, StandInPeers peers) throws IOException {
        Path keys = Files.move(data.resolve("gateway.keys"), folder.resolve("gateway.keys"));
        Files.move(data, folder.resolve("lost"));
        command(
                "restore",
                file(),
                "--data-dir",
                data.toString(),
                "--keys",
                keys.toString(),
                "--feed",
                "supervision=" + lastFeedNumber(peers),
                "--reason",
                "演练");
        Files.copy(keys, data.resolve("gateway.keys"));
    }

    private String file() {
        return folder.resolve("backup.zip").toString();
    }

    private static void command(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "ledger";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        assertThat(GatewayCommand.run(all, System.out, System.err)).isZero();
    }

    /** What the supervision platform says when it is asked. */
    private static long lastFeedNumber(StandInPeers peers) {
        return peers.received("supervision").stream()
                .filter(one -> one.verdict() == Verdict.TAKEN)
                .flatMap(one -> FEED_NUMBER.matcher(one.bodyText()).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    /** Supplements, whose keys hold a sequence: by what they say of which case. */
    private static List<String> actionsAtTheHotline(StandInPeers peers) {
        return peers.received("hotline-legacy").stream()
                .filter(one -> one.verdict() == Verdict.TAKEN && !one.path().equals("/legacy/orders"))
                .map(RestoreDrillFaults::ofWhichOrder)
                .toList();
    }

    private static String ofWhichOrder(Received one) {
        return Pattern.compile("<(GDBH|YWLX|ZT|NR)>([^<]+)<")
                .matcher(new String(one.body(), Charset.forName("GB18030")))
                .results()
                .map(found -> found.group(2))
                .collect(Collectors.joining(" "));
    }
}
