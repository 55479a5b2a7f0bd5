package org.hotlinegateway.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What monitors count as too late, and when they alarm.
 *
 * @param officeHours stretches of a working day
 * @param lookBack how old an event may be at most to be looked at
 * @param numberAfter how long a peer may take to give its number
 * @param deadlineWorkdays how many working days before its end a time limit is near
 * @param silentAfter office time without any message in either direction
 * @param silenceExpected peers that may be silent
 * @param toldAfter how long the acknowledgement of a closing may take
 * @param toldPeer who must acknowledge a closing
 * @param visitWorkdays working days after the result by which a visit or an evaluation is expected
 * @param nowhereAfter how long an accepted message or a due delivery may go unnoticed
 * @param mustBeTold event types of which some peer must be told: HANDED_OFF, RESULT, CASE_CLOSED
 * @param alarmAt by monitor: how many make an alarm; 1 where nothing is written, 0 for never
 * @param listed how many each lists at most
 */
@ConfigurationProperties("gateway.supervision")
record MonitorSettings(
        @DefaultValue({"09:00-12:00", "14:00-17:30"}) List<String> officeHours,
        @DefaultValue("7d") Duration lookBack,
        @DefaultValue("30m") Duration numberAfter,
        @DefaultValue("1") int deadlineWorkdays,
        @DefaultValue("2h") Duration silentAfter,
        @DefaultValue Set<String> silenceExpected,
        @DefaultValue("10m") Duration toldAfter,
        @DefaultValue("window") String toldPeer,
        @DefaultValue("3") int visitWorkdays,
        @DefaultValue("5m") Duration nowhereAfter,
        @DefaultValue({"HANDED_OFF", "CASE_CLOSED"}) Set<String> mustBeTold,
        @DefaultValue Map<String, Integer> alarmAt,

        @DefaultValue("20") int listed) {}
