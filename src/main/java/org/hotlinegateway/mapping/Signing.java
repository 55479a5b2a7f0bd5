package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fills signed fields. */
final class Signing {
    private Signing() {}

    static boolean write(Plan.Signed plan, Frame frame, Target out) {
        Map<String, String> siblings = new LinkedHashMap<>();
        try {
            for (Plan.Field sibling : plan.siblings()) {
                Value value = sibling.rule().value(frame);
                String text = value == null ? null : Value.scalarText(value);
                if (text != null) {
                    siblings.put(sibling.name().text(), text);
                }
            }
        } catch (FieldFault fault) {
            return false;
        }
        try {
            MappingContext context = frame.run().context();
            Value signature = new Value.Text(
                    context.signer().sign(plan.scheme(), siblings, frame.run().charset()));
            out.write(plan.name(), signature);
            Trace trace = frame.run().trace();
            if (trace != null) {
                trace.signed(plan.scheme());
            }
            return Failures.traced(frame, plan.target(), plan.rule(), signature, true);
        } catch (IllegalStateException | IllegalArgumentException e) {
            var fault = new FieldFault(FieldError.Code.INTERNAL, "cannot be signed: " + e.getMessage());
            return Failures.add(frame, plan.target(), plan.rule(), fault);
        }
    }
}
