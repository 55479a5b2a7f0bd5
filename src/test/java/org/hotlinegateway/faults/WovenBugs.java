package org.hotlinegateway.faults;

import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.apache.camel.Exchange;

/** The seeded bugs as {@link FaultAgent} writes them into methods of the gateway. The bodies are copied, not called. */
final class WovenBugs {
    private WovenBugs() {}

    static final class AcknowledgeFirst {
        private AcknowledgeFirst() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.This Object combiner, @Advice.Argument(0) List<?> units) {
            BugBodies.acknowledge(combiner, units);
        }
    }

    static final class CheckFirst {
        private CheckFirst() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static Object enter(@Advice.This Object messages, @Advice.Argument(0) Object incoming) {
            return BugBodies.seenBefore(messages, incoming);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Enter Object seen, @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            if (seen != null) {
                answer = seen;
            }
        }
    }

    static final class OtherSql {
        private OtherSql() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) String text) {
            text = BugBodies.sql(text);
        }
    }

    static final class NewKey {
        private NewKey() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Exchange exchange) {
            BugBodies.newKey(exchange);
        }
    }

    static final class AnyNonce {
        private AnyNonce() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean good) {
            good = true;
        }
    }
}
