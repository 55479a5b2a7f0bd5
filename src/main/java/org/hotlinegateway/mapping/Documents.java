package org.hotlinegateway.mapping;

/** Writes whole document trees in any format. */
final class Documents {
    private Documents() {}

    static byte[] write(Value document, Format format, Run run) {
        TargetFactory factory = TargetFactory.of(format);
        if (!(document instanceof Value.Obj obj)) {
            return factory.wrap(JsonTarget.bytes(document), new Frame(run, document, null, 0));
        }
        Target target = factory.create(run);
        target.start();
        fields(obj, format, target, true);
        fields(obj, format, target, false);
        return factory.wrap(target.finish(), new Frame(run, document, null, 0));
    }

    /** Attributes stand before elements. */
    private static void fields(Value.Obj obj, Format format, Target target, boolean attributes) {
        for (int i = 0; i < obj.size(); i++) {
            Name name = new Name(obj.name(i), format.charset());
            if (name.isAttribute() == attributes) {
                target.write(name, obj.value(i));
            }
        }
    }
}
