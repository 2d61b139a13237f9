package io.netwright.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.Prop.InitProp;
import io.netwright.network.PropValue;
import io.netwright.program.init.Initialiser;
import io.netwright.text.Messages;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What holds for every initialiser by being listed.
class InitFormTest {

    private static final InitProp PROP = new InitProp("init", new Initialiser.Zeros());

    static final List<InitForm> forms = InitForm.ALL;

    @ParameterizedTest
    @FieldSource("forms")
    void comesBackFromAFile(InitForm form) {
        Initialiser usual = PROP.decode(PropValue.of(form.type()));
        assertEquals(form.type(), usual.type());
        assertEquals(usual, PROP.decode(PROP.encode(usual)));
        var fields = new LinkedHashMap<String, PropValue>();
        fields.put("type", PropValue.of(form.type()));
        form.numbers().forEach((key, number) -> fields.put(key, PropValue.of(number + 1)));
        Initialiser other = PROP.decode(PropValue.fields(fields));
        assertEquals(other, PROP.decode(PROP.encode(other)));
        assertEquals(form.numbers().isEmpty(), other.equals(usual));
        fields.put("colour", PropValue.of(1));
        assertThrows(Prop.PropException.class, () -> PROP.decode(PropValue.fields(fields)));
    }

    @ParameterizedTest
    @FieldSource("forms")
    void hasWordsForItsNumbers(InitForm form) {
        for (Locale locale : Messages.LOCALES) {
            Messages words = Messages.in(locale);
            assertTrue(words.has("layers.init." + form.type()), form.type());
            form.numbers().keySet().forEach(key -> assertTrue(words.has("layers.init.number." + key), key));
        }
    }

    @Test
    void leavesNoInitialiserOut() {
        var listed = new TreeSet<String>();
        InitProp.types().forEach(type -> listed.add(type.toLowerCase(Locale.ROOT)));
        var permitted = new TreeSet<String>();
        Arrays.stream(Initialiser.class.getPermittedSubclasses())
                .forEach(c -> permitted.add(c.getSimpleName().toLowerCase(Locale.ROOT)));
        assertEquals(permitted, listed);
    }
}
