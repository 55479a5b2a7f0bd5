package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are woven into methods by name: whoever renames one hears of it here and not in a run of ten minutes. */
class WovenMethodsTest {
    @ParameterizedTest
    @EnumSource
    void everyCrashPointIsAMethod(CrashPoint point) throws ClassNotFoundException {
        assertThat(methods(point.type())).contains(point.method());
    }

    @ParameterizedTest
    @CsvSource({
        "GatewayClock, clock",
        "flow.JmsRinger, ring",
        "flow.Outbox, sign",
        "ledger.Combiner, commit",
        "ledger.Combiner, committed",
        "ledger.MessageSql, accept",
        "ledger.MessageSql, repeated",
        "ledger.Sql, prepare",
        "ledger.SqlLedger, claim",
        "ledger.SqlLedger, claimFeed",
        "ledger.SqlTx, useNonce",
        "ledger.Writer, commit"
    })
    void everyBugAndEveryInnerFaultIsWovenIntoAMethod(String type, String method) throws ClassNotFoundException {
        assertThat(methods("org.hotlinegateway." + type)).contains(method);
    }

    @Test
    void theBugsChangeStatementsOfTheLedger() throws ReflectiveOperationException {
        List<String> statements = statements("org.hotlinegateway.ledger.LaneSql");
        assertThat(statements.stream()
                        .filter(text -> !BugBodies.withoutFence(text).equals(text)))
                .as("settling without a fence")
                .hasSize(1);
        assertThat(statements.stream()
                        .filter(text -> !BugBodies.withoutLanes(text).equals(text)))
                .as("claiming and sweeping without lanes")
                .hasSize(3);
        assertThat(statements("org.hotlinegateway.ledger.MessageSql"))
                .anyMatch(text -> text.contains(BugBodies.NO_DOUBLES));
    }

    private static List<String> methods(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type).getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .toList();
    }

    private static List<String> statements(String type) throws ReflectiveOperationException {
        List<String> texts = new ArrayList<>();
        for (Field field : Class.forName(type).getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                field.setAccessible(true);
                texts.add((String) field.get(null));
            }
        }
        return texts;
    }
}
