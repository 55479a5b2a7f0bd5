package org.hotlinegateway.console;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.delivery.UnmappedCode;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.WentLive;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which mapping set is live, how to go back to an earlier one, and which rows the code tables lack. */
@RestController
@RequestMapping("/staff/api/v1")
final class MappingsApi {
    private static final int DIGEST_AT_LEAST = 8;

    private final LiveMappings mappings;
    private final Unmapped unmapped;

    MappingsApi(LiveMappings mappings, Unmapped unmapped) {
        this.mappings = mappings;
        this.unmapped = unmapped;
    }

    /**
     * Where to go back to, and why.
     *
     * @param digest a digest or its beginning; absent: the set that was live before this one
     */
    record Back(@Nullable String digest, @Nullable String reason) {}

    @GetMapping("/mappings")
    MappingsView mappings() {
        return MappingsView.of(mappings);
    }

    @GetMapping("/unmapped")
    List<UnmappedCode> unmapped() {
        return unmapped.open();
    }

    @PostMapping("/mappings/rollback")
    MappingsView.Entry rollback(@RequestBody Back back, Principal who) {
        String reason = new StaffApi.Because(back.reason()).checked();
        String digest = kept(back.digest()).orElseThrow(StaffProblem::setNotKept);
        try {
            WentLive entry = mappings.rollback(digest, who.getName(), reason).orElseThrow(StaffProblem::setNotKept);
            return MappingsView.Entry.of(entry);
        } catch (MappingProblems problems) {
            throw StaffProblem.setUnusable(String.valueOf(problems.getMessage()));
        }
    }

    private Optional<String> kept(@Nullable String wanted) {
        List<String> digests =
                mappings.archive().history().stream().map(WentLive::digest).toList();
        if (wanted == null) {
            return digests.stream()
                    .filter(digest -> !digest.equals(mappings.live().digest()))
                    .reduce((earlier, later) -> later);
        }
        List<String> matching = digests.stream()
                .filter(digest -> wanted.length() >= DIGEST_AT_LEAST && digest.startsWith(wanted))
                .distinct()
                .toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }
}
