package org.hotlinegateway.console;

import org.hotlinegateway.workbench.Blast;
import org.hotlinegateway.workbench.BlastFault;
import org.hotlinegateway.workbench.Blasts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a change of a code table, a mapping, a schema, a field or a route would reach. */
@RestController
@RequestMapping("/staff/api/v1")
final class BlastApi {
    private static final int MOST_DAYS = 366;

    private final Blasts blasts;

    BlastApi(Blasts blasts) {
        this.blasts = blasts;
    }

    @GetMapping("/mappings/blast")
    Blast blast(@RequestParam String of, @RequestParam(defaultValue = "7") int days) {
        try {
            return blasts.of(of, Math.max(0, Math.min(days, MOST_DAYS)));
        } catch (BlastFault fault) {
            throw StaffProblem.missing(String.valueOf(fault.getMessage()));
        }
    }
}
