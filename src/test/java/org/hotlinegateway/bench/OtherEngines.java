package org.hotlinegateway.bench;

import com.bazaarvoice.jolt.Chainr;
import com.bazaarvoice.jolt.JsonUtils;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;

/** The same conversion in the languages others use, each compiled once and fed by its own JSON library. */
final class OtherEngines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OtherEngines() {}

    /** @param dates how it treats dates */
    static Contender jslt(String dates) {
        Expression program = Parser.compileString(Messages.text(dates) + Messages.text("case-to-order.jslt"));
        return source -> MAPPER.writeValueAsBytes(program.apply(MAPPER.readTree(source)));
    }

    static Contender jolt() {
        Chainr program = Chainr.fromSpec(JsonUtils.jsonToList(Messages.text("case-to-order.jolt.json")));
        return source -> MAPPER.writeValueAsBytes(program.transform(MAPPER.readValue(source, Object.class)));
    }

    static Contender jsonata() {
        Jsonata program = Jsonata.jsonata(Messages.text("case-to-order.jsonata"));
        return source -> MAPPER.writeValueAsBytes(program.evaluate(MAPPER.readValue(source, Object.class)));
    }

    static Contender jq() throws Exception {
        Version version = Versions.JQ_1_6;
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(version, scope);
        JsonQuery program = JsonQuery.compile(Messages.text("case-to-order.jq"), version);
        return source -> {
            JsonNode[] made = new JsonNode[1];
            program.apply(Scope.newChildScope(scope), MAPPER.readTree(source), node -> made[0] = node);
            return MAPPER.writeValueAsBytes(made[0]);
        };
    }
}
