package org.hotlinegateway.console;

import org.hotlinegateway.workbench.MessageOrigins;
import org.hotlinegateway.workbench.Origins;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where every field of a message comes from, by the mapping set that converted it; personal values are masked. */
@RestController
@RequestMapping("/staff/api/v1")
final class OriginsApi {
    private final MessageOrigins origins;

    OriginsApi(MessageOrigins origins) {
        this.origins = origins;
    }

    /** @param id number or receipt */
    @GetMapping("/messages/{id}/origins")
    Origins ofMessage(@PathVariable String id) {
        return origins.ofMessage(id).orElseThrow(() -> StaffProblem.notFound("The message"));
    }

    /** The message that a delivery sent, and the peer's answer. */
    @GetMapping("/deliveries/{id}/origins")
    Origins ofDelivery(@PathVariable long id) {
        return origins.ofDelivery(Long.toString(id)).orElseThrow(() -> StaffProblem.notFound("The delivery"));
    }
}
