package org.hotlinegateway.intake;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of the peers' interface. */
@RestController
final class OpenApi {
    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .header("Content-Type", "application/yaml;charset=UTF-8")
                .body(new ClassPathResource("openapi/hotline-gateway.yaml"));
    }
}
