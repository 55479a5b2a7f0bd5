package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.List;
import org.hotlinegateway.ledger.DeskGroup;
import org.hotlinegateway.ledger.DeskItem;
import org.hotlinegateway.ledger.DeskSide;
import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A group of what waits at the desk, as staff see it.
 *
 * @param group its number
 * @param place fields or tables at fault; empty when neither is known
 * @param cases how many cases, or lanes of messages
 * @param first when the one that has failed longest failed first
 * @param suspected what the failures are laid to, or null
 * @param examples a few, oldest first
 */
public record DeskView(
        long group,
        DeskSide side,
        Stage stage,
        String code,
        String peer,
        String place,
        long count,
        long cases,
        Instant first,
        Instant last,
        @Nullable DeskSuspicion suspected,
        List<DeskItem> examples) {

    static DeskView of(DeskGroup group, @Nullable DeskSuspicion suspected, List<DeskItem> examples) {
        var fingerprint = group.fingerprint();
        return new DeskView(
                group.id(),
                fingerprint.stage().side(),
                fingerprint.stage(),
                fingerprint.code(),
                fingerprint.peer(),
                fingerprint.place(),
                group.count(),
                group.cases(),
                group.first(),
                group.last(),
                suspected,
                List.copyOf(examples));
    }
}
