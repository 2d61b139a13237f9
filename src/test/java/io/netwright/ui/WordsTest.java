package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.text.Message;
import java.util.Locale;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words(Locale.ENGLISH);

    @Test
    void whatIsBoundFollowsTheLanguage() {
        var text = words.text("ui.view.design");
        assertEquals("Design", text.get());
        words.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertEquals("设计", text.get());
    }

    @Test
    void whatIsBoundFollowsItsArguments() {
        var nodes = new SimpleIntegerProperty(1);
        var text = words.text("ui.status.nodes", nodes);
        assertEquals("1 node", text.get());
        nodes.set(1200);
        assertEquals("1,200 nodes", text.get());
        words.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertEquals("1,200 个节点", text.get());
    }

    @Test
    void aMessageThatChangesIsFollowedAndNoMessageIsEmpty() {
        var message = new SimpleObjectProperty<Message>();
        var text = words.text(message);
        assertEquals("", text.get());
        message.set(Message.of("ui.view.train"));
        assertEquals("Train", text.get());
        words.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertEquals("训练", text.get());
    }
}
