package org.hotlinegateway;

import org.hotlinegateway.cli.GatewayCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway: the door, the routes, the ledger and, in profile {@code demo}, the stand-in peers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HotlineGateway {
    public static void main(String[] args) {
        if (GatewayCommand.isMeantBy(args)) {
            System.exit(GatewayCommand.run(args, System.out, System.err));
        }
        SpringApplication.run(HotlineGateway.class, args);
    }
}
