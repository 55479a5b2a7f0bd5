package org.hotlinegateway.faults;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** What {@link FaultAgent} writes into methods of the gateway. The bodies are copied, not called. */
final class WovenFaults {
    private WovenFaults() {}

    static final class CrashBefore {
        private CrashBefore() {}

        @Advice.OnMethodEnter
        static void enter() {
            CrashSwitch.hit();
        }
    }

    static final class CrashAfter {
        private CrashAfter() {}

        @Advice.OnMethodExit
        static void exit() {
            CrashSwitch.hit();
        }
    }

    static final class SteppedTime {
        private SteppedTime() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Clock clock) {
            clock = RunningFaults.stepped(clock);
        }
    }

    static final class Rings {
        private Rings() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false, typing = Typing.DYNAMIC) List<?> rings) {
            rings = RunningFaults.rings(rings);
        }
    }

    static final class SlowCommit {
        private SlowCommit() {}

        @Advice.OnMethodEnter
        static void enter() {
            RunningFaults.beforeCommit();
        }
    }

    static final class ShortLease {
        private ShortLease() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 2, readOnly = false) Duration lease) {
            lease = Duration.parse(System.getProperty("faults.lease"));
        }
    }
}
