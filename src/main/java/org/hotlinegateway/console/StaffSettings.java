package org.hotlinegateway.console;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the staff API. What is blank opens nothing.
 *
 * @param user name for HTTP basic; may do everything
 * @param password password for HTTP basic, from the environment or a file
 * @param token bearer token for scripts, from the environment or a file; an operator only: no script approves or sees
 *     personal data
 * @param people further people by name
 */
@ConfigurationProperties("gateway.staff")
record StaffSettings(
        @DefaultValue("staff") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String token,
        @DefaultValue Map<String, Person> people) {

    /**
     * One person; a blank password opens nothing.
     *
     * @param password from the environment or a file
     * @param roles what the person may do; with none, look at what is not personal
     */
    record Person(
            @DefaultValue("") String password, @DefaultValue Set<StaffRole> roles) {
        /** Never prints a secret. */
        @Override
        public String toString() {
            return "Person[" + roles + "]";
        }
    }

    /** Never prints a secret. */
    @Override
    public String toString() {
        return "StaffSettings[" + user + "]";
    }
}
