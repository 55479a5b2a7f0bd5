package org.hotlinegateway.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the staff API. What is blank opens nothing.
 *
 * @param user name for HTTP basic
 * @param password password for HTTP basic, from the environment or a file
 * @param token bearer token for scripts, from the environment or a file
 */
@ConfigurationProperties("gateway.staff")
record StaffSettings(
        @DefaultValue("staff") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String token) {

    /** Never prints a secret. */
    @Override
    public String toString() {
        return "StaffSettings[" + user + "]";
    }
}
