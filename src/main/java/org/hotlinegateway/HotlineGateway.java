package org.hotlinegateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway: the door, the routes, the ledger and, in profile {@code demo}, the stand-in peers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HotlineGateway {
    public static void main(String[] args) {
        SpringApplication.run(HotlineGateway.class, args);
    }
}
