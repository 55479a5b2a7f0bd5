package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLaneTest extends LaneContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    @Test
    void whatTheProcessBeforeHadClaimedIsFreeAtOnce() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        assertThat(claim(lane.get(0))).isPresent();
        ledger.close();

        ledger = open();

        assertThat(claim(lane.get(0)).orElseThrow().lastOutcome()).isEqualTo("UNKNOWN");
    }
}
